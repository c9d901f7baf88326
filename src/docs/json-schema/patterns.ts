// Regular expressions, as JSON Schema takes them: without flags but `u`, and found anywhere in the string.
const storeObject = "/+(?:\\./+)*nix/+(?:\\./+)*store/+(?:\\./+)*[^/]{32}-[^/]";
// Where `..` stands in a path, only walking it tells where it leads.
const goesUp = "(?=(?:[\\s\\S]*/)?\\.\\.(?:/|$))";

/** Strings that name a file where a module may stand as a value. */
export const modulePath = "^(?:/|\\.\\.?/|file:)";

/** The pattern of paths; null: any string is one. */
export function pathPattern(absolute: boolean | null, inStore: boolean | null): string | null {
  const start = absolute === null ? "" : absolute ? "(?=/)" : "(?!/)";
  const store =
    inStore === null ? "" : inStore ? `(?:(?=/)${goesUp}|${storeObject})` : `(?!(?!${goesUp})${storeObject})`;
  return start + store === "" ? null : `^${start}${store}`;
}

/** The pattern of strings that a regular expression matches from beginning to end; null: it cannot be said. */
export function wholePattern(source: string, flags: string): string | null {
  // Brackets mean more under `v`; for upper and lower case alike there is no pattern.
  if (flags.includes("i") || (flags.includes("v") && /[[\\]/.test(source))) return null;
  return `^(?:${flags.includes("s") ? withoutDots(source) : source})$`;
}

// Under the flag `s` a dot is any character.
function withoutDots(source: string): string {
  return source.replaceAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\./g, (part) => (part === "." ? "[\\s\\S]" : part));
}
