// The priority of each name of a set, without its value.
import { mergeAttrDefinitionsWithPrio, mkDefault, mkForce, mkOption } from "confix";
import { defineGroup, gives } from "../case.ts";

function bomb(): never {
  throw new Error("a value was computed");
}

export default defineGroup({
  number: "3",
  title: "priorities per attribute",
  files: {
    "test-mergeAttrDefinitionsWithPrio": {
      options: { result: mkOption({}) },
      config: {
        _module: { args: { default: mkDefault(bomb), regular: null, force: mkForce(bomb), unused: bomb } },
        result: ({ options }) => {
          const merged = mergeAttrDefinitionsWithPrio(options._module.args);
          const found = ["default", "regular", "force"].map((name) => merged[name]?.highestPrio);
          return found.join() === "1000,100,50";
        },
      },
    },
  },
  cases: [gives("config.result", ["test-mergeAttrDefinitionsWithPrio"], true)],
});
