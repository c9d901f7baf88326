// Lazy records: what reading, listing and changing them does.
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { makeRecord, type RecordSource, recordSource } from "../../src/kernel/record.ts";
import { forbidden } from "./hostile.ts";

/** A source of given values that counts what is read. */
class Values implements RecordSource {
  readonly read: string[] = [];
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(values: object) {
    this.#values = new Map(Object.entries(values));
  }

  keys(): readonly string[] {
    return [...this.#values.keys()].toSorted();
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  get(name: string): unknown {
    this.read.push(name);
    return this.#values.get(name);
  }

  peek(name: string): { readonly value: unknown } | null {
    return this.read.includes(name) ? { value: this.#values.get(name) } : null;
  }
}

type Members = Readonly<Record<string, unknown>>;
const make = (values: object): { source: Values; record: Members } => {
  const source = new Values(values);
  return { source, record: makeRecord(source) as Members };
};

describe("reading", () => {
  it("asks for one name, each time", () => {
    const { source, record } = make({ a: 1, b: 2 });
    expect([record["a"], record["a"], record["x"], source.read]).toEqual([1, 1, undefined, ["a", "a", "x"]]);
  });

  it("of symbols gives undefined, but for the source", () => {
    const { source, record } = make({ a: 1 });
    expect(Reflect.get(record, Symbol.iterator)).toBeUndefined();
    expect([recordSource(record), recordSource({}), recordSource([])]).toEqual([source, null, null]);
    expect(source.read).toEqual([]);
  });

  it("works from an object whose prototype it is", () => {
    const { record } = make({ a: 1 });
    const derived = Object.create(record) as Members;
    expect([derived["a"], "a" in derived, Object.keys(derived)]).toEqual([1, true, []]);
  });

  it("throws what the source throws, and nothing else does", () => {
    const record = makeRecord({ keys: () => ["a"], has: () => true, get: forbidden, peek: () => null }) as Members;
    expect(() => record["a"]).toThrow("user code");
    expect([inspect(record), "a" in record, Object.keys(record), Object.isFrozen(record)]).toEqual([
      "{ a: [lazy] }",
      true,
      ["a"],
      true,
    ]);
  });
});

describe("listing", () => {
  it("reads nothing", () => {
    const { source, record } = make({ b: 1, a: 2 });
    const names: string[] = [];
    for (const name in record) names.push(name);
    expect([names, Object.keys(record), Reflect.ownKeys(record), Object.getOwnPropertySymbols(record)]).toEqual([
      ["a", "b"],
      ["a", "b"],
      ["a", "b"],
      [],
    ]);
    expect(["a" in record, "x" in record, Symbol.iterator in record, Object.hasOwn(record, "b")]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(Object.getOwnPropertyDescriptor(record, "x")).toBeUndefined();
    expect(source.read).toEqual([]);
  });

  it("gives getters, so that copying descriptors stays lazy", () => {
    const { source, record } = make({ a: 1 });
    const copy = Object.defineProperties({}, Object.getOwnPropertyDescriptors(record)) as Members;
    expect([source.read, copy["a"], source.read]).toEqual([["a"], 1, ["a"]]);
  });

  it("reads everything where values are asked for", () => {
    const { record } = make({ a: 1, b: { c: 2 } });
    expect([Object.values(record), { ...record }, JSON.stringify(record), structuredClone({ ...record })]).toEqual([
      [1, { c: 2 }],
      { a: 1, b: { c: 2 } },
      '{"a":1,"b":{"c":2}}',
      { a: 1, b: { c: 2 } },
    ]);
  });
});

describe.each([false, true])("changing it (asked before whether it is frozen: %s)", (isAsked) => {
  const { source, record } = make(
    Object.fromEntries([
      ["a", 1],
      ["__proto__", 2],
    ]),
  );
  if (isAsked) Object.isFrozen(record);

  it("is impossible", () => {
    expect([Reflect.set(record, "a", 2), Reflect.set(record, "x", 2), Reflect.deleteProperty(record, "a")]).toEqual([
      false,
      false,
      false,
    ]);
    expect(Reflect.defineProperty(record, "a", { value: 2 })).toBe(false);
    expect(Reflect.defineProperty(record, "x", { value: 2 })).toBe(false);
    expect([Reflect.setPrototypeOf(record, {}), Reflect.setPrototypeOf(record, null)]).toEqual([false, true]);
    expect([Object.isFrozen(record), Object.isExtensible(record), Object.getPrototypeOf(record)]).toEqual([
      true,
      false,
      null,
    ]);
    expect(source.read).toEqual([]);
  });

  it("leaves it as it was", () => {
    expect(Object.freeze(record)).toBe(record);
    expect(Object.preventExtensions(record)).toBe(record);
    expect([Object.keys(record), record["a"], Reflect.get(record, "__proto__"), "x" in record]).toEqual([
      ["__proto__", "a"],
      1,
      2,
      false,
    ]);
  });
});

describe("showing it", () => {
  it("shows what is known, reads nothing, and works inside other values", () => {
    const { source, record } = make({ a: 1, b: 2 });
    void record["a"];
    expect(inspect({ record, list: [record] })).toBe("{ record: { a: 1, b: [lazy] }, list: [ { a: 1, b: [lazy] } ] }");
    expect(source.read).toEqual(["a"]);
  });

  it("reads nothing also when it was asked before whether it is frozen", () => {
    const { source, record } = make({ a: 1 });
    expect(Object.isFrozen(record)).toBe(true);
    expect(inspect(record)).toContain("a:");
    expect(source.read).toEqual([]);
  });
});
