// `disabledModules` by path, by name and by key.
import { mkOption, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, fails, gives } from "../case.ts";
import { pathOf } from "../files.ts";
import { sharedModules } from "../shared-modules.ts";

const both = ["define-enable", "declare-enable"];
const withKey = { key: "disable-module-with-key#moduleWithKey", config: { enable: true } };
const withNumber = { key: 123, config: { enable: true } };

// In `negative` the module is disabled.
function twoSubmodules(module: ModuleItem, disabled: unknown): ModuleItem {
  const imports = [sharedModules["declare-enable"] ?? "", module];
  return {
    options: {
      positive: mkOption({ type: types.submodule({ imports }), default: {} }),
      negative: mkOption({ type: types.submodule({ imports, disabledModules: [disabled] }), default: {} }),
    },
  };
}

export default defineGroup({
  number: "25",
  title: "disabledModules",
  files: {
    "disable-define-enable": { disabledModules: ["./define-enable"] },
    "disable-define-enable-string-path": { disabledModules: [pathOf("define-enable")] },
    "disable-declare-enable": { disabledModules: ["./declare-enable"] },
    "disable-enable-modules": { disabledModules: ["define-enable", "declare-enable"] },
    "disable-module-with-key": twoSubmodules(withKey, withKey),
    "disable-module-bad-key": { imports: ["./declare-enable"], disabledModules: [{}] },
    "disable-module-with-toString-key": twoSubmodules(withNumber, 123),
  },
  cases: [
    gives("config.enable", both, true),
    gives("config.enable", [...both, "disable-define-enable"], false),
    gives("config.enable", [...both, "disable-define-enable-string-path"], false),
    fails(
      "config.enable",
      [...both, "disable-declare-enable"],
      [{ code: "undeclared-option", path: "enable", files: ["define-enable"] }],
    ),
    fails(
      "config.enable",
      [...both, "disable-define-enable", "disable-declare-enable"],
      [{ code: "unknown-name", path: "", files: [], data: { name: "enable" } }],
    ),
    fails(
      "config.enable",
      [...both, "disable-enable-modules"],
      [{ code: "unknown-name", path: "", files: [], data: { name: "enable" } }],
    ),
    gives("config.positive.enable", ["disable-module-with-key"], true),
    gives("config.negative.enable", ["disable-module-with-key"], false),
    fails(
      "config.enable",
      ["disable-module-bad-key"],
      [{ code: "bad-disabled-module", path: null, files: ["disable-module-bad-key"], data: { problem: "no-key" } }],
    ),
    gives("config.positive.enable", ["disable-module-with-toString-key"], true),
    gives("config.negative.enable", ["disable-module-with-toString-key"], false),
  ],
});
