// Waiting for user code that may wait for something that never happens.

/**
 * What a promise resolves to. If nothing is left in the process that could settle it, rejects with what `describe`
 * returns, instead of letting the process end in silence.
 */
export async function orAbandoned<T>(promise: Promise<T>, describe: () => Error): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    // One turn later: what is waited for next, Node is to look at again.
    const onEnd = (): void => void setImmediate(() => reject(describe()));
    process.once("beforeExit", onEnd);
    void promise.then(resolve, reject).finally(() => process.off("beforeExit", onEnd));
  });
}
