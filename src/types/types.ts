// All option types under their public names: what modules write as `types.…`. A new type is one line here.
import * as composite from "./composite-types.ts";
import { mkOptionType } from "./define-type.ts";
import * as leaf from "./leaf-types.ts";

type Leaf = Omit<typeof leaf, "enumType" | "packageType">;

/** The option types. Composite ones take the types of their members. */
export interface Types extends Leaf, Readonly<typeof composite> {
  /** One of the given values. Types of several declarations add up. */
  readonly enum: typeof leaf.enumType;
  /** A package: a set with `type: "derivation"` and a `name`, or an absolute path. */
  readonly package: typeof leaf.packageType;
  /** Makes a type of one's own. */
  readonly mkOptionType: typeof mkOptionType;
}

const { enumType, packageType, ...others } = leaf;

/** The option types, under nixpkgs' names. */
export const types: Types = Object.freeze({
  ...others,
  ...composite,
  enum: enumType,
  package: packageType,
  mkOptionType,
});
