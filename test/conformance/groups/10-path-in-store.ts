// Paths of the Nix store.
import { mkOption, types } from "confix";
import { type Case, defineGroup, fails, gives } from "../case.ts";
import { pathsByName, storePaths } from "../store-paths.ts";

const { inside, outside } = storePaths;

function refuses(name: string): Case {
  const path = `pathInStore.${name}`;
  return fails(
    `config.${path}`,
    ["types"],
    [{ code: "wrong-type", path, files: ["types"], data: { type: "path in the Nix store" } }],
  );
}

export default defineGroup({
  number: "10",
  title: "pathInStore",
  files: {
    types: {
      options: { pathInStore: mkOption({ type: types.lazyAttrsOf(types.pathInStore) }) },
      config: { pathInStore: { ...pathsByName("ok", inside), ...pathsByName("bad", outside) } },
    },
  },
  cases: [
    ...inside.map((path, at) => gives(`config.pathInStore.ok${at + 1}`, ["types"], path)),
    ...outside.map((_path, at) => refuses(`bad${at + 1}`)),
  ],
});
