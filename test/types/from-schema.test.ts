import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fromSchema } from "../../src/types/from-schema.ts";
import type { StandardSchema } from "../../src/types/standard-schema.ts";
import { str } from "../../src/types/str.ts";
import { mergeValues } from "./merge-context.ts";
import { problemOf, valueOf } from "./evaluate-option.ts";
import { accepts, conflicts, diagnosticsOf, failureOf, merges, refuses } from "./expect-type.ts";

const site = fromSchema(
  z.object({ port: z.int().min(1), host: z.string().default("localhost"), tags: z.array(z.string()).optional() }),
);

describe("zod", () => {
  accepts(site, [{ port: 80 }, { port: 80, host: "x", tags: [] }]);
  refuses(site, [
    [{}, "`port`: Invalid input: expected number, received undefined"],
    [{ port: 0 }, "`port`: Too small: expected number to be >=1"],
    [
      { port: "80", tags: ["a", 1] },
      "`port`: Invalid input: expected number, received string; `tags[1]`: Invalid input: expected string, received number",
    ],
    [null, "Invalid input: expected object, received null"],
    [{ port: () => 80 }, "`port`: Invalid input: expected number, received function"],
  ]);
  merges(site, [
    [[{ port: 80 }], { port: 80, host: "localhost" }],
    [[{ port: 80 }, { port: 80 }], { port: 80, host: "localhost" }],
  ]);
  conflicts(site, [
    [[{ port: 80 }, { port: 81 }], "conflict"],
    [[{ port: 80 }, {}], "wrong-type"],
    [[], "missing-value"],
  ]);

  test("reads the output and writes the input", () => {
    const length = fromSchema(z.string().transform((text) => text.length));
    expect(mergeValues(length, "four")).toBe(4);
    expect(length.check(4)).toBe(false);
  });

  test("reads what is computed when it is read", () => {
    const settings = {
      get port(): number {
        return 80;
      },
    };
    expect(mergeValues(site, settings)).toStrictEqual({ port: 80, host: "localhost" });
  });

  test("what a function in the schema throws is what goes wrong", async () => {
    const broken = z.string().transform((): number => {
      throw new Error("no length");
    });
    const [found, ...others] = diagnosticsOf(() => valueOf(fromSchema(broken), "x"));
    expect(found).toMatchObject({ code: "value-threw", path: ["option"], data: { message: "no length" } });
    expect(others).toEqual([]);
    const refining = fromSchema(z.object({ a: z.string().refine(() => JSON.parse("{")) }));
    expect(problemOf(() => valueOf(refining, { a: "x" }))).toBe("value-threw at option");
    // As below.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  });

  test("an asynchronous schema is an error that says so, also if it rejects", async () => {
    const message =
      "`types.fromSchema`: the schema validates asynchronously, but values are computed synchronously; use one without asynchronous parts.";
    const later = fromSchema(z.string().refine(async () => true));
    const rejecting = fromSchema(schemaOf(() => Promise.reject(new Error("rejected"))));
    expect(failureOf(() => later.check("x"))).toBe(message);
    expect(failureOf(() => rejecting.check("x"))).toBe(message);
    // An unhandled rejection would end the test run after this.
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  });
});

/** A schema of no library, that answers as told. */
function schemaOf(validate: StandardSchema["~standard"]["validate"]): StandardSchema {
  return { "~standard": { version: 1, vendor: "handmade", validate } };
}

describe("any Standard Schema", () => {
  test("may be a function, as arktype's are", () => {
    const type = fromSchema(
      Object.assign(
        () => 0,
        schemaOf((value) => ({ value: [value] })),
      ),
    );
    expect(mergeValues(type, 1)).toStrictEqual([1]);
  });

  test("names places in the value by keys or by objects that hold keys", () => {
    const path = ["sites", { key: "example.org" }, 0, { key: Symbol("s") }];
    const type = fromSchema(schemaOf(() => ({ issues: [{ message: "No good.", path }, { message: "Nor that" }] })));
    expect(type.explain(0)).toBe('`sites."example.org"[0]."Symbol(s)"`: No good; Nor that');
  });

  test("is called what the author says", () => {
    const schema = schemaOf((value) => ({ value }));
    expect(fromSchema(schema).description).toBe("value that the handmade schema accepts");
    expect(fromSchema(schema, { description: "site" }).description).toBe("site");
  });

  test("that changes its mind is an error", () => {
    let calls = 0;
    const type = fromSchema(
      schemaOf((value) => {
        calls += 1;
        return calls === 1 ? { value } : { issues: [{ message: "No more" }] };
      }),
    );
    expect(failureOf(() => mergeValues(type, 1))).toBe(
      "`types.fromSchema`: the schema accepted 1 and then refused it: No more.",
    );
  });

  test("agrees with a type of the same schema alone", () => {
    const schema = schemaOf((value) => ({ value }));
    const type = fromSchema(schema);
    expect(type.typeMerge(fromSchema(schema))).toBe(type);
    expect(type.typeMerge(fromSchema({ ...schema }))).toBeNull();
    expect(type.typeMerge(str)).toBeNull();
  });
});

test.each([
  ["a type", str, "an attribute set"],
  ["nothing", undefined, "undefined"],
  ["a class", Date, "a function"],
  ["another version", { "~standard": { version: 2, vendor: "x", validate: () => ({ value: 1 }) } }, "an attribute set"],
])("%s is no schema", (_, value, kind) => {
  // The cast: what a program without types may hand in.
  expect(failureOf(() => fromSchema(value as unknown as StandardSchema))).toBe(
    `\`types.fromSchema\`: a Standard Schema (https://standardschema.dev) with \`~standard\` is expected, but this is ${kind}.`,
  );
});
