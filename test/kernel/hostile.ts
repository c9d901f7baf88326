// Values that fail, or misbehave, when they are looked at.

/** A function that must not be called. */
export function forbidden(): never {
  throw new Error("user code was run");
}

/** A proxy of which every trap throws. */
export function hostileProxy(target: object = {}): object {
  return new Proxy(target, new Proxy({}, { get: () => forbidden }));
}

/** A proxy that was revoked: whatever is done with it throws. */
export function revokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** An object with getters that must not run. */
export function withGetters(): object {
  return Object.defineProperties(
    { plain: 1 },
    { trap: { get: forbidden, enumerable: true }, toString: { get: forbidden }, toJSON: { get: forbidden } },
  );
}

/** An object that contains itself. */
export function loop(): object {
  const inner: { self?: object } = {};
  inner.self = inner;
  return inner;
}

/** A list inside a list inside a list … */
export function deepList(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

/** Such values by name, which tests are called by: whoever runs tests looks at their arguments. */
export const hostileValues: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["a proxy whose traps throw", hostileProxy()],
  ["such a proxy of a list", hostileProxy([])],
  ["such a proxy of a function", hostileProxy(forbidden)],
  ["a revoked proxy", revokedProxy()],
  ["an object with getters", withGetters()],
  ["a list with a getter", Object.defineProperty([1, 2], 0, { get: forbidden, enumerable: true })],
  ["an object in itself", loop()],
  ["a deep list", deepList(100_000)],
  ["a huge string", "x".repeat(10_000_000)],
  ["a set with a huge name", { ["x".repeat(1_000_000)]: 1, ["y".repeat(1_000_000)]: 1 }],
  ["a huge list", Object.assign([], { length: 1_000_000 })],
  ["a symbol", Symbol("s")],
  [
    "a class instance",
    new (class Web {
      readonly trap: unknown = forbidden;
    })(),
  ],
  ["an object whose prototype is hostile", Object.create(hostileProxy())],
  ["an object whose conversions throw", { toString: forbidden, valueOf: forbidden, [Symbol.toPrimitive]: forbidden }],
  ["a function with a hostile name", Object.defineProperty(() => 1, "name", { get: forbidden })],
  ["an error with a hostile message", Object.defineProperty(new Error("x"), "message", { get: forbidden })],
  ["a typed array", new Float64Array(10)],
  ["a map", new Map([[1, 2]])],
  ["an invalid date", new Date(Number.NaN)],
]);
