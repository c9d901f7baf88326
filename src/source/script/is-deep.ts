// Tells which scripts a parser might run out of stack for.

/**
 * How much of the stack a text may take, and what brackets and the like take of it. In a thread of Node, whose stack is half of
 * that of a process, `oxc-parser` 0.159 ended the process with 1,800 functions in each other, 2,300 `a < b < …`, 3,500 labels or
 * `while (a) while (b) …`, 4,400 `a = b = …`, 9,300 `new`, and 30,000 `a + b + …` or `a.b.c …`: each may be half of that.
 */
const limit = 30_000;
const ofBracket = 30;
const ofTail = 15;
const ofChain = 3;

// What something without brackets follows that is in it.
const prefixes: ReadonlySet<string> = new Set(
  (
    "abstract as asserts async await case declare delete do export extends for if in infer instanceof is keyof new " +
    "readonly satisfies throw try typeof unique void while with yield"
  ).split(" "),
);
const longestPrefix = Math.max(...[...prefixes].map(({ length }) => length));

const kinds = Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

/**
 * Whether a text may be nested too deeply to be parsed: the parser is native code, which ends the process when it runs out of
 * stack. Nesting comes from brackets, from `else`, and between two commas or semicolons from what goes on without any. What stands
 * in strings and comments is counted as well: that takes at most a file for deep that is not.
 */
export function isDeep(text: string): boolean {
  const around: number[] = [];
  let ofAround = 0;
  let here = 0;
  let otherwise = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (kinds[text.charCodeAt(at)]) {
      case "word": {
        const start = at;
        while (kinds[text.charCodeAt(at + 1)] === "word") at += 1;
        const word = at - start < longestPrefix ? text.slice(start, at + 1) : "";
        if (prefixes.has(word)) here += ofTail;
        else if (word === "else") otherwise += ofTail;
        break;
      }
      case "open":
        around.push(here + ofChain);
        ofAround += here + ofChain;
        here = ofBracket;
        break;
      case "close":
        here = around.pop() ?? 0;
        ofAround -= here;
        break;
      case "end":
        here = around.length === 0 ? 0 : ofBracket;
        break;
      case "less":
        here += ofBracket;
        break;
      case "tail":
        here += ofTail;
        break;
      case "chain":
        here += ofChain;
        break;
    }
    if (ofAround + here + otherwise > limit) return true;
  }
  return false;
}

function kindOf(character: string): "word" | "open" | "close" | "end" | "less" | "tail" | "chain" | "space" {
  if (/[\w$]/.test(character)) return "word";
  if (/\s/.test(character)) return "space";
  if ("([{".includes(character)) return "open";
  if (")]}".includes(character)) return "close";
  if (",;".includes(character)) return "end";
  if (character === "<") return "less";
  return "=?:".includes(character) ? "tail" : "chain";
}
