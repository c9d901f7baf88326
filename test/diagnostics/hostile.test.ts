// Showing what is wrong never makes it worse: whatever values a diagnostic is about, none of their code runs.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalog, type DiagnosticCode } from "../../src/diagnostics/catalog.ts";
import { ConfixError } from "../../src/diagnostics/errors.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderFrame } from "../../src/diagnostics/render-frame.ts";
import { renderGithub } from "../../src/diagnostics/render-github.ts";
import { renderJson } from "../../src/diagnostics/render-json.ts";
import { renderJunit } from "../../src/diagnostics/render-junit.ts";
import { renderSarif } from "../../src/diagnostics/render-sarif.ts";
import { renderText } from "../../src/diagnostics/render-text.ts";
import { atDefinitions, diagnostic } from "../../src/diagnostics/report.ts";
import { describeValue } from "../../src/kernel/describe-value.ts";
import type { Origin } from "../../src/kernel/origin.ts";
import { show } from "../../src/kernel/show.ts";
import { messageOfThrown } from "../../src/model/thrown.ts";
import { showWritten } from "../../src/model/show-written.ts";
import { diagnosticsSchema } from "../../schemas/diagnostics.ts";
import { sarifDocument } from "./sarif-document.ts";
import type { Example } from "./example.ts";
import { fileExamples } from "./tables/files.ts";
import { moduleExamples } from "./tables/modules.ts";
import { optionExamples } from "./tables/options.ts";
import { systemExamples } from "./tables/systems.ts";
import { valueExamples } from "./tables/values.ts";

/** Code of a hostile value. That it runs is the failure, also where the error is caught. */
class Alarm {
  rung = 0;
  readonly ring = (): never => {
    this.rung += 1;
    throw new Error("user code ran");
  };
}

const alarm = new Alarm();
const { ring } = alarm;

class Hostile {
  readonly inner = "shown only if somebody looks";
  toString(): string {
    return ring();
  }
  toJSON(): string {
    return ring();
  }
  get [Symbol.toStringTag](): string {
    return ring();
  }
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return ring();
  }
}

const hostileObjects: readonly (() => unknown)[] = [
  () => new Hostile(),
  () => Object.defineProperty({ a: 1 }, "b", { get: ring, enumerable: true }),
  () => Object.defineProperty([1, 2], "1", { get: ring, enumerable: true }),
  () => ({ toString: ring, valueOf: ring, toJSON: ring, [Symbol.toPrimitive]: ring }),
  () => Object.defineProperty(Object.create(null) as object, "__proto__", { value: 1, enumerable: true }),
  () => Object.defineProperty(ring.bind(null), "name", { get: ring }),
  () => Object.defineProperty(new Error("kept"), "stack", { get: ring }),
  () => {
    const circular: Record<string, unknown> = {};
    return Object.assign(circular, { again: circular, list: [circular] });
  },
];

/** Objects whose traps cannot but run; they throw, which must be caught. */
const proxies: readonly (() => unknown)[] = [
  () => new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing }),
  () => new Proxy([], { get: throwing, getOwnPropertyDescriptor: throwing }),
  () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
];

function throwing(): never {
  throw new Error("a trap ran");
}

// Not the values but what makes them: fast-check itself looks at the values it hands out.
type Recipe = () => unknown;

const hostile: fc.Arbitrary<Recipe> = fc.constantFrom(...hostileObjects, ...proxies);
const harmless: fc.Arbitrary<Recipe> = fc
  .anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true })
  .map((value) => () => value);
const names = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "``", ""));
const nested = fc.letrec<{ value: Recipe; list: Recipe; set: Recipe }>((tie) => ({
  value: fc.oneof({ depthSize: "small" }, hostile, harmless, tie("list"), tie("set")),
  list: fc.array(tie("value"), { maxLength: 3 }).map((items) => () => items.map((make) => make())),
  set: fc
    .array(fc.tuple(names, tie("value")), { maxLength: 3 })
    .map((members) => () => Object.fromEntries(members.map(([name, make]) => [name, make()]))),
})).value;
const text = fc.oneof(
  fc.string(),
  fc.constantFrom("", "`", "``", "\n", "a\nb", "\u0000", "\u{1F600}", "${x}", "[object Object]"),
);
const path = fc.array(text, { maxLength: 4 });
const origin = fc.record({ file: text, line: fc.nat(), column: fc.nat() }, { requiredKeys: ["file"] });

// The cast: an example is looked at without its type.
const examples = {
  ...optionExamples,
  ...valueExamples,
  ...moduleExamples,
  ...fileExamples,
  ...systemExamples,
} as unknown as Readonly<Record<string, readonly Example<unknown>[]>>;

// Members that choose between sentences: the builders give them from a fixed list.
const choices: { readonly [C in DiagnosticCode]?: string } = {
  "early-read": "kind",
  "infinite-recursion": "kind",
  "no-json-form": "what",
  "not-a-module": "detail",
  "not-an-option": "found",
  "system-unknown-part": "part",
  "undeclared-option": "hint",
  "undefined-value": "by",
  "value-threw": "part",
};

// The data of an example, with other texts in the places of its texts.
function withTexts(data: unknown, choice: string | undefined, next: () => string): unknown {
  if (typeof data === "string") return next();
  if (Array.isArray(data)) return data.map((item) => withTexts(item, choice, next));
  if (typeof data !== "object" || data === null) return data;
  const members = Object.entries(data);
  return Object.fromEntries(
    members.map(([name, value]) => [name, name === choice ? value : withTexts(value, choice, next)]),
  );
}

/** Every other form has the code in it, and is what its readers can read. */
function expectEveryFormat(made: Diagnostic): void {
  const { code, related } = made;
  expect(diagnosticsSchema.safeParse(renderJson([placed(made)])).error).toBeUndefined();
  const sarif = renderSarif([placed(made)], { version: "1", uriOf: encodeURIComponentSafely });
  expect(sarifDocument.safeParse(sarif).error).toBeUndefined();
  expect(renderGithub([made], (file) => file)).toMatch(new RegExp(`^::${made.severity} [^\\n]*${code}::[^\\n]*\\n$`));
  expect(renderJunit([made], "s")).toMatch(/^[\t\n\x20-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  for (const { origin: place } of related) renderFrame(["a", "b"], place);
}

// The lines of made-up places may be 0, which no host finds.
function placed(made: Diagnostic): Diagnostic {
  const from1 = ({ file, line, column }: Origin): Origin => ({
    file,
    ...(line !== undefined && { line: line + 1 }),
    ...(column !== undefined && { column: column + 1 }),
  });
  const related = made.related.map(({ message, origin: place }) => ({ message, origin: from1(place) }));
  return { ...made, origin: made.origin === null ? null : from1(made.origin), related };
}

// A lone surrogate has no place in a URI.
function encodeURIComponentSafely(file: string): string {
  return encodeURIComponent(file.replaceAll(/\p{Cs}/gu, "?"));
}

describe("rendering", () => {
  // The casts: the casts of the catalogue's test, and data of the shape that the code asks for.
  const codes = Object.keys(catalog) as DiagnosticCode[];

  test("any code, with any texts and any values, never throws and runs nothing", () => {
    const aDiagnostic = fc.record({
      code: fc.constantFrom(...codes),
      path,
      texts: fc.array(text, { minLength: 1, maxLength: 6 }),
      definitions: fc.array(fc.record({ origin, make: nested }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(aDiagnostic, ({ code, path: at, texts, definitions }) => {
        const before = alarm.rung;
        const shown = definitions.map(({ origin: file, make }, index) => ({
          origin: file,
          shown: index % 2 === 0 ? show(make()) : showWritten(make()),
        }));
        for (const { data } of examples[code] ?? []) {
          let next = 0;
          const other = withTexts(data, choices[code], () => texts[next++ % texts.length] ?? "");
          const made = diagnostic(code, atDefinitions(at, shown), other as never);
          const rendered = renderText(made);
          expect(new ConfixError([made]).message).toBe(rendered);
          expect(rendered.split("\n")[0]).not.toBe("");
          expect(JSON.parse(JSON.stringify(made))).toMatchObject({ code });
          expectEveryFormat(made);
        }
        expect(alarm.rung).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test("a value in a sentence, and what was thrown, never throws and runs nothing but an error's own message", () => {
    fc.assert(
      fc.property(nested, (make) => {
        const value = make();
        const before = alarm.rung;
        expect(describeValue(value)).toMatch(/^(?:an? |the |true$|false$|null$|undefined$)/);
        expect(describeValue(value)).not.toContain("\n");
        expect(typeof messageOfThrown(value)).toBe("string");
        expect(alarm.rung).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test("what was thrown is told as far as it tells itself", () => {
    const silent = Object.defineProperty(new Error(), "message", { get: throwing });
    const loop = new Error("loop");
    loop.cause = loop;
    const rows: readonly (readonly [unknown, string])[] = [
      ["text", "text"],
      [new Error("text"), "text"],
      [new TypeError(""), "TypeError"],
      [new Error(""), ""],
      [undefined, ""],
      [null, "null"],
      [42, "42"],
      [Symbol("s"), "<symbol>"],
      [{ message: "text" }, "text"],
      [{ message: 5 }, "{\n  message: 5,\n}"],
      [new Hostile(), "<Hostile>"],
      [silent, "something that cannot be shown"],
      [
        new Error("outer", { cause: new Error("inner", { cause: "text" }) }),
        "outer\ncaused by: inner\ncaused by: text",
      ],
      [new Error("outer", { cause: silent }), "outer\ncaused by: something that cannot be shown"],
      [new Error("", { cause: "why" }), "an error without a message\ncaused by: why"],
      [
        new AggregateError([new Error("one", { cause: "why" }), "two"], "both"),
        "both\n- one\n    caused by: why\n- two",
      ],
      [new AggregateError([1, 2, 3, 4, 5, 6, 7]), "AggregateError\n- 1\n- 2\n- 3\n- 4\n- 5\n- and 2 more"],
      [loop, ["loop", ...Array.from({ length: 5 }, () => "caused by: loop")].join("\n")],
    ];
    for (const [thrown, message] of rows) expect(messageOfThrown(thrown)).toBe(message);
  });
});
