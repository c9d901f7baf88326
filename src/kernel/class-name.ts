// Names the class of an object that is no plain one: a date, a map, a promise.

// More ancestors than any class has; the prototypes of a proxy may never end.
const maxAncestors = 16;

/**
 * The classes that a value is an instance of, nearest first: `["Buffer", "Uint8Array", "TypedArray"]`; of a plain object,
 * of one whose classes have no names, and of anything else none. Total, like `show`.
 */
export function classNames(value: unknown): readonly string[] {
  try {
    return isObject(value) ? namesAbove(value) : [];
  } catch {
    return []; // A hostile proxy: its traps ran and threw.
  }
}

function namesAbove(value: object): readonly string[] {
  const names: string[] = [];
  let prototype: unknown = Object.getPrototypeOf(value);
  for (let at = 0; at < maxAncestors && isObject(prototype); at += 1) {
    const above: unknown = Object.getPrototypeOf(prototype);
    // The root of all objects, of this realm or another, is no class.
    if (above === null) break;
    const name = nameOf(prototype);
    if (name !== null) names.push(name);
    prototype = above;
  }
  return names;
}

/** The same with an article: `a Date`, `a promise`, ``an object of the class `Site` ``. */
export function describeInstance(value: object): string {
  const names = classNames(value);
  if (names.includes("Promise")) return "a promise";
  const [name] = names;
  if (name === undefined) return "an object that is not a plain one";
  if (boxes.has(name)) return `a ${name} object`;
  // What the language or its host brings along needs no explanation.
  if (!Object.hasOwn(globalThis, name)) return `an object of the class \`${name}\``;
  return `${/^[AEIO]/.test(name) ? "an" : "a"} ${name}`;
}

const boxes: ReadonlySet<string> = new Set(["String", "Number", "Boolean", "BigInt", "Symbol"]);
// Not a constant: V8 looks up the classes of characters when it makes the expression, which takes 0.5 ms.
const isShownName = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]{0,59}$/u.test(name);

// Only data properties are looked at: a getter is user code.
function nameOf(prototype: object): string | null {
  const made = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value as unknown; // Anything may stand there.
  if (typeof made !== "function") return null;
  const name = Object.getOwnPropertyDescriptor(made, "name")?.value as unknown; // As above.
  return typeof name === "string" && isShownName(name) ? name : null;
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" || typeof value === "function") && value !== null;
}
