// Imports may be paths that are put together while modules are collected.
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "36",
  title: "import computed path",
  files: {
    empty: {},
    "import-from-store": ({ modulesPath }) => ({
      imports: [`${modulesPath}/empty`, "./declare-enable", "./define-enable"],
    }),
  },
  cases: [gives("config.enable", ["import-from-store"], true)],
});
