// Each side of a choice of types.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "19",
  title: "either, oneOf",
  files: {
    "declare-either": { options: { value: mkOption({ type: types.either(types.int, types.str) }) } },
    "declare-oneOf": {
      options: { value: mkOption({ type: types.oneOf([types.int, types.listOf(types.int), types.str]) }) },
    },
  },
  cases: [
    gives("config.value", ["declare-either", "define-value-int-positive"], 42),
    gives("config.value", ["declare-either", "define-value-string"], "24"),
    gives("config.value", ["declare-oneOf", "define-value-int-positive"], 42),
    gives("config.value", ["declare-oneOf", "define-value-list"], []),
    gives("config.value", ["declare-oneOf", "define-value-string"], "24"),
  ],
});
