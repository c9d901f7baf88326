// The priority of each attribute of a set, found without computing the attributes.
import { defineGroup, leftOut } from "../case.ts";

export default defineGroup({
  number: "3",
  title: "priorities per attribute",
  cases: [
    leftOut(
      "config.result",
      ["test-mergeAttrDefinitionsWithPrio"],
      "There is no `mergeAttrDefinitionsWithPrio`: a helper for modules that print priorities.",
    ),
  ],
});
