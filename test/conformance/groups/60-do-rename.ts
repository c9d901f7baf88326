// Options under an old name.
import { doRename, mkEnableOption, mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const rename = doRename({
  from: ["a", "b"],
  to: ["c", "d", "e"],
  warn: true,
  use: (value) => value,
  visible: true,
});

const moved = { "": { bar: "baz" } };
const isMoved = ({ config }: { readonly config: { readonly services: { readonly foos: object } } }): boolean =>
  JSON.stringify(config.services.foos) === JSON.stringify(moved);

export default defineGroup({
  number: "60",
  title: "doRename",
  files: {
    "doRename-basic": {
      imports: [rename],
      options: { c: { d: { e: mkOption() } } },
      config: { a: { b: 1234 } },
    },
    "doRename-warnings": {
      imports: [rename],
      options: {
        warnings: mkOption({ type: types.listOf(types.str) }),
        c: { d: { e: mkOption() } },
        // Both names, and the file that uses the old one.
        result: mkOption({
          default: ({ config }) => config.warnings.map((text: string) => text.match(/a\.b|c\.d\.e|doRename-\w+/gu)),
        }),
      },
      config: { a: { b: 1234 } },
    },
    "doRename-condition": {
      options: {
        services: {
          foo: { enable: mkEnableOption("foo") },
          foos: mkOption({
            type: types.attrsOf(types.submodule({ options: { bar: mkOption({ type: types.str }) } })),
            default: {},
          }),
        },
        result: mkOption(),
      },
      imports: [
        doRename({
          from: ["services", "foo", "bar"],
          to: ["services", "foos", "", "bar"],
          visible: true,
          warn: false,
          use: (value) => value,
          withPriority: true,
          condition: ({ config }) => config.services.foo.enable,
        }),
      ],
    },
    "doRename-condition-enable": { services: { foo: { enable: true, bar: "baz" } }, result: isMoved },
    "doRename-condition-no-enable": {
      result: ({ config, options }) =>
        Object.keys(config.services.foos).length === 0 && options.services.foo.bar.isDefined === false,
    },
    "doRename-condition-migrated": {
      services: { foos: moved },
      result: (args) => isMoved(args) && args.config.services.foo.bar === "baz",
    },
  },
  cases: [
    gives("config.c.d.e", ["doRename-basic"], 1234),
    gives("config.result", ["doRename-warnings"], [["a.b", "doRename-warnings", "c.d.e"]]),
    gives("config.result", ["doRename-condition", "doRename-condition-enable"], true),
    gives("config.result", ["doRename-condition", "doRename-condition-no-enable"], true),
    gives("config.result", ["doRename-condition", "doRename-condition-migrated"], true),
  ],
});
