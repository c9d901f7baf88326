// Lists of which elements are computed when they are read: frozen arrays.
import { inspectCustom, lazyMark } from "./record.ts";

/** What computes an element. */
export interface LazyElement {
  force(): unknown;
  /** The value if it is there already; for showing a list without forcing anything. */
  peek(): { readonly value: unknown } | null;
}

const lazyElements: unique symbol = Symbol.for("confix.lazy-elements");

type LazyElements = ReadonlyMap<number, LazyElement>;

/**
 * A frozen array. `values` become its elements, but for those at the places of `lazy`: there an element is computed
 * whenever it is read. Its length, like everything else, is known without that.
 */
export function makeList(values: readonly unknown[], lazy: LazyElements): readonly unknown[] {
  if (lazy.size === 0) return Object.freeze(values);
  const list: unknown[] = [...values];
  for (const [at, element] of lazy) {
    Object.defineProperty(list, at, { get: () => element.force(), enumerable: true, configurable: true });
  }
  Object.defineProperty(list, lazyElements, { value: lazy });
  Object.defineProperty(list, inspectCustom, { value: () => peekAll(values, lazy) });
  return Object.freeze(list);
}

/** Whether elements of a list are computed when they are read, as `makeList` has it. */
export function hasLazyElements(list: readonly unknown[]): boolean {
  return lazyElementsOf(list) !== null;
}

/** The lazy elements of a list, by place; null: it has none. */
function lazyElementsOf(list: readonly unknown[]): LazyElements | null {
  // The cast: any array may be asked, only those made above answer.
  return (list as { readonly [lazyElements]?: LazyElements })[lazyElements] ?? null;
}

/** An element as a definition holds it: as it stands there, but what only reading computes as a function. */
export function elementOf(list: readonly unknown[], at: number): unknown {
  const element = lazyElementsOf(list)?.get(at);
  return element === undefined ? list[at] : (): unknown => element.force();
}

/** What is known of an element already; null: nothing. Runs no code of users but a proxy's. */
export function peekElement(list: readonly unknown[], at: number): { readonly value: unknown } | null {
  const element = lazyElementsOf(list)?.get(at);
  if (element !== undefined) return element.peek();
  const property = Object.getOwnPropertyDescriptor(list, at);
  return property !== undefined && "value" in property ? { value: property.value } : null;
}

// What Node shows: `[lazy]` for everything not yet computed.
function peekAll(values: readonly unknown[], lazy: LazyElements): readonly unknown[] {
  return values.map((value, at) => {
    const element = lazy.get(at);
    return element === undefined ? value : (element.peek()?.value ?? lazyMark);
  });
}
