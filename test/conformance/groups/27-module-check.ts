// `_module.check` allows definitions of what nobody declares.
import { defineGroup, fails, gives } from "../case.ts";

const modules = ["declare-enable", "define-enable", "define-attrsOfSub-foo"];

export default defineGroup({
  number: "27",
  title: "_module.check",
  files: { "define-module-check": { _module: { check: false } } },
  cases: [
    fails("config.enable", modules, [
      { code: "undeclared-option", path: "attrsOfSub", files: ["define-attrsOfSub-foo"] },
    ]),
    gives("config.enable", [...modules, "define-module-check"], true),
  ],
});
