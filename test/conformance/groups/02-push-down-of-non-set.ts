// What stands under a condition around all definitions must be a set.
import { mkIf } from "confix";
import { defineGroup, fails } from "../case.ts";

export default defineGroup({
  number: "2",
  title: "push-down of non-set",
  files: { "test-push-down-non-attrs": { config: mkIf(true, true) } },
  cases: [
    fails(
      "config",
      ["test-push-down-non-attrs"],
      [{ code: "definition-not-a-set", path: "", files: ["test-push-down-non-attrs"] }],
    ),
  ],
});
