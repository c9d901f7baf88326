// Room 3: moves the definitions of a set of options one level down, to the names in it.
import { moduleFound, optionFound } from "../../diagnostics/catalog/options.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { ConfixError, fail, isConfixError, withRemains } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { addAll } from "../../kernel/add-all.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import type { Memory } from "../../kernel/memory.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject, memberValue } from "../../kernel/plain.ts";
import { isStackOverflow } from "../../kernel/stack-overflow.ts";
import { stepInto } from "../../kernel/trail.ts";
import { propertyBrand } from "../../model/brands.ts";
import type { Origin } from "../../kernel/origin.ts";
import type { Conditions, Definition } from "../../model/definition.ts";
import { isLazy, reportThrown } from "../../model/force.ts";
import type { Machine } from "../../model/machine.ts";
import { isDefinedModule } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";
import { type AnyProperty, isProperty } from "../../model/property.ts";

/**
 * The definitions of each name, in order. Conditions are carried along, not computed: which names a module defines must
 * be known before any value is, so a false condition does not hide a name. Functions are asked for their names. Fails with
 * everything that keeps definitions from being moved; what is left are the names of the others.
 */
export function pushDown(
  definitions: readonly Definition[],
  path: Path,
  machine: Machine,
): ReadonlyMap<string, Definition[]> {
  const byName = new Map<string, Definition[]>();
  const { memory } = machine.scope.run;
  const errors: ConfixError[] = [];
  for (const definition of definitions) {
    try {
      if (memory === null) pushOne(definition, definition.value, false, path, machine, byName);
      else pushRemembered(definition, path, machine, byName, memory);
    } catch (error) {
      errors.push(failureOf(error, definition, path, machine));
    }
  }
  const [first] = errors;
  if (first === undefined) return byName;
  const error = errors.length === 1 ? first : new ConfixError(errors.flatMap(({ diagnostics }) => diagnostics));
  throw withRemains(error, { value: byName });
}

function failureOf(error: unknown, { origin: { file } }: Definition, path: Path, machine: Machine): ConfixError {
  if (isConfixError(error)) return error;
  // A thunk above would start over with an emptier stack; without one, this was all there is.
  if (machine.scope.current === null && isStackOverflow(error)) {
    throw new ConfixError([diagnostic("stack-overflow", { path }, {})], error);
  }
  // A set of definitions may be a proxy, whose names its own code tells.
  const describe = (message: string): Diagnostic =>
    diagnostic("module-threw", { origin: { file } }, { message, module: file });
  return new ConfixError([reportThrown(error, describe)], error);
}

// The same for an evaluation that is to be updated: of each definition it is remembered which one it was part of.
function pushRemembered(
  definition: Definition,
  path: Path,
  machine: Machine,
  byName: Map<string, Definition[]>,
  memory: Memory,
): void {
  const own = new Map<string, Definition[]>();
  pushOne(definition, definition.value, false, path, machine, own);
  for (const [name, found] of own) {
    for (const child of found) memory.setWhole(child, definition);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, found);
    else addAll(known, found);
  }
}

function pushOne(
  definition: Definition,
  value: unknown,
  isAsked: boolean,
  path: Path,
  machine: Machine,
  byName: Map<string, Definition[]>,
): void {
  if (isProperty(value)) {
    pushProperty(definition, value, path, machine, byName);
  } else if (isLazy(value) && !isAsked) {
    const { args, origin } = definition;
    const found = machine.structural(origin.file, origin, () => value(args));
    pushOne(definition, found, true, path, machine, byName);
  } else if (isSet(value)) {
    pushNames(definition, value, byName);
  } else if (value !== undefined || isAsked) {
    // An `undefined` that is written down is the same as nothing.
    const place = { path, origin: definition.origin };
    fail(diagnostic("definition-not-a-set", place, { found: describeFound(value) }));
  }
}

// Options, types and modules are plain objects, but no definitions: their attributes would be taken for names, or lost.
function isSet(value: unknown): value is Readonly<Record<string, unknown>> {
  return isPlainObject(value) && !isOption(value) && !isOptionType(value) && !isDefinedModule(value);
}

function describeFound(value: unknown): string {
  if (isOption(value)) return optionFound;
  if (isDefinedModule(value)) return moduleFound;
  return isOptionType(value) ? "an option type" : describeValue(value);
}

function pushNames(
  definition: Definition,
  set: Readonly<Record<string, unknown>>,
  byName: Map<string, Definition[]>,
): void {
  const { args, origin, conditions, priority, order } = definition;
  const names = Object.keys(set);
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? "";
    // A member that Confix computes when it is read (of another part of `config`) is not read here: names do not need it.
    const value = memberValue(set, name);
    // An `undefined` that is written down is the same as an absent name.
    if (value === undefined) continue;
    const child: Definition = { value, args, origin: stepInto(origin, name), conditions, priority, order };
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [child]);
    else known.push(child);
  }
}

function pushProperty(
  definition: Definition,
  property: AnyProperty,
  path: Path,
  machine: Machine,
  byName: Map<string, Definition[]>,
): void {
  const push = (changed: Definition, content: unknown): void => pushOne(changed, content, false, path, machine, byName);
  switch (property[propertyBrand]) {
    case "if": {
      const { value, args, origin, conditions: outer, priority, order } = definition;
      const condition = machine.condition(property.condition, args, { path }, origin, depthIn(outer, origin));
      const conditions: Conditions = { condition, around: origin, outer };
      push({ value, args, origin, conditions, priority, order }, property.content);
      return;
    }
    case "merge":
      for (const [at, content] of property.contents.entries()) {
        push({ ...definition, origin: stepInto(definition.origin, { kind: "content", at }) }, content);
      }
      return;
    case "override":
      push({ ...definition, priority: stronger(definition.priority, property.priority) }, property.content);
      return;
    case "order":
      push({ ...definition, order: property.priority }, property.content);
      return;
    case "definition":
      push({ ...definition, origin: property.origin, args: property.args ?? definition.args }, property.content);
  }
}

// How many conditions stand directly around one another at the same place.
function depthIn(conditions: Conditions | null, around: Origin): number {
  return conditions?.around === around ? 1 + depthIn(conditions.outer, around) : 0;
}

// Of nested priorities the strongest counts, so that `mkForce(preset)` forces a preset made of `mkDefault`s.
function stronger(outer: number | null, inner: number): number {
  return outer === null ? inner : Math.min(outer, inner);
}
