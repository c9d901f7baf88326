// What an expression is as a module: where its attributes, options, definitions and imports are written.
import type { Expression } from "oxc-parser";
import type { Follower, MemberSearch } from "./follow.ts";
import { propertyCall } from "./property-calls.ts";
import { argumentOf, isFunction, memberText, returnedExpression, unwrap } from "./syntax.ts";
import { shorthandAttributes } from "../../model/module.ts";

/** A module as far as the script shows it. */
export interface ModuleForm {
  /** The expression as it is written where the module is used. */
  readonly written: Expression;
  /** Where most of it is known to be: the object, the call that defines it, or the expression as written. */
  readonly body: Expression;
  /** The function that returns it, or null if none does. */
  readonly code: Expression | null;
  /** The object of its attributes (`imports`, `options` and so on), or null if it has none or they are not known. */
  readonly attributes: Expression | null;
  /** Where definitions stand. */
  readonly definitions: readonly DefinitionRoot[];
  /** Modules that it is made of, besides its attribute `imports`. */
  readonly wrapped: readonly Expression[];
  /** Whether the script shows what kind of module it is. If not, nothing is known but its place. */
  readonly isKnown: boolean;
}

/** An expression that holds definitions of a module. */
export interface DefinitionRoot {
  readonly expression: Expression;
  /** Under which names they stand: none for `config`. */
  readonly prefix: readonly string[];
  /** Names in the expression that are no definitions. */
  readonly except: ReadonlySet<string>;
  /** Null: the names in it may be definitions or attributes. */
  readonly isKnown: boolean;
}

const none: ReadonlySet<string> = new Set();

// Modules that functions return, and those that calls wrap, inside one another.
const maximumSteps = 50;

/** Finds out what a module expression is. */
export function moduleForm(follower: Follower, written: Expression, steps = 0): ModuleForm {
  const unknown: ModuleForm = {
    written,
    body: unwrap(written),
    code: null,
    attributes: null,
    definitions: [],
    wrapped: [],
    isKnown: false,
  };
  const found = follower.follow(written);
  if (found === null || steps > maximumSteps) return unknown;
  if (found.type === "ObjectExpression") return { ...unknown, ...objectForm(follower, found), body: found };
  if (isFunction(found)) {
    const returned = returnedExpression(found);
    if (returned === null) return { ...unknown, body: found, code: found };
    return { ...moduleForm(follower, returned, steps + 1), written, code: found };
  }
  if (propertyCall(follower, found) !== null) {
    return { ...unknown, body: found, definitions: [root(found)], isKnown: true };
  }
  const defined = definedForm(follower, found);
  return defined === null ? { ...unknown, body: found } : { ...unknown, ...defined, body: found, isKnown: true };
}

type Form = Pick<ModuleForm, "attributes"> & Partial<ModuleForm>;

// `defineModule({ … })`, with or without `.config(…)`, and what puts a file around a module.
function definedForm(follower: Follower, expression: Expression): Form | null {
  if (expression.type !== "CallExpression") return null;
  const callee = unwrap(expression.callee);
  const isConfig = callee.type === "MemberExpression" && memberText(callee) === "config";
  const base = follower.library.call(isConfig ? callee.object : expression);
  const first = base === null ? null : argumentOf(base.call, 0);
  if (base === null || first === null) return null;
  if (base.name === "setDefaultModuleLocation" && !isConfig) {
    const inner = argumentOf(base.call, 1);
    return inner === null ? null : { attributes: null, wrapped: [inner] };
  }
  // No module, but its parts are found alike.
  if (base.name === "defineConfig" && !isConfig) return { attributes: first, definitions: [root(first)] };
  if (base.name !== "defineModule" && base.name !== "defineSubmodule") return null;
  const config = isConfig ? argumentOf(expression, 0) : null;
  if (isConfig && config === null) return null;
  return { attributes: first, definitions: [...(config === null ? [] : [root(config)]), ...besides(follower, first)] };
}

function objectForm(follower: Follower, object: Expression): Form & { readonly isKnown: boolean } {
  const config = given(follower, follower.member(object, "config"));
  const options = given(follower, follower.member(object, "options"));
  if (config.kind === "found" || options.kind === "found") {
    const value = config.kind === "found" ? valueOf(config) : null;
    const own = config.kind === "absent" ? [] : [value === null ? { ...root(object), isKnown: false } : root(value)];
    return { attributes: object, isKnown: true, definitions: [...own, ...besides(follower, object)] };
  }
  const isKnown = config.kind === "absent" && options.kind === "absent";
  const shorthand = { expression: object, prefix: [], except: shorthandAttributes, isKnown };
  const freeform = besides(follower, object).filter(({ prefix }) => prefix[0] === "_module");
  return { attributes: object, isKnown, definitions: [shorthand, ...freeform] };
}

// Attributes that the evaluation takes for definitions.
function besides(follower: Follower, attributes: Expression): readonly DefinitionRoot[] {
  const prefixes: Readonly<Record<string, readonly string[]>> = {
    meta: ["meta"],
    freeformType: ["_module", "freeformType"],
  };
  return Object.entries(prefixes).flatMap(([name, prefix]) => {
    const value = valueOf(given(follower, follower.member(attributes, name)));
    return value === null ? [] : [{ ...root(value), prefix }];
  });
}

function root(expression: Expression): DefinitionRoot {
  return { expression, prefix: [], except: none, isKnown: true };
}

// An attribute that is `undefined` is the same as none.
function given(follower: Follower, search: MemberSearch): MemberSearch {
  const value = valueOf(search);
  const followed = value === null ? null : follower.follow(value);
  const isNothing = followed?.type === "Identifier" && followed.name === "undefined";
  return isNothing ? { kind: "absent" } : search;
}

/** The value of a member as it is written; of a getter what it returns. Null if it cannot be told. */
export function valueOf(search: MemberSearch): Expression | null {
  if (search.kind !== "found") return null;
  const { kind, value } = search.property;
  if (kind === "init") return value;
  return isFunction(value) ? returnedExpression(value) : null;
}
