// Notices in a worker that user code waits for what never happens.

// Rare enough to cost nothing, and often enough for somebody who waits.
const interval = 50;

/**
 * What `work` returns. A thread that waits for its next task never runs out of work, so Node does not tell it when nothing
 * is left that could go on. Here it is looked for, and told as Node tells a process: whoever listens to `beforeExit`
 * gives up the waiting.
 */
export async function whileWaiting<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    // The way to the thread that hands out tasks is always open.
    const isIdle = process.getActiveResourcesInfo().every((resource) => resource === "MessagePort");
    if (isIdle) process.emit("beforeExit", 0);
  }, interval);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
