// Arguments from `_module.args`, which are not known while modules are collected.
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, fails, gives, type Problem } from "../case.ts";

const use = ["declare-enable", "define-enable-with-custom-arg"];
const all = [...use, "define-_module-args-custom", "import-custom-arg"];
const tooEarly: readonly Problem[] = [
  { code: "early-read", path: null, files: ["import-custom-arg"], data: { read: "custom", kind: "argument" } },
];

export default defineGroup({
  number: "26",
  title: "_module.args",
  files: {
    "define-enable-with-custom-arg": { config: { enable: ({ custom }: { readonly custom: boolean }) => custom } },
    "define-_module-args-custom": { config: { _module: { args: { custom: true } } } },
    "import-custom-arg": ({ custom }: { readonly custom?: boolean }): ModuleItem => ({
      imports: custom === true ? ["./define-enable-force"] : [],
    }),
  },
  cases: [
    fails("config.enable", use, [
      {
        code: "missing-argument",
        path: "enable",
        files: ["define-enable-with-custom-arg"],
        data: { name: "custom" },
      },
    ]),
    gives("config.enable", [...use, "define-_module-args-custom"], true),
    fails("config.enable", all, tooEarly, { differs: "`options` and `imports` may depend" }),
    fails("config.enable", all, tooEarly, { differs: "`options` and `imports` may depend" }),
  ],
});
