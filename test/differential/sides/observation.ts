// What can be seen of a value from outside, in the same words for both evaluators.
import { sortNames } from "../../../src/kernel/path.ts";
import { recordSource } from "../../../src/kernel/record.ts";

/** A value, as far as it can be read: everything that fails is marked where it fails. */
export type Observation =
  | { readonly kind: "failure" }
  | { readonly kind: "set"; readonly members: ReadonlyMap<string, Observation> }
  | { readonly kind: "list"; readonly items: readonly Observation[] }
  | { readonly kind: "function" }
  | { readonly kind: "data"; readonly value: unknown };

/** Names, and numbers for places in lists. */
export type Steps = readonly (string | number)[];

// A value may hold itself. So deep nothing else is.
const deepest = 60;
const endless = "endless";

/** An expression for a Nix function that tells what can be seen of a value, as data for `readNix`. */
export const observeNix = `
  let observe = depth: value: let tried = builtins.tryEval value; seen = tried.value; in
    if depth > ${deepest} then [ "data" "${endless}" ]
    else if !tried.success then [ "failure" ]
    else if builtins.isAttrs seen then [ "set" (builtins.attrValues (builtins.mapAttrs (name: member: [ name (observe (depth + 1) member) ]) seen)) ]
    else if builtins.isList seen then [ "list" (map (observe (depth + 1)) seen) ]
    else if builtins.isFunction seen then [ "function" ]
    else [ "data" seen ];
  in observe 0`;

/** What a Nix function made of `observeNix` printed. */
export function readNix(json: unknown): Observation {
  if (!Array.isArray(json)) throw new Error(`not an observation: ${JSON.stringify(json)}`);
  const [kind, content]: readonly unknown[] = json;
  if (kind === "failure" || kind === "function") return { kind };
  if (kind === "data") return { kind, value: content };
  if (!Array.isArray(content)) throw new Error(`not an observation: ${JSON.stringify(json)}`);
  if (kind === "list") return { kind, items: content.map(readNix) };
  const members = content.map((member: unknown): [string, Observation] => {
    // The cast: `observeNix` writes pairs.
    const [name, seen] = member as readonly [string, unknown];
    return [name, readNix(seen)];
  });
  // What Nix calls as a function; Confix makes a function of it.
  if (members.some(([name]) => name === "__functor")) return { kind: "function" };
  return { kind: "set", members: new Map(members) };
}

/** What can be seen of a value of Confix. `read` is called again whenever it is looked at. */
export function observe(read: () => unknown, depth = 0): Observation {
  if (depth > deepest) return { kind: "data", value: endless };
  let value: unknown;
  let names: readonly string[];
  try {
    value = read();
    if (typeof value === "function") return { kind: "function" };
    if (typeof value !== "object" || value === null) return { kind: "data", value };
    names = Object.keys(value);
    // A record of Confix is sorted as Nix sorts; in what a module wrote itself the order is its own.
    if (!Array.isArray(value) && recordSource(value) === null) names = sortNames(names);
  } catch {
    return { kind: "failure" };
  }
  // The cast: an object has members by name.
  const record = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(value)) return { kind: "list", items: names.map((at) => observe(() => record[at], depth + 1)) };
  return { kind: "set", members: new Map(names.map((name) => [name, observe(() => record[name], depth + 1)])) };
}

/** Reads what stands at some steps. */
export function reach(value: unknown, steps: Steps): unknown {
  // The cast: the steps were found by looking.
  return steps.reduce((inner, step) => (inner as Readonly<Record<string | number, unknown>>)[step], value);
}

/** What was seen at some steps, or where the way there fails; null: there is nothing of that name. */
export function observedAt(observed: Observation, steps: Steps): Observation | null {
  let seen: Observation | null = observed;
  for (const step of steps) {
    if (seen === null || seen.kind === "failure") return seen;
    if (seen.kind === "set") seen = seen.members.get(String(step)) ?? null;
    else seen = seen.kind === "list" ? (seen.items[Number(step)] ?? null) : null;
  }
  return seen;
}

/** The steps to everything that fails. */
export function failuresIn(observed: Observation, above: Steps = []): readonly Steps[] {
  switch (observed.kind) {
    case "failure":
      return [above];
    case "set":
      return [...observed.members].flatMap(([name, member]) => failuresIn(member, [...above, name]));
    case "list":
      return observed.items.flatMap((item, at) => failuresIn(item, [...above, at]));
    default:
      return [];
  }
}

/** What was seen, for people. */
export function showObservation(seen: Observation): string {
  switch (seen.kind) {
    case "failure":
      return "a failure";
    case "function":
      return "a function";
    case "data":
      return JSON.stringify(seen.value) ?? String(seen.value);
    case "list":
      return `[${seen.items.map(showObservation).join(", ")}]`;
    case "set": {
      const members = [...seen.members].map(([name, member]) => `${JSON.stringify(name)}: ${showObservation(member)}`);
      return `{${members.join(", ")}}`;
    }
  }
}
