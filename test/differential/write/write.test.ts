import { expect, test } from "vitest";
import type { CaseDescription, Expression, ModuleDescription, OptionDescription } from "../description/description.ts";
import { writeNix } from "./nix.ts";
import { writeTypeScript } from "./typescript.ts";

const option: OptionDescription = {
  type: { type: "listOf", of: { type: "plain", name: "int" } },
  default: null,
  apply: null,
  description: null,
  isReadOnly: false,
  internal: null,
  visible: null,
};
const module: ModuleDescription = {
  id: "m0",
  key: null,
  isKeyHidden: false,
  class: null,
  form: "object",
  isFile: false,
  isShort: false,
  imports: [],
  disabled: [],
  renames: [],
  options: [],
  config: null,
  freeform: null,
};
const caseOf = (...modules: readonly ModuleDescription[]): CaseDescription => ({
  level: { modules, roots: modules.map(({ id }) => id), plan: { options: [], freeform: null } },
  specialArgs: [["on", true]],
  prefix: ["p"],
  class: "host",
  extension: [],
});
const text = (value: string): Expression => ({ is: "scalar", value });

test("a case says the same in both languages", () => {
  const config: Expression = {
    is: "set",
    entries: [
      ["a", { is: "override", priority: 50, content: { is: "list", items: [{ is: "scalar", value: -1 }] } }],
      ["x y", { is: "order", priority: 7, content: text('${"\n') }],
      ["b", { is: "if", condition: { code: "config", path: ["on", "if"] }, content: { is: "merge", contents: [] } }],
      ["__proto__", { is: "computed", code: { code: "argument", name: "on" } }],
    ],
  };
  const written = caseOf({ ...module, key: "k", options: [[["n", "a"], option]], config });
  expect(writeNix(written).expression).toBe(
    `let
  m0 = { config, on, ... }: { _file = "m0"; key = "k"; options = { n = { a = lib.mkOption { type = (lib.types.listOf lib.types.int); }; }; }; config = { a = lib.mkForce [ (-1) ]; "x y" = lib.mkOrder 7 "\\\${\\"\\n"; b = lib.mkIf config."on"."if" (lib.mkMerge [ ]); __proto__ = on; }; };
in lib.evalModules { modules = [ m0 ]; specialArgs = { on = true; }; prefix = [ "p" ]; class = "host"; }`,
  );
  expect(writeTypeScript(written)).toBe(
    `const m0 = { _file: "m0", key: "k", options: { n: { a: mkOption({ type: types.listOf(types.int) }) } }, config: { a: mkForce([-1]), "x y": mkOrder(7, "\${\\"\\n"), b: mkIf((args) => args.config.on.if, mkMerge([])), ["__proto__"]: (args) => args.on } };
return evalModules({ modules: [m0], specialArgs: { on: true }, prefix: ["p"], class: "host" });`,
  );
});

test("a module without options may be the set of its definitions, unless a name there means something else", () => {
  const short = (name: string) =>
    caseOf({ ...module, isShort: true, config: { is: "set", entries: [[name, text("v")]] } });
  expect(writeNix(short("a")).expression).toContain(`{ _file = "m0"; a = "v"; }`);
  expect(writeTypeScript(short("a"))).toContain(`{ _file: "m0", a: "v" }`);
  expect(writeNix(short("imports")).expression).toContain(`config = { imports = "v"; }`);
  expect(writeTypeScript(short("imports"))).toContain(`config: { imports: "v" }`);
});

test("a list type that is computed at once is so for Nix only", () => {
  const atOnce: OptionDescription = {
    ...option,
    type: { type: "listOf", of: { type: "plain", name: "int" }, isAtOnce: true },
  };
  const written = caseOf({ ...module, options: [[["a"], atOnce]] });
  expect(writeNix(written).expression).toContain("builtins.foldl'");
  expect(writeTypeScript(written)).toContain("types.listOf(types.int)");
});

test("a module in a file of its own is named by its path", () => {
  const written = caseOf({ ...module, isFile: true, disabled: [{ how: "file", id: "m0" }] });
  const { expression, files } = writeNix(written);
  expect(expression).toContain("m0 = /files-of-the-case/m0.nix;");
  expect(files.map(([name]) => name)).toEqual(["m0.nix"]);
  expect(files[0]?.[1]).toMatch(/in \{ \.\.\. \}: \{ _file = "m0"; disabledModules = \[ m0 \];/);
  expect(writeTypeScript(written)).toContain(`const m0 = "/files-of-the-case/m0.nix";`);
  expect(writeTypeScript(written)).toContain(`const files = { "/files-of-the-case/m0.nix": { _file: "m0",`);
});
