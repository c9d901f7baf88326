// Says why a value is no boolean.

/** Why a value is no boolean, or null if the type's description says it all. */
export function explainBoolean(value: unknown): string | null {
  if (value !== "true" && value !== "false") return null;
  return `"${value}" is a string; write ${value} without quotes`;
}
