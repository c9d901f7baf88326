// Wording of what can be wrong with the declarations of options, and with the names that definitions and readers use.
import { type CatalogEntry, code, didYouMean, entry, further, ofOption, option, quoteAll, theOption } from "./entry.ts";
import { showName } from "../../kernel/path.ts";

/** What is found where somebody wrote an option's declaration, or a module, in the place of a definition. */
export const optionFound = "an option's declaration";
export const moduleFound = "a module";

/** Codes about declaring options, and about names. */
export const optionEntries: {
  readonly "undeclared-option": CatalogEntry<{
    suggestions: readonly string[];
    /** All names there are, where none is near and they are few. */
    available?: readonly string[];
    hint: "none" | "misplaced-option" | "no-options";
    within: string;
  }>;
  readonly "unknown-name": CatalogEntry<{
    name: string;
    suggestions: readonly string[];
    available?: readonly string[];
  }>;
  readonly "declaration-not-a-set": CatalogEntry<{ found: string }>;
  readonly "definition-not-a-set": CatalogEntry<{ found: string }>;
  readonly "not-an-option": CatalogEntry<{ found: "type" | "property" | "module" }>;
  readonly "nested-under-option": CatalogEntry<{ type: string | null; nested: readonly string[] }>;
  readonly "incompatible-declarations": CatalogEntry<{ attribute: string; types?: readonly string[] }>;
  readonly "bad-option-attribute": CatalogEntry<{
    attribute: string;
    suggestion: string | null;
    expected: string | null;
  }>;
  readonly "submodule-conflict": CatalogEntry<{ what: string; values: readonly string[] }>;
  readonly "bad-type-argument": CatalogEntry<{ type: string; problem: string }>;
  readonly "rename-target-missing": CatalogEntry<{ target: string; suggestions?: readonly string[] }>;
  readonly "removed-option": CatalogEntry<{ text: string; files: readonly string[] }>;
  readonly "option-not-readable": CatalogEntry<object>;
  readonly "option-renamed": CatalogEntry<{ from: string; to: string; files: readonly string[] }>;
  readonly "option-changed": CatalogEntry<{ from: string; to: string; files: readonly string[] }>;
  readonly "deprecated-type": CatalogEntry<{ type: string; message: string }>;
} = {
  "undeclared-option": entry({
    severity: "error",
    message: (_data, path) => `${theOption(path)} does not exist: it is defined, but no module declares it.`,
    help: ({ suggestions, available = [], hint, within }) => {
      switch (hint) {
        case "misplaced-option":
          return "a declaration made by `mkOption` belongs under `options`, not under `config`";
        case "no-options":
          return `no options are declared in ${code(within)}: do they stand under \`config\` instead of \`options\`?`;
        case "none":
          return didYouMean(suggestions) ?? declareIt(available);
      }
    },
    explanation:
      "A module gives a value to an option that no module declares. Often the name is misspelt, or the module that declares the option is not imported. A condition does not excuse it: `mkIf(false, …)` around a misspelt name is still a misspelt name. Declare the option, import its module, or let the set of options be open with `freeformType`.",
  }),
  "unknown-name": entry({
    severity: "error",
    message: ({ name }, path) => `${theOption([...path, name])} does not exist: it is read, but no module declares it.`,
    help: ({ name, suggestions, available = [] }) =>
      name === "_module"
        ? "what the evaluator itself declares is in `_module` of the evaluation"
        : (didYouMean(suggestions.map(showName)) ?? declareIt(available.map(showName))),
    explanation:
      'Something reads a name of `config` or `options` that no module declares. The levels of the option tree are strict, so that a misspelt name is an error and not `undefined`. Ask with `"name" in config` or `"name" in options` where an option may or may not exist. Inside the value of an option (an attribute set, a list) an absent key is `undefined`.',
  }),
  "declaration-not-a-set": entry({
    severity: "error",
    message: ({ found }, path) =>
      path.length === 0
        ? `The \`options\` of a module must be a set of options, but are ${found}.`
        : `${option(path)} is declared as ${found}, which is neither an option nor a set of options.`,
    help: () => "declare an option with `mkOption({ type: … })`; a value belongs under `config`",
    explanation: "`options` is a tree of attribute sets whose leaves are made by `mkOption`.",
  }),
  "definition-not-a-set": entry({
    severity: "error",
    message: ({ found }, path) =>
      path.length === 0
        ? `The definitions of a module must be an attribute set, but are ${found}.`
        : `${option(path)} is a set of options, but is defined as ${found}.`,
    help: ({ found }) => {
      switch (found) {
        case optionFound:
          return "a declaration made by `mkOption` belongs under `options`, not under `config`";
        case moduleFound:
          return "name the module in `imports`";
        default:
          return "define the options in it by name: `{ name: value, … }`";
      }
    },
    explanation: "Above the options, definitions are attribute sets that follow the tree of option names.",
  }),
  "not-an-option": entry({
    severity: "error",
    message: ({ found }, path) => {
      const what = { type: "a bare option type", property: "a property such as `mkIf`", module: "a module" }[found];
      return path.length === 0
        ? `The \`options\` of a module must be a set of options, but are ${what}.`
        : `${option(path)} is declared as ${what}, which is no option.`;
    },
    help: ({ found }) => {
      switch (found) {
        case "type":
          return "wrap the type: `mkOption({ type: … })`";
        case "property":
          return "declare the option in any case, and put the condition or priority around its definitions";
        case "module":
          return "name the module in `imports`";
      }
    },
    explanation:
      "The leaves of `options` are made by `mkOption`. A bare type, a property such as `mkIf`, or a module cannot stand there.",
  }),
  "nested-under-option": entry({
    severity: "error",
    message: ({ type, nested }, path) =>
      `${theOption(path)} cannot have options below it${nested.length === 0 ? "" : ` (${quoteAll(nested, "and")})`}, because ${type === null ? "it has no type" : `its type is ${code(type)}`}.`,
    help: () => "give it a submodule type, or declare the other options elsewhere",
    explanation:
      "Only an option of a submodule type can be extended by options that other modules declare below its path.",
  }),
  "incompatible-declarations": entry({
    severity: "error",
    message: ({ attribute, types }, path) => {
      if (attribute !== "type") return `${theOption(path)} is declared more than once with ${code(attribute)}.`;
      const which = types === undefined ? "" : ` ${quoteAll(types, "and")}`;
      return `${theOption(path)} is declared more than once, with types${which} that cannot be merged.`;
    },
    help: ({ attribute }) =>
      attribute === "type"
        ? "give it the same type everywhere, or leave the type to one of them"
        : `leave ${code(attribute)} to one of the declarations, even if they agree`,
    explanation:
      "Several modules may declare one option if their types can be merged and at most one of them gives each of `default`, `example`, `description` and `apply`.",
  }),
  "bad-option-attribute": entry({
    severity: "error",
    message: ({ attribute, expected }, path) => {
      const where = path.length === 0 ? "`mkOption`" : ofOption(path);
      return expected === null
        ? `${code(attribute)} is no attribute of ${where}.`
        : `The attribute ${code(attribute)} of ${where} must be ${expected}.`;
    },
    help: ({ suggestion }) => (suggestion === null ? null : didYouMean([suggestion])),
    explanation:
      "`mkOption` takes `type`, `default`, `defaultText`, `example`, `description`, `apply`, `internal`, `visible`, `readOnly`, `sensitive`, `relatedPackages`, `findings` and `obsolete`, and each only with a value of its own kind.",
  }),
  "submodule-conflict": entry({
    severity: "error",
    message: ({ what, values }, path) =>
      `${path.length === 0 ? "A submodule option" : theOption(path)} is declared more than once with different ${what === "specialArgs" ? "members of `specialArgs`" : code(what)}: ${quoteAll(values, "and")}.`,
    help: () => "leave it to one of the declarations",
    explanation:
      "Declarations of one submodule option are merged. Their modules add up, but `class`, `description`, `shorthandOnlyDefinesConfig` and members of `specialArgs` must not contradict each other.",
  }),
  "bad-type-argument": entry({
    severity: "error",
    message: ({ type, problem }) => `\`types.${type}\`: ${problem}.`,
    explanation:
      "A function of `types` was called with an argument that it cannot take: no option type where one is needed, say, or bounds that contradict each other.",
  }),
  "rename-target-missing": entry({
    severity: "error",
    message: ({ target }, path) => `${theOption(path)} stands for ${code(target)}, which does not exist.`,
    help: ({ suggestions = [] }) =>
      didYouMean(suggestions) ?? "declare the option it stands for, or import the module that does",
    explanation:
      "A rename or alias points to an option that no module declares. It is wrong also where nothing uses the old name, since somebody may.",
  }),
  "removed-option": entry({
    severity: "error",
    message: ({ text, files }, path) => {
      const definedIn =
        files.length === 0
          ? ""
          : `, but ${quoteAll(files, "and")} still ${files.length === 1 ? "defines" : "define"} it`;
      return `${theOption(path)} has been removed${definedIn}.${further(text)}`;
    },
    explanation:
      "The option existed once. The module that removed it says what to use instead. Where the configuration has `assertions`, it is one of them as well.",
  }),
  "option-not-readable": entry({
    severity: "error",
    message: (_data, path) => `${theOption(path)} only takes definitions; its value cannot be read.`,
    explanation:
      "The option is declared with `mkSinkUndeclaredOptions`, so that definitions of it do no harm where the real one does not exist. There is nothing to read.",
  }),
  "option-renamed": entry({
    severity: "warning",
    message: ({ from, to, files }) =>
      `The option ${code(from)}, defined in ${quoteAll(files, "and")}, is now called ${code(to)}.`,
    help: ({ to }) => `write ${code(to)}`,
    explanation:
      "The option has been renamed. The old name still works. Use the new one. Where the configuration has `warnings`, the text is one of them as well.",
  }),
  "option-changed": entry({
    severity: "warning",
    message: ({ from, to, files }) =>
      `The option ${code(from)}, defined in ${quoteAll(files, "and")}, has given way to ${code(to)}, which takes other values.`,
    help: ({ to }) => `define ${code(to)}`,
    explanation: "The old option still works: its value is turned into one of the new option. Define the new one.",
  }),
  "deprecated-type": entry({
    severity: "warning",
    message: ({ type, message }, path) =>
      `${theOption(path)} uses the deprecated type ${code(type)}.${further(message)}`,
    explanation: "The type still works, but will be removed.",
  }),
};

function declareIt(available: readonly string[]): string {
  const there =
    available.length === 0 ? "" : `; here ${available.length === 1 ? "is" : "are"} ${quoteAll(available, "and")}`;
  return `declare it with \`mkOption\`, or import the module that does${there}`;
}
