// Plain data as YAML and TOML text.
import type * as Toml from "smol-toml";
import type * as Yaml from "yaml";
import { type Path, sortNames } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";

/** What `writeYaml` needs of `yaml`. Lent, so that whoever writes decides when the library is loaded. */
export type YamlWriter = Pick<typeof Yaml, "stringify">;

/** What `writeToml` needs of `smol-toml`. */
export type TomlWriter = Pick<typeof Toml, "stringify">;

/** Plain data as YAML, keys in byte order. Strings that YAML 1.1 reads otherwise (`yes`, `0777`) get quotes as well. */
export function writeYaml(library: YamlWriter, value: unknown): string {
  return library.stringify(toMaps(value), { compat: "yaml-1.1", lineWidth: 0, aliasDuplicateObjects: false });
}

// Maps, because an object puts keys that look like numbers first.
function toMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toMaps);
  if (!isPlainObject(value)) return value;
  return new Map(sortNames(Object.keys(value)).map((name) => [name, toMaps(value[name])]));
}

/** A mapping as TOML. TOML has no null: `findNull` tells beforehand. */
export function writeToml(library: TomlWriter, value: Readonly<Record<string, unknown>>): string {
  return library.stringify(toSorted(value), { maxDepth: Number.POSITIVE_INFINITY });
}

function toSorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toSorted);
  if (!isPlainObject(value)) return value;
  const members: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(value)) members[name] = toSorted(value[name]);
  const names = sortNames(Object.keys(value));
  // The library lists the names of an object, which has those first that look like numbers, whatever order they came in.
  return new Proxy(members, { ownKeys: () => names });
}

/** Where the first null stands in plain data; null if nowhere. */
export function findNull(value: unknown, path: Path = []): Path | null {
  if (value === null) return path;
  const members = Array.isArray(value) ? value.entries() : isPlainObject(value) ? Object.entries(value) : [];
  for (const [name, member] of members) {
    const found = findNull(member, [...path, String(name)]);
    if (found !== null) return found;
  }
  return null;
}
