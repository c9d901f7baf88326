// Packages: descriptions of something that can be built, or the path of something built.
import { isPlainObject } from "../kernel/plain.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeOneOption } from "./merge-strategies.ts";

/** A package as data. What it holds besides is up to whoever builds it. */
export interface PackageObject {
  readonly type: "derivation";
  readonly name: string;
  readonly [attribute: string]: unknown;
}

/** A package: an object of type `derivation` with a name, or the absolute path of something built; one definition. */
export const packageType: OptionType<PackageObject | string> = mkOptionType<PackageObject | string>({
  name: "package",
  descriptionClass: "noun",
  check: (value) => (typeof value === "string" ? value.startsWith("/") : isPackageObject(value)),
  explain: (value) => {
    if (typeof value === "string") return `${JSON.stringify(value)} is not an absolute path`;
    if (!isPlainObject(value)) return null;
    return value["type"] === "derivation" ? "it has no `name`" : 'it has no `type: "derivation"`';
  },
  merge: mergeOneOption,
});

function isPackageObject(value: unknown): boolean {
  return isPlainObject(value) && value["type"] === "derivation" && typeof value["name"] === "string";
}
