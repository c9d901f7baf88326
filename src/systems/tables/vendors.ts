// The vendors a system string may name; a new one is one row.

const names = [
  "apple",
  "knuth",
  "none",
  "pc",
  "unknown",
  // Matters: GCC switches on parts of its Windows support for this vendor only.
  "w64",
] as const;

/** The name of a vendor. */
export type VendorName = (typeof names)[number];

/** The vendor part of a system. */
export interface Vendor {
  readonly name: VendorName;
}

/** Every vendor by name. */
export const vendors: ReadonlyMap<string, Vendor> = new Map(names.map((name) => [name, Object.freeze({ name })]));
