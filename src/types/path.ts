// Paths in the file system, as strings.
import { isEqualData } from "../kernel/plain.ts";
import { flagOrNull } from "../kernel/value-kind.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkLeafType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";
import { requireParameters } from "./require-parameters.ts";
import { failArgument } from "./require-type.ts";

/** Which paths a type takes; null or absent: either way. */
export interface PathParameters {
  /** Whether the path starts with `/`. */
  readonly absolute?: boolean | null;
  /** Whether the path is an object in `/nix/store`, or lies in one. */
  readonly inStore?: boolean | null;
}

/**
 * A path as a string; several definitions must be equal. The string is not looked up on disk and not normalised. Fails
 * if a path should be in the store and relative, since no path is both.
 */
export function pathWith(parameters: PathParameters): OptionType<string> {
  requireParameters("pathWith", parameters, { absolute: flagOrNull, inStore: flagOrNull });
  const { absolute = null, inStore = null } = parameters;
  if (inStore === true && absolute === false) failArgument("pathWith", "a path in the store is absolute");
  const payload = { absolute, inStore };
  return mkLeafType<string>({
    name: "path",
    description: describe(absolute, inStore),
    descriptionClass: "noun",
    check: (value) =>
      typeof value === "string" &&
      (absolute === null || value.startsWith("/") === absolute) &&
      (inStore === null || isInStore(value) === inStore),
    explain: (value) => {
      if (typeof value !== "string") return null;
      if (absolute !== null && value.startsWith("/") !== absolute) {
        return `${JSON.stringify(value)} ${absolute ? "does not start" : "starts"} with \`/\``;
      }
      if (inStore === null || isInStore(value) === inStore) return null;
      return `${JSON.stringify(value)} is ${inStore ? "not in an object of" : "in"} \`/nix/store\``;
    },
    merge: mergeEqualOption,
    functor: { name: "path", payload },
    typeMerge: (self, { functor }) => (functor.name === "path" && isEqualData(payload, functor.payload) ? self : null),
  });
}

/** An absolute path: a string that starts with `/`. */
export const path: OptionType<string> = pathWith({ absolute: true });

/** A path in the Nix store: `/nix/store/<hash>-<name>`, or below it. */
export const pathInStore: OptionType<string> = pathWith({ inStore: true });

/** An absolute path outside the Nix store. */
export const externalPath: OptionType<string> = pathWith({ absolute: true, inStore: false });

// A store object is named by a hash of 32 characters and a name: `/nix/store` itself and `.links` in it are none.
function isInStore(value: string): boolean {
  const [root, store, object] = value.startsWith("/") ? componentsOf(value) : [];
  return root === "nix" && store === "store" && object !== undefined && /^.{32}-./su.test(object);
}

// Without empty names, `.` and `..`, so that no spelling of a path hides where it leads.
function componentsOf(value: string): readonly string[] {
  const components: string[] = [];
  for (const name of value.split("/")) {
    if (name === "..") components.pop();
    else if (name !== "" && name !== ".") components.push(name);
  }
  return components;
}

function describe(absolute: boolean | null, inStore: boolean | null): string {
  const start = absolute === null ? "" : absolute ? "absolute " : "relative ";
  const end = inStore === null ? "" : inStore ? " in the Nix store" : " not in the Nix store";
  return `${start}path${end}`;
}
