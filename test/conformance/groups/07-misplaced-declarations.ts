// Declarations among definitions, and options of submodules in the wrong place.
import { mkOption, types } from "confix";
import { defineGroup, fails, type Problem } from "../case.ts";

const misplaced = { suggestions: [], hint: "misplaced-option" };
const inConfig: readonly Problem[] = ["nest", "wrong1"].map((path) => ({
  code: "undeclared-option",
  path,
  files: ["error-mkOption-in-config"],
  data: misplaced,
}));
const inSubmodule: readonly Problem[] = [
  { code: "undeclared-option", path: "sub.wrong2", files: ["error-mkOption-in-submodule-config"], data: misplaced },
];

export default defineGroup({
  number: "7",
  title: "mkOption misplaced in config",
  files: {
    "error-mkOption-in-config": { wrong1: mkOption({}), nest: { wrong2: mkOption({}) } },
    "error-mkOption-in-submodule-config": {
      options: { sub: mkOption({ type: types.submodule({ wrong2: mkOption({}) }), default: {} }) },
    },
    "error-nonEmptyListOf-submodule": {
      options: { bad: mkOption({ type: types.nonEmptyListOf(types.submodule({})), default: [] }) },
    },
  },
  cases: [
    fails("config.wrong1", ["error-mkOption-in-config"], inConfig, { differs: "One undeclared option" }),
    fails("config.nest.wrong2", ["error-mkOption-in-config"], inConfig, { differs: "One undeclared option" }),
    fails("config.sub", ["error-mkOption-in-submodule-config"], inSubmodule),
    fails("config.sub", ["error-mkOption-in-submodule-config"], inSubmodule),
    fails(
      "config.bad",
      ["error-nonEmptyListOf-submodule"],
      [
        {
          code: "wrong-type",
          path: "bad",
          files: ["error-nonEmptyListOf-submodule"],
          data: { type: "non-empty (list of (submodule))" },
        },
      ],
    ),
  ],
});
