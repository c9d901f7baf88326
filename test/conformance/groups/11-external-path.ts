// Absolute paths outside the Nix store.
import { mkOption, types } from "confix";
import { type Case, defineGroup, fails, gives } from "../case.ts";
import { pathsByName, storePaths } from "../store-paths.ts";

const good = ["/foo/bar", "/"];
const bad = [...storePaths.inside, "", "./foo/bar"];

function refuses(name: string): Case {
  const path = `externalPath.${name}`;
  return fails(
    `config.${path}`,
    ["types"],
    [{ code: "wrong-type", path, files: ["types"], data: { type: "absolute path not in the Nix store" } }],
  );
}

export default defineGroup({
  number: "11",
  title: "externalPath",
  files: {
    types: {
      options: { externalPath: mkOption({ type: types.lazyAttrsOf(types.externalPath) }) },
      config: { externalPath: { ...pathsByName("ok", good), ...pathsByName("bad", bad) } },
    },
  },
  cases: [
    ...good.map((path, at) => gives(`config.externalPath.ok${at + 1}`, ["types"], path)),
    ...bad.map((_path, at) => refuses(`bad${at + 1}`)),
  ],
});
