// A file that exports a function which makes a module: importing it, and calling the function, leaves no path to disable.
import { mkOption, setDefaultModuleLocation } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, gives } from "../case.ts";
import { pathOf } from "../files.ts";

const makeModule = ({ foo }: { readonly foo: string }): ModuleItem => ({ value: foo });

export default defineGroup({
  number: "24",
  title: "importApply",
  files: {
    "importApply-function": makeModule,
    importApply: {
      options: { value: mkOption({ default: 1 }) },
      imports: [setDefaultModuleLocation(pathOf("importApply-function"), makeModule({ foo: "abc" }))],
    },
    "importApply-disabling": { imports: ["./importApply"], disabledModules: ["./importApply-function"] },
  },
  cases: [gives("config.value", ["importApply"], "abc"), gives("config.value", ["importApply-disabling"], "abc")],
});
