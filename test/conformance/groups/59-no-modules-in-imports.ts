// What stands in `imports` and is no module.
import { evalModules, mkIf, mkOption, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, fails, gives } from "../case.ts";

const flake = "module-imports-_type-check";
const configuration = evalModules({ modules: [{}] });

const noModule = fails(
  "config",
  ["import-configuration"],
  [{ code: "not-a-module", path: null, files: ["import-configuration"], data: { detail: "evaluation" } }],
);

export default defineGroup({
  number: "59",
  title: "wrong `_type` module",
  files: {
    [flake]: { options: { ok: mkOption({ default: { config: {} } }) }, imports: [{ _type: "flake" }] },
    "define-enable-with-top-level-mkIf": { imports: [mkIf(true, { enable: true })] },
    "import-configuration": { imports: [configuration] },
    "import-error-submodule": {
      options: { foo: mkOption({ type: types.submodule({}), default: {} }) },
      config: { foo: () => (): ModuleItem => ({ imports: [configuration] }) },
    },
  },
  cases: [
    fails("config.ok.config", [flake], [{ code: "undeclared-option", path: "_type", files: ["<unknown-file>"] }], {
      differs: "`_type` in user data is special",
    }),
    gives("config.enable", ["declare-enable", "define-enable-with-top-level-mkIf"], true),
    noModule,
    noModule,
    fails(
      "config.foo",
      ["import-error-submodule"],
      [{ code: "not-a-module", path: "foo", files: ["import-error-submodule"], data: { detail: "evaluation" } }],
    ),
  ],
});
