// Transforms files that are nested so deeply that Babel runs out of stack: some 400 levels of brackets are enough.
import { createRequire } from "node:module";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { TransformOptions } from "jiti";
import { isRestricted } from "./access.ts";

/** Megabytes; enough for tens of thousands of levels. */
const stackSize = 256;

// Text, because Node runs no TypeScript in a thread, and a file of its own would be one.
const program = `
const { workerData: { port, done, jiti, options } } = require("node:worker_threads");
try {
  port.postMessage(require(jiti).createJiti(jiti, { fsCache: false }).transform(options));
} finally {
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}
`;

/**
 * Transforms in a thread with a large stack, and waits for it: the caller may be in the middle of a synchronous import.
 * `options` hold data alone. Null: the file is too deep even so, or threads are not allowed.
 */
export function transformDeep(options: TransformOptions): string | null {
  if (isRestricted()) return null;
  const done = new Int32Array(new SharedArrayBuffer(4));
  const { port1: ours, port2: port } = new MessageChannel();
  const jiti = createRequire(import.meta.url).resolve("jiti");
  const thread = new Worker(program, {
    eval: true,
    workerData: { port, done, jiti, options },
    transferList: [port],
    resourceLimits: { stackSizeMb: stackSize },
  });
  // A thread that dies says nothing; the limit is far beyond what any file takes.
  Atomics.wait(done, 0, 0, 60_000);
  const answer: unknown = receiveMessageOnPort(ours)?.message;
  ours.close();
  void thread.terminate();
  return typeof answer === "string" ? answer : null;
}
