// Turns TypeScript and ES modules into what runs inside a function, with Babel as jiti brings it.
import type { Jiti, TransformOptions, TransformResult } from "jiti";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { readText } from "./read-text.ts";
import { transformDeep } from "./transform-deep.ts";

/** The code of the error that a file throws which waits at its top, where nobody can wait for it. */
export const awaitCode = "CONFIX_TOP_LEVEL_AWAIT";

/**
 * Makes jiti's `transform`. `babel` is a jiti whose own transform is used.
 *
 * Every `import` becomes a synchronous `require`, also in files that are run with `await`: then each file is run once,
 * whether it is waited for or not. A file with `await` at its top, run synchronously, throws at once with `awaitCode`,
 * before anything in it has run: without that, `await (x)` would be the call of a function named `await`.
 * A syntax error is thrown as a ConfixError with its place in the source.
 */
export function makeTransform(babel: () => Jiti): (options: TransformOptions) => TransformResult {
  return (options) => {
    // jiti reads imported files leniently: whoever wrote U+FFFD has a file that is read again, strictly.
    if (options.source.includes("\uFFFD") && options.filename !== undefined) readText(options.filename, null);
    const awaits = new AwaitFinder();
    const common = { ...options, async: false, interopDefault: true };
    const first = babel().transform({ ...common, babel: { plugins: [awaits.plugin] } });
    // The thread cannot look for `await`; a file like this is data in brackets, not a program.
    const code = isTooDeep(first) ? (transformDeep(common) ?? first) : first;
    failOnSyntax(code, options.filename ?? "");
    return { code: awaits.found && options.async !== true ? throwAwait : code };
  };
}

const throwAwait = `throw Object.assign(new Error("await at the top"), { code: "${awaitCode}", file: __filename });`;

// jiti hands a syntax error over as code that exports it.
const failure = /^exports\.__JITI_ERROR__ = (?<error>\{.*\})$/;

function failOnSyntax(code: string, file: string): void {
  const error = failure.exec(code)?.groups?.["error"];
  if (error === undefined) return;
  if (isTooDeep(code)) {
    const problem = "its brackets are nested too deeply";
    fail(diagnostic("data-not-representable", { origin: { file } }, { format: formatOf(file), problem }));
  }
  // The cast: this is what jiti's transform writes.
  const { line, column, message } = JSON.parse(error) as { line: number; column: number; message: string };
  const origin = line === 0 ? { file } : { file, line, column: column + 1 };
  fail(diagnostic("syntax-error", { origin }, { format: formatOf(file), problem: problemOf(message) }));
}

function isTooDeep(code: string): boolean {
  return /^exports\.__JITI_ERROR__ = .*"message":"[^"]*Maximum call stack size exceeded/.test(code);
}

function formatOf(file: string): string {
  return /\.[cm]?tsx?$/.test(file) ? "TypeScript" : "JavaScript";
}

function problemOf(message: string): string {
  const [first = ""] = message.trim().split("\n");
  const problem = first.replace(/\s*\(\d+:\d+\)\s*$/, "").replace(/\.$/, "");
  return problem.charAt(0).toLowerCase() + problem.slice(1);
}

/** What a Babel visitor sees of a place in the tree; no more of Babel's types is needed. */
interface BabelPath {
  readonly node: { readonly await?: boolean };
  skip(): void;
  traverse(visitor: Readonly<Record<string, (path: BabelPath) => void>>): void;
}

/** A Babel plugin that looks for `await` outside of functions. */
class AwaitFinder {
  found = false;

  readonly plugin = (): object => ({
    visitor: {
      Program: (program: BabelPath): void =>
        program.traverse({
          Function: (path) => path.skip(),
          AwaitExpression: () => void (this.found = true),
          ForOfStatement: ({ node }) => void (this.found ||= node.await === true),
        }),
    },
  });
}
