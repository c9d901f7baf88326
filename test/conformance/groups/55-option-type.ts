// Types as values, merged like those of declarations.
import { mkMerge, mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

const merging = "optionTypeMerging";
const bars = types.attrsOf(types.submodule({ options: { bar: mkOption() } }));

export default defineGroup({
  number: "55",
  title: "optionType",
  files: {
    [merging]: {
      options: {
        theType: mkOption({ type: types.optionType }),
        theOption: mkOption({ type: ({ config }) => config.theType }),
      },
      config: {
        theType: mkMerge([
          types.submodule({ options: { int: mkOption({ type: types.int, default: 10 }) } }),
          types.submodule({ options: { str: mkOption({ type: types.str }) } }),
        ]),
        theOption: { str: "hello" },
      },
    },
    optionTypeFile: {
      options: {
        theType: mkOption({ type: types.optionType }),
        theOption: mkOption({ type: ({ config }) => config.theType, default: {} }),
      },
      config: {
        theType: mkMerge([
          types.submodule({ options: { nested: mkOption({ type: types.int }) } }),
          types.submodule({ _file: "other", options: { nested: mkOption({ type: types.str }) } }),
        ]),
      },
    },
    "adhoc-freeformType-survives-type-merge": {
      options: { dummy: mkOption({ type: types.anything, default: {} }) },
      freeformType: {
        ...bars,
        merge: (...given: Parameters<typeof bars.merge>) => ({ freeformItems: bars.merge(...given) }),
      },
      config: { foo: { bar: "ok" } },
    },
  },
  cases: [
    gives("config.theOption.int", [merging], 10),
    gives("config.theOption.str", [merging], "hello"),
    fails(
      "config.theOption.nested",
      ["optionTypeFile"],
      [
        {
          code: "incompatible-declarations",
          path: "theOption.nested",
          files: ["other", "optionTypeFile"],
          data: { attribute: "type" },
        },
      ],
    ),
    gives("config.freeformItems.foo.bar", ["adhoc-freeformType-survives-type-merge"], "ok"),
  ],
});
