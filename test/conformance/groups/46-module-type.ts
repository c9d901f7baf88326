// A configuration that holds variants of itself.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const modules = ["declare-variants", "define-variant"];

function namesOf(set: object): string {
  return Object.keys(set).join(" ");
}

export default defineGroup({
  number: "46",
  title: "moduleType",
  files: {
    "declare-variants": {
      options: { variants: mkOption({ type: ({ moduleType }) => types.lazyAttrsOf(moduleType), default: {} }) },
    },
    "define-variant": {
      options: {
        attrs: mkOption({ type: types.attrsOf(types.int) }),
        resultFoo: mkOption(),
        resultFooBar: mkOption(),
        resultFooFoo: mkOption(),
      },
      config: {
        attrs: { a: 1 },
        variants: {
          foo: { attrs: { b: 1 }, variants: { bar: { attrs: { z: 1 } }, foo: { attrs: { c: 3 } } } },
          bar: { attrs: { y: 1 } },
        },
        resultFoo: ({ config: { variants } }) => namesOf(variants.foo.attrs),
        resultFooBar: ({ config: { variants } }) => namesOf(variants.foo.variants.bar.attrs),
        resultFooFoo: ({ config: { variants } }) => namesOf(variants.foo.variants.foo.attrs),
      },
    },
  },
  cases: [
    gives("config.resultFoo", modules, "a b"),
    gives("config.resultFooBar", modules, "a b y z"),
    gives("config.resultFooFoo", modules, "a b c"),
  ],
});
