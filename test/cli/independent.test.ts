// What one fault must not hide: every other one that has nothing to do with it, in the same run.
import { expect, test } from "vitest";
import { check, placeOf } from "./marked-files.ts";

const head = 'import { mkForce, mkIf, mkMerge, mkOption, types } from "confix";\n';

/** What is found, in the order of the marks: each mark is the place of one diagnostic, and there are no others. */
async function expectMarked(files: Readonly<Record<string, string>>): Promise<void> {
  const { found, marks } = await check(files, ["host.ts"]);
  expect(found.map(({ origin }) => placeOf(origin)).toSorted()).toEqual(marks.toSorted());
}

const broken = 'broken: mkOption({ type: types.int, default: ⟦"x"⟧ })';

test.each([
  ["attrsOf", "types.attrsOf(types.int)"],
  ["anything", "types.submodule({ freeformType: types.attrsOf(types.int) })"],
  ["an arm of either", "types.either(types.str, types.attrsOf(types.int))"],
])("a member of %s whose condition fails", async (_name, type) => {
  await expectMarked({
    "host.ts": `${head}export default {
  options: { ${broken}, s: mkOption({ type: ${type} }) },
  config: { s: { a: ({ config }) => config.broken, b: ⟦"wrong"⟧, c: mkIf(({ config }) => config.broken > 1, 4) } },
};`,
  });
});

test("a member of anything whose condition fails", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  options: { ${broken}, s: mkOption({ type: types.anything }) },
  config: { s: { b: ⟦() => undefined⟧, c: mkIf(({ config }) => config.broken > 1, 4) } },
};`,
  });
});

test("a name beside the declared options whose condition fails", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  freeformType: types.attrsOf(types.int),
  options: { ${broken} },
  config: { b: ⟦"wrong"⟧, c: mkIf(({ config }) => config.broken > 1, 4) },
};`,
  });
});

const site =
  "types.submodule({ options: { root: mkOption({ type: types.str }), port: mkOption({ type: types.port, default: 80 }) } })";

test("a definition of the wrong type hides nothing in the others, and what it may have held is not missed", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  imports: ["./b.yaml"],
  options: { sites: mkOption({ type: types.attrsOf(${site}) }), main: mkOption({ type: ${site} }) },
  config: { sites: ⟦["oops"]⟧, main: ⟦5⟧ },
};`,
    "b.yaml": "sites:\n  blog:\n    ⟦rot⟧: /\n    port: ⟦http⟧\nmain:\n  port: ⟦ssh⟧\n",
  });
});

test("a definition that fails hides nothing in the others, and no other that fails", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  imports: ["./b.yaml", "./c.ts"],
  options: { main: mkOption({ type: ${site} }), list: mkOption({ type: types.listOf(types.int) }) },
  config: { main: ({ config }) => ({ root: ⟦config.nmae⟧ }), list: [1, ⟦"two"⟧] },
};`,
    "b.yaml": "main:\n  port: ⟦ssh⟧\n",
    "c.ts": `${head}export default { list: mkIf(({ config }) => ⟦config.naem⟧, [5]), main: () => { ⟦throw new Error("c")⟧; } };`,
  });
});

test("a member of which one definition fails hides nothing in the others", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  imports: ["./b.yaml"],
  options: { sites: mkOption({ type: types.attrsOf(${site}) }) },
  config: { sites: { a: ({ config }) => ({ root: ⟦config.nmae⟧ }) } },
};`,
    "b.yaml": "sites:\n  a:\n    ⟦prot⟧: 1\n    port: ⟦http⟧\n",
  });
});

test("what would have lost to a definition that fails is not looked into", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  imports: ["./b.yaml"],
  options: { n: mkOption({ type: types.int, default: "also wrong" }), m: mkOption({ type: types.int }) },
  config: {
    n: ({ config }) => ⟦config.nmae⟧,
    m: mkIf(({ config }) => ⟦config.naem⟧, mkForce(1)),
  },
};`,
    "b.yaml": "m: nonsense\n",
  });
});

test("an assertion that cannot be computed hides no other, nor does one that is none", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  imports: ["confix/modules/assertions"],
  config: {
    assertions: [
      { assertion: ({ config }) => ⟦config.nmae⟧ === "", message: "a" },
      ⟦{ assertion: false, message: "b" }⟧,
      { assertion: ⟦"no"⟧, message: "c" },
      ⟦"no assertion"⟧,
      mkIf(({ config }) => ⟦config.naem⟧, { assertion: false, message: "d" }),
      ⟦{ assertion: false, message: "e" }⟧,
    ],
    warnings: [⟦5⟧, ⟦"w"⟧],
  },
};`,
  });
});

test("a condition that fails hides nothing beside it in the same `mkMerge`", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  options: { list: mkOption({ type: types.listOf(types.int), default: [] }) },
  config: { list: mkMerge([[1, ⟦"a"⟧], mkIf(⟦"yes"⟧, [2]), mkMerge([[⟦"b"⟧], mkIf(false, ["c"])])]) },
};`,
  });
});

test("what stands in the place of a set of options hides nothing that others define there, or elsewhere", async () => {
  await expectMarked({
    "host.ts": `${head}export default {
  imports: ["./b.yaml", "./c.ts"],
  options: {
    services: {
      web: { port: mkOption({ type: types.port, default: 80 }), user: mkOption({ type: types.str }) },
      ssh: { port: mkOption({ type: types.port, default: 22 }) },
    },
  },
  config: { services: { web: ⟦8080⟧, ⟦ssl⟧: {} } },
};`,
    "b.yaml": "services:\n  web:\n    ⟦prot⟧: 1\n    port: ⟦http⟧\n  ssh:\n    port: ⟦x⟧\n",
    "c.ts": "export default { services: { web: ⟦[]⟧ } };",
  });
});

test("a file that cannot be loaded does not hide what is wrong with the modules that can", async () => {
  await expectMarked({
    "host.ts": `export default { imports: [⟦"./missing.ts"⟧, ⟦42⟧, ⟦undefined⟧, ⟦["./fine.ts"]⟧, "./early.ts", "./broken.json"] };`,
    "fine.ts": "export default {};",
    "early.ts": "export default ({ config }) => ({ a: ⟦config.a⟧ + 1 });",
    "broken.json": '{ "a": ⟦}⟧',
  });
});
