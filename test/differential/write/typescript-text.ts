// The small change of TypeScript's syntax.

export function typeScriptList(items: readonly string[]): string {
  return `[${items.join(", ")}]`;
}

export function typeScriptSet(entries: readonly (readonly [name: string, value: string])[]): string {
  if (entries.length === 0) return "{}";
  return `{ ${entries.map(([name, value]) => `${key(name)}: ${value}`).join(", ")} }`;
}

/** What follows an object to read a member of it. */
export function access(name: string): string {
  return isName(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

// `__proto__` in brackets, because without them it would set the prototype.
function key(name: string): string {
  if (name === "__proto__") return `["__proto__"]`;
  return isName(name) ? name : JSON.stringify(name);
}

function isName(name: string): boolean {
  return /^[a-zA-Z_]\w*$/.test(name);
}
