// Modules that say what kind of configuration they are for.
import { evalModules, mkOption, type Option, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { type Case, defineGroup, fails, gives } from "../case.ts";

const isNixos = { _class: "nixos", config: {} };
const isDarwin = { _file: "module-class-is-darwin", _class: "darwin", config: {} };
const anonymous = { _file: "foo#darwinModules.default", _class: "darwin", config: {}, imports: [] };

function assertNixos({ _class }: { readonly _class: string | null }): ModuleItem {
  if (_class !== "nixos") throw new Error(`the class is ${_class}`);
  return {};
}

function evaluated(...modules: readonly ModuleItem[]): Option<unknown> {
  const result = (): object => {
    const { config, class: className } = evalModules({ class: "nixos", modules });
    return { config, class: className };
  };
  return mkOption({ type: types.raw, default: result });
}

function ofClass(name: string, ...modules: readonly ModuleItem[]): Option<unknown> {
  return mkOption({ type: types.submoduleWith({ class: name, modules }) });
}

function mismatch(at: string, path: string | null, module: string): Case {
  return fails(
    at,
    ["class-check"],
    [{ code: "class-mismatch", path, files: [module], data: { module, actual: "darwin", expected: "nixos" } }],
  );
}

export default defineGroup({
  number: "58",
  title: "class",
  files: {
    "class-check": {
      options: {
        ok: evaluated(isNixos, assertNixos),
        fail: evaluated(isNixos, isDarwin),
        "fail-anon": evaluated(isNixos, anonymous),
        sub: { nixosOk: ofClass("nixos", assertNixos), nixosFail: ofClass("nixos"), mergeFail: ofClass("nixos") },
      },
      imports: [{ options: { sub: { mergeFail: ofClass("darwin") } } }],
      config: { sub: { nixosOk: { _class: "nixos" }, nixosFail: { imports: [isDarwin] } } },
    },
  },
  cases: [
    gives("config.ok.config", ["class-check"], {}),
    gives("config.ok.class", ["class-check"], "nixos"),
    mismatch("config.fail.config", null, "module-class-is-darwin"),
    mismatch("config.fail-anon.config", null, "foo#darwinModules.default"),
    gives("config.sub.nixosOk", ["class-check"], {}),
    mismatch("config.sub.nixosFail.config", "sub.nixosFail", "module-class-is-darwin"),
    fails(
      "config.sub.mergeFail.config",
      ["class-check"],
      [
        {
          code: "submodule-conflict",
          path: "sub.mergeFail",
          files: ["class-check"],
          data: { what: "class", values: ["darwin", "nixos"] },
        },
      ],
    ),
  ],
});
