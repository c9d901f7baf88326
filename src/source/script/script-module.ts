// The face of one module of a script: what is declared, defined and imported where.
import type { Expression, Node } from "oxc-parser";
import { findDefinition, findDefinitions, type FoundDefinition, type TrailStep } from "./find-definitions.ts";
import { findOption, findOptions, type FoundOption, modulesOfType, optionAttribute } from "./find-options.ts";
import type { Follower } from "./follow.ts";
import { type ModuleForm, moduleForm, valueOf } from "./module-form.ts";
import type { Sources } from "./sources.ts";
import { argumentOf } from "./syntax.ts";
import type {
  DefinitionPlace,
  FilePlace,
  MemberPlace,
  OptionPlace,
  PropertyPlace,
  ScriptModule,
  ScriptPlace,
} from "./places.ts";

/** A module of a script. */
export class ModuleOfScript implements ScriptModule {
  readonly #follower: Follower;
  readonly #sources: Sources;
  readonly #places: OptionPlaces;
  readonly #form: ModuleForm;

  constructor(follower: Follower, sources: Sources, written: Expression) {
    this.#follower = follower;
    this.#sources = sources;
    this.#places = new OptionPlaces(follower, sources);
    this.#form = moduleForm(follower, written);
  }

  get place(): ScriptPlace {
    return this.#place(this.#form.body, this.#form.isKnown);
  }

  get written(): ScriptPlace {
    return this.#place(this.#form.written, true);
  }

  get code(): ScriptPlace {
    return this.#form.code === null ? this.place : this.#place(this.#form.code, true);
  }

  attribute(name: string): MemberPlace | null {
    const { attributes, definitions, isKnown } = this.#form;
    const root = definitions.find(({ prefix, isKnown: isSure }) => prefix.length === 0 && isSure);
    // What `.config(…)` is given, and the content of a module that is a property, stand under no name.
    if (name === "config" && root !== undefined && root.expression !== attributes) {
      const search = attributes === null ? null : this.#follower.member(attributes, name);
      const key = search?.kind === "found" ? search.property.key : null;
      return this.#member(root.expression, key, true);
    }
    if (attributes === null) return isKnown ? null : this.#member(this.#form.body, null, false);
    const search = this.#follower.member(attributes, name);
    if (search.kind === "absent") return null;
    if (search.kind === "unknown") return this.#member(this.#form.body, null, false);
    const { key, kind, value } = search.property;
    return this.#member(kind === "init" ? value : search.property, key, true);
  }

  attributeItem(name: string, index: number): ScriptPlace | null {
    const { attributes } = this.#form;
    const list = attributes === null ? null : valueOf(this.#follower.member(attributes, name));
    const element = list === null ? null : this.#follower.element(list, index);
    return element === null ? null : this.#place(element, true);
  }

  importPlace(index: number): ScriptPlace {
    const element = this.#importAt(index);
    if (element !== null) return this.#place(element, true);
    const { key: _key, ...around } = this.attribute("imports") ?? { ...this.place, key: null };
    return { ...around, exact: false };
  }

  imported(index: number): ScriptModule | null {
    const element = this.#importAt(index);
    return element === null ? null : new ModuleOfScript(this.#follower, this.#sources, element);
  }

  moduleIn(trail: readonly TrailStep[]): ScriptModule | null {
    const found = findDefinition(this.#follower, this.#form, trail, true);
    // A getter or a method is shown as a whole.
    if (found === null || !found.isExact || found.node.type === "Property") return null;
    return new ModuleOfScript(this.#follower, this.#sources, found.node as Expression); // The cast: no other value is found.
  }

  option(path: readonly string[]): OptionPlace {
    const found = findOption(this.#follower, this.#form, path);
    return this.#places.option(found ?? { node: this.#form.body, key: null, isExact: false, declaration: null });
  }

  options(path: readonly string[]): readonly OptionPlace[] {
    return findOptions(this.#follower, this.#form, path).map((found) => this.#places.option(found));
  }

  optionAttribute(path: readonly string[], name: string): MemberPlace | null {
    const found = findOption(this.#follower, this.#form, path);
    return found === null ? this.#member(this.#form.body, null, false) : this.#places.attribute(found, name);
  }

  submodules(path: readonly string[]): readonly ScriptModule[] | null {
    const declaration = findOption(this.#follower, this.#form, path)?.declaration ?? null;
    if (declaration === null) return null;
    const search = optionAttribute(this.#follower, declaration, "type");
    if (search.kind === "absent") return [];
    const type = valueOf(search);
    const modules = type === null ? null : modulesOfType(this.#follower, type);
    return modules?.map((module) => new ModuleOfScript(this.#follower, this.#sources, module)) ?? null;
  }

  definition(trail: readonly TrailStep[], isPeeled = false): DefinitionPlace {
    const found = findDefinition(this.#follower, this.#form, trail, isPeeled);
    return this.#definition(found ?? { node: this.#form.body, key: null, isExact: false, around: [] });
  }

  definitions(path: readonly string[], isPeeled = false): readonly DefinitionPlace[] {
    const trail = path.map((name): TrailStep => ({ kind: "name", name }));
    return findDefinitions(this.#follower, this.#form, trail, isPeeled).map((found) => this.#definition(found));
  }

  #importAt(index: number): Expression | null {
    const { attributes, wrapped } = this.#form;
    if (wrapped.length > 0) return wrapped[index] ?? null;
    const list = attributes === null ? null : valueOf(this.#follower.member(attributes, "imports"));
    return list === null ? null : this.#follower.element(list, index);
  }

  #definition({ node, key, isExact, around }: FoundDefinition): DefinitionPlace {
    const properties = around.map(({ name, call, argument }): PropertyPlace => ({
      name,
      place: this.#sources.place(call),
      argument: argument === null ? null : this.#sources.place(argument),
    }));
    return { ...this.#member(node, key, isExact), properties };
  }

  #member(node: Node, key: Node | null, exact: boolean): MemberPlace {
    return this.#places.member(node, key, exact);
  }

  #place(node: Node, exact: boolean): ScriptPlace {
    return this.#places.place(node, exact);
  }
}

/** Nodes of a script, and what was found of options in it, as places. */
export class OptionPlaces {
  readonly #follower: Follower;
  readonly #sources: Sources;

  constructor(follower: Follower, sources: Sources) {
    this.#follower = follower;
    this.#sources = sources;
  }

  option({ node, key, isExact, declaration }: FoundOption): OptionPlace {
    const found = declaration === null ? null : this.#follower.library.call(declaration);
    const given = found?.name === "mkOption" ? argumentOf(found.call, 0) : null;
    return {
      ...this.member(node, key, isExact),
      call: found === null ? null : { name: found.name, place: this.#sources.place(found.call) },
      attributes: given === null ? null : this.#attributesPlace(given),
    };
  }

  attribute({ node, key, declaration }: FoundOption, name: string): MemberPlace | null {
    if (declaration === null) return this.member(node, null, false);
    const search = optionAttribute(this.#follower, declaration, name);
    if (search.kind === "absent") return null;
    if (search.kind === "unknown") return this.member(node, key, false);
    const { property } = search;
    return this.member(property.kind === "init" && !property.method ? property.value : property, property.key, true);
  }

  member(node: Node, key: Node | null, exact: boolean): MemberPlace {
    return { ...this.place(node, exact), key: key === null ? null : this.#sources.place(key) };
  }

  place(node: Node, exact: boolean): ScriptPlace {
    return { ...this.#sources.place(withoutParentheses(node)), exact };
  }

  #attributesPlace(given: Expression): FilePlace | null {
    const object = this.#follower.object(given);
    return object === null ? null : this.#sources.place(object);
  }
}

function withoutParentheses(node: Node): Node {
  return node.type === "ParenthesizedExpression" ? withoutParentheses(node.expression) : node;
}
