// Runs scripts that were transformed quickly, and as Babel transforms them.
import { createJiti } from "jiti";
import { expect } from "vitest";
import { QuickTransform } from "../../src/host/quick-transform.ts";
import { makeTransform } from "../../src/host/transform.ts";

/** What is tried. */
export const quick: QuickTransform = new QuickTransform();
const babel = createJiti(import.meta.url, { fsCache: false });
const thorough = makeTransform(() => babel);

/** What scripts may import. */
export const importable: Readonly<Record<string, unknown>> = {
  "./own.ts": {
    __esModule: true,
    self: selfOf,
    default: (x = "d") => `own ${x}`,
    a: (x = 1) => [x, "a"],
    b: { c: 2 },
    text: "t",
  },
  "./common.cjs": Object.assign(() => "called", { a: () => "common a", b: [1] }),
  "./data.json": { x: [1, 2], default: 3 },
  "./effect.ts": {},
  "..": {},
  "./it's \"a.ts": { default: 1 },
};

// Whether it is called as a method, which a file's functions never are.
function selfOf(this: unknown): unknown {
  return typeof this;
}

/** What became of a script: what it required, in order, and what it exports, or what it threw. */
function outcome(body: string): object {
  const required: string[] = [];
  const exports: Record<string, unknown> = {};
  const require = (specifier: string): unknown => {
    required.push(specifier);
    return importable[specifier];
  };
  try {
    new Function("exports", "require", "module", body)(exports, require, { exports });
  } catch (error) {
    return { required, exports: told(exports), error: message(error) };
  }
  return { required, exports: told(exports), keys: Object.getOwnPropertyNames(exports).sort() };
}

// Functions are told by what they are called and what they return, which may be functions for ever.
function told(value: unknown, depth = 0): unknown {
  if (depth > 6) return typeof value;
  if (typeof value === "function") return [value.name, value.length, attempt(value as () => unknown, depth + 1)];
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => told(each, depth + 1));
  return Object.entries(value)
    .map(([name, each]) => [name, told(each, depth + 1)])
    .sort();
}

// Files have other names in each.
function message(error: unknown): string {
  return String(error).replaceAll(/\b_\w+(?=\.)/g, "_file");
}

function attempt(code: () => unknown, depth: number): unknown {
  try {
    const made = code();
    return made instanceof Promise || typeof made === "function" ? typeof made : told(made, depth);
  } catch (error) {
    return message(error);
  }
}

/** Expects a script to do the same as when Babel has transformed it. */
export function expectTheSame(text: string, file: string): void {
  const made = quick.transform(text, file) ?? "throw 'left to Babel'";
  const { code = "" } = thorough({ source: text, filename: file, ts: file.endsWith("ts"), async: false });
  expect({ text, ...outcome(made) }).toEqual({ text, ...outcome(code) });
}

/** Imports that a script may begin with. */
export const head: string = `import own, { a, b as c } from "./own.ts";\nimport common, { b } from "./common.cjs";\n`;
