// Declarations as values.
import { mkOption, types } from "confix";
import { defineGroup, fails } from "../case.ts";

export default defineGroup({
  number: "54",
  title: "optionDeclaration",
  files: {
    option: {
      options: {
        theOption: mkOption({ type: types.optionDeclaration }),
        anOption: ({ config }) => config.theOption,
      },
      config: { theOption: mkOption({ type: types.int }), anOption: 10 },
    },
    "option#bad": {
      options: {
        theOption: mkOption({ type: types.optionDeclaration }),
        aBadOptionDef: mkOption({ type: types.optionDeclaration }),
      },
      config: { theOption: mkOption({ type: types.int }), aBadOptionDef: ({ options }) => options.theOption },
    },
  },
  cases: [
    fails(
      "config.anOption",
      ["option"],
      [{ code: "early-read", path: null, files: ["option"], data: { read: "theOption", kind: "option" } }],
      { differs: "`options` and `imports` may depend" },
    ),
    fails(
      "config.aBadOptionDef",
      ["option#bad"],
      [{ code: "wrong-type", path: "aBadOptionDef", files: ["option#bad"], data: { type: "option declaration" } }],
    ),
  ],
});
