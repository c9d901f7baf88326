// Values that are handed through.
import { mkForce, mkIf, mkMerge, mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

export default defineGroup({
  number: "50",
  title: "raw",
  files: {
    raw: {
      options: {
        processedToplevel: mkOption({ type: types.raw }),
        unprocessedNesting: mkOption({ type: types.raw }),
        multiple: mkOption({ type: types.raw }),
        priorities: mkOption({ type: types.raw }),
        unprocessedNestingEvaluates: mkOption({
          default: ({ config }) => ({ success: "foo" in config.unprocessedNesting }),
        }),
      },
      config: {
        processedToplevel: mkIf(true, 10),
        unprocessedNesting: {
          foo: (): never => {
            throw new Error("foo");
          },
        },
        multiple: mkMerge(["foo", "foo"]),
        priorities: mkMerge(["foo", mkForce("bar")]),
      },
    },
  },
  cases: [
    gives("config.unprocessedNestingEvaluates.success", ["raw"], true),
    gives("config.processedToplevel", ["raw"], 10),
    fails("config.multiple", ["raw"], [{ code: "not-unique", path: "multiple", files: ["raw"] }]),
    gives("config.priorities", ["raw"], "bar"),
  ],
});
