// The documents of schemas/: their JSON Schema is fresh, and they say what the code says.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { configSchema } from "../../schemas/config.ts";
import { documents, jsonSchemaText } from "../../schemas/json-schema.ts";
import { moduleSchema } from "../../schemas/module.ts";
import { packageRoot } from "../../src/host/package-root.ts";
import type { ConfixConfig } from "../../src/index.ts";
import { priorities } from "../../src/model/property.ts";

const folder = join(packageRoot, "schemas");

test.each(Object.entries(documents))("%s.json is what `npm run schemas` writes", (name, document) => {
  expect(readFileSync(join(folder, `${name}.json`), "utf8")).toBe(jsonSchemaText(document));
});

test("every JSON Schema belongs to a document", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  expect(files.toSorted()).toEqual(
    Object.keys(documents)
      .map((name) => `${name}.json`)
      .toSorted(),
  );
});

describe("the configuration", () => {
  // Required: a member that is added to the type, but not to the document, does not compile or is not accepted.
  const full: Required<ConfixConfig> = {
    $schema: "./node_modules/confix/schemas/config.json",
    modules: ["./host.ts", { options: {} }, () => ({})],
    specialArgs: { anything: Symbol("x") },
    extends: ["./base.ts"],
    lint: { preset: "recommended", rules: { a: "off", b: "warn", c: "error" } },
  };

  test("of the type is accepted", () => {
    expect(configSchema.safeParse(full)).toMatchObject({ success: true });
    expect(configSchema.safeParse({})).toMatchObject({ success: true });
    expect(configSchema.safeParse({ extends: "./base.ts" })).toMatchObject({ success: true });
  });

  test("has no member that the type lacks", () => {
    const schema = JSON.parse(jsonSchemaText(configSchema)) as { properties: object };
    expect(Object.keys(schema.properties).toSorted()).toEqual(Object.keys(full).toSorted());
  });

  test.each([
    { modulez: [] },
    { modules: "x" },
    { modules: [1] },
    { extends: [1] },
    { lint: { rules: { a: 1 } } },
    [],
    null,
  ])("is not %j", (value) => expect(configSchema.safeParse(value).success).toBe(false));
});

describe("a data file as a module", () => {
  test.each([
    {},
    {
      $schema: "x",
      networking: { hostName: "a" },
      imports: ["./a.yaml", { path: "./b.yaml", priority: 5 }],
      disabledModules: ["x", { key: "y" }],
    },
    ...Object.keys(priorities).map((priority) => ({ imports: [{ path: "./a.yaml", priority }] })),
  ])("may be %j", (value) => expect(moduleSchema.safeParse(value)).toMatchObject({ success: true }));

  test.each([
    { imports: "./a.yaml" },
    { imports: [{ path: "./a.yaml", priority: "weak" }] },
    { disabledModules: [1] },
    [],
  ])("is not %j", (value) => expect(moduleSchema.safeParse(value).success).toBe(false));
});
