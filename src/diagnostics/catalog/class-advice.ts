// What to write in place of an object of a well-known class, where only data can stand.

const advice: ReadonlyMap<string, string> = new Map([
  ["Promise", "values are computed synchronously: `await` it at the top of a file, and define what it comes to"],
  ["Date", "write it as text: `.toISOString()`"],
  ["Map", "write a set: `Object.fromEntries(map)`"],
  ["Set", "write a list: `[...set]`"],
  ["URL", "write its text: `.href`"],
  ["RegExp", "write its pattern: `.source`"],
  ["Error", "write its text: `.message`, or throw it"],
  ["Buffer", "write it as text: `.toString()`"],
  ["TypedArray", "write a list: `[...array]`"],
  ["String", "write it without `new`"],
  ["Number", "write it without `new`"],
  ["Boolean", "write it without `new`"],
]);

/** Advice for an object of these classes, the nearest of which something is known; null: of none. */
export function adviceFor(classes: readonly string[]): string | null {
  for (const name of classes) {
    const known = advice.get(name);
    if (known !== undefined) return known;
  }
  return null;
}
