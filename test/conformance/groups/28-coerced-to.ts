// Values that are turned into another form.
import { mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

function toInt(text: string): number {
  if (!/^-?\d+$/u.test(text)) throw new Error("no integer");
  return Number(text);
}

export default defineGroup({
  number: "28",
  title: "coercedTo",
  files: {
    "declare-coerced-value": {
      options: {
        value: mkOption({ type: types.coercedTo(types.int, (value) => String(value), types.str), default: 42 }),
      },
    },
    "declare-coerced-value-no-default": {
      options: { value: mkOption({ type: types.coercedTo(types.int, (value) => String(value), types.str) }) },
    },
    "declare-coerced-value-unsound": {
      options: { value: mkOption({ type: types.coercedTo(types.str, toInt, types.ints.s8), default: "12" }) },
    },
    "define-value-string-bigint": { value: "1000" },
    "define-value-string-arbitrary": { value: "foobar" },
  },
  cases: [
    gives("config.value", ["declare-coerced-value"], "42"),
    gives("config.value", ["declare-coerced-value", "define-value-string"], "24"),
    fails(
      "config.value",
      ["declare-coerced-value", "define-value-list"],
      [{ code: "wrong-type", path: "value", files: ["define-value-list"] }],
    ),
    fails(
      "config.value",
      ["declare-coerced-value", "declare-coerced-value-no-default"],
      [
        {
          code: "incompatible-declarations",
          path: "value",
          files: ["declare-coerced-value", "declare-coerced-value-no-default"],
          data: { attribute: "type" },
        },
      ],
    ),
    gives("config.value", ["declare-coerced-value-unsound"], 12),
    fails(
      "config.value",
      ["declare-coerced-value-unsound", "define-value-string-bigint"],
      [{ code: "wrong-type", path: "value", files: ["define-value-string-bigint"] }],
    ),
    fails(
      "config.value",
      ["declare-coerced-value-unsound", "define-value-string-arbitrary"],
      [
        {
          code: "value-threw",
          path: "value",
          files: ["define-value-string-arbitrary"],
          data: { message: "no integer" },
        },
      ],
    ),
  ],
});
