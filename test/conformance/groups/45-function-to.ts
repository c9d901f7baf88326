// Functions whose results are merged.
import { evalModules, mkAfter, mkForce, mkMerge, mkOption, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, fails, gives } from "../case.ts";

type Input = Readonly<Record<string, string>>;

const letters: Input = { a: "a", b: "b", c: "c" };

// `fun` is defined by all `definitions`; `result` is what `show` makes of it.
function withFunction(
  type: AnyOptionType,
  show: (fun: (input: unknown) => never) => string,
  ...definitions: readonly (() => unknown)[]
): ModuleItem {
  return {
    options: {
      fun: mkOption({ type: types.functionTo(type) }),
      result: mkOption({ type: types.str, default: ({ config }) => show(config.fun) }),
    },
    config: { fun: mkMerge(definitions) },
  };
}

const joinList = (fun: (input: unknown) => readonly string[]): string => fun(letters).join(" ");
const joinValues = (fun: (input: unknown) => Input): string => Object.values(fun(letters)).join(" ");

function withOption(name: string): ModuleItem {
  const options = { [name]: mkOption({ default: name }) };
  return { options: { fun: mkOption({ type: types.functionTo(types.submodule({ options })) }) } };
}

// The options that documentation lists below the function.
function optionsInside(type: AnyOptionType): string {
  const modules = type.nestedTypes["elemType"]?.submodule?.modules ?? [];
  const { options } = evalModules({ modules, prefix: ["fun", type.memberName ?? "none"] });
  return Object.keys(options)
    .filter((name) => name !== "_module")
    .map((name) => String(options[name]))
    .join(" ");
}

export default defineGroup({
  number: "45",
  title: "functionTo",
  files: {
    "functionTo/trivial": withFunction(
      types.str,
      (fun) => fun("input"),
      () => (input: string) => `input is ${input}`,
    ),
    "functionTo/merging-list": withFunction(
      types.listOf(types.str),
      joinList,
      () => (input: Input) => [input["a"]],
      () => (input: Input) => [input["b"]],
    ),
    "functionTo/wrong-type": withFunction(
      types.str,
      (fun) => fun(0),
      () => (input: number) => input + 1,
    ),
    "functionTo/list-order": withFunction(
      types.listOf(types.str),
      joinList,
      () => (input: Input) => mkAfter([input["a"]]),
      () => (input: Input) => [input["b"]],
    ),
    "functionTo/merging-attrs": withFunction(
      types.attrsOf(types.str),
      joinValues,
      () => (input: Input) => ({ a: input["a"] }),
      () => (input: Input) => ({ b: input["b"] }),
      () => (input: Input) => ({ b: mkForce(input["c"]) }),
    ),
    "functionTo/submodule-options": {
      imports: [withOption("a"), withOption("b")],
      options: {
        result: mkOption({ type: types.str, default: ({ config }) => Object.values(config.fun(null)).join(" ") }),
        optionsResult: mkOption({ type: types.str, default: ({ options }) => optionsInside(options.fun.type) }),
      },
      config: { fun: mkMerge([() => () => ({ b: "bee" })]) },
    },
  },
  cases: [
    gives("config.result", ["functionTo/trivial"], "input is input"),
    gives("config.result", ["functionTo/merging-list"], "a b"),
    fails(
      "config.result",
      ["functionTo/wrong-type"],
      [
        {
          code: "wrong-type",
          path: "fun.<function body>",
          files: ["functionTo/wrong-type"],
          data: { type: "string" },
        },
      ],
    ),
    gives("config.result", ["functionTo/list-order"], "b a"),
    gives("config.result", ["functionTo/merging-attrs"], "a c"),
    gives("config.result", ["functionTo/submodule-options"], "a bee"),
    gives("config.optionsResult", ["functionTo/submodule-options"], "fun.<function body>.a fun.<function body>.b"),
  ],
});
