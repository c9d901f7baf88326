// Integers of a range.
import { mkOption, types } from "confix";
import { defineGroup, fails, gives, type Problem } from "../case.ts";

const negative = "define-value-int-negative";
const positive = "define-value-int-positive";
const zero = "define-value-int-zero";

function notOfType(type: string, file: string): readonly Problem[] {
  return [{ code: "wrong-type", path: "value", files: [file], data: { type } }];
}

export default defineGroup({
  number: "18",
  title: "ints",
  files: { "declare-int-between-value": { options: { value: mkOption({ type: types.ints.between(-21, 43) }) } } },
  cases: [
    gives("config.value", ["declare-int-unsigned-value", positive], 42),
    fails(
      "config.value",
      ["declare-int-unsigned-value", negative],
      notOfType("unsigned integer, meaning >=0", negative),
    ),
    fails("config.value", ["declare-int-positive-value", zero], notOfType("positive integer, meaning >0", zero)),
    gives("config.value", ["declare-int-between-value", positive], 42),
    fails(
      "config.value",
      ["declare-int-between-value", negative],
      notOfType("integer between -21 and 43 (both inclusive)", negative),
    ),
  ],
});
