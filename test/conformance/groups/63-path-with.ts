// Paths of all sorts.
import { mkOption, type OptionType, types } from "confix";
import { type Case, defineGroup, fails, gives } from "../case.ts";
import { pathOf } from "../files.ts";
import { pathsByName, storePaths } from "../store-paths.ts";

const file = "pathWith";
const { inside, outside } = storePaths;
const notInside = ["/foo/bar", "/nix/store", "/nix/store/", "", "/nix/store/.links"];
const absolute = "/this/is/absolute";
const relative = "./this/is/relative";

function setOf(type: OptionType<string>): ReturnType<typeof mkOption> {
  return mkOption({ type: types.lazyAttrsOf(type) });
}

function accepts(path: string, value: string): Case {
  return gives(`config.${path}`, [file], value);
}

function refuses(path: string, type: string): Case {
  return fails(`config.${path}`, [file], [{ code: "wrong-type", path, files: [file], data: { type } }]);
}

export default defineGroup({
  number: "63",
  title: "pathWith",
  files: {
    [file]: {
      imports: [
        {
          _file: "one",
          options: {
            pathInStore: setOf(types.pathWith({ inStore: true })),
            pathNotInStore: setOf(types.pathWith({ inStore: false })),
            anyPath: setOf(types.pathWith({})),
            absolutePathNotInStore: setOf(types.pathWith({ inStore: false, absolute: true })),
            conflictingPathOptionType: mkOption({ type: types.pathWith({ absolute: true }) }),
            // In a function, because the mistake is found when the type is made.
            impossiblePathOptionType: mkOption({ type: () => types.pathWith({ inStore: true, absolute: false }) }),
          },
        },
        {
          _file: "other",
          options: {
            pathNotInStore: setOf(types.pathWith({ inStore: false, absolute: null })),
            conflictingPathOptionType: mkOption({ type: types.pathWith({ absolute: false }) }),
          },
        },
      ],
      config: {
        pathInStore: { ...pathsByName("ok", inside), ...pathsByName("bad", outside) },
        pathNotInStore: { ...pathsByName("ok", notInside), ...pathsByName("bad", inside), bad4: pathOf(file) },
        anyPath: { ok1: absolute, ok2: relative, bad1: 42 },
        absolutePathNotInStore: { ok1: absolute, bad1: relative, bad2: inside[1] },
        conflictingPathOptionType: "/foo/bar",
        impossiblePathOptionType: "/foo/bar",
      },
    },
  },
  cases: [
    ...inside.map((path, at) => accepts(`pathInStore.ok${at + 1}`, path)),
    ...outside.map((_path, at) => refuses(`pathInStore.bad${at + 1}`, "path in the Nix store")),
    ...notInside.map((path, at) => accepts(`pathNotInStore.ok${at + 1}`, path)),
    ...inside.map((_path, at) => refuses(`pathNotInStore.bad${at + 1}`, "path not in the Nix store")),
    gives("config.pathNotInStore.bad4", [file], pathOf(file), { differs: "Paths are a kind of value" }),
    accepts("anyPath.ok1", absolute),
    accepts("anyPath.ok2", relative),
    refuses("anyPath.bad1", "path"),
    accepts("absolutePathNotInStore.ok1", absolute),
    refuses("absolutePathNotInStore.bad1", "absolute path not in the Nix store"),
    refuses("absolutePathNotInStore.bad2", "absolute path not in the Nix store"),
    fails(
      "config.conflictingPathOptionType",
      [file],
      [
        {
          code: "incompatible-declarations",
          path: "conflictingPathOptionType",
          files: ["one", "other"],
          data: { attribute: "type" },
        },
      ],
    ),
    fails(
      "config.impossiblePathOptionType",
      [file],
      [
        {
          code: "bad-type-argument",
          path: "impossiblePathOptionType",
          files: ["one"],
          data: { type: "pathWith" },
        },
      ],
    ),
  ],
});
