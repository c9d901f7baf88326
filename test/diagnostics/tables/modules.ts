// What each code about modules says, for one or more examples of what it is about.
import type { moduleEntries } from "../../../src/diagnostics/catalog/modules.ts";
import type { ExamplesOf } from "../example.ts";

export const moduleExamples: ExamplesOf<typeof moduleEntries> = {
  "not-a-module": [
    {
      path: null,
      data: { found: "the number 3", from: null, detail: "none" },
      message: "A module is expected in `modules`, but found was the number 3.",
      help: "a module is an object, a function that returns one, a path, or what `defineModule` returns",
    },
    {
      path: null,
      data: { found: "a promise", from: null, detail: "promise", isResult: true },
      message: "The function that stands for a module returned a promise, which is no module.",
      help: "modules are not asynchronous: await what you need before, and pass it in `specialArgs`",
    },
    {
      path: null,
      data: { found: "a list", from: "/site.ts", detail: "list" },
      message: "A module is expected in `imports` of `/site.ts`, but found was a list.",
      help: "imports do not nest: spread the list, `imports: [...list]`",
    },
    {
      path: null,
      data: { found: "undefined", from: "/site.ts", detail: "undefined" },
      message: "A module is expected in `imports` of `/site.ts`, but found was undefined.",
      help: "what a file does not export is `undefined`, and first so is what two files import from each other: write `imports: [() => other]` there",
    },
    {
      path: null,
      data: { found: "a promise", from: "/site.ts", detail: "promise" },
      message: "A module is expected in `imports` of `/site.ts`, but found was a promise.",
      help: "modules are not asynchronous: await what you need before, and pass it in `specialArgs`",
    },
    {
      path: null,
      data: { found: "the result of an evaluation", from: "/site.ts", detail: "evaluation" },
      message: "A module is expected in `imports` of `/site.ts`, but found was the result of an evaluation.",
      help: "import the modules the evaluation was made of, not its result",
    },
    {
      path: null,
      data: { found: "a property", from: "/site.ts", detail: "property" },
      message: "A module is expected in `imports` of `/site.ts`, but found was a property.",
      help: "a module is an object, a function that returns one, a path, or what `defineModule` returns",
    },
  ],
  "unsupported-attribute": [
    {
      path: null,
      data: { attributes: ["services", "users"], form: "options" },
      message: "A module with `options` has unsupported attributes beside it: `services` and `users`.",
      help: "once a module has `options` or `config`, all definitions belong under `config`",
    },
  ],
  "class-mismatch": [
    {
      path: null,
      data: { module: "/site.ts", actual: "darwin", expected: "nixos" },
      message: "The module `/site.ts` is of class `darwin`, but this evaluation takes modules of class `nixos`.",
      help: "import a module that is made for this class, or none",
    },
  ],
  "bad-disabled-module": [
    {
      path: null,
      data: { problem: "no-key", found: "an attribute set" },
      message: "`disabledModules` holds an attribute set, which has no `key` and is none of the modules.",
      help: "name a module by its path, by `{ key: … }`, or by the module itself",
    },
    {
      path: null,
      data: { problem: "kind", found: "a function" },
      message: "`disabledModules` holds a function, which names no module.",
      help: "name a module by its path, by `{ key: … }`, or by the module itself",
    },
  ],
  "bad-module-attribute": [
    {
      path: null,
      data: { attribute: "imports", expected: "a list", found: "an attribute set" },
      message: "The `imports` of a module must be a list, but is an attribute set.",
      help: null,
    },
  ],
  "no-loader": [
    {
      path: null,
      data: { specifier: "./site.ts" },
      message: "The module `./site.ts` is given as a path, but nothing can load files here.",
      help: "use `loadConfig` of `confix/node`, or import the module and pass it by value",
    },
  ],
  "unknown-base": [
    {
      path: null,
      data: { specifier: "./site.ts" },
      message: "The path `./site.ts` is relative, but the file of the module that imports it is not known.",
      help: 'write that module with `defineModule(…)`, or give a file URL (`new URL("./x.ts", import.meta.url).href`) or an absolute path',
    },
  ],
  "module-threw": [
    {
      path: null,
      data: { message: "x is not a function", module: "/site.ts" },
      message: "The module `/site.ts` threw while its names were collected: x is not a function.",
      help: "values are safe in functions of their own, which run only when they are needed: `{ a: () => … }`",
    },
    {
      path: null,
      data: { message: "", module: null },
      message: "A module threw an error without a message while its names were collected.",
      help: "values are safe in functions of their own, which run only when they are needed: `{ a: () => … }`",
    },
  ],
  "early-read": [
    {
      path: null,
      data: { read: "services.enable", kind: "option", module: "/site.ts" },
      message:
        "The module `/site.ts` reads `config.services.enable` while the names of options are still being collected.",
      help: "read it in a lazy value instead: `{ a: ({ config }) => config.services.enable }`, or under a condition: `mkIf(({ config }) => config.services.enable, { … })`",
    },
    {
      path: null,
      data: { read: "pkgs", kind: "argument", module: "/site.ts" },
      message:
        "The module `/site.ts` reads the argument `pkgs` while the names of options are still being collected; only `_module.args` gives it.",
      help: "take it where the value is computed: `(args) => ({ a: () => args.pkgs })` or `{ a: ({ pkgs }) => … }`, or pass it in `specialArgs`",
    },
    {
      path: null,
      data: { read: "lib", kind: "argument", module: "/site.ts" },
      message:
        "The module `/site.ts` reads the argument `lib` while the names of options are still being collected; only `_module.args` gives it.",
      help: 'import what nixpkgs has in `lib`: `import { mkIf, types } from "confix"`',
    },
    {
      path: null,
      data: { read: "options", kind: "options", module: null },
      message: "A module looks into `options` while modules are still being collected.",
      help: 'ask in a function of its own, which is called when all modules are known: `config: ({ options }) => ("x" in options ? { … } : {})`',
    },
  ],
  "missing-argument": [
    {
      path: ["a"],
      data: { name: "pgks", available: ["config", "pkgs"], suggestions: ["pkgs"] },
      message: "There is no module argument `pgks`.",
      help: "did you mean `pkgs`?",
    },
    {
      path: null,
      data: { name: "foo", available: [], suggestions: [] },
      message: "There is no module argument `foo`.",
      help: "give it with `_module.args` or `specialArgs`",
    },
  ],
  "evaluation-superseded": [
    {
      path: null,
      data: {},
      message: "This evaluation was updated; another one has taken its place.",
      help: "use what `update` returned",
    },
  ],
  "replaces-nothing": [
    {
      path: null,
      data: { at: 0, found: "an attribute set", detail: "none" },
      message: "`update`: `replace[0]` replaces nothing: an attribute set is no module of this evaluation.",
      help: "a module is told by identity: name the very object or function that stands in `modules`, in `imports` or in a submodule, and no copy of it",
    },
    {
      path: null,
      data: { at: 1, found: 'the string "./web.ts"', detail: "path" },
      message: '`update`: `replace[1]` replaces nothing: the string "./web.ts" is no module of this evaluation.',
      help: "a module is told by identity and not by its path: name what the file exports by default",
    },
    {
      path: null,
      data: { at: 0, found: "a function", detail: "replaced" },
      message: "`update`: `replace[0]` replaces nothing: a function is a module whose place another one has taken.",
      help: "name the module that stands there now",
    },
  ],
  "bad-argument": [
    {
      path: null,
      data: { call: "evalModules", argument: "module", problem: "is not known", suggestions: ["modules"] },
      message: "`evalModules`: `module` is not known.",
      help: "did you mean `modules`?",
    },
  ],
};
