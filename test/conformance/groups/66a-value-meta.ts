// What types tell of a value beside the value.
import { defineGroup, leftOut } from "../case.ts";

const leaves = ["options.str.valueMeta", "config.attrsOfResult", "config.listOfResult"];
const composed = [
  "options.attrsOfModule.valueMeta.attrs.foo.configuration.options.bar.value",
  "options.mergedAttrsOfModule.valueMeta.attrs.foo.configuration.options.bar.value",
  "config.listResult",
  "config.mergedListResult",
];
const reason = "Options have no `valueMeta`.";

export default defineGroup({
  number: "66a",
  title: "valueMeta",
  cases: [
    ...leaves.map((at) => leftOut(at, ["types-valueMeta"], reason)),
    ...composed.map((at) => leftOut(at, ["composed-types-valueMeta"], reason)),
  ],
});
