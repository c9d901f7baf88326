// Types with a condition of one's own.
import { mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

const zero = types.addCheck(types.int, (value) => value === 0);
const withFoo = types.addCheck(types.attrsOf(types.int), (value) => "foo" in value);

export default defineGroup({
  number: "66b",
  title: "addCheck",
  files: {
    "add-check": {
      options: {
        v1CheckedPass: mkOption({ type: zero, default: 0 }),
        v1CheckedFail: mkOption({ type: zero, default: 1 }),
        v2checkedPass: mkOption({ type: withFoo, default: { foo: 1 }, apply: (value) => value["foo"] === 1 }),
        v2checkedFail: mkOption({ type: withFoo, default: {}, apply: (value) => structuredClone({ ...value }) }),
      },
    },
  },
  cases: [
    gives("config.v1CheckedPass", ["add-check"], 0),
    fails(
      "config.v1CheckedFail",
      ["add-check"],
      [{ code: "wrong-type", path: "v1CheckedFail", files: ["add-check"], data: { type: "signed integer" } }],
    ),
    gives("config.v2checkedPass", ["add-check"], true),
    fails(
      "config.v2checkedFail",
      ["add-check"],
      [
        {
          code: "wrong-type",
          path: "v2checkedFail",
          files: ["add-check"],
          data: { type: "attribute set of signed integer" },
        },
      ],
    ),
  ],
});
