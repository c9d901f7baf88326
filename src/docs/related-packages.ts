// The packages that documentation names beside an option, as nixpkgs writes them.
import { isPlainObject } from "../kernel/plain.ts";

/**
 * The packages as a list in Markdown with links to the search of nixpkgs; an empty list for none, null if nothing is said of
 * packages, or nothing that can be read. One is a name, a path of names, or a set with `name` or `path`, and perhaps
 * `title` and `comment`.
 */
export function relatedPackagesText(given: unknown): string | readonly never[] | null {
  if (!Array.isArray(given)) return null;
  if (given.length === 0) return [];
  const items = given.map(describe).filter((item) => item !== null);
  return items.length === 0 ? null : items.join("");
}

function describe(given: unknown): string | null {
  const from = typeof given === "string" ? { name: given } : Array.isArray(given) ? { path: given } : given;
  if (!isPlainObject(from)) return null;
  const { name: own, path, title, comment } = from;
  const name = typeof own === "string" ? own : Array.isArray(path) ? path.map(String).join(".") : null;
  if (name === null) return null;
  const label = `${typeof title === "string" ? `${title} aka ` : ""}\`pkgs.${name}\``;
  const url = `https://search.nixos.org/packages?show=${name}&sort=relevance&query=${name}`;
  const more = typeof comment === "string" ? `\n\n  ${comment}` : "";
  return `- [${label}](\n    ${url}\n  )${more}\n`;
}
