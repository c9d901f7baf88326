// TypeScript types as text, and how they are put together.

/** A type as text. */
export interface TypeText {
  readonly text: string;
  /** How it is built, which tells where it needs parentheses. */
  readonly form: "atom" | "union" | "intersection" | "function";
}

/** A type that stands by itself everywhere. */
export function atom(text: string): TypeText {
  return { text, form: "atom" };
}

export const unknownText: TypeText = atom("unknown");
export const neverText: TypeText = atom("never");
export const nullText: TypeText = atom("null");

/** One of the types. */
export function unionOf(types: readonly TypeText[]): TypeText {
  const texts = new Map<string, TypeText>();
  for (const type of types) if (type.text !== "never") texts.set(type.text, type);
  const [only, ...others] = texts.values();
  if (only === undefined) return neverText;
  if (texts.has("unknown")) return unknownText;
  if (others.length === 0) return only;
  return {
    text: [...texts.values()].map((type) => within(type, ["atom", "union", "intersection"])).join(" | "),
    form: "union",
  };
}

/** All of the types at once. */
export function intersectionOf(types: readonly TypeText[]): TypeText {
  const [only, ...others] = types;
  if (only === undefined || others.length === 0) return only ?? unknownText;
  return { text: types.map((type) => within(type, ["atom", "intersection"])).join(" & "), form: "intersection" };
}

/** A list. */
export function listOf(element: TypeText): TypeText {
  // An operator: in a list of its own it needs parentheses, elsewhere it reads as one word.
  const inner = element.text.startsWith("readonly ") ? `(${element.text})` : within(element, ["atom"]);
  return atom(`readonly ${inner}[]`);
}

/** A function with any arguments. */
export function functionTo(result: TypeText): TypeText {
  return { text: `(...args: unknown[]) => ${result.text}`, form: "function" };
}

/** A set with any names. */
export function recordOf(member: TypeText): TypeText {
  // Not `Record`, as an alias that contains itself by it is an error.
  return atom(`{ readonly [name: string]: ${member.text} }`);
}

function within({ text, form }: TypeText, bare: readonly TypeText["form"][]): string {
  return bare.includes(form) ? text : `(${text})`;
}

/** One name in a set. */
export interface Property {
  readonly name: string;
  readonly type: TypeText;
  /** Lines of documentation; none: there is no comment. */
  readonly comment: readonly string[];
  readonly isOptional?: boolean;
}

/** A set with these names, in braces. */
export function setOf(properties: readonly Property[], index: TypeText | null = null): TypeText {
  const lines = properties.map(({ name, type, comment, isOptional = false }) => {
    return `${commentText(comment)}readonly ${nameText(name)}${isOptional ? "?" : ""}: ${type.text};\n`;
  });
  if (index !== null) lines.push(`readonly [name: string]: ${index.text};\n`);
  return atom(lines.length === 0 ? "{}" : `{\n${indented(lines.join(""))}}`);
}

// Whatever stands in a comment, it ends where it should, and a line of it is no tag.
function commentText(lines: readonly string[]): string {
  const [only, ...others] = lines.map((line) => line.replaceAll("*/", "*\\/").trimEnd());
  if (only === undefined) return "";
  if (others.length === 0) return `/** ${only} */\n`;
  return `/**\n${[only, ...others].map((line) => (line === "" ? " *" : ` * ${line}`)).join("\n")}\n */\n`;
}

function nameText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}

/** The type of a value that is data, and of no other. */
export function literalOf(value: unknown): TypeText {
  if (value === null || typeof value === "string" || typeof value === "boolean") return atom(JSON.stringify(value));
  if (typeof value === "number" && Number.isFinite(value)) return atom(JSON.stringify(value));
  if (Array.isArray(value)) return atom(`readonly [${value.map((each) => literalOf(each).text).join(", ")}]`);
  if (typeof value !== "object") return unknownText;
  const members = Object.entries(value).map(([name, member]) => ({ name, type: literalOf(member), comment: [] }));
  return setOf(members);
}
