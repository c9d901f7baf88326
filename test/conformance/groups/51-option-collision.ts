// An option with other options below it.
import { mkOption, types } from "confix";
import { defineGroup, fails } from "../case.ts";

const modules = ["declare-set", "declare-enable-nested"];

export default defineGroup({
  number: "51",
  title: "option collision",
  files: {
    "declare-set": {
      options: { set: mkOption({ type: types.attrsOf(types.int), default: {}, example: { a: 1 } }) },
    },
  },
  cases: [
    fails("config.set", modules, [
      {
        code: "nested-under-option",
        path: "set",
        files: modules,
        data: { type: "attribute set of signed integer", nested: ["enable"] },
      },
    ]),
  ],
});
