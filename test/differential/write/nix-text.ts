// The small change of Nix's syntax.
import { showName } from "../../../src/kernel/path.ts";
import type { Scalar } from "../description/description.ts";

export function nixScalar(value: Scalar): string {
  if (typeof value === "string") return nixString(value);
  return typeof value === "number" && value < 0 ? `(${value})` : String(value);
}

/** A string, on one line. */
export function nixString(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("${", "\\${")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return `"${escaped}"`;
}

export function nixList(items: readonly string[]): string {
  return items.length === 0 ? "[ ]" : `[ ${items.join(" ")} ]`;
}

export function nixSet(entries: readonly (readonly [name: string, value: string])[]): string {
  if (entries.length === 0) return "{ }";
  return `{ ${entries.map(([name, value]) => `${nixName(name)} = ${value};`).join(" ")} }`;
}

function nixName(name: string): string {
  return /^[a-zA-Z_]/.test(name) && showName(name) === name ? name : nixString(name);
}
