// Definitions beside the declared options.
import { evalModules, mkDefault, mkIf, mkMerge, mkOption, type OptionState, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { defineGroup, fails, gives, lacks } from "../case.ts";
import { deathtrap } from "../deathtrap.ts";

const open = "freeform-attrsOf";
const string = "define-value-string";
const declaredNeedsFree = "freeform-str-dep-unstr";
const freeNeedsDeclared = "freeform-unstr-dep-str";

function nullable(): object {
  return mkOption({ type: types.nullOr(types.str), default: null });
}

function submoduleWith(name: string): AnyOptionType {
  return types.attrsOf(types.submodule({ options: { [name]: mkOption() } }));
}

// Where the options of a submodule are declared that a freeform type holds, as documentation finds them.
function declarationsInside(type: AnyOptionType, name: string): unknown {
  const { _module } = evalModules({ modules: type.submodule?.modules ?? [] });
  // The casts: the freeform type of this group's submodule, and an option in it.
  const freeform = _module["freeformType"] as AnyOptionType;
  const { options } = evalModules({ modules: freeform.nestedTypes["elemType"]?.submodule?.modules ?? [] });
  return (options[name] as OptionState).declarations;
}

const keywords = { class: { just: "data" }, a: "one", b: "two", meta: "meta" };

export default defineGroup({
  number: "42",
  title: "freeform",
  files: {
    [open]: { freeformType: types.attrsOf(types.either(types.str, types.attrsOf(types.str))) },
    "freeform-lazyAttrsOf": {
      freeformType: types.lazyAttrsOf(types.either(types.str, types.lazyAttrsOf(types.str))),
    },
    "define-freeform-keywords-shorthand": {
      ...keywords,
      _module: {
        args: {
          result: ({ config: { _module, ...rest } }) => JSON.stringify(rest),
        },
      },
    },
    "define-value-string-properties": {
      imports: [{ value: mkDefault("def") }],
      value: mkMerge([mkIf(false, "nope"), "yes"]),
    },
    "freeform-nested": {
      options: { nest: { foo: mkOption({ type: types.bool, default: false }), unused: deathtrap() } },
      config: { nest: { bar: "bar" } },
    },
    [declaredNeedsFree]: {
      options: { foo: nullable() },
      config: {
        foo: mkIf(
          ({ config }) => "value" in config,
          ({ config }) => config.value,
        ),
      },
    },
    [freeNeedsDeclared]: {
      options: { value: nullable() },
      config: {
        foo: mkIf(
          ({ config }) => config.value !== null,
          ({ config }) => config.value,
        ),
      },
    },
    "freeform-submodules": {
      options: {
        free: mkOption({
          type: types.submodule({
            config: { _module: { freeformType: mkMerge([submoduleWith("foo"), submoduleWith("bar")]) } },
          }),
        }),
        fooDeclarations: mkOption({ default: ({ options }) => declarationsInside(options.free.type, "foo") }),
      },
      config: { free: { xxx: { foo: 10 }, yyy: { bar: 10 } } },
    },
  },
  cases: [
    gives("config.value", [open, string], "24"),
    gives(
      "options._module.args.value.result",
      [open, "define-freeform-keywords-shorthand"],
      '{"a":"one","b":"two","class":{"just":"data"},"meta":"meta"}',
    ),
    gives("config", [open], {}),
    fails(
      "config.value",
      [open, "define-value-list"],
      [{ code: "wrong-type", path: "value", files: ["define-value-list"] }],
    ),
    gives("config.value", [open, "define-value-string-properties"], "yes"),
    gives("config.enable", [open, string, "declare-enable"], false),
    gives("config.value", [open, string, "declare-enable"], "24"),
    gives("config.nest.foo", [open, "freeform-nested"], false),
    gives("config.nest.bar", [open, "freeform-nested"], "bar"),
    gives("config.foo", [open, declaredNeedsFree], null),
    gives("config.foo", [open, declaredNeedsFree, string], "24"),
    lacks("config.foo", [open, freeNeedsDeclared], "foo", { differs: "Reading any `config` value under a freeform" }),
    fails(
      "config.foo",
      ["freeform-lazyAttrsOf", freeNeedsDeclared],
      [{ code: "missing-value", path: "foo", files: [freeNeedsDeclared] }],
    ),
    gives("config.foo", ["freeform-lazyAttrsOf", freeNeedsDeclared, string], "24"),
    gives("config.fooDeclarations.0", ["freeform-submodules"], "/conformance/freeform-submodules.ts"),
    gives("config.free.xxx.foo", ["freeform-submodules"], 10),
    gives("config.free.yyy.bar", ["freeform-submodules"], 10),
  ],
});
