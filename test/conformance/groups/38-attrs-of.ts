// Strict and lazy sets: who computes values to know the names.
import { mkIf, mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";
import { deathtrap } from "../deathtrap.ts";

export default defineGroup({
  number: "38",
  title: "attrsOf, lazyAttrsOf",
  files: {
    "declare-attrsOf": {
      options: {
        value: mkOption({ type: types.attrsOf(types.str), default: {} }),
        "testing-laziness-so-don't-read-me": deathtrap(),
      },
    },
    "declare-lazyAttrsOf": {
      options: {
        value: mkOption({
          type: types.lazyAttrsOf({ ...types.str, emptyValue: () => "empty" }),
          default: {},
        }),
      },
    },
    "attrsOf-lazy-check": {
      options: { isLazy: mkOption({ default: ({ config }) => !("foo" in config.value) }) },
      config: {
        value: {
          bar: (): never => {
            throw new Error("is not lazy");
          },
        },
      },
    },
    "attrsOf-conditional-check": {
      options: { conditionalWorks: mkOption({ default: ({ config }) => !("foo" in config.value) }) },
      config: { value: { foo: mkIf(false, "should not be defined") } },
    },
  },
  cases: [
    fails(
      "config.isLazy",
      ["declare-attrsOf", "attrsOf-lazy-check"],
      [{ code: "value-threw", path: "value.bar", files: ["attrsOf-lazy-check"], data: { message: "is not lazy" } }],
    ),
    gives("config.isLazy", ["declare-lazyAttrsOf", "attrsOf-lazy-check"], true),
    gives("config.conditionalWorks", ["declare-attrsOf", "attrsOf-conditional-check"], true),
    gives("config.conditionalWorks", ["declare-lazyAttrsOf", "attrsOf-conditional-check"], false),
    gives("config.value.foo", ["declare-lazyAttrsOf", "attrsOf-conditional-check"], "empty"),
  ],
});
