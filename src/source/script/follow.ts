// Follows expressions to where their value is written: through variables, members, spreads and imports.
import type { ArrayExpression, Expression, Node, ObjectExpression, ObjectProperty } from "oxc-parser";
import type { Binding, Names } from "./bindings.ts";
import type { Changes } from "./changes.ts";
import type { Library } from "./library.ts";
import { argumentOf, constantText, isFunction, keyText, memberText, setsPrototype, unwrap } from "./syntax.ts";

/** A member of an object, found where it is written. */
export interface FoundMember {
  readonly kind: "found";
  readonly property: ObjectProperty;
}

/** `absent`: there is surely none; `unknown`: it may be there, written elsewhere. */
export type MemberSearch = FoundMember | { readonly kind: "absent" } | { readonly kind: "unknown" };

const absent: MemberSearch = { kind: "absent" };
const unknown: MemberSearch = { kind: "unknown" };

// Expressions that lead to one another: variables may do so in a circle.
const maximumSteps = 200;

/**
 * What another script exports, as it is written there: under a name (`default` for the default export), to the script in
 * which `use` stands. Null if that is not known.
 */
export type Elsewhere = (use: Node, from: string, name: string) => Expression | null;

/** Finds where values are written, in a script and those that it imports. */
export class Follower {
  readonly library: Library;
  readonly #names: Names;
  readonly #changes: Changes;
  readonly #elsewhere: Elsewhere;
  readonly #indices = new Map<ObjectExpression, ReadonlyMap<string, ObjectProperty> | null>();

  constructor(names: Names, library: Library, changes: Changes, elsewhere: Elsewhere) {
    this.#elsewhere = elsewhere;
    this.#names = names;
    this.library = library;
    this.#changes = changes;
  }

  /**
   * The expression in which the value of another is written: an object, a list, a function, a call of Confix, or
   * whatever else has no other place. Null if that cannot be told from the script.
   */
  follow(expression: Expression, steps = 0): Expression | null {
    if (steps > maximumSteps) return null;
    const inner = unwrap(expression);
    switch (inner.type) {
      case "Identifier":
        return this.#variable(inner, steps);
      case "MemberExpression": {
        if (this.library.path(inner) !== null) return inner;
        const name = memberText(inner);
        if (name === null) return null;
        const exported = this.#exported(inner.object, name);
        return exported === null ? this.#inside(inner.object, [name], steps) : this.follow(exported, steps + 1);
      }
      case "CallExpression": {
        const frozen = this.#isFreeze(inner.callee) ? argumentOf(inner, 0) : null;
        return frozen === null ? inner : this.follow(frozen, steps + 1);
      }
      default:
        return inner;
    }
  }

  /** Whether a name may stand for something else than what it was declared with, as it is written there. */
  mayChange(binding: Binding): boolean {
    return this.#changes.mayChange(binding);
  }

  /** The object that an expression is, if that can be told. */
  object(expression: Expression): ObjectExpression | null {
    const found = this.follow(expression);
    return found?.type === "ObjectExpression" ? found : null;
  }

  /** Looks for a member of what an expression is. Of several that have the name the last counts, as in JavaScript. */
  member(expression: Expression, name: string): MemberSearch {
    return this.#member(expression, name, false, 0);
  }

  // `isSpread`: the members are copied into an object, so that a function, which may be lazy elsewhere, has none.
  #member(expression: Expression, name: string, isSpread: boolean, steps: number): MemberSearch {
    const object = this.follow(expression, steps);
    if (object === null || steps > maximumSteps) return unknown;
    switch (object.type) {
      case "ObjectExpression":
        return this.#memberOf(object, name, steps + 1);
      case "ConditionalExpression":
        return this.#eitherMember([object.consequent, object.alternate], name, isSpread, steps + 1);
      case "LogicalExpression":
        // The left side of `&&` is spread only where it is false or the like, and then it has no members.
        return this.#eitherMember(
          object.operator === "&&" ? [object.right] : [object.left, object.right],
          name,
          isSpread,
          steps + 1,
        );
      case "Literal":
        // Text that is spread has its characters as members; nothing else that is written as a literal has any.
        return typeof object.value === "string" ? unknown : absent;
      case "Identifier":
        return object.name === "undefined" && this.library.isGlobal(object) ? absent : unknown;
      default:
        return isSpread && isFunction(object) ? absent : unknown;
    }
  }

  /** The i-th element of what an expression is; null: it cannot be told, or there is none. */
  element(expression: Expression, index: number): Expression | null {
    const list = this.follow(expression);
    if (list?.type !== "ArrayExpression") return null;
    let left = index;
    for (const item of list.elements) {
      if (item?.type === "SpreadElement") {
        const length = this.length(item.argument);
        if (length === null) return null;
        if (left < length) return this.element(item.argument, left);
        left -= length;
      } else {
        if (left === 0) return item;
        left -= 1;
      }
    }
    return null;
  }

  /** How many elements the list that an expression is has; null: it cannot be told. */
  length(expression: Expression, steps = 0): number | null {
    const list = this.follow(expression, steps);
    if (list?.type !== "ArrayExpression" || steps > maximumSteps) return null;
    return this.#lengthOf(list, steps + 1);
  }

  /** The name that a key stands for; null: it cannot be told. */
  keyOf(property: ObjectProperty): string | null {
    const text = keyText(property);
    if (text !== null || !property.computed || property.key.type === "PrivateIdentifier") return text;
    // The cast: a key in brackets is an expression.
    const key = this.follow(property.key as Expression);
    return key === null ? null : constantText(key);
  }

  #lengthOf(list: ArrayExpression, steps: number): number | null {
    let length = 0;
    for (const item of list.elements) {
      const part = item?.type === "SpreadElement" ? this.length(item.argument, steps) : 1;
      if (part === null) return null;
      length += part;
    }
    return length;
  }

  #variable(identifier: Expression, steps: number): Expression | null {
    const binding = this.#names.bindings.get(identifier);
    if (binding === undefined) return identifier;
    const { source, access } = binding;
    if (source.kind === "import") {
      if (this.library.path(identifier) !== null) return identifier;
      if (this.mayChange(binding)) return null;
      const exported = source.name === null ? null : this.#elsewhere(identifier, source.from, source.name);
      return exported === null ? null : this.follow(exported, steps + 1);
    }
    if (access === null || binding.isDefaulted || this.#changes.mayChange(binding)) return null;
    if (source.kind === "function") return source.code;
    if (source.kind !== "variable" || source.init === null) return null;
    // Before its declaration a `var` is undefined.
    if (source.isHoisted && identifier.start < binding.node.start) return null;
    if (this.library.path(identifier) !== null) return identifier;
    return access.length === 0 ? this.follow(source.init, steps + 1) : this.#inside(source.init, access, steps);
  }

  // What `lib.name` is for `import * as lib`.
  #exported(object: Expression, name: string): Expression | null {
    const binding = this.#names.bindings.get(unwrap(object));
    const source = binding?.source;
    if (binding === undefined || source?.kind !== "import" || this.mayChange(binding)) return null;
    return source.name === null ? this.#elsewhere(object, source.from, name) : null;
  }

  // The value of members of members.
  #inside(expression: Expression, names: readonly string[], steps: number): Expression | null {
    let value: Expression | null = expression;
    for (const name of names) {
      value = value === null ? null : this.#valueOf(value, name, steps + 1);
    }
    return value === null ? null : this.follow(value, steps + 1);
  }

  #valueOf(expression: Expression, name: string, steps: number): Expression | null {
    const object = this.follow(expression, steps);
    if (object?.type === "ArrayExpression") return /^\d+$/.test(name) ? this.element(object, Number(name)) : null;
    if (object?.type !== "ObjectExpression") return null;
    const found = this.#memberOf(object, name, steps);
    return found.kind === "found" && found.property.kind === "init" ? found.property.value : null;
  }

  #memberOf(object: ObjectExpression, name: string, steps: number): MemberSearch {
    const index = this.#indexOf(object);
    if (index !== null) {
      const property = index.get(name);
      return property === undefined ? absent : { kind: "found", property };
    }
    for (const property of object.properties.toReversed()) {
      if (property.type === "SpreadElement") {
        const found = this.#member(property.argument, name, true, steps);
        if (found.kind !== "absent") return found;
      } else if (!setsPrototype(property)) {
        const key = this.keyOf(property);
        if (key === null) return unknown;
        // A setter alone gives the name no value, and beside a getter it changes nothing.
        if (key === name && property.kind !== "set") return { kind: "found", property };
      }
    }
    return absent;
  }

  // The members of an object that says all its names itself. Objects may be large, and asked for each of their names.
  #indexOf(object: ObjectExpression): ReadonlyMap<string, ObjectProperty> | null {
    const known = this.#indices.get(object);
    if (known !== undefined) return known;
    const index = new Map<string, ObjectProperty>();
    let isComplete = true;
    for (const property of object.properties) {
      const name = property.type === "SpreadElement" ? null : keyText(property);
      if (property.type === "SpreadElement" || name === null) isComplete = false;
      else if (property.kind !== "set" && !setsPrototype(property)) index.set(name, property);
    }
    const kept = isComplete ? index : null;
    this.#indices.set(object, kept);
    return kept;
  }

  // One of several expressions is the object; which one is not known.
  #eitherMember(expressions: readonly Expression[], name: string, isSpread: boolean, steps: number): MemberSearch {
    return expressions.every((each) => this.#member(each, name, isSpread, steps).kind === "absent") ? absent : unknown;
  }

  #isFreeze(callee: Expression): boolean {
    const member = unwrap(callee);
    if (member.type !== "MemberExpression" || memberText(member) !== "freeze") return false;
    const { object } = member;
    return object.type === "Identifier" && object.name === "Object" && this.library.isGlobal(object);
  }
}
