// Runs code that has run before, without what it prints.
import { Console } from "node:console";
import { Writable } from "node:stream";

/** What `run` returns. Nothing that it writes to the console, or to stdout and stderr, is seen. It must not wait. */
export function quietly<T>(run: () => T): T {
  const stream = new Writable({ write: (_chunk, _encoding, done) => done() });
  const restores = [
    replace(globalThis, "console", new Console(stream)),
    replace(process, "emitWarning", () => undefined),
    ...[...new Set([process.stdout, process.stderr])].map((each) => replace(each, "write", discard)),
  ];
  try {
    return run();
  } finally {
    for (const restore of restores) restore();
  }
}

/** Puts a value in place of a member; the result puts back what was there. */
function replace(on: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(on, name);
  Object.defineProperty(on, name, { value, configurable: true, writable: true, enumerable: true });
  return () => void (before === undefined ? Reflect.deleteProperty(on, name) : Object.defineProperty(on, name, before));
}

// Whoever waits for the end of writing is told.
function discard(...args: readonly unknown[]): boolean {
  const done = args.at(-1);
  if (typeof done === "function") queueMicrotask(() => void done());
  return true;
}
