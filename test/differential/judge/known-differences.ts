// The known differences: which rows of docs/differences.md explain what, one rule for each.
import type { CaseDescription } from "../description/description.ts";
import { holds, replaceLevels } from "../description/walk.ts";
import { nestAsNix, pushOrdersDown } from "../description/nest-as-nix.ts";
import { disableByKey } from "../description/disable-by-key.ts";
import { declareTypesOnce } from "../description/declare-types-once.ts";
import { probeNames } from "../../../src/kernel/probe-names.ts";
import { definesCheck, hasFreeform, isData } from "./traits.ts";
import { functionsMerged, sharedArgument, surplusArgument } from "./failure.ts";
import type { Finding } from "./verdict.ts";

/** A rule. */
export interface KnownDifference {
  readonly name: string;
  /** The first cell of the row, or how it begins. */
  readonly row: string;
  /** Whether the row is why the two sides differ at a place. */
  readonly explains?: (finding: Finding) => boolean;
  /**
   * What Confix takes a description for, in the words that mean it in Nix. Stronger than `explains`: everything is compared
   * all the same, with Nix's result for the other words.
   */
  readonly rewrite?: (description: CaseDescription) => CaseDescription;
}

/** The rules. The first that explains a finding counts. */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: "orders above options",
    row: "Order wrappers are not moved down from a set of options.",
    rewrite: pushOrdersDown,
  },
  {
    name: "orders around what is no set of options",
    row: "Order wrappers are not moved down from a set of options.",
    // For Nix the wrapper is a set, with names of its own.
    explains: ({ diagnostics, description }) =>
      diagnostics.some(({ code }) => code === "definition-not-a-set") && holds(description, ({ is }) => is === "order"),
  },
  {
    name: "properties in any nesting",
    row: "Properties come off in one order only: `mkForce(mkIf(…))` and `mkBefore(mkForce(…))` survive as raw values.",
    rewrite: nestAsNix,
  },
  {
    name: "mistakes beside placed definitions",
    row: "Properties come off in one order only",
    // To see whether it is a property, Confix computes what a place stands around, so that of two mistakes it may meet another
    // first.
    explains: ({ kind, failure, diagnostics, description }) =>
      kind === "different failures" &&
      beforeValues.has(failure?.codes[0] ?? "") &&
      diagnostics.length > 0 &&
      holds(description, ({ is }) => is === "definition"),
  },
  {
    name: "types declared twice",
    row: "`u8` declared twice becomes `int`",
    rewrite: (description) => replaceLevels(description, declareTypesOnce),
  },
  {
    name: "several mistakes",
    row: "One undeclared option is reported, one type error at a time.",
    explains: ({ kind, failure, diagnostics }) =>
      kind === "different failures" &&
      (diagnostics.some(({ code }) => code === "different-tags") ||
        (foundFirst.has(failure?.codes[0] ?? "") && diagnostics.some(({ code }) => ofWhole.has(code)))),
  },
  {
    name: "values in messages",
    row: "A message computes the values it shows, so that one which aborts hides the message.",
    // The type of an option with options below it is shown too.
    explains: ({ kind, failure, diagnostics, description, everywhere }) =>
      (failure?.codes[0] === "infinite-recursion" && everywhere().some(({ code }) => code === "nested-under-option")) ||
      (kind === "different failures" &&
        diagnostics.some(({ code }) => showingValues.has(code)) &&
        (aborting.has(failure?.codes[0] ?? "") || (ofWhole.has(failure?.codes[0] ?? "") && hasFreeform(description)))),
  },
  {
    name: "names under a freeform type",
    row: "Reading any `config` value under a freeform type needs all names of all modules.",
    explains: ({ failure, description, failsElsewhere }) =>
      failure !== null &&
      hasFreeform(description) &&
      (failure.codes[0] === "infinite-recursion" ||
        failure.path?.includes("freeformType") === true ||
        failsElsewhere()),
  },
  {
    name: "files with keys",
    row: "A file whose module has a `key` of its own is not disabled by its path.",
    rewrite: disableByKey,
  },
  {
    name: "the name of a submodule",
    row: "No name may depend on the argument `name` of a submodule.",
    explains: ({ failure, description }) =>
      failure?.codes[0] === "infinite-recursion" &&
      holds(description, ({ code, name }) => code === "argument" && name === "name"),
  },
  {
    name: "names that JavaScript asks for",
    row: "A name that nobody declares is an error, whatever it is.",
    explains: ({ failure, description }) =>
      failure?.codes[0] === "unknown-name" &&
      [...probeNames].some((name) => JSON.stringify(description).includes(JSON.stringify(name))),
  },
  {
    name: "functions in values into which no type looks",
    row: "Any expression is lazy.",
    explains: ({ confix, description }) =>
      holds(confix, ({ kind }) => kind === "function") &&
      holds(description, ({ type, name }) => type === null || (type === "plain" && opaque.has(String(name)))),
  },
  {
    name: "descriptions of submodules",
    row: "Describing the type of a submodule evaluates its modules.",
    explains: ({ description, steps, failure, diagnostics }) =>
      // What a wrong value should have been is described in the message, for which the modules have to be collected.
      ((failure?.codes[0] === "class-mismatch" || failure?.path === "_module.freeformType") &&
        diagnostics.some(({ code, path }) => code === "wrong-type" && path?.at(-1) !== "freeformType")) ||
      (steps[0] === "states" &&
        (steps.at(-1) === "type" && steps.at(-2) === "state"
          ? failure !== null || hasFreeform(description)
          : // An infinite recursion stops Nix from telling the rest of the state.
            steps.length === 2 && failure?.codes[0] === "infinite-recursion")),
  },
  {
    name: "contradicting declarations",
    row: "Declarations that contradict each other",
    explains: ({ failure, failsElsewhere }) =>
      (failure?.codes[0] === "nested-under-option" || failure?.codes[0] === "incompatible-declarations") &&
      failsElsewhere(),
  },
  {
    name: "conditional read-only definitions",
    row: "`readOnly` counts definitions whose condition is false.",
    // To see whether a definition applies, it is computed, which may fail.
    explains: ({ failure, description, kind }) =>
      failure?.codes[0] === "read-only" &&
      (kind === "different failures" || holds(description, ({ is, code }) => is === "if" || code === "alias")),
  },
  {
    name: "no sets where nothing is checked",
    row: "With `_module.check = false`, what stands in the place of a set of options is noticed where a value below is read.",
    explains: ({ kind, steps, diagnostics, description }) =>
      kind === "only Confix fails" &&
      steps[0] === "states" &&
      diagnostics.some(({ code }) => code === "definition-not-a-set") &&
      definesCheck(description),
  },
  {
    name: "order on a submodule",
    row: "A definition with an order on a submodule option crashes.",
    explains: ({ failure }) => surplusArgument.test(failure?.message ?? ""),
  },
  {
    name: "modules met twice",
    row: "A module met twice by value is two modules: its options collide, its lists double.",
    explains: ({ failure }) => /in `(.*)' is already declared in `\1'/.test(failure?.message ?? ""),
  },
  {
    name: "two functions",
    row: "Two functions defined for an untyped option merge into one that crashes when it is called.",
    explains: ({ kind, failure, diagnostics, nix, description }) =>
      diagnostics.some(({ code }) => code === "cannot-merge") &&
      (nix.kind === "function" ||
        functionsMerged.test(failure?.message ?? "") ||
        ((kind === "only Confix fails" || kind === "different failures") &&
          holds(description, ({ is }) => is === "function" || is === "module"))),
  },
  {
    name: "special arguments twice",
    row: "`submoduleWith` declared twice with a special argument of one name is refused.",
    explains: ({ failure }) => sharedArgument.test(failure?.message ?? ""),
  },
  {
    name: "conflicting parameters",
    row: "Declarations of a submodule whose parameters conflict are refused only when these are needed.",
    // Until then Nix may meet another mistake.
    explains: ({ kind, diagnostics }) =>
      (kind === "only Confix fails" || kind === "different failures") &&
      diagnostics.some(({ code }) => code === "submodule-conflict"),
  },
  {
    name: "floats",
    row: "`int` and `float` are different types",
    explains: ({ kind, failure, confix, diagnostics, description }) =>
      (/is not of type `.*(?:floating point|number)/.test(failure?.message ?? "") &&
        (kind === "different failures" || (confix.kind === "data" && typeof confix.value === "number"))) ||
      // Of several types that a value may have, an integer is of another one in Nix, and merged by the rules of that.
      (kind === "different failures" &&
        diagnostics.some(({ code }) => code === "conflict") &&
        holds(description, ({ arms }) => holds(arms, ({ name }) => name === "float" || name === "number"))),
  },
  {
    name: "functions in data",
    row: "Any expression is lazy.",
    explains: ({ kind, nix, confix, description, steps }) =>
      kind === "other values" && confix.kind === "function" && nix.kind !== "function" && isData(description, steps),
  },
  {
    name: "reading early",
    row: "`options` and `imports` may depend on `config` as far as that ends well.",
    // What is read early, and what is found then, may be wrong by itself.
    explains: ({ kind, diagnostics, failure }) =>
      diagnostics.some(({ code }) => code === "early-read") &&
      (failure?.codes[0] === "infinite-recursion" ||
        kind === "different failures" ||
        diagnostics.every(({ code }) => code === "early-read")),
  },
  {
    name: "absent members",
    row: "An absent attribute is an error everywhere.",
    explains: ({ failure, description, diagnostics }) =>
      failure?.codes[0] === "unknown-name" &&
      (diagnostics.some(({ code }) => code === "undefined-value") ||
        hasFreeform(description) ||
        holds(description, ({ code, otherwise }) => code === "member" && otherwise === null)),
  },
  {
    name: "checks around submodules",
    row: "`addCheck`, messages of `unique` and descriptions vanish from types that hold submodules.",
    explains: ({ diagnostics, steps, nix, confix, description }) =>
      holds(
        description,
        ({ type, of }) => type === "addCheck" && holds(of, ({ type: inner }) => inner === "submodule"),
      ) &&
      (diagnostics.some(({ code }) => code === "wrong-type") ||
        (steps.at(-1) === "type" && nix.kind === "data" && confix.kind === "data")),
  },
  {
    name: "`_type` in data",
    row: "`_type` in user data is special.",
    explains: ({ kind, nix, confix }) => {
      if (kind !== "other names" || nix.kind !== "set" || confix.kind !== "set") return false;
      const tag = nix.members.get("_type");
      return tag?.kind === "data" && tags.has(tag.value) && !confix.members.has("_type");
    },
  },
];

/** The row that explains a finding, or null: none does. */
export function knownRow(finding: Finding): string | null {
  return knownDifferences.find(({ explains }) => explains?.(finding))?.row ?? null;
}

// What Nix calls properties.
const tags: ReadonlySet<unknown> = new Set(["if", "merge", "override", "order", "definition"]);
// Mistakes for which everything fails.
const ofWhole: ReadonlySet<string> = new Set([
  "nested-under-option",
  "definition-not-a-set",
  "undeclared-option",
  "rename-target-missing",
]);
// Mistakes that Nix may find before these.
const foundFirst: ReadonlySet<string> = new Set([...ofWhole, "incompatible-declarations", "infinite-recursion"]);
// Mistakes whose messages show values in Nix.
const showingValues: ReadonlySet<string> = new Set([
  "undeclared-option",
  "rename-target-missing",
  "wrong-type",
  "conflict",
  "not-unique",
  "cannot-merge",
  "read-only",
]);
// What Nix may find on the way to a value.
const beforeValues: ReadonlySet<string> = new Set(["value-threw", "condition-not-boolean"]);
// The types that leave all or some of a value as it is.
const opaque: ReadonlySet<string> = new Set(["raw", "unspecified", "attrs", "anything"]);
// What Nix does not catch when it shows a value.
const aborting: ReadonlySet<string> = new Set(["infinite-recursion", "unknown-name"]);
