// The class of an evaluation decides what a module imports.
import { evalModules, mkOption, type Option, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { type Case, defineGroup, fails, gives } from "../case.ts";

const file = "specialArgs-class";

interface ClassArgument {
  readonly _class: string | null;
}

function expose({ _class }: ClassArgument): ModuleItem {
  return { options: { foo: mkOption({ default: _class }) } };
}

const nixosModule = { options: { foo: mkOption({ default: "bar" }) } };
const darwinModule = { options: { bar: mkOption({ default: "foo" }) } };

function polymorphic({ _class }: ClassArgument): ModuleItem {
  return { imports: [_class === "nixos" ? nixosModule : {}, _class === "darwin" ? darwinModule : {}] };
}

function evaluated(name: string, module: ModuleItem): Option<unknown> {
  const result = (): object => ({ config: evalModules({ class: name, modules: [module] }).config });
  return mkOption({ type: types.raw, default: result });
}

function submodule(name: string, module: ModuleItem): Option<unknown> {
  return mkOption({ type: types.submoduleWith({ class: name, modules: [module] }), default: {} });
}

function undeclared(at: string, path: string, name: string): Case {
  return fails(at, [file], [{ code: "unknown-name", path, files: [], data: { name } }]);
}

export default defineGroup({
  number: "65",
  title: "specialArgs class",
  files: {
    [file]: {
      options: {
        nixos: evaluated("nixos", expose),
        conditionalImportAsNixos: evaluated("nixos", polymorphic),
        conditionalImportAsDarwin: evaluated("darwin", polymorphic),
        sub: {
          nixos: submodule("nixos", expose),
          conditionalImportAsNixos: submodule("nixos", polymorphic),
          conditionalImportAsDarwin: submodule("darwin", polymorphic),
        },
      },
    },
  },
  cases: [
    gives("config.nixos.config.foo", [file], "nixos"),
    gives("config.conditionalImportAsNixos.config.foo", [file], "bar"),
    undeclared("config.conditionalImportAsNixos.config.bar", "", "bar"),
    undeclared("config.conditionalImportAsDarwin.config.foo", "", "foo"),
    gives("config.conditionalImportAsDarwin.config.bar", [file], "foo"),
    gives("config.sub.nixos.foo", [file], "nixos"),
    gives("config.sub.conditionalImportAsNixos.foo", [file], "bar"),
    undeclared("config.sub.conditionalImportAsNixos.bar", "sub.conditionalImportAsNixos", "bar"),
    undeclared("config.sub.conditionalImportAsDarwin.foo", "sub.conditionalImportAsDarwin", "foo"),
    gives("config.sub.conditionalImportAsDarwin.bar", [file], "foo"),
  ],
});
