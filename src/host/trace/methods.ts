// Calls methods that move what they are given, and takes note of where it went.
import type { Site } from "../../source/trace/sites.ts";
import { type Entry, isReadable, ownData, type Result, type TraceRecord } from "./record.ts";

type CallSite = Extract<Site, { readonly kind: "call" }>;

/** What is called, and with what. */
interface Call {
  readonly record: TraceRecord;
  readonly site: CallSite;
  readonly on: unknown;
  readonly method: Function;
  readonly args: readonly unknown[];
}

/** Calls `on.name(...args)`. If that is JavaScript's own method, its result's members are known by what it was given. */
export function callMethod(
  record: TraceRecord,
  site: CallSite,
  on: unknown,
  name: string,
  args: readonly unknown[],
): unknown {
  // The cast: what has no members throws here, as it would have.
  const method = (on as Readonly<Record<string, unknown>>)[name];
  const run = typeof method === "function" ? movers.get(method) : undefined;
  // The cast: what is no function throws, as it would have.
  const call: Call = { record, site, on, method: method as Function, args };
  return run === undefined || (!statics.has(call.method) && !isList(on)) ? apply(call) : run(call);
}

function apply({ on, method, args }: Call): unknown {
  return Reflect.apply(method, on, args);
}

const movers: ReadonlyMap<Function, (call: Call) => unknown> = new Map<Function, (call: Call) => unknown>([
  [Array.prototype.map, (call) => mapped(call, 0)],
  [Array.prototype.flatMap, flatMapped],
  [Array.prototype.push, pushed],
  [Array.prototype.concat, joined],
  [Array.prototype.unshift, disturbed],
  [Array.prototype.splice, disturbed],
  [Array.prototype.shift, disturbed],
  [Array.prototype.reverse, disturbed],
  [Array.prototype.sort, disturbed],
  [Array.prototype.copyWithin, disturbed],
  [Array.prototype.fill, disturbed],
  [Array.from, (call) => (call.args.length > 1 ? mapped(call, 1) : copied(call))],
  [Object.fromEntries, fromEntries],
  [Object.assign, merged],
]);

const statics: ReadonlySet<Function> = new Set<Function>([Array.from, Object.fromEntries, Object.assign]);

function isList(value: unknown): value is readonly unknown[] {
  return isReadable(value) && Array.isArray(value);
}

function disturbed(call: Call): unknown {
  call.record.forgetAll(call.on);
  return apply(call);
}

// The place of what a function returned last, if that is this.
function resultOf({ record }: Call, code: unknown, value: unknown): Result | null {
  const last = typeof code === "function" ? (record.results(code)?.last ?? null) : null;
  return last !== null && Object.is(last.value, value) ? last : null;
}

/** Runs a call with the results of its handler watched: told one after the other. */
function watched(call: Call, at: number): { readonly value: unknown; readonly results: readonly (Result | null)[] } {
  const results: (Result | null)[] = [];
  const handler = call.args[at];
  if (typeof handler !== "function") return { value: apply(call), results };
  const watching = function (this: unknown, ...given: readonly unknown[]): unknown {
    const value: unknown = Reflect.apply(handler, this, given);
    results.push(resultOf(call, handler, value));
    return value;
  };
  return { value: apply({ ...call, args: call.args.with(at, watching) }), results };
}

function entryOf({ value, place }: Result): Entry {
  return { value, place, key: null, isNamed: false };
}

function mapped(call: Call, at: number): unknown {
  const { value, results } = watched(call, at);
  // Holes of a list are not handed over.
  if (!isList(value) || results.length !== value.length) return value;
  for (const [index, result] of results.entries()) {
    if (result !== null && Object.is(result.value, value[index])) {
      call.record.tellEntry(value, String(index), entryOf(result));
    }
  }
  return value;
}

function flatMapped(call: Call): unknown {
  const { record } = call;
  const { value, results } = watched(call, 0);
  if (!isList(value) || results.includes(null)) return value;
  let at = 0;
  for (const result of results) {
    if (result === null) continue;
    if (isList(result.value)) {
      copyEntries(record, result.value, value, at);
      at += result.value.length;
    } else {
      if (Object.is(result.value, value[at])) record.tellEntry(value, String(at), entryOf(result));
      at += 1;
    }
  }
  if (at !== value.length) record.forgetAll(value);
  return value;
}

function copyEntries(record: TraceRecord, from: readonly unknown[], to: readonly unknown[], at: number): void {
  for (const [name, entry] of record.entries(from) ?? []) {
    const index = at + Number(name);
    if (Object.is(entry.value, to[index])) record.tellEntry(to, String(index), entry);
  }
}

function copied(call: Call): unknown {
  const value = apply(call);
  const [from] = call.args;
  if (isList(value) && isList(from) && from.length === value.length) copyEntries(call.record, from, value, 0);
  return value;
}

function pushed(call: Call): unknown {
  const { record, site, on, args } = call;
  if (!isList(on)) return apply(call);
  const before = on.length;
  const value = apply(call);
  for (const [at, span] of site.args.entries()) {
    if (span === null) break;
    const place = { script: site.script, span };
    record.tellEntry(on, String(before + at), { value: args[at], place, key: null, isNamed: false });
  }
  return value;
}

function joined(call: Call): unknown {
  const { record, site, on, args } = call;
  const value = apply(call);
  if (!isList(value) || !isList(on) || site.args.includes(null)) return value;
  let at = 0;
  for (const [index, part] of [on, ...args].entries()) {
    if (isList(part)) {
      copyEntries(record, part, value, at);
      at += part.length;
      continue;
    }
    const span = site.args[index - 1];
    if (span !== undefined && span !== null && Object.is(part, value[at])) {
      record.tellEntry(value, String(at), {
        value: part,
        place: { script: site.script, span },
        key: null,
        isNamed: false,
      });
    }
    at += 1;
  }
  if (at !== value.length) record.forgetAll(value);
  return value;
}

function fromEntries(call: Call): unknown {
  const { record } = call;
  const [pairs] = call.args;
  const value = apply(call);
  if (!isReadable(value) || !isList(pairs)) return value;
  for (const pair of pairs) {
    if (!isList(pair)) continue;
    const [name, held] = [ownData(pair, "0"), ownData(pair, "1")];
    if (name === null || (typeof name.value !== "string" && typeof name.value !== "number")) continue;
    const entry = held === null ? null : record.entry(pair, "1", held.value);
    // The last pair of a name counts.
    if (held === null || entry === null) record.forget(value, String(name.value));
    else {
      const key = record.entry(pair, "0", name.value)?.place ?? null;
      record.tellEntry(value, String(name.value), { ...entry, key, isNamed: false });
    }
  }
  return value;
}

function merged(call: Call): unknown {
  const { record } = call;
  const value = apply(call);
  const [target, ...sources] = call.args;
  if (!isReadable(target)) return value;
  for (const source of sources) {
    for (const name of isReadable(source) ? Object.keys(source) : []) {
      const held = ownData(target, name);
      const entry = record.entries(source)?.get(name);
      if (entry !== undefined && held !== null && Object.is(entry.value, held.value)) {
        record.tellEntry(target, name, entry);
      } else record.forget(target, name);
    }
  }
  return value;
}
