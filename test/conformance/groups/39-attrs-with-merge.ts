// Several declarations of a set, lazy or not.
import { mkOption, type Option, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

type Ints = Option<Readonly<Record<string, number>>>;

const lazy = (): Ints => mkOption({ type: types.attrsWith({ lazy: true, elemType: types.int }) });
const strict = (): Ints => mkOption({ type: types.attrsWith({ elemType: types.int }) });

export default defineGroup({
  number: "39",
  title: "attrsWith merge",
  files: {
    "lazy-attrsWith": {
      imports: [
        { options: { mergedLazyLazy: lazy(), mergedLazyNonLazy: lazy(), mergedNonLazyNonLazy: strict() } },
        { options: { mergedLazyLazy: lazy(), mergedLazyNonLazy: strict(), mergedNonLazyNonLazy: strict() } },
        {
          options: {
            lazyResult: mkOption({ default: ({ config }) => config.mergedLazyLazy.bar }),
            nonLazyResult: mkOption({ default: ({ config }) => config.mergedNonLazyNonLazy.bar }),
          },
          config: {
            mergedLazyLazy: { bar: ({ config }) => config.mergedLazyLazy.baz + 1, baz: 10 },
            mergedNonLazyNonLazy: { bar: ({ config }) => config.mergedNonLazyNonLazy.baz + 1, baz: 10 },
          },
        },
      ],
    },
  },
  cases: [
    fails(
      "options.mergedLazyNonLazy.type",
      ["lazy-attrsWith"],
      [
        {
          code: "incompatible-declarations",
          path: "mergedLazyNonLazy",
          files: ["<unknown-file>"],
          data: { attribute: "type" },
        },
      ],
    ),
    gives("config.lazyResult", ["lazy-attrsWith"], 11),
    fails(
      "config.nonLazyResult",
      ["lazy-attrsWith"],
      [{ code: "infinite-recursion", path: "mergedNonLazyNonLazy", files: [] }],
    ),
  ],
});
