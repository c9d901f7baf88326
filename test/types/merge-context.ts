// Stands in for the evaluator where types are tested alone: calls lazy values, and honours no property.
import type { Path } from "../../src/kernel/path.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { fail } from "../../src/diagnostics/errors.ts";
import { atDefinitions, diagnostic } from "../../src/diagnostics/report.ts";
import {
  type Definition,
  memberDefinition,
  type ModuleArgs,
  type SettledDefinition,
} from "../../src/model/definition.ts";
import type { AnyOptionType, Member, MergeContext } from "../../src/model/option-type.ts";
import { showDefinitions } from "../../src/types/merge-strategies.ts";

/** A context at a path. Warnings are collected in `warnings`. */
export function testContext(
  path: Path = ["option"],
  warnings: Diagnostic[] = [],
): MergeContext & { readonly warnings: readonly Diagnostic[] } {
  return {
    path,
    warnings,
    member: (segment, type, definitions) =>
      member(segment === null ? path : [...path, segment], type, definitions, warnings),
    memberOf: (definition, name, value, type) =>
      member([...path, name], type, [memberDefinition(definition, value, name)], warnings),
    record: (members) => {
      const record: object = Object.create(null);
      for (const [name, value] of members) {
        Object.defineProperty(record, name, { get: () => value.force(), enumerable: true });
      }
      return Object.freeze(record);
    },
    submodule: () => {
      throw new Error("submodules need the evaluator");
    },
    emptySubmodule: () => {
      throw new Error("submodules need the evaluator");
    },
    // What is told beside the value is for the evaluator, which calls it when somebody asks.
    setValueMeta: () => undefined,
    warn: (warning) => {
      warnings.push(warning);
    },
  };
}

/** A settled definition in the file `name`, of a module with arguments `args`. */
export function settled(value: unknown, name = "a.ts", args: ModuleArgs = {}): SettledDefinition {
  return { value, args, origin: { file: name }, order: null };
}

/** Definitions in files `a.ts`, `b.ts`, … */
export function settledAll(...values: readonly unknown[]): readonly SettledDefinition[] {
  return values.map((value, at) => settled(value, `${String.fromCodePoint(97 + at)}.ts`));
}

/** What an option of a type becomes that is defined by these values: each is settled, checked, and merged. */
export function mergeValues(type: AnyOptionType, ...values: readonly unknown[]): unknown {
  return mergeDefinitions(testContext(), type, settledAll(...values).map(unsettle));
}

function unsettle({ value, args, origin }: SettledDefinition): Definition {
  return { value, args, origin, conditions: null, priority: null, order: null };
}

function mergeDefinitions(context: MergeContext, type: AnyOptionType, definitions: readonly Definition[]): unknown {
  if (definitions.length === 0) {
    if (type.emptyValue === null) return fail(diagnostic("missing-value", { path: context.path }, {}));
    return type.emptyValue(context);
  }
  const heads = definitions.map(settle);
  const wrong = heads.filter(({ value }) => !type.check(value));
  const [first] = wrong;
  if (first !== undefined) {
    const data = {
      type: type.description,
      detail: type.explain(first.value),
      isFunction: typeof first.value === "function",
    };
    return fail(diagnostic("wrong-type", atDefinitions(context.path, showDefinitions(wrong)), data));
  }
  return type.merge(context, heads);
}

function settle({ value, args, origin, order }: Definition): SettledDefinition {
  return { value: typeof value === "function" ? value(args) : value, args, origin, order };
}

function member(path: Path, type: AnyOptionType, definitions: readonly Definition[], warnings: Diagnostic[]): Member {
  let known: { readonly value: unknown } | null = null;
  return {
    path,
    isDefined: () => definitions.length > 0,
    highestPrio: () => 100,
    valueMeta: () => ({}),
    force: () => {
      known ??= { value: mergeDefinitions(testContext(path, warnings), type, definitions) };
      return known.value;
    },
    peek: () => known,
  };
}
