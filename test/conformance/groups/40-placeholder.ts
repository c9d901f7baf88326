// What documentation calls the names of a set.
import { evalModules, mkOption, type Option, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { defineGroup, fails, gives } from "../case.ts";

const nested = types.submodule({ options: { nested: mkOption({ type: types.int, default: 1 }) } });

function merged(placeholder: string): Option<unknown> {
  return mkOption({ type: types.attrsWith({ placeholder, elemType: nested }), default: {} });
}

// Where documentation finds `nested`.
function pathOfNested(path: readonly string[], type: AnyOptionType): string {
  const modules = type.nestedTypes["elemType"]?.submodule?.modules ?? [];
  const { options } = evalModules({ modules, prefix: [...path, type.memberName ?? "none"] });
  return String(options["nested"]);
}

export default defineGroup({
  number: "40",
  title: "placeholder",
  files: {
    "name-merge-attrsWith-1": {
      imports: [
        { options: { mergedName: merged("id") } },
        { options: { mergedName: mkOption({ type: types.attrsOf(types.submodule({})) }) } },
        {
          options: {
            result: mkOption({
              default: ({ options: { mergedName } }) => pathOfNested(mergedName.loc, mergedName.type),
            }),
          },
        },
      ],
    },
    "name-merge-attrsWith-2": {
      imports: [
        { _file: "a", options: { mergedName: merged("id") } },
        {
          _file: "b",
          options: {
            mergedName: mkOption({
              type: types.attrsWith({ placeholder: "other", elemType: types.submodule({}) }),
            }),
          },
        },
      ],
    },
  },
  cases: [
    gives("config.result", ["name-merge-attrsWith-1"], "mergedName.<id>.nested"),
    fails(
      "config.mergedName",
      ["name-merge-attrsWith-2"],
      [{ code: "incompatible-declarations", path: "mergedName", files: ["a", "b"], data: { attribute: "type" } }],
    ),
  ],
});
