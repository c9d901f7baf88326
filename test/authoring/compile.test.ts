// What only the compiler can show: deep nesting, a project's own module arguments, and that wrong programs fail.
import { beforeAll, expect, test } from "vitest";
import { compile } from "./compile.ts";

const depth = 20;
const levels = Array.from({ length: depth }, (_, at) => `l${at}`);
const imports =
  'import { defineModule, defineSubmodule, mkDefault, mkForce, mkIf, mkMerge, mkOption, types } from "confix";';

/** `inner` in sets below all levels. */
function nested(inner: string): string {
  return `${levels.map((name) => `{ ${name}: `).join("")}${inner}${" }".repeat(depth)}`;
}

function setsText(): string {
  const path = levels.join(".");
  return `${imports}
    const deep = defineModule({ options: ${nested("{ n: mkOption({ type: types.int }), on: mkOption({ type: types.bool }) }")} });
    deep.config(${nested("{ n: 1 }")});
    deep.config(mkIf(({ config }) => config.${path}.on, ${nested(`{ n: ({ config }) => config.${path}.n }`)}));
    deep.config(${levels.map((name) => `mkForce({ ${name}: `).join("")} mkMerge([{ n: 1 }])${" })".repeat(depth)});
    // @ts-expect-error a misspelt option at the bottom
    deep.config(${nested("{ n: 1, m: 1 }")});
    // @ts-expect-error a wrong value at the bottom, in a property
    deep.config(mkIf(true, ${nested('{ n: mkDefault("1") }')}));
    // @ts-expect-error a misspelt name is read
    deep.config(${nested(`{ n: ({ config }) => config.${path}.m }`)});
  `;
}

function submodulesText(): string {
  const below = depth - 1;
  const bottom = "defineSubmodule({ options: { n: mkOption({ type: types.int }) } })";
  const modules = levels.map((name, at) =>
    at === 0
      ? `const ${name} = ${bottom}.config({ n: mkDefault(({ name }) => name.length) });`
      : `const ${name} = defineSubmodule({ options: { sub: mkOption({ type: types.attrsOf(types.submodule(l${at - 1})) }) } });`,
  );
  const value = (inner: string): string => `${'{ sub: { "a": '.repeat(below)}${inner}${" } }".repeat(below)}`;
  return `${imports}
    ${modules.join("\n")}
    const top = mkOption({ type: types.submodule(l${below}) });
    const deep = defineModule({ options: { top, n: mkOption({ type: types.int }) } });
    deep.config({ top: ${value("{ n: ({ config }) => config.n }")} });
    deep.config({ top: ${value("mkIf(({ config }) => config.n > 0, { n: 1 })")} });
    deep.config({ n: ({ config }) => config.top${'.sub["a"]!'.repeat(below)}.n });
    // @ts-expect-error a misspelt option at the bottom
    deep.config({ top: ${value("{ n: 1, m: 1 }")} });
    // @ts-expect-error a wrong value at the bottom
    deep.config({ top: ${value('{ n: "1" }')} });
  `;
}

const argumentsText = `${imports}
  declare module "confix" { interface ModuleArguments { readonly region: "eu" | "us" } }
  const site = defineSubmodule({ options: { root: mkOption({ type: types.str }) } });
  site.config({ root: ({ region, name }) => region + name });
  const web = defineModule({ options: { host: mkOption({ type: types.str, default: ({ region }) => region }) } });
  web.config(mkIf(({ region }) => region === "eu", { host: ({ region }) => region }));
  // @ts-expect-error no such region
  web.config(mkIf(({ region }) => region === "asia", {}));
  // @ts-expect-error no such argument
  web.config({ host: ({ regoin }) => regoin });
`;

const wrongText = `${imports}
  const options = { web: { port: mkOption({ type: types.port }), host: mkOption({ type: types.str }) } };
  defineModule({ options }).config(mkIf(true, { web: {
    port: 80,
    hots: "x",
  } }));
  defineModule({ options }).config({ web: {
    port: "80",
  } });
`;

let errors: readonly string[] = [];

beforeAll(() => {
  errors = compile({
    "sets.ts": setsText(),
    "submodules.ts": submodulesText(),
    "arguments.ts": argumentsText,
    "wrong.ts": wrongText,
  }).errors;
}, 120_000);

test.each([
  ["20 nested sets of options", "sets.ts"],
  ["20 nested submodules", "submodules.ts"],
  ["module arguments of a project", "arguments.ts"],
])("%s are typed", (_what, file) => {
  expect(errors.filter((error) => error.startsWith(file))).toEqual([]);
});

test("a wrong program does not compile, and the error stands where the mistake is", () => {
  const places = errors.filter((error) => error.startsWith("wrong.ts")).map((error) => error.split(":")[0]);
  expect(places).toEqual(["wrong.ts(5,5)", "wrong.ts(8,5)"]);
});

test("Confix itself compiles with the settings it gives users", () => {
  expect(errors.filter((error) => !/^(?:sets|submodules|arguments|wrong)\.ts/.test(error))).toEqual([]);
});
