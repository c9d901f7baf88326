// What each code about options says, for one or more examples of what it is about.
import type { optionEntries } from "../../../src/diagnostics/catalog/options.ts";
import type { ExamplesOf } from "../example.ts";

export const optionExamples: ExamplesOf<typeof optionEntries> = {
  "undeclared-option": [
    {
      path: ["services", "wbe"],
      data: { suggestions: ["services.web", "services.ssh"], hint: "none", within: "" },
      message: "The option `services.wbe` does not exist: it is defined, but no module declares it.",
      help: "did you mean `services.web` or `services.ssh`?",
    },
    {
      path: ["a"],
      data: { suggestions: [], hint: "none", within: "" },
      message: "The option `a` does not exist: it is defined, but no module declares it.",
      help: "declare it with `mkOption`, or import the module that does",
    },
    {
      path: ["a"],
      data: { suggestions: [], hint: "misplaced-option", within: "" },
      message: "The option `a` does not exist: it is defined, but no module declares it.",
      help: "a declaration made by `mkOption` belongs under `options`, not under `config`",
    },
    {
      path: ["sites", "blog", "x"],
      data: { suggestions: [], hint: "no-options", within: "sites.blog" },
      message: "The option `sites.blog.x` does not exist: it is defined, but no module declares it.",
      help: "no options are declared in `sites.blog`: do they stand under `config` instead of `options`?",
    },
  ],
  "unknown-name": [
    {
      path: [],
      data: { name: "prot", suggestions: ["port"] },
      message: "The option `prot` does not exist: it is read, but no module declares it.",
      help: "did you mean `port`?",
    },
    {
      path: ["sites"],
      data: { name: "example", suggestions: ["example.org"] },
      message: "The option `sites.example` does not exist: it is read, but no module declares it.",
      help: 'did you mean `"example.org"`?',
    },
    {
      path: ["services"],
      data: { name: "my app", suggestions: [] },
      message: 'The option `services."my app"` does not exist: it is read, but no module declares it.',
      help: "declare it with `mkOption`, or import the module that does",
    },
    {
      path: [],
      data: { name: "_module", suggestions: [] },
      message: "The option `_module` does not exist: it is read, but no module declares it.",
      help: "what the evaluator itself declares is in `_module` of the evaluation",
    },
  ],
  "declaration-not-a-set": [
    {
      path: ["a"],
      data: { found: "the number 3" },
      message: "`a` is declared as the number 3, which is neither an option nor a set of options.",
      help: "declare an option with `mkOption({ type: … })`; a value belongs under `config`",
    },
    {
      path: [],
      data: { found: "a list" },
      message: "The `options` of a module must be a set of options, but are a list.",
      help: "declare an option with `mkOption({ type: … })`; a value belongs under `config`",
    },
  ],
  "definition-not-a-set": [
    {
      path: ["services"],
      data: { found: "a list" },
      message: "`services` is a set of options, but is defined as a list.",
      help: "define the options in it by name: `{ name: value, … }`",
    },
    {
      path: [],
      data: { found: "the number 3" },
      message: "The definitions of a module must be an attribute set, but are the number 3.",
      help: "define the options in it by name: `{ name: value, … }`",
    },
    {
      path: ["services"],
      data: { found: "an option's declaration" },
      message: "`services` is a set of options, but is defined as an option's declaration.",
      help: "a declaration made by `mkOption` belongs under `options`, not under `config`",
    },
    {
      path: ["services"],
      data: { found: "a module" },
      message: "`services` is a set of options, but is defined as a module.",
      help: "name the module in `imports`",
    },
  ],
  "not-an-option": [
    {
      path: ["a"],
      data: { found: "type" },
      message: "`a` is declared as a bare option type, which is no option.",
      help: "wrap the type: `mkOption({ type: … })`",
    },
    {
      path: ["a"],
      data: { found: "property" },
      message: "`a` is declared as a property such as `mkIf`, which is no option.",
      help: "declare the option in any case, and put the condition or priority around its definitions",
    },
    {
      path: ["a"],
      data: { found: "module" },
      message: "`a` is declared as a module, which is no option.",
      help: "name the module in `imports`",
    },
    {
      path: [],
      data: { found: "property" },
      message: "The `options` of a module must be a set of options, but are a property such as `mkIf`.",
      help: "declare the option in any case, and put the condition or priority around its definitions",
    },
  ],
  "nested-under-option": [
    {
      path: ["a"],
      data: { type: "string", nested: ["b", "c"] },
      message: "The option `a` cannot have options below it (`b` and `c`), because its type is `string`.",
      help: "give it a submodule type, or declare the other options elsewhere",
    },
    {
      path: ["a"],
      data: { type: null, nested: [] },
      message: "The option `a` cannot have options below it, because it has no type.",
      help: "give it a submodule type, or declare the other options elsewhere",
    },
  ],
  "incompatible-declarations": [
    {
      path: ["a"],
      data: { attribute: "type", types: ["string", "signed integer"] },
      message:
        "The option `a` is declared more than once, with types `string` and `signed integer` that cannot be merged.",
      help: "give it the same type everywhere, or leave the type to one of them",
    },
    {
      path: ["a"],
      data: { attribute: "type" },
      message: "The option `a` is declared more than once, with types that cannot be merged.",
      help: "give it the same type everywhere, or leave the type to one of them",
    },
    {
      path: ["a"],
      data: { attribute: "default" },
      message: "The option `a` is declared more than once with `default`.",
      help: "leave `default` to one of the declarations, even if they agree",
    },
  ],
  "bad-option-attribute": [
    {
      path: null,
      data: { attribute: "descripton", suggestion: "description", expected: null },
      message: "`descripton` is no attribute of `mkOption`.",
      help: "did you mean `description`?",
    },
    {
      path: null,
      data: { attribute: "internal", suggestion: null, expected: "true or false" },
      message: "The attribute `internal` of `mkOption` must be true or false.",
      help: null,
    },
    {
      path: ["a"],
      data: { attribute: "type", suggestion: null, expected: "an option type, but is the number 3" },
      message: "The attribute `type` of the option `a` must be an option type, but is the number 3.",
      help: null,
    },
  ],
  "submodule-conflict": [
    {
      path: ["a"],
      data: { what: "class", values: ["nixos", "darwin"] },
      message: "The option `a` is declared more than once with different `class`: `nixos` and `darwin`.",
      help: "leave it to one of the declarations",
    },
    {
      path: null,
      data: { what: "description", values: ["x", "y"] },
      message: "A submodule option is declared more than once with different `description`: `x` and `y`.",
      help: "leave it to one of the declarations",
    },
  ],
  "bad-type-argument": [
    {
      path: null,
      data: { type: "listOf", problem: "it needs an option type, but was given the number 3" },
      message: "`types.listOf`: it needs an option type, but was given the number 3.",
      help: null,
    },
  ],
  "rename-target-missing": [
    {
      path: ["old"],
      data: { target: "new" },
      message: "The option `old` stands for `new`, which does not exist.",
      help: "declare the option it stands for, or import the module that does",
    },
    {
      path: ["old"],
      data: { target: "nwe", suggestions: ["new"] },
      message: "The option `old` stands for `nwe`, which does not exist.",
      help: "did you mean `new`?",
    },
  ],
  "removed-option": [
    {
      path: ["old"],
      data: { text: "Use `new` instead.", files: ["/site.ts"] },
      message: "The option `old` has been removed, but `/site.ts` still defines it. Use `new` instead.",
      help: null,
    },
    {
      path: ["old"],
      data: { text: "", files: ["/a.ts", "/b.ts"] },
      message: "The option `old` has been removed, but `/a.ts` and `/b.ts` still define it.",
      help: null,
    },
    {
      path: ["old"],
      data: { text: "", files: [] },
      message: "The option `old` has been removed.",
      help: null,
    },
  ],
  "option-not-readable": [
    {
      path: ["a"],
      data: {},
      message: "The option `a` only takes definitions; its value cannot be read.",
      help: null,
    },
  ],
  "option-renamed": [
    {
      path: null,
      data: { from: "old", to: "new", files: ["/site.ts"] },
      message: "The option `old`, defined in `/site.ts`, is now called `new`.",
      help: "write `new`",
    },
  ],
  "option-changed": [
    {
      path: null,
      data: { from: "old", to: "new", files: ["/site.ts"] },
      message: "The option `old`, defined in `/site.ts`, has given way to `new`, which takes other values.",
      help: "define `new`",
    },
  ],
  "deprecated-type": [
    {
      path: ["a"],
      data: { type: "loaOf", message: "Use `attrsOf` instead" },
      message: "The option `a` uses the deprecated type `loaOf`. Use `attrsOf` instead.",
      help: null,
    },
    {
      path: ["a"],
      data: { type: "loaOf", message: "" },
      message: "The option `a` uses the deprecated type `loaOf`.",
      help: null,
    },
  ],
};
