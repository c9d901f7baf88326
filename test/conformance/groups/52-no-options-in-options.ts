// What stands in `options` and is none.
import { evalModules, types } from "confix";
import type { Untyped } from "../../../src/model/typed.ts";
import { defineGroup, fails } from "../case.ts";

const typical = "options-type-error-typical";
const nested = "options-type-error-typical-nested";
const configuration = "options-type-error-configuration";

// The type: the mistakes of this group, which TypeScript would find.
const evaluation: Untyped = evalModules({ modules: [] });

export default defineGroup({
  number: "52",
  title: "wrong tag in options",
  files: {
    [typical]: { options: { result: types.str } },
    [nested]: { options: { result: { here: types.str } } },
    [configuration]: { options: { result: evaluation } },
  },
  cases: [
    fails(
      "config.result",
      [typical],
      [{ code: "not-an-option", path: "result", files: [typical], data: { found: "type" } }],
    ),
    fails(
      "config.result.here",
      [nested],
      [{ code: "not-an-option", path: "result.here", files: [nested], data: { found: "type" } }],
    ),
    fails(
      "config.result",
      [configuration],
      [{ code: "declaration-not-a-set", path: "result", files: [configuration] }],
    ),
  ],
});
