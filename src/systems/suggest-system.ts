// Finds what a refused system string may have been meant to say.
import type { SystemPart } from "../diagnostics/catalog/systems.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { cpuTypes } from "./tables/cpu-types.ts";
import { kernels } from "./tables/kernels.ts";
import { otherNames } from "./tables/other-names.ts";
import { vendors } from "./tables/vendors.ts";

/** The whole string with an unknown part mended; null if nothing known is near. */
export function suggestForPart(
  input: string,
  part: SystemPart,
  given: string,
  table: ReadonlyMap<string, unknown>,
): string | null {
  const written = given.toLowerCase();
  const name = given === "" ? null : (otherNames[part].get(written) ?? meantName(written, [...table.keys()]));
  if (name === null) return null;
  const parts = input.split("-");
  return parts.with(parts.indexOf(given), name).join("-");
}

function meantName(given: string, known: readonly string[]): string | null {
  // Letters that changed places farther apart are one slip but two edits, too many for a short name to count as near.
  return known.find((name) => letters(name) === letters(given)) ?? nearestName(given, known);
}

function letters(name: string): string {
  return [...name].toSorted().join("");
}

/** Complete strings for one that names too little, or whose middle part may be two things. */
export function suggestForAmbiguous(parts: readonly string[]): readonly string[] {
  const [first = "", second = "", third] = parts;
  // `x86-64` is how GCC writes the CPU; a hyphen here separates parts.
  if (first === "x86" && second === "64") return [["x86_64", ...parts.slice(2)].join("-")];
  if (third === undefined) {
    if (cpuTypes.has(first)) return [`${first}-linux`];
    return kernels.has(first) ? [`x86_64-${first}`] : withHyphen(first);
  }
  if (!kernels.has(third)) return kernels.has(second) ? [`${first}-${second}`] : [];
  const double = `${first}-${third}`;
  return vendors.has(second) ? [double, `${first}-${second}-${third}-ABI`] : [double];
}

/** CPU and kernel with a hyphen between them, where something else stands there. */
function withHyphen(part: string): readonly string[] {
  const [, cpu = "", kernel = ""] = /^(.+)[ _./](.+)$/su.exec(part) ?? [];
  return cpuTypes.has(cpu) && kernels.has(kernel) ? [`${cpu}-${kernel}`] : [];
}
