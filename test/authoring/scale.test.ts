// A thousand options in fifty modules that import one another stay cheap to compile, whoever imports whom.
import { beforeAll, expect, test } from "vitest";
import { compile } from "./compile.ts";

const moduleCount = 50;
const optionCount = 20;

/** Types of options, each with a value of it. */
const kinds: readonly (readonly [type: string, value: string])[] = [
  ["types.str", '"x"'],
  ["types.int", "3"],
  ["types.bool", "true"],
  ["types.port", "80"],
  ["types.listOf(types.str)", '["a"]'],
  ['types.enum(["a", "b"])', '"a"'],
  ["types.nullOr(types.str)", "null"],
  ["types.attrsOf(types.str)", '{ a: "b" }'],
];

function kindOf(at: number): readonly [type: string, value: string] {
  return kinds[at % kinds.length] ?? ["types.raw", "1"];
}

/** A module with options of all kinds, which defines its own in several ways and one of each module it imports. */
function moduleText(at: number, imports: readonly number[]): string {
  const own = Array.from({ length: optionCount }, (_, option) => option);
  const options = own.map((option) => {
    const [type, value] = kindOf(option);
    return `o${option}: mkOption({ type: ${type}, default: ${value}, description: "Option ${option}." }),`;
  });
  const definitions = own.map((option) => {
    const [, value] = kindOf(option);
    const ways = [`mkDefault(${value})`, `({ config }) => config.services.s${at}.o${option}`, value];
    return `o${option}: ${ways[option % ways.length] ?? value},`;
  });
  const others = imports.map((other) => `s${other}: { o0: ({ config }) => config.services.s${at}.o0 },`);
  return [
    'import { defineModule, mkDefault, mkIf, mkOption, types } from "confix";',
    ...imports.map((other) => `import m${other} from "./m${other}.ts";`),
    `export default defineModule({`,
    `  imports: [${imports.map((other) => `m${other}`).join(", ")}],`,
    `  options: { services: { s${at}: { ${options.join("\n")} } } },`,
    `}).config(mkIf(({ config }) => config.services.s${at}.o2, {`,
    `  services: { s${at}: { ${definitions.join("\n")} }, ${others.join("\n")} },`,
    `}));`,
  ].join("\n");
}

/** A host that imports modules, reads an option of each and defines another. */
function hostText(imports: readonly number[]): string {
  const next = (at: number): number => imports[(at + 1) % imports.length] ?? 0;
  const definitions = imports.map((other, at) => `s${other}: { o0: ({ config }) => config.services.s${next(at)}.o8 },`);
  return [
    'import { defineModule } from "confix";',
    ...imports.map((other) => `import m${other} from "./m${other}.ts";`),
    `export default defineModule({ imports: [${imports.map((other) => `m${other}`).join(", ")}] }).config({`,
    `  services: { ${definitions.join("\n")} },`,
    `});`,
  ].join("\n");
}

const all = Array.from({ length: moduleCount }, (_, at) => at);

// What the sources of Confix cost by themselves; whoever installs it compiles its declarations only.
let alone = 0;

beforeAll(() => {
  alone = compile({ "host.ts": 'import "confix";' }).instantiations;
}, 120_000);

test.each([
  ["all by one host", (): readonly number[] => [], all],
  ["each by the next", (at: number): readonly number[] => (at === 0 ? [] : [at - 1]), [moduleCount - 1]],
  [
    "as a tree",
    (at: number): readonly number[] => [2 * at + 1, 2 * at + 2].filter((child) => child < moduleCount),
    [0],
  ],
])("imported %s", { timeout: 120_000 }, (_how, importsOf, hosts) => {
  const files = Object.fromEntries(all.map((at) => [`m${at}.ts`, moduleText(at, importsOf(at))]));
  const { errors, instantiations } = compile({ ...files, "host.ts": hostText(hosts) });
  expect(errors).toEqual([]);
  expect(instantiations - alone).toBeGreaterThan(moduleCount * optionCount);
  expect(instantiations - alone).toBeLessThan(500_000);
});
