// A module that passes the items of one attribute list on to another option, by what its type tells of them.
import { mkMerge, mkOption, types } from "confix";
import type { ModuleItem } from "../../src/model/typed.ts";

/** Of an item, written in `the-defs-file`, the option it is passed on to must refuse the value. */
export const forwardingModule: ModuleItem = {
  imports: [{ _file: "the-defs-file", config: { flags: { "my-flag": 3.14 } } }],
  options: {
    flags: mkOption({
      type: types.attrListWith({
        elemType: types.anything,
        asAttrs: true,
        mergeAttrValues: (_name, [value]) => value,
      }),
    }),
    argv: mkOption({ type: types.listOf(types.str) }),
  },
  config: { argv: ({ options }) => mkMerge(options.flags.valueMeta.definitions) },
};
