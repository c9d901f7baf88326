// What types tell of a value beside the value.
import { mkOption, type Option, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const plain = "types-valueMeta";
const composed = "composed-types-valueMeta";
const evaluated = "valueMeta.attrs.foo.configuration.options.bar.value";

const module = types.submodule({ options: { bar: mkOption({ type: types.int }) } });
const set = mkOption({ type: types.attrsOf(module) });
const list = mkOption({ type: types.listOf(module) });

function again<T, I>(option: Option<T, I>): Option<T, I> {
  return { ...option };
}

function barOfFirst(name: string): Option<unknown> {
  return mkOption({ default: ({ options }) => options[name].valueMeta.list[0].configuration.options.bar.value });
}

export default defineGroup({
  number: "66a",
  title: "valueMeta",
  files: {
    [plain]: {
      options: {
        str: mkOption({ type: types.str }),
        attrsOf: mkOption({ type: types.attrsOf(types.str), default: { foo: "foo", bar: "bar" } }),
        attrsOfResult: mkOption({ default: ({ options }) => Object.keys(options.attrsOf.valueMeta.attrs) }),
        listOf: mkOption({ type: types.listOf(types.str), default: ["foo", "bar"] }),
        listOfResult: mkOption({ default: ({ options }) => options.listOf.valueMeta.list.length }),
      },
    },
    [composed]: {
      imports: [
        {
          options: { attrsOfModule: set, mergedAttrsOfModule: set, listOfModule: list, mergedListOfModule: list },
        },
        { options: { mergedAttrsOfModule: again(set), mergedListOfModule: again(list) } },
        { attrsOfModule: { foo: { bar: 42 } }, mergedAttrsOfModule: { foo: { bar: 42 } } },
        {
          options: { listResult: barOfFirst("listOfModule"), mergedListResult: barOfFirst("mergedListOfModule") },
          config: { listOfModule: [{ bar: 42 }], mergedListOfModule: [{ bar: 42 }] },
        },
      ],
    },
  },
  cases: [
    gives("options.str.valueMeta", [plain], {}),
    gives("config.attrsOfResult", [plain], ["bar", "foo"]),
    gives("config.listOfResult", [plain], 2),
    gives(`options.attrsOfModule.${evaluated}`, [composed], 42),
    gives(`options.mergedAttrsOfModule.${evaluated}`, [composed], 42),
    gives("config.listResult", [composed], 42),
    gives("config.mergedListResult", [composed], 42),
  ],
});
