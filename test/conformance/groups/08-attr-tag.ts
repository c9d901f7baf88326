// Tagged unions: values, wrong ones, and unions that two modules declare together.
import { mkMerge, mkOption, types } from "confix";
import { type Case, defineGroup, fails, gives } from "../case.ts";

function bomb(): never {
  throw new Error("a value was computed to tell its tag");
}

const leftOrRight = types.attrTag({
  left: mkOption({ type: types.int }),
  right: mkOption({ type: types.str }),
});

function notATag(name: string): Case {
  return fails(
    `config.intStrings.${name}`,
    ["types-attrTag"],
    [
      {
        code: "wrong-type",
        path: `intStrings.${name}`,
        files: ["types-attrTag"],
        data: { type: "attribute-tagged union with choices: left, right" },
      },
    ],
  );
}

function notAnInteger(path: string): Case {
  return fails(
    `config.${path}`,
    ["types-attrTag"],
    [{ code: "wrong-type", path, files: ["types-attrTag"], data: { type: "signed integer" } }],
  );
}

export default defineGroup({
  number: "8",
  title: "attrTag",
  files: {
    "types-attrTag": {
      options: {
        intStrings: mkOption({ type: types.attrsOf(leftOrRight) }),
        nested: mkOption({
          type: types.attrTag({ left: mkOption({ type: types.int }), right: mkOption({ type: leftOrRight }) }),
        }),
        merged: mkOption({
          type: types.attrsOf(
            types.attrTag({ yay: mkOption({ type: types.int }), extensible: mkOption({ type: types.enum(["foo"]) }) }),
          ),
        }),
        submodules: mkOption({
          type: types.attrsOf(
            types.attrTag({
              foo: mkOption({ type: types.submodule({ options: { bar: mkOption({ type: types.int }) } }) }),
              qux: mkOption({ type: types.str, description: "A qux for when you don't want a foo" }),
            }),
          ),
        }),
        okChecks: mkOption({
          default: {
            hello: ({ config }) => config.intStrings.hello,
            numberOne: ({ config }) => config.intStrings.numberOne,
            merged: ({ config }) => config.merged,
            declarations: ({ options }) => [options.submodules.declarations.length, options.merged.declarations.length],
          },
          type: types.lazyAttrsOf(types.raw),
        }),
      },
      imports: [
        {
          options: {
            merged: mkOption({
              type: types.attrsOf(
                types.attrTag({
                  nay: mkOption({ type: types.bool }),
                  extensible: mkOption({ type: types.enum(["bar"]) }),
                }),
              ),
            }),
          },
        },
      ],
      config: {
        intStrings: {
          syntaxError: 1,
          syntaxError2: {},
          syntaxError3: { a: true, b: true },
          syntaxError4: mkMerge([{ a: true }, { b: true }]),
          mergeError: mkMerge([{ int: bomb }, { string: bomb }]),
          badTagError: { rite: bomb },
          badTagTypeError: { left: "bad" },
          numberOne: { left: 1 },
          hello: { right: "hello world" },
        },
        nested: { right: { left: "not a number" } },
        merged: {
          negative: { nay: false },
          positive: { yay: 100 },
          "extensi-foo": { extensible: "foo" },
          "extensi-bar": { extensible: "bar" },
        },
      },
    },
    "types-attrTag-wrong-decl": {
      options: {
        opt: mkOption({
          // The cast: what TypeScript would refuse. In a function, because the mistake is found when the type is made.
          type: () => types.attrTag({ int: types.int as never }),
          default: { int: 1 } as never,
        }),
      },
    },
  },
  cases: [
    gives("config.okChecks", ["types-attrTag"], {
      hello: { right: "hello world" },
      numberOne: { left: 1 },
      merged: {
        negative: { nay: false },
        positive: { yay: 100 },
        "extensi-foo": { extensible: "foo" },
        "extensi-bar": { extensible: "bar" },
      },
      declarations: [1, 2],
    }),
    ...["syntaxError", "syntaxError2", "syntaxError3", "syntaxError4", "mergeError", "badTagError"].map(notATag),
    notAnInteger("intStrings.badTagTypeError.left"),
    notAnInteger("nested.right.left"),
    fails(
      "config.opt.int",
      ["types-attrTag-wrong-decl"],
      [{ code: "bad-type-argument", path: "opt", files: ["types-attrTag-wrong-decl"], data: { type: "attrTag" } }],
    ),
  ],
});
