// Options that nothing defines, of types with an empty value.
import { mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

export default defineGroup({
  number: "48",
  title: "implicit defaults",
  files: {
    defaults: {
      options: {
        list: mkOption({ type: types.listOf(types.int) }),
        attrs: mkOption({ type: types.attrs }),
        attrsOf: mkOption({ type: types.attrsOf(types.int) }),
        null: mkOption({ type: types.nullOr(types.int) }),
        submodule: mkOption({ type: types.submodule({}) }),
        submoduleWithDefaults: mkOption({
          type: types.submodule({
            options: {
              enabled: mkOption({ type: types.bool, default: true }),
              count: mkOption({ type: types.int, default: 13 }),
            },
          }),
        }),
        unique: mkOption({ type: types.unique({ message: "hi" }, types.listOf(types.int)) }),
        coercedTo: mkOption({
          type: types.coercedTo(types.attrsOf(types.int), (set) => Object.keys(set), types.listOf(types.str)),
        }),
        int: mkOption({ type: types.int }),
        result: mkOption({
          type: types.str,
          default: ({ config: { submoduleWithDefaults } }) => JSON.stringify(submoduleWithDefaults),
        }),
      },
    },
  },
  cases: [
    gives("config.list", ["defaults"], []),
    gives("config.attrs", ["defaults"], {}),
    gives("config.attrsOf", ["defaults"], {}),
    gives("config.null", ["defaults"], null),
    gives("config.submodule", ["defaults"], {}),
    gives("config.unique", ["defaults"], []),
    gives("config.coercedTo", ["defaults"], []),
    fails("config.int", ["defaults"], [{ code: "missing-value", path: "int", files: ["defaults"] }]),
    gives("config.result", ["defaults"], '{"count":13,"enabled":true}'),
  ],
});
