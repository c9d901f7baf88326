// Wording of what can be wrong with modules, their imports and their arguments.
import { type CatalogEntry, code, didYouMean, entry, quoteAll, theModule, threw } from "./entry.ts";

/** Codes about modules. */
export const moduleEntries: {
  readonly "not-a-module": CatalogEntry<{
    found: string;
    from: string | null;
    detail: "none" | "list" | "undefined" | "promise" | "evaluation" | "property";
    /** The function that stands for the module returned it. */
    isResult?: true;
  }>;
  readonly "unsupported-attribute": CatalogEntry<{ attributes: readonly string[]; form: "options" | "config" }>;
  readonly "class-mismatch": CatalogEntry<{ module: string | null; actual: string; expected: string }>;
  readonly "bad-disabled-module": CatalogEntry<{ problem: "no-key" | "kind"; found: string }>;
  readonly "bad-module-attribute": CatalogEntry<{ attribute: string; expected: string; found: string }>;
  readonly "no-loader": CatalogEntry<{ specifier: string }>;
  readonly "unknown-base": CatalogEntry<{ specifier: string }>;
  readonly "module-threw": CatalogEntry<{ message: string; module: string | null }>;
  readonly "early-read": CatalogEntry<{ read: string; kind: "option" | "argument" | "options"; module: string | null }>;
  readonly "missing-argument": CatalogEntry<{
    name: string;
    available: readonly string[];
    suggestions: readonly string[];
  }>;
  readonly "bad-argument": CatalogEntry<{
    call: string;
    argument: string;
    problem: string;
    suggestions: readonly string[];
  }>;
  readonly "evaluation-superseded": CatalogEntry<Record<never, never>>;
  readonly "replaces-nothing": CatalogEntry<{
    /** Which of the pairs. */
    at: number;
    found: string;
    /** What was handed in instead of a module of the evaluation. `replaced`: one that was. */
    detail: "path" | "replaced" | "none";
  }>;
} = {
  "not-a-module": entry({
    severity: "error",
    message: ({ found, from, isResult }) =>
      isResult === true
        ? `The function that stands for a module returned ${found}, which is no module.`
        : `A module is expected in ${from === null ? "`modules`" : `\`imports\` of ${code(from)}`}, but found was ${found}.`,
    help: ({ detail }) => {
      switch (detail) {
        case "list":
          return "imports do not nest: spread the list, `imports: [...list]`";
        case "undefined":
          return "what a file does not export is `undefined`, and first so is what two files import from each other: write `imports: [() => other]` there";
        case "promise":
          return "modules are not asynchronous: await what you need before, and pass it in `specialArgs`";
        case "evaluation":
          return "import the modules the evaluation was made of, not its result";
        case "property":
        case "none":
          return "a module is an object, a function that returns one, a path, or what `defineModule` returns";
      }
    },
    explanation:
      "Modules are plain objects, functions from module arguments to such objects, paths, file URLs, and what `defineModule` returns.",
  }),
  "unsupported-attribute": entry({
    severity: "error",
    message: ({ attributes, form }) =>
      `A module with \`${form}\` has unsupported attributes beside it: ${quoteAll(attributes, "and")}.`,
    help: () => "once a module has `options` or `config`, all definitions belong under `config`",
    explanation:
      "A module is written either in full (`imports`, `options`, `config`, …) or in short, as nothing but definitions. `options` or `config` at its top make it the full form, in which other names are not definitions.",
  }),
  "class-mismatch": entry({
    severity: "error",
    message: ({ module, actual, expected }) =>
      `${theModule(module)} is of class ${code(actual)}, but this evaluation takes modules of class ${code(expected)}.`,
    help: () => "import a module that is made for this class, or none",
    explanation:
      "A module may say with `_class` what kind of configuration it is for. It cannot be imported into an evaluation of another class.",
  }),
  "bad-disabled-module": entry({
    severity: "error",
    message: ({ problem, found }) =>
      `\`disabledModules\` holds ${found}, which ${problem === "no-key" ? "has no `key` and is none of the modules" : "names no module"}.`,
    help: () => "name a module by its path, by `{ key: … }`, or by the module itself",
    explanation:
      "An item of `disabledModules` is a path (a bare relative one hangs off `modulesPath`, one with `./` off the file that says it), a set with the module's `key`, or the very object that is imported elsewhere.",
  }),
  "bad-module-attribute": entry({
    severity: "error",
    message: ({ attribute, expected, found }) =>
      `The ${code(attribute)} of a module must be ${expected}, but is ${found}.`,
    explanation:
      "The attributes of a module have fixed kinds: `imports` and `disabledModules` are lists, `key`, `_file` and `_class` strings.",
  }),
  "no-loader": entry({
    severity: "error",
    message: ({ specifier }) => `The module ${code(specifier)} is given as a path, but nothing can load files here.`,
    help: () => "use `loadConfig` of `confix/node`, or import the module and pass it by value",
    explanation:
      "`evalModules` by itself touches no disk, so that it also runs in a browser. `loadConfig` lends it a loader.",
  }),
  "unknown-base": entry({
    severity: "error",
    message: ({ specifier }) =>
      `The path ${code(specifier)} is relative, but the file of the module that imports it is not known.`,
    help: () =>
      'write that module with `defineModule(…)`, or give a file URL (`new URL("./x.ts", import.meta.url).href`) or an absolute path',
    explanation:
      "A relative path hangs off the file of the module that says it. A plain object that was imported as a value does not know its file.",
  }),
  "module-threw": entry({
    severity: "error",
    message: ({ message, module }) => `${theModule(module)} ${threw(message, "while its names were collected")}`,
    help: () => "values are safe in functions of their own, which run only when they are needed: `{ a: () => … }`",
    explanation:
      "Code of a module that runs while modules are collected threw an error: the body of a function module, or a function above the options.",
  }),
  "early-read": entry({
    severity: "error",
    message: ({ read, kind, module }) => {
      switch (kind) {
        case "option":
          return `${theModule(module)} reads ${code(`config.${read}`)} while the names of options are still being collected.`;
        case "argument":
          return `${theModule(module)} reads the argument ${code(read)} while the names of options are still being collected; only \`_module.args\` gives it.`;
        case "options":
          return `${theModule(module)} looks into \`options\` while modules are still being collected.`;
      }
    },
    help: ({ read, kind }) => {
      switch (kind) {
        case "option":
          return `read it in a lazy value instead: \`{ a: ({ config }) => config.${read} }\`, or under a condition: \`mkIf(({ config }) => config.${read}, { … })\``;
        case "argument":
          if (read === "lib") return 'import what nixpkgs has in `lib`: `import { mkIf, types } from "confix"`';
          return `take it where the value is computed: \`(args) => ({ a: () => args.${read} })\` or \`{ a: ({ ${read} }) => … }\`, or pass it in \`specialArgs\``;
        case "options":
          return 'ask in a function of its own, which is called when all modules are known: `config: ({ options }) => ("x" in options ? { … } : {})`';
      }
    },
    explanation:
      'Which names a module defines and imports must be known before any value is: otherwise the result would depend on who reads what first. The body of a function module, and a function that stands above the options, may read `specialArgs`, `modulesPath` and `"x" in options`, but no value of `config`. They may take a set of options out of `config`, to read from it in lazy values.',
  }),
  "missing-argument": entry({
    severity: "error",
    message: ({ name }) => `There is no module argument ${code(name)}.`,
    help: ({ suggestions }) => didYouMean(suggestions) ?? "give it with `_module.args` or `specialArgs`",
    explanation:
      "A function asks for a module argument that neither the evaluation nor `specialArgs` nor `_module.args` gives.",
  }),
  "bad-argument": entry({
    severity: "error",
    message: ({ call, argument, problem }) => `\`${call}\`: ${code(argument)} ${problem}.`,
    help: ({ suggestions }) => didYouMean(suggestions),
    explanation:
      "A function of Confix was called with an argument it does not know, without one it needs, or with one of the wrong kind.",
  }),
  "evaluation-superseded": entry({
    severity: "error",
    message: () => "This evaluation was updated; another one has taken its place.",
    help: () => "use what `update` returned",
    explanation:
      "`evaluation.update` changes an evaluation instead of copying it, so that what stays the same costs nothing. The evaluation that it returns has taken the place of the one it was called on, which would tell of a configuration that is not there any more, and so refuses to tell anything.",
  }),
  "replaces-nothing": entry({
    severity: "error",
    message: ({ at, found, detail }) =>
      `\`update\`: \`replace[${at}]\` replaces nothing: ${found} ${detail === "replaced" ? "is a module whose place another one has taken" : "is no module of this evaluation"}.`,
    help: ({ detail }) => {
      switch (detail) {
        case "path":
          return "a module is told by identity and not by its path: name what the file exports by default";
        case "replaced":
          return "name the module that stands there now";
        case "none":
          return "a module is told by identity: name the very object or function that stands in `modules`, in `imports` or in a submodule, and no copy of it";
      }
    },
    explanation:
      "`evaluation.update` was to put a module in the place of one that stands nowhere: neither among the modules of the evaluation and what they import nor in its submodules. Nothing would change, and nobody would know.",
  }),
};
