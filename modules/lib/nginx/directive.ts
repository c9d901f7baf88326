// Writes configurations of nginx: directives, blocks of them, and quoting.

/** One directive, a block of them, or text that stands as it is. */
export type Directive =
  | { readonly kind: "simple"; readonly name: string; readonly args: readonly string[] }
  | {
      readonly kind: "block";
      readonly name: string;
      readonly args: readonly string[];
      readonly body: readonly Directive[];
    }
  | { readonly kind: "verbatim"; readonly text: string };

/** A directive. Its arguments are quoted where they need it. */
export function directive(name: string, ...args: readonly string[]): Directive {
  return { kind: "simple", name, args };
}

/** A directive with others in braces. */
export function block(name: string, args: readonly string[], body: readonly Directive[]): Directive {
  return { kind: "block", name, args, body };
}

/** Text in nginx's own syntax. */
export function verbatim(text: string): readonly Directive[] {
  return text.trim() === "" ? [] : [{ kind: "verbatim", text }];
}

/** The text of directives, each on a line of its own. */
export function renderDirectives(directives: readonly Directive[], indent = ""): string {
  return directives.map((each) => renderDirective(each, indent)).join("");
}

function renderDirective(each: Directive, indent: string): string {
  switch (each.kind) {
    case "simple":
      return `${indent}${[each.name, ...each.args.map(quote)].join(" ")};\n`;
    case "block":
      return `${indent}${[each.name, ...each.args.map(quote)].join(" ")} {\n${renderDirectives(each.body, `${indent}    `)}${indent}}\n`;
    case "verbatim":
      return `${each.text.replace(/\n+$/, "").replaceAll(/^(?=.)/gm, indent)}\n`;
  }
}

/** A word of which nginx makes exactly `text`, except that it still expands variables, which nothing can prevent. */
export function quote(text: string): string {
  if (/^[\w./:@$~^=?&%+*,|()[\]!<>-]+$/.test(text)) return text;
  return `"${text.replaceAll(/[\\"\n\r\t]/g, (character) => escapes.get(character) ?? character)}"`;
}

const escapes: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ['"', '\\"'],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);
