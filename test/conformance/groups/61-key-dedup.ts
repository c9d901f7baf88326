// Modules that are met twice.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const declare = { options: { raw: mkOption({ type: types.lines }) } };
const withKey = { key: "merge-module-with-key#moduleWithKey", config: { raw: "pear" } };
const withoutKey = { config: { raw: "pear" } };

export default defineGroup({
  number: "61",
  title: "key dedup",
  files: {
    "merge-module-with-key": {
      options: {
        // Two objects with one key.
        once: mkOption({ type: types.submodule({ imports: [declare, withKey, { ...withKey }] }), default: {} }),
        twice: mkOption({ type: types.submodule({ imports: [declare, withoutKey, withoutKey] }), default: {} }),
      },
    },
  },
  cases: [
    gives("config.once.raw", ["merge-module-with-key"], "pear"),
    gives("config.twice.raw", ["merge-module-with-key"], "pear", { differs: "A module met twice by value" }),
  ],
});
