// What `submoduleWith` takes besides modules, and what may define such an option.
import { evalModules, mkMerge, mkOption, type Option, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, fails, gives } from "../case.ts";

function flag(): Option<boolean> {
  return mkOption({ type: types.bool, default: false });
}

// A submodule with an option called `config`, which is no attribute of a module only in the shorthand.
function withConfigInside(shorthandOnlyDefinesConfig: boolean): ModuleItem {
  const modules = [{ options: { config: flag() } }];
  const type = types.submoduleWith({ modules, shorthandOnlyDefinesConfig });
  return { options: { submodule: mkOption({ type, default: {} }) } };
}

const inner = { options: { inner: flag() } };
const definedByTwo = mkMerge([() => () => ({ options: { outer: flag() } }), { inner: true, outer: true }]);

export default defineGroup({
  number: "32",
  title: "submoduleWith",
  files: {
    "declare-submoduleWith-special": {
      options: {
        submodule: mkOption({
          type: types.submoduleWith({
            modules: [{ options: { foo: mkOption({ default: ({ lib }) => lib.foo }) } }],
            specialArgs: { lib: { foo: "foo" } },
          }),
          default: {},
        }),
      },
    },
    "declare-submoduleWith-shorthand": withConfigInside(true),
    "declare-submoduleWith-noshorthand": withConfigInside(false),
    "define-submoduleWith-shorthand": { submodule: { config: true } },
    "define-submoduleWith-noshorthand": { submodule: { config: { config: true } } },
    "declare-submoduleWith-modules": {
      options: { submodule: mkOption({ type: types.submoduleWith({ modules: [inner] }), default: {} }) },
      config: { submodule: definedByTwo },
    },
    "declare-submodule-via-evalModules": {
      options: { submodule: mkOption({ type: evalModules({ modules: [inner] }).type, default: {} }) },
      config: { submodule: definedByTwo },
    },
    "declare-submoduleWith-path": {
      options: { submodule: mkOption({ type: types.submoduleWith({ modules: ["./declare-enable"] }), default: {} }) },
      config: { submodule: "./define-enable" },
    },
    "prefix-module-argument": {
      options: { foo: mkOption({ type: types.submodule({}), default: {} }) },
      config: {
        foo:
          () =>
          ({ _prefix }: { readonly _prefix: readonly string[] }) => ({
            options: { ok: mkOption() },
            config: { ok: _prefix.join() === "foo" },
          }),
      },
    },
  },
  cases: [
    gives("config.submodule.foo", ["declare-submoduleWith-special"], "foo"),
    gives("config.submodule.config", ["declare-submoduleWith-shorthand", "define-submoduleWith-shorthand"], true),
    fails(
      "config.submodule.config",
      ["declare-submoduleWith-shorthand", "define-submoduleWith-noshorthand"],
      [
        {
          code: "wrong-type",
          path: "submodule.config",
          files: ["define-submoduleWith-noshorthand"],
          data: { type: "boolean" },
        },
      ],
    ),
    fails(
      "config.submodule.config",
      ["declare-submoduleWith-noshorthand", "define-submoduleWith-shorthand"],
      [{ code: "definition-not-a-set", path: "submodule", files: ["define-submoduleWith-shorthand"] }],
    ),
    gives("config.submodule.config", ["declare-submoduleWith-noshorthand", "define-submoduleWith-noshorthand"], true),
    gives("config.submodule.inner", ["declare-submoduleWith-modules"], true),
    gives("config.submodule.outer", ["declare-submoduleWith-modules"], true),
    gives("options.submodule.type.description", ["declare-submoduleWith-modules"], "submodule"),
    gives("config.submodule.inner", ["declare-submodule-via-evalModules"], true),
    gives("config.submodule.outer", ["declare-submodule-via-evalModules"], true),
    gives("options.submodule.type.description", ["declare-submodule-via-evalModules"], "submodule"),
    gives("config.submodule.enable", ["declare-submoduleWith-path"], true),
    gives("config.foo.ok", ["prefix-module-argument"], true),
  ],
});
