// Takes in what a platform is elaborated from, and refuses what cannot be part of one.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { describeValue } from "../kernel/describe-value.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { snapshotAttributes, type Attributes } from "./lazy-record.ts";
import { reportGoneName } from "./old-names.ts";
import type { PlatformInput } from "./platform.ts";
import { featureAttributes } from "./tables/architectures.ts";
import { patterns } from "./tables/patterns.ts";

/** The given attributes, to be read one by one; a string is the attribute `system`. */
export function readGiven(input: string | PlatformInput): Attributes {
  if (typeof input === "string") return new Map([["system", () => input]]);
  if (!isPlainObject(input)) {
    const wanted = "a system string, or attributes with `system` or `config`";
    return fail(diagnostic("system-wrong-kind", {}, { found: describeValue(input), wanted }));
  }
  const given = snapshotAttributes(input, refuseWrongKind, refuseNoData);
  for (const name of given.keys()) {
    const gone = reportGoneName(name);
    if (gone !== null) fail(gone);
  }
  return given;
}

// Attributes that others are derived from by asking whether they hold.
const flags: ReadonlySet<string> = new Set([
  ...Object.keys(patterns),
  ...Object.keys(featureAttributes),
  "hasSharedLibraries",
  "isStatic",
  "useAndroidPrebuilt",
  "useLLVM",
  "useiOSPrebuilt",
]);

// Attributes that have attributes of their own.
const sets: ReadonlySet<string> = new Set(["extensions", "gcc", "rust", "rustc", "uname"]);

const strings: ReadonlySet<string> = new Set(["config", "system"]);

function refuseWrongKind(attribute: string, value: unknown): void {
  const refuse = (wanted: string): never =>
    fail(diagnostic("platform-attribute-wrong-kind", {}, { attribute, found: describeValue(value), wanted }));
  if (flags.has(attribute) && typeof value !== "boolean") refuse("true or false");
  if (sets.has(attribute) && !isPlainObject(value)) refuse("an attribute set");
  if (strings.has(attribute) && typeof value !== "string") refuse("a string");
}

function refuseNoData(attribute: string, found: unknown): never {
  const wanted = "data, with no functions in it";
  return fail(diagnostic("platform-attribute-wrong-kind", {}, { attribute, found: describeValue(found), wanted }));
}
