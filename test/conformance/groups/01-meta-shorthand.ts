// `meta` in a shorthand module is one definition, not two.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "1",
  title: "meta shorthand",
  files: {
    "shorthand-meta": {
      imports: [
        {
          options: {
            meta: { foo: mkOption({ type: types.listOf(types.str) }) },
            result: mkOption({ default: ({ config }) => config.meta.foo.join(" ") }),
          },
        },
        { meta: { foo: ["one", "two"] } },
      ],
    },
  },
  cases: [gives("config.result", ["shorthand-meta"], "one two")],
});
