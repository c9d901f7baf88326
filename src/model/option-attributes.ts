// The attributes of options, and what each may be.
import { anything, code, flag, type ValueKind } from "../kernel/value-kind.ts";
import { isOptionType } from "./option-type.ts";

const visibilities: readonly unknown[] = [true, false, "shallow", "transparent"];

/** The attributes of options, by name. */
export const attributeKinds: ReadonlyMap<string, ValueKind> = new Map([
  [
    "type",
    {
      expected: "an option type, such as `types.str`",
      accepts: (value: unknown): boolean => isOptionType(value) || typeof value === "function",
    },
  ],
  ["default", anything],
  ["defaultText", anything],
  ["example", anything],
  ["description", anything],
  ["apply", code],
  ["internal", flag],
  [
    "visible",
    {
      expected: '`true`, `false`, `"shallow"` or `"transparent"`',
      accepts: (value: unknown): boolean => visibilities.includes(value),
    },
  ],
  ["readOnly", flag],
  ["sensitive", flag],
  ["relatedPackages", anything],
  ["findings", code],
  ["obsolete", flag],
]);
