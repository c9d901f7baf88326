// Booleans of which one suffices.
import { mkMerge, mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "15",
  title: "boolByOr",
  files: {
    boolByOr: {
      options: { value: mkOption({ type: types.lazyAttrsOf(types.boolByOr) }) },
      config: {
        value: {
          falseFalse: mkMerge([false, false]),
          trueFalse: mkMerge([true, false]),
          falseTrue: mkMerge([false, true]),
          trueTrue: mkMerge([true, true]),
        },
      },
    },
  },
  cases: [
    gives("config.value.falseFalse", ["boolByOr"], false),
    gives("config.value.trueFalse", ["boolByOr"], true),
    gives("config.value.falseTrue", ["boolByOr"], true),
    gives("config.value.trueTrue", ["boolByOr"], true),
  ],
});
