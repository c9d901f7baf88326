// Modules as values: one that all nodes share, and what messages say of it.
import { evalModules, mkOption, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

const badFile = "the-file-that-contains-the-bad-config";

export default defineGroup({
  number: "33",
  title: "deferredModule",
  files: {
    "deferred-module": {
      imports: [
        {
          _file: "generic",
          options: {
            nodes: mkOption({
              type: ({ config }) => types.lazyAttrsOf(types.submodule({ imports: [config.default] })),
              default: {},
            }),
            default: mkOption({ type: types.deferredModule, default: {}, description: "What all nodes share." }),
          },
        },
        {
          _file: "default-1",
          default: () => () => ({
            options: {
              settingsDict: mkOption({ type: types.lazyAttrsOf(types.str), default: {} }),
              bottom: mkOption({ type: types.enum([]) }),
            },
          }),
        },
        "./default-a-is-b",
        { _file: "nodes-foo", nodes: { foo: { settingsDict: { b: "beta" } } } },
        { _file: badFile, default: { bottom: "bogus" } },
        {
          _file: "nodes-foo-c-is-a",
          nodes: {
            foo: () => () => ({
              settingsDict: { c: ({ config }: { readonly config: Settings }) => config.settingsDict["a"] },
            }),
          },
        },
      ],
    },
    "default-a-is-b": { default: "./define-settingsDict-a-is-b" },
    "define-settingsDict-a-is-b": { settingsDict: { a: ({ config }) => config.settingsDict.b } },
    "deferred-module-error": {
      options: {
        deferred: mkOption({ type: types.deferredModule }),
        result: mkOption({ default: ({ config }) => evalModules({ modules: [config.deferred] }).config["result"] }),
      },
      config: { deferred: () => () => true },
    },
  },
  cases: [
    gives("config.nodes.foo.settingsDict.c", ["deferred-module"], "beta"),
    fails(
      "config.nodes.foo.bottom",
      ["deferred-module"],
      [{ code: "wrong-type", path: "nodes.foo.bottom", files: [`${badFile}, via option default`] }],
    ),
    fails(
      "config.result",
      ["deferred-module-error"],
      [{ code: "not-a-module", path: null, files: ["deferred-module-error, via option deferred"] }],
    ),
  ],
});

interface Settings {
  readonly settingsDict: Readonly<Record<string, string>>;
}
