// Finds definitions in a module: what stands at a path, or at a trail of steps.
import type { ArrayExpression, Expression, Node, ObjectProperty } from "oxc-parser";
import type { Follower } from "./follow.ts";
import { type ModuleForm, moduleForm } from "./module-form.ts";
import { type PropertyCall, propertyCall } from "./property-calls.ts";
import { isFunction, returnedExpression } from "./syntax.ts";

/** One step from an expression into it. */
export type TrailStep =
  /** To the member of this name. Functions and properties around it are stepped through. */
  | { readonly kind: "name"; readonly name: string }
  /** To the element of a list. Functions and properties around it are stepped through. */
  | { readonly kind: "item"; readonly index: number }
  /** From an `mkMerge` to one of its definitions. */
  | { readonly kind: "merge"; readonly index: number }
  /** From any other property, such as an `mkIf` or `mkForce`, to what is in it. */
  | { readonly kind: "content" }
  /** From a function to what it returns. */
  | { readonly kind: "body" };

/** A definition that was found. */
export interface FoundDefinition {
  /** The value as it is written, or the nearest that is known to be around it. */
  readonly node: Node;
  /** The name under which it stands, or null if it has none. */
  readonly key: Node | null;
  readonly isExact: boolean;
  /** The properties around it, outermost first. */
  readonly around: readonly PropertyCall[];
}

interface Target {
  /** What is to be looked into; null: it is not known. */
  readonly expression: Expression | null;
  /** What it is shown as: the same, except for getters and methods. */
  readonly node: Node;
  readonly key: Node | null;
  readonly around: readonly PropertyCall[];
}

/**
 * All places where a module may define what stands at the end of a trail, in the order of the evaluation. `isPeeled`: not the
 * definitions as written, but what is inside the properties around them.
 */
export function findDefinitions(
  follower: Follower,
  form: ModuleForm,
  trail: readonly TrailStep[],
  isPeeled: boolean,
): readonly FoundDefinition[] {
  if (!form.isKnown && form.definitions.length === 0) {
    return [{ node: form.body, key: null, isExact: false, around: [] }];
  }
  return form.definitions.flatMap(({ expression, prefix, except, isKnown }) => {
    const target: Target = { expression, node: expression, key: null, around: [] };
    const shared = Math.min(prefix.length, trail.length);
    const isHere = prefix.slice(0, shared).every((name, at) => nameOf(trail[at]) === name);
    const first = nameOf(trail[0]);
    if (!isHere || (first !== null && except.has(first))) return [];
    if (!isKnown) return [inexact(target)];
    return new DefinitionWalk(follower, trail.slice(shared), isPeeled).run(target);
  });
}

/**
 * The one definition at the end of a trail; else the nearest that is known to be around it. `isPeeled`: what is inside the
 * properties around it, where that is one thing.
 */
export function findDefinition(
  follower: Follower,
  form: ModuleForm,
  trail: readonly TrailStep[],
  isPeeled = false,
): FoundDefinition | null {
  const found = findDefinitions(follower, form, trail, isPeeled);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (isPeeled) return findDefinition(follower, form, trail);
  // Nothing, or several: one step less says at least where it must be.
  if (trail.length > 0) {
    const around = findDefinition(follower, form, trail.slice(0, -1));
    return around === null ? null : { ...around, isExact: false };
  }
  return null;
}

function nameOf(step: TrailStep | undefined): string | null {
  return step?.kind === "name" ? step.name : null;
}

// Functions, properties and lists that lead to themselves.
const maximumDepth = 200;

class DefinitionWalk {
  readonly #follower: Follower;
  readonly #trail: readonly TrailStep[];
  readonly #isPeeled: boolean;
  readonly #found: FoundDefinition[] = [];
  #depth = 0;

  constructor(follower: Follower, trail: readonly TrailStep[], isPeeled: boolean) {
    this.#follower = follower;
    this.#trail = trail;
    this.#isPeeled = isPeeled;
  }

  run(target: Target): readonly FoundDefinition[] {
    this.#visit(target, 0);
    return this.#found;
  }

  #visit(target: Target, at: number): void {
    if (this.#depth > maximumDepth) {
      this.#found.push(inexact(target));
      return;
    }
    this.#depth += 1;
    const step = this.#trail[at];
    const value = target.expression === null ? null : this.#follower.follow(target.expression);
    if (step === undefined) this.#arrive(target, value, at);
    else if (value === null) this.#found.push(inexact(target));
    else this.#step(target, value, step, at);
    this.#depth -= 1;
  }

  #step(target: Target, value: Expression, step: TrailStep, at: number): void {
    const property = propertyCall(this.#follower, value);
    const isThrough = step.kind === "name" || step.kind === "item";
    if (property !== null && step.kind !== "body") {
      if (step.kind === "merge") this.#merged(target, property, step.index, at + 1);
      else if (property.contents === null) this.#content(target, property, isThrough ? at : at + 1);
      else if (isThrough) this.#allMerged(target, property, at);
      else this.#found.push(inexact(target));
    } else if (isFunction(value) && (isThrough || step.kind === "body")) {
      this.#inside({ ...target, ...shown(returnedExpression(value), value) }, isThrough ? at : at + 1);
    } else if (step.kind === "name") {
      if (value.type === "CallExpression") this.#module(target, value, at);
      else this.#member(target, value, step.name, at + 1);
    } else if (step.kind === "item") {
      const element = this.#follower.element(value, step.index);
      if (element === null) this.#found.push(inexact({ ...target, node: value }));
      else this.#visit({ ...target, expression: element, node: element }, at + 1);
    } else this.#found.push(inexact(target));
  }

  #member(target: Target, value: Expression, name: string, at: number): void {
    const search = this.#follower.member(value, name);
    // A list or a text has no names, and what is not there is defined elsewhere.
    if (search.kind === "absent" || value.type === "ArrayExpression") return;
    if (search.kind === "unknown") this.#found.push(inexact({ ...target, node: value }));
    else this.#visit({ ...target, ...memberTarget(search.property) }, at);
  }

  // A submodule may be defined by a module: `defineSubmodule({ … }).config({ … })`.
  #module(target: Target, value: Expression, at: number): void {
    const form = moduleForm(this.#follower, value);
    const rest = this.#trail.slice(at);
    if (!form.isKnown) this.#found.push(inexact({ ...target, node: value }));
    else
      for (const each of findDefinitions(this.#follower, form, rest, this.#isPeeled)) {
        this.#found.push({ ...each, around: [...target.around, ...each.around] });
      }
  }

  #content(target: Target, property: PropertyCall, at: number): void {
    this.#inside(inside(target, property, property.content), at);
  }

  #merged(target: Target, property: PropertyCall, index: number, at: number): void {
    const element = property.contents === null ? null : this.#follower.element(property.contents, index);
    this.#inside(inside(target, property, element), at);
  }

  #inside(target: Target, at: number): void {
    if (target.expression === null) this.#found.push(inexact(target));
    else this.#visit(target, at);
  }

  #allMerged(target: Target, property: PropertyCall, at: number): void {
    const list = property.contents === null ? null : this.#follower.follow(property.contents);
    if (list?.type !== "ArrayExpression") this.#found.push(inexact(inside(target, property, null)));
    else this.#elements(target, property, list, at);
  }

  #elements(target: Target, property: PropertyCall, list: ArrayExpression, at: number): void {
    for (const item of list.elements) {
      if (item === null) continue;
      if (item.type !== "SpreadElement") {
        this.#visit(inside(target, property, item), at);
        continue;
      }
      const spread = this.#follower.follow(item.argument);
      const isKnown = this.#follower.length(item.argument) !== null;
      if (isKnown && spread?.type === "ArrayExpression") this.#elements(target, property, spread, at);
      // How many definitions there are, and which, is not known.
      else this.#found.push(inexact({ ...inside(target, property, null), node: item }));
    }
  }

  #arrive(target: Target, value: Expression | null, at: number): void {
    const property = value === null || !this.#isPeeled ? null : propertyCall(this.#follower, value);
    if (property === null) {
      const returned = this.#isPeeled && value !== null && isFunction(value) ? returnedExpression(value) : null;
      const isProperty = returned !== null && propertyCall(this.#follower, returned) !== null;
      if (isProperty) this.#visit({ ...target, expression: returned, node: returned }, at);
      else this.#found.push({ node: target.node, key: target.key, isExact: true, around: target.around });
    } else if (property.contents === null) this.#content(target, property, at);
    else this.#allMerged(target, property, at);
  }
}

function inside(target: Target, property: PropertyCall, content: Expression | null): Target {
  return { ...target, ...shown(content, property.call), around: [...target.around, property] };
}

function shown(expression: Expression | null, around: Node): Pick<Target, "expression" | "node"> {
  return { expression, node: expression ?? around };
}

function memberTarget(property: ObjectProperty): Pick<Target, "expression" | "node" | "key"> {
  const { key, kind, method, value } = property;
  if (kind === "get") return { expression: isFunction(value) ? returnedExpression(value) : null, node: property, key };
  return { expression: value, node: method ? property : value, key };
}

function inexact({ node, key, around }: Target): FoundDefinition {
  return { node, key, isExact: false, around };
}
