// A type of one's own with a parameter, declared twice.
import { mkOption, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { defineGroup, gives } from "../case.ts";

function fooOf(elemType: AnyOptionType): AnyOptionType {
  return types.mkOptionType({
    name: "foo",
    functor: { name: "foo", payload: { elemType } },
    typeMerge: (self, other) => (self.functor.name === other.functor.name ? fooOf(elemType) : null),
  });
}

export default defineGroup({
  number: "56",
  title: "payload functor",
  files: {
    "default-type-merge-payload": {
      imports: [
        { options: { foo: mkOption({ type: fooOf(types.int) }) } },
        { options: { foo: mkOption({ type: fooOf(types.int) }) } },
      ],
      options: { result: mkOption({ default: ({ options }) => (options.foo.type.name === "foo" ? "ok" : "lost") }) },
    },
  },
  cases: [gives("config.result", ["default-type-merge-payload"], "ok")],
});
