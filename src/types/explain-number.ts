// Says why a value is not the number that a type asks for.

/** What a type of numbers takes. Bounds are inclusive unless `aboveLowest`. */
export interface NumberBounds {
  readonly lowest?: number;
  /** The lowest number itself is not taken. Default false. */
  readonly aboveLowest?: boolean;
  readonly highest?: number;
}

/** Whether a number lies within bounds. */
export function isWithin(value: number, { lowest, aboveLowest = false, highest }: NumberBounds): boolean {
  if (lowest !== undefined && (aboveLowest ? value <= lowest : value < lowest)) return false;
  return highest === undefined || value <= highest;
}

/** Whether a value is a number, neither NaN nor infinite. */
export function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** Whether a value is an integer that a JavaScript number holds exactly. */
export function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** Why a value is no finite number within bounds, or null if the type's description says it all. */
export function explainNumber(value: unknown, bounds: NumberBounds = {}): string | null {
  if (typeof value === "bigint") return `${value}n is a bigint, which has no JSON form; write a number`;
  if (typeof value === "string" && value.trim() !== "" && isFiniteNumber(Number(value))) {
    return `${JSON.stringify(value)} is a string; write the number without quotes`;
  }
  if (typeof value !== "number") return null;
  if (!Number.isFinite(value)) return `${value} is no finite number`;
  const { lowest, aboveLowest = false, highest } = bounds;
  if (lowest !== undefined && !isWithin(value, { lowest, aboveLowest })) {
    return aboveLowest ? `${value} is not above ${lowest}` : `${value} is below ${lowest}`;
  }
  return highest !== undefined && value > highest ? `${value} is above ${highest}` : null;
}

/** Why a value is no integer within bounds, or null if the type's description says it all. */
export function explainInteger(value: unknown, bounds: NumberBounds = {}): string | null {
  if (isFiniteNumber(value) && !Number.isInteger(value)) return `${value} is not a whole number`;
  if (isFiniteNumber(value) && !isInteger(value)) {
    return `${value} is too large to be exact: integers go from ${Number.MIN_SAFE_INTEGER} to ${Number.MAX_SAFE_INTEGER}`;
  }
  return explainNumber(value, bounds);
}
