// Which module arguments something uses: Nix gives a function those it names.

/**
 * The names of the arguments used in a part of a description, but not in modules inside it, which have their own.
 */
export function argumentsIn(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  visit(part, found);
  return found;
}

// Descriptions are plain data, so one walk serves all their shapes.
function visit(part: unknown, found: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  if ("is" in part && part.is === "module") return;
  if ("type" in part && typeof part.type === "string") return;
  if ("code" in part) {
    if (part.code === "config") found.add("config");
    if (part.code === "state" || part.code === "alias") found.add("options");
    if (part.code === "argument" && "name" in part) found.add(String(part.name));
  }
  if ("is" in part && part.is === "where") found.add("options");
  if ("argument" in part && typeof part.argument === "string") found.add(part.argument);
  for (const inner of Object.values(part)) visit(inner, found);
}
