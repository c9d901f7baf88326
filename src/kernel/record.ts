// Lazy records: frozen objects with a null prototype whose values are computed when they are read.

/** What stands behind a lazy record. Only `get` may force anything. */
export interface RecordSource {
  /** The names, in byte order. */
  keys(): readonly string[];
  has(name: string): boolean;
  /** The value of a name. For an unknown one `undefined`, or an error is thrown. */
  get(name: string): unknown;
  /** The value if it is there already; for showing a record without forcing anything. */
  peek(name: string): { readonly value: unknown } | null;
  /** Whether all names are known by now; until then the record does not call itself frozen. Absent: they are. */
  isComplete?(): boolean;
  /** Hears of symbols that are read, which the record does not have, and may refuse that. Absent: it does not. */
  meet?(symbol: symbol): void;
  /** The value of a name that is printed and says nothing of the whole, if it needs no computing; undefined: see below. */
  ordinary?(name: string): unknown;
  /** Whether a name is printed, and its value says nothing about the configuration as a whole. Absent: that must be asked. */
  isOrdinary?(name: string): boolean;
  /** Whether a name belongs in the printed result. Absent: every name does, and none of the questions around this is asked. */
  isPrinted?(name: string): boolean;
  /** Whether a name that is not printed is computed all the same when everything is checked. Absent: it is. */
  isChecked?(name: string): boolean;
  /**
   * What the value of a name says about the configuration as a whole. Absent: nothing. `isWalked`: what stands below a name
   * that is not printed is asked for by itself.
   */
  findings?(
    name: string,
    isWalked: boolean,
  ): readonly { readonly severity: "error" | "warning"; readonly message: string }[];
}

/** Asks a record for its source. Registered, so that a second installed copy of Confix is understood. */
const sourceOf: unique symbol = Symbol.for("confix.record-source");
/** Under this symbol Node asks an object how it is shown. */
export const inspectCustom: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/** The object that user code sees. Reading forces one value; listing names and `in` force nothing. */
export function makeRecord(source: RecordSource): object {
  return new Proxy(new Shell(), new RecordHandler(source));
}

/** The source behind a lazy record, or null for any other object. */
export function recordSource(value: object): RecordSource | null {
  // The cast: any object may be asked, only records answer.
  return (value as { readonly [sourceOf]?: RecordSource })[sourceOf] ?? null;
}

/** What is known of a record already: a plain object in which `[lazy]` stands for everything not yet computed. */
function peekAll(source: RecordSource): Record<string, unknown> {
  const known: Record<string, unknown> = {};
  for (const name of source.keys()) {
    const found = source.peek(name);
    Object.defineProperty(known, name, { value: found === null ? lazyMark : found.value, enumerable: true });
  }
  return known;
}

/** Stands, where Node shows a value, for what is not computed yet: `[lazy]`. */
export const lazyMark: object = { [inspectCustom]: (): string => "[lazy]" };

/** The target of a proxy. Empty, until somebody asks whether the record is frozen. */
class Shell {
  /** Node shows a proxy by its target: show what is known, and force nothing. Called with the proxy as `this`. */
  [inspectCustom](): unknown {
    const source = recordSource(this);
    return source === null ? {} : peekAll(source);
  }
}

class RecordHandler implements ProxyHandler<Shell> {
  readonly #source: RecordSource;

  constructor(source: RecordSource) {
    this.#source = source;
  }

  get(_target: Shell, name: string | symbol): unknown {
    if (typeof name !== "symbol") return this.#source.get(name);
    if (name === sourceOf) return this.#source;
    this.#source.meet?.(name);
    return undefined;
  }

  has(_target: Shell, name: string | symbol): boolean {
    return typeof name === "string" && this.#source.has(name);
  }

  ownKeys(): string[] {
    return [...this.#source.keys()];
  }

  getOwnPropertyDescriptor(target: Shell, name: string | symbol): PropertyDescriptor | undefined {
    if (!Object.isExtensible(target)) return Reflect.getOwnPropertyDescriptor(target, name);
    if (typeof name === "symbol" || !this.#source.has(name)) return undefined;
    // An accessor, so that listing names (which asks for descriptors) forces nothing.
    const source = this.#source;
    return { get: () => source.get(name), enumerable: true, configurable: true };
  }

  getPrototypeOf(): null {
    return null;
  }

  setPrototypeOf(_target: Shell, prototype: object | null): boolean {
    return prototype === null;
  }

  isExtensible(target: Shell): boolean {
    return !this.#freeze(target);
  }

  preventExtensions(target: Shell): boolean {
    return this.#freeze(target);
  }

  set(): boolean {
    return false;
  }

  defineProperty(target: Shell, name: string | symbol, property: PropertyDescriptor): boolean {
    // Freezing what is frozen changes nothing, and so succeeds.
    return this.#freeze(target) && Reflect.defineProperty(target, name, property);
  }

  deleteProperty(): boolean {
    return false;
  }

  // A proxy may call itself frozen only if its target is, so the target gets an accessor for each name, on demand.
  #freeze(target: Shell): boolean {
    if (!Object.isExtensible(target)) return true;
    const source = this.#source;
    if (source.isComplete?.() === false) return false;
    Object.setPrototypeOf(target, null);
    for (const name of source.keys()) {
      Object.defineProperty(target, name, { get: () => source.get(name), enumerable: true, configurable: false });
    }
    Object.preventExtensions(target);
    return true;
  }
}
