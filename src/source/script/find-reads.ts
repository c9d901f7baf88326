// Finds where code reads an option, or a module argument: `config.a.b`, through destructuring and variables as well.
import type { Expression, Node } from "oxc-parser";
import type { Span } from "../text-place.ts";
import { type Binding, isReassigned, type Scopes } from "./bindings.ts";
import type { Follower } from "./follow.ts";
import { propertyCalls } from "./property-calls.ts";
import { type AnyFunction, constantText, isFunction, keyText, memberText, unwrap } from "./syntax.ts";

/** What is looked for: an option, by its path, or a module argument, by its name. */
export interface ReadSought {
  readonly of: "option" | "argument";
  readonly path: readonly string[];
}

/** A read that was found. */
export interface FoundRead {
  readonly node: Node;
  /** Exact: this reads the option. Else it reads something around it, and perhaps the option: `config[name]`, `f(config)`. */
  readonly isExact: boolean;
}

// The calls of Confix that may be given a function of the module arguments; other functions they take are called otherwise.
const lazyArguments: ReadonlySet<string> = new Set([
  ...propertyCalls,
  "mkMerge",
  "setDefaultModuleLocation",
  "mkPackageOption",
  "types.submodule",
]);

// The attributes that are plain functions.
const plainAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ["mkOption", ["apply", "findings"]],
  ["types.mkOptionType", ["check", "merge", "emptyValue", "typeMerge", "description"]],
]);

/** Finds reads in one script. */
export class ReadFinder {
  readonly #scopes: Scopes;
  readonly #follower: Follower;
  readonly #parameters: readonly Binding[];
  readonly #evaluations: readonly Span[];

  constructor(scopes: Scopes, follower: Follower) {
    this.#scopes = scopes;
    this.#follower = follower;
    const all = [...scopes.parents.keys()];
    this.#evaluations = all.filter((node) => this.#startsEvaluation(node));
    // What functions of the module arguments are given, or a part of it.
    this.#parameters = [...scopes.declared.values()].filter(
      ({ source }) => source.kind === "parameter" && source.index === 0 && this.#takesArguments(source.code),
    );
  }

  /** The reads in a span, in the order of the text; the path of an option counts from the `config` of the code in the span. */
  find(span: Span, sought: ReadSought): readonly FoundRead[] {
    const found: FoundRead[] = [];
    const evaluation = this.#evaluationOf(span);
    for (const binding of this.#parameters) {
      const { source, access } = binding;
      if (source.kind !== "parameter" || access === null) continue;
      // What a function is given is read inside it.
      const { code } = source;
      if (code.end <= span.start || code.start >= span.end || this.#evaluationOf(code) !== evaluation) continue;
      this.#binding(binding, access, sought, found);
    }
    const inside = found.filter(({ node }) => node.start >= span.start && node.end <= span.end);
    return inside.toSorted((left, right) => left.node.start - right.node.start);
  }

  // Whether a function is called with the module arguments: it stands where definitions and modules do.
  #takesArguments(code: AnyFunction): boolean {
    const { node, parent } = this.#outside(code);
    const { library } = this.#follower;
    switch (parent?.type) {
      case "CallExpression": {
        if (parent.callee === node) return false;
        const callee = unwrap(parent.callee);
        if (callee.type === "MemberExpression" && library.call(callee.object) !== null) return true;
        return lazyArguments.has(library.call(parent)?.name ?? "");
      }
      case "Property": {
        const given = this.#scopes.parents.get(parent);
        const call = given === undefined ? undefined : this.#outside(given).parent;
        const name = call?.type === "CallExpression" ? library.call(call)?.name : undefined;
        return name === undefined || !(plainAttributes.get(name) ?? []).includes(keyText(parent) ?? "");
      }
      case "NewExpression":
        return false;
      default:
        return true;
    }
  }

  // A name, and what of the module arguments it stands for: `["config", "a"]`.
  #binding(binding: Binding, got: readonly string[], sought: ReadSought, found: FoundRead[]): void {
    const direction = directionOf(got, sought);
    if (direction === "away" || isReassigned(binding, this.#scopes.parents)) return;
    // Destructuring reads what it takes apart, at once.
    const node = sought.of === "argument" ? this.#name(binding, got.length - 1) : binding.node;
    if (direction === "reached") found.push({ node, isExact: true });
    else for (const use of binding.uses) this.#use(use, got, sought, found);
  }

  // The name in a pattern by which it takes an argument; `further` is how many names the binding goes on from there.
  #name({ node: bound }: Binding, further: number): Node {
    let node: Node = bound;
    for (let left = further; ;) {
      const parent = this.#scopes.parents.get(node);
      if (parent?.type === "Property" && left === 0) return parent.key;
      if (parent?.type === "Property" || parent?.type === "ArrayPattern") left -= 1;
      else if (parent?.type !== "AssignmentPattern" && parent?.type !== "ObjectPattern") return node;
      node = parent;
    }
  }

  #use(use: Node, got: readonly string[], sought: ReadSought, found: FoundRead[]): void {
    const { node, parent } = this.#outside(use);
    switch (parent?.type) {
      case "MemberExpression": {
        if (parent.object !== node) return this.#handedOn(node, got, found);
        const name = memberText(parent) ?? this.#computed(parent.property);
        if (name === null) return this.#handedOn(parent, got, found);
        const further = [...got, name];
        const direction = directionOf(further, sought);
        if (direction === "reached") this.#arrive(parent, further, found);
        else if (direction === "toward") this.#use(parent, further, sought, found);
        return;
      }
      case "VariableDeclarator":
        this.#pattern(parent.id, got, sought, found);
        return;
      case "BinaryExpression":
        // `"a" in config` asks for names only.
        if (parent.operator !== "in") this.#handedOn(node, got, found);
        return;
      case "UnaryExpression":
      case "ExpressionStatement":
        return;
      default:
        this.#handedOn(node, got, found);
    }
  }

  #arrive(node: Node, got: readonly string[], found: FoundRead[]): void {
    const { parent } = this.#outside(node);
    const isAsked = parent?.type === "BinaryExpression" && parent.operator === "in" && got[0] === "options";
    if (!isAsked) found.push({ node, isExact: true });
  }

  // All of a part of the configuration goes somewhere: what is read of it there cannot be told.
  #handedOn(node: Node, got: readonly string[], found: FoundRead[]): void {
    if (got[0] !== "options") found.push({ node, isExact: false });
  }

  #pattern(pattern: Node, got: readonly string[], sought: ReadSought, found: FoundRead[]): void {
    for (const binding of this.#scopes.declared.values()) {
      const { node, access } = binding;
      if (node.start < pattern.start || node.end > pattern.end || binding.source.kind !== "variable") continue;
      if (access === null) this.#handedOn(node, got, found);
      else this.#binding(binding, [...got, ...access], sought, found);
    }
  }

  #computed(property: Node): string | null {
    // The cast: what stands in the brackets of a member is an expression.
    const key = this.#follower.follow(property as Expression);
    return key === null ? null : constantText(key);
  }

  // A node with the parentheses and the like around it, and what it stands in.
  #outside(inner: Node): { readonly node: Node; readonly parent: Node | undefined } {
    let node = inner;
    let parent = this.#scopes.parents.get(node);
    while (parent !== undefined && "expression" in parent && parent.expression === node && isWrapper(parent)) {
      node = parent;
      parent = this.#scopes.parents.get(node);
    }
    return { node, parent };
  }

  // Submodules are evaluations of their own: `config` in them is another.
  #startsEvaluation(node: Node): boolean {
    if (isFunction(node)) {
      const { node: outer, parent } = this.#outside(node);
      const isReturned =
        parent?.type === "ReturnStatement" || (parent?.type === "ArrowFunctionExpression" && parent.body === outer);
      return isReturned && this.#takesArguments(node);
    }
    if (node.type !== "CallExpression") return false;
    const callee = unwrap(node.callee);
    const isConfig = callee.type === "MemberExpression" && memberText(callee) === "config";
    const name = this.#follower.library.call(isConfig ? callee.object : node)?.name;
    if (name === "defineSubmodule") return true;
    return (
      !isConfig && (name === "types.submodule" || name === "types.submoduleWith" || name === "types.deferredModuleWith")
    );
  }

  #evaluationOf({ start, end }: Span): Span | null {
    let innermost: Span | null = null;
    for (const each of this.#evaluations) {
      if (each.start > start || each.end < end) continue;
      if (innermost === null || each.end - each.start < innermost.end - innermost.start) innermost = each;
    }
    return innermost;
  }
}

function isWrapper(node: Node): boolean {
  return (
    node.type !== "ArrowFunctionExpression" && node.type !== "ExpressionStatement" && node.type.endsWith("Expression")
  );
}

// Where a part of the module arguments leads: the option is under `config`, and its state under `options`.
function directionOf(got: readonly string[], { of, path }: ReadSought): "reached" | "toward" | "away" {
  const [root, ...names] = got;
  if (root === undefined) return "toward";
  if (of === "argument") return root === path[0] ? "reached" : "away";
  if (root !== "config" && root !== "options") return "away";
  if (!names.every((name, at) => at >= path.length || name === path[at])) return "away";
  return names.length >= path.length ? "reached" : "toward";
}
