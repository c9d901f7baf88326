// Finds the declarations of options in a module, also those of submodules.
import type { Expression, Node } from "oxc-parser";
import type { Follower } from "./follow.ts";
import { type ModuleForm, moduleForm, valueOf } from "./module-form.ts";
import { argumentOf, isFunction, returnedExpression } from "./syntax.ts";
import { elements, typeParts } from "./type-parts.ts";

/** A declaration that was found. */
export interface FoundOption {
  /** The expression that declares it, or the nearest that is known to be around it. */
  readonly node: Node;
  readonly key: Node | null;
  readonly isExact: boolean;
  /** What declares it, followed to where it is written; null where that is not known. */
  readonly declaration: Expression | null;
}

/** What Confix exports to declare options. */
export const optionCalls: ReadonlySet<string> = new Set([
  "mkOption",
  "mkEnableOption",
  "mkPackageOption",
  "mkSinkUndeclaredOptions",
]);

// Submodules may have options of their own type, and variables may lead anywhere.
const maximumDepth = 200;

/** All declarations of an option that a module may hold. Names below an option are looked up in its type. */
export function findOptions(follower: Follower, form: ModuleForm, path: readonly string[]): readonly FoundOption[] {
  return new OptionWalk(follower, path).run(form);
}

/** The one declaration of an option; else the nearest that is known to be around it, or null. */
export function findOption(follower: Follower, form: ModuleForm, path: readonly string[]): FoundOption | null {
  const found = findOptions(follower, form, path);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const around = path.length === 0 ? null : findOption(follower, form, path.slice(0, -1));
  return around === null ? null : { ...around, isExact: false, declaration: null };
}

/** The modules of a type; null: they cannot all be told. */
export function modulesOfType(follower: Follower, type: Expression, depth = 0): readonly Expression[] | null {
  const parts = depth > maximumDepth ? null : typeParts(follower, type);
  switch (parts?.kind) {
    case "members":
    case "same":
      return modulesOfType(follower, parts.type, depth + 1);
    case "either": {
      const all = parts.types.map((each) => modulesOfType(follower, each, depth + 1));
      return all.includes(null) ? null : all.flatMap((each) => each ?? []);
    }
    case "modules":
      return parts.modules;
    case "options":
    case "leaf":
      return [];
    case undefined:
      return null;
  }
}

/** An attribute of a declaration, such as `type` or `default`. */
export function optionAttribute(
  follower: Follower,
  declaration: Expression,
  name: string,
): ReturnType<Follower["member"]> {
  const call = follower.library.call(declaration);
  // The arguments of the other calls are no attributes.
  if (call?.name !== "mkOption") return { kind: call === null ? "unknown" : "absent" };
  const attributes = argumentOf(call.call, 0);
  if (attributes === null) return { kind: call.call.arguments.length === 0 ? "absent" : "unknown" };
  return follower.member(attributes, name);
}

interface Target {
  readonly expression: Expression;
  readonly node: Node;
  readonly key: Node | null;
}

class OptionWalk {
  readonly #follower: Follower;
  readonly #path: readonly string[];
  #found: FoundOption[] = [];
  #depth = 0;

  constructor(follower: Follower, path: readonly string[]) {
    this.#follower = follower;
    this.#path = path;
  }

  run(form: ModuleForm): readonly FoundOption[] {
    this.#module(form, 0);
    return this.#found;
  }

  #module(form: ModuleForm, at: number): void {
    if (form.attributes === null) {
      if (!form.isKnown) this.#inexact(form.body, null);
      return;
    }
    const options = this.#follower.member(form.attributes, "options");
    if (options.kind === "absent") return;
    const value = valueOf(options);
    if (value === null || options.kind !== "found") this.#inexact(form.attributes, null);
    else this.#options({ expression: value, node: value, key: options.property.key }, at);
  }

  #options(target: Target, at: number): void {
    const name = this.#path[at];
    const value = this.#follower.follow(target.expression);
    if (name === undefined) {
      const { node, key } = target;
      this.#found.push({ node, key, isExact: true, declaration: value });
    } else if (value === null) this.#inexact(target.node, target.key);
    else if (isFunction(value)) {
      const returned = returnedExpression(value);
      if (returned === null || this.#depth > maximumDepth) return this.#inexact(value, target.key);
      this.#depth += 1;
      this.#options({ ...target, expression: returned, node: returned }, at);
      this.#depth -= 1;
    } else if (optionCalls.has(this.#follower.library.call(value)?.name ?? "")) {
      const type = optionAttribute(this.#follower, value, "type");
      const written = valueOf(type);
      if (written !== null) this.#type(written, target.key, at);
      else if (type.kind !== "absent") this.#inexact(value, target.key);
    } else this.#member(value, target.key, name, at + 1);
  }

  #member(value: Expression, around: Node | null, name: string, at: number): void {
    const search = this.#follower.member(value, name);
    if (search.kind === "absent") return;
    const expression = valueOf(search);
    if (search.kind !== "found" || expression === null) return this.#inexact(value, around);
    const { property } = search;
    this.#options({ expression, node: property.kind === "get" ? property : expression, key: property.key }, at);
  }

  #type(type: Expression, key: Node | null, at: number): void {
    this.#depth += 1;
    const parts = this.#depth > maximumDepth ? null : typeParts(this.#follower, type);
    switch (parts?.kind) {
      case "members":
        // A path that ends at a member of the set or list: no option stands there, but its type does.
        if (at + 1 >= this.#path.length) this.#inexact(parts.type, key);
        else this.#type(parts.type, key, at + 1);
        break;
      case "same":
        this.#type(parts.type, key, at);
        break;
      case "either":
        this.#either(parts.types, type, key, at);
        break;
      case "modules":
        this.#modules(parts.modules, at);
        break;
      case "options":
        this.#member(parts.options, key, this.#path[at] ?? "", at + 1);
        break;
      case "leaf":
        break;
      case undefined:
        this.#inexact(type, key);
    }
    this.#depth -= 1;
  }

  // Which of the types a value has is not known. If only one of them can have the option, it is that one's.
  #either(types: readonly Expression[], around: Expression, key: Node | null, at: number): void {
    const before = this.#found;
    const found = types.map((type) => {
      this.#found = [];
      this.#type(type, key, at);
      return this.#found;
    });
    this.#found = before;
    const some = found.filter((each) => each.length > 0);
    if (some.length > 1) this.#inexact(around, key);
    else this.#found.push(...(some[0] ?? []));
  }

  // Every module that declares the option does; those that may declare it count only where no other does.
  #modules(modules: readonly Expression[], at: number): void {
    const before = this.#found;
    this.#found = [];
    for (const module of modules) this.#imported(module, at, []);
    const exact = this.#found.filter(({ isExact }) => isExact);
    this.#found = [...before, ...(exact.length > 0 ? exact : this.#found.slice(0, 1))];
  }

  #imported(module: Expression, at: number, outer: readonly Expression[]): void {
    const form = moduleForm(this.#follower, module);
    if (outer.includes(form.body) || outer.length > maximumDepth) return;
    this.#module(form, at);
    const inner = [...outer, form.body];
    for (const each of form.wrapped) this.#imported(each, at, inner);
    if (form.attributes === null) return;
    const imports = this.#follower.member(form.attributes, "imports");
    if (imports.kind === "absent") return;
    const list = elements(this.#follower, valueOf(imports));
    if (list === null) this.#inexact(form.body, null);
    else for (const each of list) this.#imported(each, at, inner);
  }

  #inexact(node: Node, key: Node | null): void {
    this.#found.push({ node, key, isExact: false, declaration: null });
  }
}
