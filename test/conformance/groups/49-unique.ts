// Values that only one definition may give.
import { mkForce, mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

const message = "One definition only: the whole of it must be seen at once.";

const notUnique = fails(
  "config.examples.merged.a",
  ["types-unique"],
  [{ code: "not-unique", path: "examples.merged", files: ["<unknown-file>", "types-unique"], data: { message } }],
);

export default defineGroup({
  number: "49",
  title: "unique",
  files: {
    "types-unique": {
      options: {
        examples: mkOption({ type: types.lazyAttrsOf(types.unique({ message }, types.attrsOf(types.str))) }),
      },
      imports: [{ examples: { merged: { b: "bee" } } }, { examples: { override: mkForce({ b: "bee" }) } }],
      config: { examples: { merged: { a: "aye" }, override: { a: "aye" }, badLazyType: { a: true } } },
    },
  },
  cases: [
    notUnique,
    notUnique,
    fails(
      "config.examples.badLazyType.a",
      ["types-unique"],
      [{ code: "wrong-type", path: "examples.badLazyType.a", files: ["types-unique"], data: { type: "string" } }],
    ),
    gives("config.examples.override.b", ["types-unique"], "bee"),
  ],
});
