// What a traced run tells of what it makes: where each object, member and result of a function is written.
import { types } from "node:util";
import type { FilePlace } from "../../source/script/index.ts";
import type { ScriptSpan, Site } from "../../source/trace/sites.ts";

/** A place, found when somebody asks; null: it cannot be. */
export type TracedPlace = ScriptSpan | { place(): FilePlace | null };

/** How an object came about. */
export interface Making {
  readonly place: TracedPlace;
  /** The call that made it, if it was one. */
  readonly call: Extract<Site, { readonly kind: "call" }> | null;
}

/** A member of an object or list, as it is written. */
export interface Entry {
  /** What it held then: if it holds something else, it was changed since. */
  readonly value: unknown;
  readonly place: TracedPlace;
  /** Its name as it is written; null: it has none. */
  readonly key: TracedPlace | null;
  /** The text itself says the name, as that of a member. */
  readonly isNamed: boolean;
}

/** What a function returned. */
export interface Result {
  readonly value: unknown;
  readonly place: ScriptSpan;
}

/** The results of a function. */
export class Results {
  /** Distinct ones, in order; null: too many, or those of several functions, which cannot be told apart. */
  known: Result[] | null = [];
  last: Result | null = null;
  /** How often a function was made that tells its results here. */
  made = 0;

  add(result: Result): void {
    this.last = result;
    if (this.known?.some(({ value, place }) => Object.is(value, result.value) && place === result.place) !== false) {
      return;
    }
    if (this.known.length >= mostResults) this.known = null;
    else this.known.push(result);
  }
}

// Beyond, nobody looks at all of them.
const mostResults = 200;

/** All that one traced run told. It never looks into what it is told of. */
export class TraceRecord {
  readonly #makings = new WeakMap<object, Making>();
  readonly #entries = new WeakMap<object, Map<string, Entry>>();
  readonly #results = new WeakMap<object, Results>();
  /** The modules that calls returned, in order. */
  readonly modules: object[] = [];

  /** How an object came about; null: nobody told. */
  making(value: unknown): Making | null {
    return isObject(value) ? (this.#makings.get(value) ?? null) : null;
  }

  /** Where a member is written, if it still holds what it was given there. */
  entry(on: object, name: string, value: unknown): Entry | null {
    const entry = this.#entries.get(on)?.get(name);
    return entry !== undefined && Object.is(entry.value, value) ? entry : null;
  }

  entries(on: unknown): ReadonlyMap<string, Entry> | null {
    return isObject(on) ? (this.#entries.get(on) ?? null) : null;
  }

  results(code: object): Results | null {
    return this.#results.get(code) ?? null;
  }

  /** Something was made at a place. What made it in there told so before. */
  tellMade(value: unknown, place: TracedPlace, call: Making["call"] = null): void {
    if (isObject(value) && !this.#makings.has(value)) this.#makings.set(value, { place, call });
  }

  tellEntry(on: object, name: string, entry: Entry): void {
    const entries = this.#entries.get(on);
    if (entries === undefined) this.#entries.set(on, new Map([[name, entry]]));
    else entries.set(name, entry);
  }

  /** A member holds what nobody knows the place of. */
  forget(on: object, name: string): void {
    this.#entries.get(on)?.delete(name);
  }

  /** The same for all members. */
  forgetAll(on: unknown): void {
    if (isObject(on)) this.#entries.delete(on);
  }

  tellCode(code: unknown, results: Results): void {
    if (typeof code !== "function") return;
    this.#results.set(code, results);
    results.made += 1;
    if (results.made > 1) results.known = null;
  }
}

/** Whether something can be told of a value. */
export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Whether looking into an object runs no code of somebody else. */
export function isReadable(value: unknown): value is object {
  return isObject(value) && !types.isProxy(value);
}

/** What an object holds under a name, if that is data of its own; null: it is not. */
export function ownData(on: object, name: PropertyKey): { readonly value: unknown } | null {
  if (types.isProxy(on)) return null;
  const property = Object.getOwnPropertyDescriptor(on, name);
  // The cast: TypeScript says `any` of the value.
  return property !== undefined && "value" in property ? { value: property.value as unknown } : null;
}
