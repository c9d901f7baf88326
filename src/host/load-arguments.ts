// The arguments of `loadConfig`, checked at the door.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";

interface Kind {
  readonly expected: string;
  has(value: unknown): boolean;
}

const text: Kind = { expected: "a string", has: (value) => typeof value === "string" };
const set: Kind = { expected: "an attribute set", has: isPlainObject };
const texts: Kind = {
  expected: "a list of strings",
  has: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
};
// Not only plain ones: `process.env` is an object of its own kind.
const environment: Kind = { expected: "an object", has: (value) => typeof value === "object" && value !== null };

const kinds: ReadonlyMap<string, Kind> = new Map([
  ["files", texts],
  ["cwd", text],
  ["env", environment],
  ["set", set],
  ["specialArgs", set],
  ["configFile", text],
]);

/** Throws a ConfixError if `args` has names that `loadConfig` does not know, or values of the wrong kind. */
export function checkLoadArguments(args: unknown): void {
  if (!isPlainObject(args)) return refuse("the argument", `must be an object, but is ${describeValue(args)}`, []);
  for (const [name, value] of Object.entries(args)) {
    const kind = kinds.get(name);
    if (kind === undefined) {
      const near = nearestName(name, [...kinds.keys()]);
      return refuse(name, "is not known", near === null ? [] : [near]);
    }
    if (value === undefined || kind.has(value)) continue;
    const listed = kind === texts && Array.isArray(value) ? value.find((item) => typeof item !== "string") : value;
    const found = `${listed === value ? "is" : "holds"} ${describeValue(listed)}`;
    refuse(name, `must be ${kind.expected}, but ${found}`, []);
  }
}

function refuse(argument: string, problem: string, suggestions: readonly string[]): never {
  fail(diagnostic("bad-argument", {}, { call: "loadConfig", argument, problem, suggestions }));
}
