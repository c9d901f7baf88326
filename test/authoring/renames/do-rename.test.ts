// Options under an old or a second name.
import {
  doRename,
  mkAliasOptionModule,
  mkBefore,
  mkDefault,
  mkForce,
  mkIf,
  mkOption,
  mkRenamedOptionModule,
  mkRenamedOptionModuleWith,
  types,
} from "confix";
import { describe, expect, test } from "vitest";
import assertions from "../../../modules/assertions.ts";
import { dataOf, evaluate, type Given, read } from "../../evaluate/evaluation.ts";
import { codesOf, diagnosticOf, problemOf } from "../../evaluate/problems.ts";

const list = (): object => mkOption({ type: types.listOf(types.int), default: [] });
const target = { options: { b: list() } };
const alias = mkAliasOptionModule(["a"], ["b"]);

describe("definitions of the old name", () => {
  test("reach the option it stands for", () => {
    expect(dataOf(evaluate(target, alias, { a: [1] }))).toEqual({ b: [1] });
  });

  test("stand as one block at the place of the alias", () => {
    expect(dataOf(evaluate(alias, target, { a: [1] }, { b: [2] }, { a: [3] }))).toEqual({ b: [2, 3, 1] });
  });

  test("keep their priority", () => {
    expect(dataOf(evaluate(target, alias, { a: mkForce([1]) }, { b: [2] }))).toEqual({ b: [1] });
    expect(dataOf(evaluate(target, alias, { a: mkDefault([1]) }, { b: [2] }))).toEqual({ b: [2] });
    expect(dataOf(evaluate(target, alias, { a: mkDefault([1]) }))).toEqual({ b: [1] });
  });

  test("lose it without withPriority", () => {
    const plain = doRename({ from: ["a"], to: ["b"], visible: true, warn: false, withPriority: false });
    expect(dataOf(evaluate(target, plain, { a: mkDefault([1]) }, { b: [2] }))).toEqual({ b: [2, 1] });
  });

  test("count only where their condition holds", () => {
    expect(dataOf(evaluate(target, alias, { a: mkIf(false, [1]) }))).toEqual({ b: [] });
    const conditional = { config: { a: mkIf(({ config }: Given) => config["on"], [1]) } };
    const on = { options: { on: mkOption({ type: types.bool, default: true }) } };
    expect(dataOf(evaluate(target, alias, conditional, on))).toEqual({ b: [1], on: true });
  });

  test("do not count where the rename's own condition is false", () => {
    const never = doRename({ from: ["a"], to: ["b"], visible: true, warn: false, condition: false });
    expect(dataOf(evaluate(target, never, { a: [1] }))).toEqual({ b: [] });
    const asked = doRename({
      from: ["a"],
      to: ["b"],
      visible: true,
      warn: false,
      condition: ({ config }) => config.on,
    });
    const on = { options: { on: mkOption({ type: types.bool, default: false }) } };
    expect(dataOf(evaluate(target, asked, on, { a: [1] }))).toEqual({ b: [], on: false });
    expect(dataOf(evaluate(target, asked, on, { a: [1], on: true }))).toEqual({ b: [1], on: true });
  });

  test("a definition that is of the wrong type is reported where it stands", () => {
    const evaluation = evaluate(target, alias, { _file: "/site.ts", a: "x" });
    expect(problemOf(() => read(evaluation, "b"))).toEqual({ code: "wrong-type", path: "b", files: ["/site.ts"] });
  });

  test("follow a chain of renames", () => {
    const chain = [mkRenamedOptionModule(["older"], ["a"]), alias];
    expect(dataOf(evaluate(target, ...chain, { older: mkForce([1]) }, { b: [2] }))).toEqual({ b: [1] });
  });

  test("fail, if the option it stands for does not exist, as the rename's fault", () => {
    const missing = { code: "rename-target-missing", path: "a" };
    expect(problemOf(() => read(evaluate(alias), ""))).toMatchObject(missing);
    expect(problemOf(() => read(evaluate(alias, { a: [1] }), ""))).toMatchObject(missing);
    const deep = mkAliasOptionModule(["old", "a"], ["x", "y", "z"]);
    const { data } = diagnosticOf(() => read(evaluate(deep, { options: { xx: list() } }), ""));
    expect(data).toEqual({ target: "x.y.z", suggestions: ["xx.y.z"] });
  });

  test("are reported beside the rename, where somebody else defines the missing option as well", () => {
    const { diagnostics } = evaluate(alias, { a: [1] }, { b: [2] }).output();
    expect(codesOf(diagnostics)).toEqual(["rename-target-missing a", "undeclared-option b"]);
  });
});

describe("what stands below the option of the new name", () => {
  const sets = { options: { b: mkOption({ type: types.attrsOf(types.listOf(types.int)), default: {} }) } };
  const below = mkAliasOptionModule(["a"], ["b", "x"]);

  test("can be renamed too", () => {
    expect(dataOf(evaluate(sets, below, { a: [1] }, { b: { y: [2] } }))).toEqual({ b: { x: [1], y: [2] } });
  });

  test("does not come into being where nothing defines the old name", () => {
    expect(dataOf(evaluate(sets, below, { b: { y: [2] } }))).toEqual({ b: { y: [2] } });
  });
});

describe("reading the old name", () => {
  test("gives the value of the new one, whoever defined it", () => {
    expect(read(evaluate(target, alias, { b: [2] }), "a")).toEqual([2]);
    expect(read(evaluate(target, alias, { a: [1] }, { b: [2] }), "a")).toEqual([2, 1]);
    expect(read(evaluate(target, alias), "a")).toEqual([]);
  });

  test("gives what `use` makes of it", () => {
    const first = doRename({ from: ["a"], to: ["b"], visible: true, warn: false, use: (value) => [value] });
    expect(read(evaluate(target, first, { b: [2] }), "a")).toEqual([[2]]);
  });

  test("says what is missing, if the new one does not exist and nobody checks that", () => {
    const unchecked = { config: { _module: { check: false } } };
    const evaluation = evaluate(mkAliasOptionModule(["a", "old"], ["b", "new"]), { options: { b: {} } }, unchecked);
    const { code, path, data } = diagnosticOf(() => read(evaluation, "a.old"));
    expect({ code, path, data }).toEqual({
      code: "rename-target-missing",
      path: ["a", "old"],
      data: { target: "b.new" },
    });
  });
});

describe("a set of options", () => {
  const set = { options: { b: { x: mkOption({ type: types.int, default: 0 }), y: { z: list() } } } };

  test("can be renamed as a whole", () => {
    const evaluation = evaluate(
      set,
      alias,
      { a: { x: 1, y: { z: [1] } } },
      { a: { y: { z: [2] } } },
      { b: { y: { z: [3] } } },
    );
    expect(dataOf(evaluation)).toEqual({ b: { x: 1, y: { z: [3, 2, 1] } } });
    expect(read(evaluation, "a.y.z")).toEqual([3, 2, 1]);
    expect(dataOf(evaluate(set, alias))).toEqual({ b: { x: 0, y: { z: [] } } });
  });

  test("is decided as a whole where the whole has a priority", () => {
    const modules = [{ a: { x: 1, y: { z: [1] } } }, { a: mkForce({ y: { z: [2] } }) }, { b: { y: { z: [3] } } }];
    expect(dataOf(evaluate(set, alias, ...modules))).toEqual({ b: { x: 0, y: { z: [2] } } });
  });

  test("takes properties and functions at any depth", () => {
    const module = {
      config: {
        a: {
          x: mkIf(({ config }: Given) => config["b"].y.z.length > 0, mkDefault(1)),
          y: () => mkIf(true, { z: mkBefore(({ config }: Given) => [config["n"] as unknown]) }),
        },
      },
    };
    const n = { options: { n: mkOption({ type: types.int, default: 7 }) } };
    const evaluation = evaluate(set, alias, n, module, { b: { y: { z: [3] } } });
    expect(dataOf(evaluation)).toEqual({ b: { x: 1, y: { z: [7, 3] } }, n: 7 });
    expect((evaluation.options as Given)["b"].x.highestPrio).toBe(1000);
  });

  test("refuses a name it does not have, under the old name", () => {
    const evaluation = evaluate(set, alias, { _file: "/site.ts", a: { y: { zz: 1 } } });
    expect(problemOf(() => read(evaluation, "b.y.z"))).toEqual({
      code: "undeclared-option",
      path: "a.y.zz",
      files: ["/site.ts"],
    });
    expect(diagnosticOf(() => read(evaluation, "b.y.z")).data["suggestions"]).toEqual(["a.y.z"]);
  });

  test("refuses what is no set", () => {
    const evaluation = evaluate(set, alias, { a: { y: 1 } });
    expect(problemOf(() => read(evaluation, "b.y.z"))).toMatchObject({ code: "definition-not-a-set", path: "a.y" });
  });
});

describe("in a submodule", () => {
  const site = {
    imports: [mkRenamedOptionModule(["dir"], ["roots"])],
    options: { roots: mkOption({ type: types.listOf(types.str), default: [] }), n: mkOption({ default: "inner" }) },
  };
  const sites = {
    options: { n: mkOption({ default: "outer" }), sites: mkOption({ type: types.attrsOf(types.submodule(site)) }) },
  };

  test("works, and functions keep the arguments of the module in which they are written", () => {
    const module = { config: { sites: { x: { dir: ["/a", ({ config }: Given) => config["n"] as unknown] } } } };
    expect(dataOf(evaluate(sites, module))).toEqual({
      n: "outer",
      sites: { x: { n: "inner", roots: ["/a", "outer"] } },
    });
  });

  test("warns when everything is checked, with the path from the root", () => {
    const evaluation = evaluate(sites, { _file: "/site.ts", sites: { x: { dir: ["/a"] } } });
    const [warning, ...others] = evaluation.diagnostics({ force: true });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: "option-renamed", path: ["sites", "x", "dir"] });
    expect(warning?.data).toMatchObject({ from: "sites.x.dir", to: "sites.x.roots", files: ["/site.ts"] });
  });
});

describe("warnings", () => {
  const renamed = mkRenamedOptionModule(["old", "a"], ["b"]);
  const used = { _file: "/site.ts", old: { a: [1] } };

  test("are added to the option `warnings` where there is one", () => {
    const evaluation = evaluate(target, assertions, renamed, used);
    expect(read(evaluation, "warnings")).toEqual(["The option `old.a`, defined in `/site.ts`, is now called `b`."]);
    expect(codesOf(evaluation.diagnostics({ force: true }))).toEqual(["option-renamed old.a"]);
  });

  test("are said when everything is checked where there is none", () => {
    expect(codesOf(evaluate(target, renamed, used).diagnostics({ force: true }))).toEqual(["option-renamed old.a"]);
  });

  test("are not said where nothing defines the old name", () => {
    const hidden = { old: { a: mkIf(false, [1]) } };
    expect(evaluate(target, renamed, hidden).diagnostics({ force: true })).toEqual([]);
    expect(evaluate(target, assertions, renamed, hidden).diagnostics({ force: true })).toEqual([]);
  });

  test("are not said of a name for what does not exist: that is reported as such", () => {
    const evaluation = evaluate(mkRenamedOptionModule(["old"], ["nowhere"]), { old: 1 });
    expect(codesOf(evaluation.diagnostics({ force: true }))).toEqual(["rename-target-missing old"]);
  });

  test("name all places where the old name is defined", () => {
    const again = { _file: "/again.ts", old: { a: [2] } };
    const [warning] = evaluate(target, assertions, renamed, used, again).diagnostics({ force: true });
    expect(warning?.related.map(({ origin }) => origin.file).toSorted()).toEqual(["/again.ts", "/site.ts"]);
  });

  test("are not said of an alias", () => {
    expect(evaluate(target, alias, { a: [1] }).diagnostics({ force: true })).toEqual([]);
  });

  test("wait until every supported release knows the new name", () => {
    const with24 = (oldestSupportedRelease?: number): readonly unknown[] => {
      const dated = { from: ["a"], to: ["b"], sinceRelease: 2405 };
      const rename = { ...dated, ...(oldestSupportedRelease !== undefined && { oldestSupportedRelease }) };
      return evaluate(target, mkRenamedOptionModuleWith(rename), { a: [1] }).diagnostics({ force: true });
    };
    expect(with24(2311)).toHaveLength(0);
    expect(with24(2405)).toHaveLength(1);
    expect(with24()).toHaveLength(1);
  });
});

describe("the old option", () => {
  test("is left out of the printed result, and hidden from documentation unless it is an alias", () => {
    const both = [target, alias, mkRenamedOptionModule(["old"], ["b"])];
    const { options } = evaluate(...both);
    expect(dataOf(evaluate(...both))).toEqual({ b: [] });
    expect((options as Given)["a"]).toMatchObject({ visible: true, obsolete: true });
    expect((options as Given)["old"]).toMatchObject({ visible: false, obsolete: true });
    expect((options as Given)["a"].description).toBe("Alias of {option}`b`.");
  });

  test("has the type of the new one", () => {
    const { options } = evaluate(target, alias);
    expect((options as Given)["a"].type.description).toBe("list of signed integer");
  });

  test("may be declared once more, without attributes", () => {
    expect(dataOf(evaluate(target, alias, { options: { a: mkOption() }, config: { a: [1] } }))).toEqual({ b: [1] });
  });

  test("is declared in the file that calls the function", () => {
    const { options } = evaluate(target, mkRenamedOptionModule(["old"], ["b"]), alias);
    expect((options as Given)["old"].declarations).toEqual([import.meta.filename]);
    expect((options as Given)["a"].declarations).toEqual([import.meta.filename]);
  });
});

test("arguments of the wrong kind are refused", () => {
  // The casts: TypeScript would refuse them as well.
  expect(problemOf(() => mkAliasOptionModule("a.b" as unknown as string[], ["b"])).code).toBe("bad-argument");
  expect(problemOf(() => mkAliasOptionModule([], ["b"])).code).toBe("bad-argument");
  expect(problemOf(() => mkRenamedOptionModule(["a"], [1] as unknown as string[])).code).toBe("bad-argument");
  const misspelt = { from: ["a"], to: ["b"], visible: true, warn: false, withPriorty: false };
  expect(diagnosticOf(() => doRename(misspelt)).data["suggestions"]).toEqual(["withPriority"]);
});
