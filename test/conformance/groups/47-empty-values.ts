// Members of a lazy set that no definition applies to.
import { mkIf, mkOption, type Option, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { defineGroup, fails, gives, type Problem } from "../case.ts";

function setOf(type: AnyOptionType): Option<unknown> {
  return mkOption({ type: types.lazyAttrsOf(type) });
}

const nothing = { a: mkIf(false, null) };

function missing(path: string): readonly Problem[] {
  return [{ code: "missing-value", path, files: ["emptyValues"] }];
}

export default defineGroup({
  number: "47",
  title: "emptyValue",
  files: {
    emptyValues: {
      options: {
        int: setOf(types.int),
        list: setOf(types.listOf(types.int)),
        nonEmptyList: setOf(types.nonEmptyListOf(types.int)),
        attrs: setOf(types.attrsOf(types.int)),
        null: setOf(types.nullOr(types.int)),
        submodule: setOf(types.submodule({})),
      },
      config: {
        int: nothing,
        list: nothing,
        nonEmptyList: nothing,
        attrs: nothing,
        null: nothing,
        submodule: nothing,
      },
    },
  },
  cases: [
    gives("config.list.a", ["emptyValues"], []),
    gives("config.attrs.a", ["emptyValues"], {}),
    gives("config.null.a", ["emptyValues"], null),
    gives("config.submodule.a", ["emptyValues"], {}),
    fails("config.int.a", ["emptyValues"], missing("int.a")),
    fails("config.nonEmptyList.a", ["emptyValues"], missing("nonEmptyList.a")),
  ],
});
