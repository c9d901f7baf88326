// Wording of what can be wrong with the values of options: computing, merging and printing them.
import {
  aKind,
  type CatalogEntry,
  closed,
  code,
  didYouMean,
  entry,
  further,
  ofOption,
  option,
  quoteAll,
  theOption,
  threw,
} from "./entry.ts";
import { showName } from "../../kernel/path.ts";
import { adviceFor } from "./class-advice.ts";
import { around, nameChain, nameStep, type RecursionStep } from "./recursion.ts";

/** The priority of `mkForce`. */
export const forced = 50;

/** Definitions of which one has to win. */
interface Ranked {
  /** Their priority, where it is not that of plain definitions. */
  readonly priority?: number;
}

/** Codes about values. */
export const valueEntries: {
  readonly "wrong-type": CatalogEntry<{
    type: string;
    detail: string | null;
    isFunction: boolean;
    /** The classes of a value that is an object of one. */
    classes?: readonly string[];
  }>;
  readonly "undefined-value": CatalogEntry<{ by?: "definition" | "apply" | "hole" }>;
  readonly "missing-value": CatalogEntry<{ isDefined?: boolean; isDeclared?: boolean }>;
  readonly "read-only": CatalogEntry<object>;
  readonly "cannot-merge": CatalogEntry<object>;
  readonly conflict: CatalogEntry<Ranked>;
  readonly "not-unique": CatalogEntry<{ message: string | null } & Ranked>;
  readonly "null-and-value": CatalogEntry<Ranked>;
  readonly "different-tags": CatalogEntry<{ tags: readonly string[] } & Ranked>;
  readonly "different-kinds": CatalogEntry<{ kinds: readonly string[] } & Ranked>;
  readonly "list-item-shape": CatalogEntry<{ got: string }>;
  readonly "no-arm-accepts": CatalogEntry<{ left: string; right: string }>;
  readonly "condition-not-boolean": CatalogEntry<{ found: string }>;
  readonly "value-threw": CatalogEntry<{
    message: string;
    part?: "value" | "condition" | "apply" | "type" | "default" | "example" | "description" | "findings";
  }>;
  readonly "infinite-recursion": CatalogEntry<{ steps: readonly RecursionStep[] }>;
  readonly "stack-overflow": CatalogEntry<object>;
  readonly "failed-assertion": CatalogEntry<{ message: string }>;
  readonly "module-warning": CatalogEntry<{ message: string }>;
  readonly "no-such-value": CatalogEntry<{ name: string; suggestions: readonly string[] }>;
  readonly "no-json-form": CatalogEntry<{
    kind: string;
    what?: "property" | "declaration" | "module" | "hole" | "element";
    /** The classes of an object of one. */
    classes?: readonly string[];
  }>;
  readonly "cyclic-value": CatalogEntry<object>;
} = {
  "wrong-type": entry({
    severity: "error",
    message: ({ type, detail }, path) => {
      // Only a freeform type is checked at the path of the evaluation itself.
      const what =
        path.length === 0 ? "What is defined beside the declared options" : `A definition of ${ofOption(path)}`;
      return `${what} is not of type ${code(type)}${detail === null ? "." : `: ${closed(detail)}`}`;
    },
    help: ({ isFunction, classes = [] }) =>
      isFunction
        ? "a function is a lazy value: it is called, and what it returns is the value; a value that is itself a function is written `() => (argument) => …`"
        : adviceFor(classes),
    explanation:
      "A definition has a value that the option's type does not accept. Every such definition is listed. Only the outermost shape of a value is looked at when definitions are checked; members are checked when they are merged, and then reported with their own path.",
  }),
  "undefined-value": entry({
    severity: "error",
    message: ({ by }, path) => {
      if (by === "hole") return `A list in a definition has a hole, where ${ofOption(path)} should stand.`;
      return `${by === "apply" ? "The `apply`" : "A definition"} of ${ofOption(path)} returns \`undefined\`.`;
    },
    help: ({ by = "definition" }) => {
      switch (by) {
        case "apply":
          return "return a value, or `null` for none";
        case "hole":
          return "take one of the two commas away, or write a value between them";
        case "definition":
          return "is a `return` missing, or a key misspelt? To define nothing, write `mkIf(condition, value)`";
      }
    },
    explanation:
      "A function that stands for a value returned `undefined`. Written down, an `undefined` is the same as an absent name, but a computed one is nearly always a misspelt key or a forgotten `return`; Confix does not drop a definition silently.",
  }),
  "missing-value": entry({
    severity: "error",
    message: ({ isDefined, isDeclared }, path) => {
      const why = isDefined === true ? "none of its definitions applies" : "nothing defines it";
      return `${theOption(path)} has no value: ${why}${isDeclared === true ? ", and it has no default" : ""}.`;
    },
    help: ({ isDeclared }, path) =>
      `define ${ofOption(path)}${isDeclared === true ? ", or give its declaration a `default`" : ""}`,
    explanation:
      "An option without default needs a definition as soon as its value is read or printed. A definition under a condition that is false does not count. Types with an empty value (lists, attribute sets, `nullOr`) need none.",
  }),
  "read-only": entry({
    severity: "error",
    message: (_data, path) => `${theOption(path)} is read-only, but it is set more than once.`,
    help: () => "keep one of the definitions; the default is one, too",
    explanation:
      "A `readOnly` option takes exactly one definition, its default included. Definitions under a false condition do not count.",
  }),
  "cannot-merge": entry({
    severity: "error",
    message: (_data, path) => `The definitions of ${ofOption(path)} cannot be merged.`,
    help: () => "keep one of them, or give the option a type that says how to merge",
    explanation:
      "The option's type has no rule for merging several definitions of this kind. Keep one, or give the option a type that says how to merge.",
  }),
  conflict: entry({
    severity: "error",
    message: (_data, path) => `${theOption(path)} has conflicting definitions.`,
    help: ({ priority = 100 }) => {
      if (priority > 100) return "write one of them without a priority, or give it `mkForce(…)`, so that it wins";
      const yields = priority === 100 ? ", or `mkDefault(…)` so that it yields" : "";
      return `give one of them ${winning(priority)} so that it wins${yields}`;
    },
    explanation:
      'Several definitions of equal priority have different values, and the option\'s type takes only one. Remove one of them, or let one win: `mkForce` is stronger than a plain definition, `mkDefault` weaker. A data file gets a priority where it is imported: `{ path: "./common.yaml", priority: "default" }`.',
  }),
  "not-unique": entry({
    severity: "error",
    message: ({ message }, path) =>
      `${theOption(path)} is defined more than once, but may be defined only once.${further(message ?? "")}`,
    help: ({ priority }) => `remove all but one, or let one win with ${winning(priority)}`,
    explanation: "The option's type does not merge: it takes exactly one definition.",
  }),
  "null-and-value": entry({
    severity: "error",
    message: (_data, path) => `${theOption(path)} is defined both as null and as something else.`,
    help: ({ priority }) => `remove the null, or let one win with ${winning(priority)}`,
    explanation: "A `nullOr` option is either null in all definitions or in none of them.",
  }),
  "different-tags": entry({
    severity: "error",
    message: ({ tags }, path) => `${theOption(path)} is defined with different tags: ${quoteAll(tags, "and")}.`,
    help: ({ priority }) => `use one tag everywhere, or let one definition win with ${winning(priority)}`,
    explanation: "A tagged union holds one of its alternatives, so all definitions have to use the same tag.",
  }),
  "different-kinds": entry({
    severity: "error",
    message: ({ kinds }, path) => `${theOption(path)} is defined with values of different kinds: ${joinKinds(kinds)}.`,
    help: ({ priority }) => `use one kind everywhere, or let one definition win with ${winning(priority)}`,
    explanation:
      "`types.anything` merges definitions of one kind: sets with sets, functions with functions, anything else only if it is equal. Kinds do not mix.",
  }),
  "list-item-shape": entry({
    severity: "error",
    message: ({ got }, path) =>
      `Each item of ${ofOption(path)} must be an attribute set with exactly one name, but one is ${got}.`,
    help: () => "write one set for each name: `[{ first: … }, { second: … }]`",
    explanation: "An attribute list is a list of sets with one name each, so that the order of names is kept.",
  }),
  "no-arm-accepts": entry({
    severity: "warning",
    message: ({ left, right }, path) =>
      `${theOption(path)} is neither of type ${code(left)} nor of type ${code(right)}; it was merged without a check.`,
    help: () => "have the values checked before they are merged, with the `check` of the same type",
    explanation:
      "The `merge` of a type handed values to that of an `either` of which neither type accepts them. A type that is made with the `merge` of another one needs its `check` as well.",
  }),
  "condition-not-boolean": entry({
    severity: "error",
    message: ({ found }, path) => `A condition around ${around(path)} is ${found}, not true or false.`,
    help: () => "conditions are strict: write `value !== null`, `list.length > 0` or `Boolean(value)`",
    explanation:
      'The condition of `mkIf`, or what its function returns, must be a boolean. Truthiness is not enough, since a list or a string that is "truthy" is usually a mistake.',
  }),
  "value-threw": entry({
    severity: "error",
    message: ({ message, part = "value" }, path) => {
      const what = {
        value: `Computing ${ofOption(path)}`,
        condition: `A condition around ${around(path)}`,
        apply: `The \`apply\` of ${ofOption(path)}`,
        type: `Computing the type of ${ofOption(path)}`,
        default: `Computing the default of ${ofOption(path)}`,
        example: `Computing the example of ${ofOption(path)}`,
        description: `Computing the description of ${ofOption(path)}`,
        findings: `Computing the findings of ${ofOption(path)}`,
      }[part];
      return `${what} ${threw(message)}`;
    },
    explanation: "A function that stands for a value, a default, a condition or an `apply` threw an error of its own.",
  }),
  "infinite-recursion": entry({
    severity: "error",
    message: ({ steps }, path) => {
      const [first = { kind: "option", path }] = steps;
      const subject = nameStep(first);
      if (steps.length <= 1) return `Infinite recursion: ${subject} needs itself.`;
      return `Infinite recursion: ${subject} needs ${nameChain([...steps.slice(1), first])}.`;
    },
    help: ({ steps }) =>
      steps.some(({ kind, path }) => kind === "option" && path.length === 0)
        ? "whether a name of `attrsOf` is defined is known only when its definitions are computed; with `types.lazyAttrsOf` as the freeform type each name is computed by itself"
        : "break the circle: give one of them a value that does not read the others, or move the read below a key that does not need it",
    explanation:
      "A value is needed to compute itself. The options it goes through are listed in the order in which each reads the next.",
  }),
  "stack-overflow": entry({
    severity: "error",
    message: (_data, path) =>
      `Computing ${path.length === 0 ? "a value" : ofOption(path)} used up the stack: a function calls itself without end, or data is nested too deeply.`,
    help: () => "look for a function that calls itself without end, or nest the data less",
    explanation:
      "Chains of options of any length evaluate; this is a single function, of a module or of a type, that recursed too deeply by itself.",
  }),
  "failed-assertion": entry({
    severity: "error",
    message: ({ message }) => (message.trim() === "" ? "An assertion failed." : `Failed assertion: ${closed(message)}`),
    explanation:
      "A module states what must hold for the configuration to make sense, and it does not hold. The text is the module's own: that of a member of `assertions`, or of what an option says in `findings`.",
  }),
  "module-warning": entry({
    severity: "warning",
    message: ({ message }) => (message.trim() === "" ? "A module has a warning without a text." : closed(message)),
    explanation:
      "A module has something to say about the configuration, and the result is the same as without. The text is the module's own: a member of `warnings`, or what an option says in `findings`.",
  }),
  "no-such-value": entry({
    severity: "error",
    message: ({ name }, path) => `There is no ${code(name)} in ${option(path)}.`,
    help: ({ suggestions }) => didYouMean(suggestions.map(showName)),
    explanation:
      "The path given to `--at`, or as `at` to `output`, leads nowhere: an attribute set or a list has no such member, or the value is neither.",
  }),
  "no-json-form": entry({
    severity: "error",
    message: ({ kind }, path) => `The value of ${ofOption(path)} is ${kind}, which has no JSON form.`,
    help: ({ what, classes = [] }) => {
      if (what === undefined) {
        return adviceFor(classes) ?? "keep it in an `internal` option, or turn it into data with `apply`";
      }
      switch (what) {
        case "property":
          return "properties count around definitions, and inside them only where the type merges piece by piece; take it away, or use a type such as `listOf` or `attrsOf`";
        case "declaration":
          return "a declaration made by `mkOption` belongs under `options`";
        case "module":
          return "name the module in `imports`, or keep it in an option of type `deferredModule`";
        case "hole":
          return "take one of the two commas away, or write `null` between them";
        case "element":
          return "an element cannot be left out of a list, since those after it would move: take it away, or keep the list in an `internal` option";
      }
    },
    explanation:
      "The result of an evaluation is JSON: null, booleans, finite numbers, strings, lists and attribute sets. Functions and modules are left out of the printed result and counted, unless they are elements of a list or asked for by themselves; anything else without a JSON form is an error. Keep it in an `internal` option, or turn it into data with `apply`.",
  }),
  "cyclic-value": entry({
    severity: "error",
    message: (_data, path) => `The value of ${ofOption(path)} contains itself, so it has no JSON form.`,
    help: () => "keep it in an `internal` option, or turn it into data with `apply`",
    explanation: "An object in a value refers back to an object that holds it. JSON cannot say that.",
  }),
};

// What beats definitions of a priority: of those that are forced already, none wins by being forced.
function winning(priority: number = 100): string {
  return priority > forced ? "`mkForce(…)`" : `\`mkOverride(${priority - 1}, …)\``;
}

function joinKinds(kinds: readonly string[]): string {
  const named = kinds.map(aKind);
  const last = named.pop() ?? "";
  return named.length === 0 ? last : `${named.join(", ")} and ${last}`;
}
