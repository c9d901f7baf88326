// A submodule option to which other modules add options below its path.
import { mkOption, type Option, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

const declare = "declare-bare-submodule";
const nested = "declare-bare-submodule-nested-option";
const deep = "declare-bare-submodule-deep-option";
const duplicate = "declare-bare-submodule-deep-option-duplicate";
const values = "define-bare-submodule-values";
const shorthand = "define-shorthandOnlyDefinesConfig-true";

function number(value: number): Option<number> {
  return mkOption({ type: types.int, default: value });
}

export default defineGroup({
  number: "16",
  title: "bare submodule",
  files: {
    [declare]: {
      options: {
        "bare-submodule": mkOption({
          type: ({ config }) =>
            types.submoduleWith({ modules: [], shorthandOnlyDefinesConfig: config.shorthandOnlyDefinesConfig }),
          default: {},
        }),
        shorthandOnlyDefinesConfig: mkOption({ default: false }),
      },
    },
    [nested]: {
      options: {
        "bare-submodule": mkOption({
          type: ({ config }) =>
            types.submoduleWith({
              modules: [{ options: { nested: number(1) } }],
              shorthandOnlyDefinesConfig: config.shorthandOnlyDefinesConfig,
            }),
        }),
      },
    },
    [deep]: { options: { "bare-submodule": { deep: number(2) } } },
    [duplicate]: { options: { "bare-submodule": { deep: number(2) } } },
    [values]: { "bare-submodule": { nested: 42, deep: 420 } },
    [shorthand]: { shorthandOnlyDefinesConfig: true },
  },
  cases: [
    gives("config.bare-submodule.nested", [declare, nested], 1),
    gives("config.bare-submodule.deep", [declare, deep], 2),
    gives("config.bare-submodule.nested", [declare, nested, deep, values], 42),
    gives("config.bare-submodule.deep", [declare, nested, deep, values], 420),
    gives("config.bare-submodule.deep", [declare, deep, shorthand], 2),
    fails(
      "config.bare-submodule.deep",
      [declare, deep, duplicate],
      [
        {
          code: "incompatible-declarations",
          path: "bare-submodule.deep",
          files: [deep, duplicate],
          data: { attribute: "default" },
        },
      ],
    ),
  ],
});
