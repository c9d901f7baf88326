// One step into a value of a traced run, as the evaluator takes it: through functions, by what they returned, and through
// properties. Calls nothing, and reads only plain data.
import { isPlainObject } from "../../kernel/plain.ts";
import { moduleBrand, propertyBrand } from "../../model/brands.ts";
import { propertyCalls } from "../../source/script/index.ts";
import { isObject, isReadable, ownData, type TracedPlace, type TraceRecord } from "./record.ts";

/** A value, and where it is written. */
export interface Spot {
  readonly value: unknown;
  /** The expression under its name, as it is written there; null: that is not known. */
  readonly place: TracedPlace | null;
  readonly key: TracedPlace | null;
  readonly isNamed: boolean;
  /** The nearest place around it that is known. */
  readonly around: TracedPlace | null;
}

/** What comes of a step. Empty: there is nothing; null: it is not known. */
export type Spots = readonly Spot[] | null;

/** One of the properties around a value: its kind, and where its condition is written. */
export interface PropertySpot {
  readonly kind: string;
  readonly condition: TracedPlace | null;
}

/** Values of one traced run. */
export class SpotReader {
  readonly record: TraceRecord;

  constructor(record: TraceRecord) {
    this.record = record;
  }

  /** Where a value is written: under its name, or where it was made. */
  placeOf({ value, place }: Spot): TracedPlace | null {
    return place ?? this.record.making(value)?.place ?? null;
  }

  /** The nearest place that is known. */
  nearest(spot: Spot): TracedPlace | null {
    return this.placeOf(spot) ?? spot.around;
  }

  root(value: unknown): Spot {
    return { value, place: null, key: null, isNamed: false, around: null };
  }

  /** A value inside of another. */
  inside(outer: Spot, value: unknown, place: TracedPlace | null): Spot {
    return { value, place, key: null, isNamed: false, around: this.nearest(outer) };
  }

  /** What a function returned; each as often as it returned something else. */
  results(spot: Spot, code: Function): Spots {
    const known = this.record.results(code)?.known ?? [];
    if (known.length === 0) return null;
    return known.map(({ value, place }) => this.inside(spot, value, place));
  }

  /** The member of a set, or the element of a list. */
  member(spot: Spot, name: string): Spots {
    const { value } = spot;
    if (!isReadable(value)) return isObject(value) ? null : [];
    const property = Object.getOwnPropertyDescriptor(value, name);
    if (property === undefined) return [];
    const isData = "value" in property;
    // The cast: TypeScript says `any` of the value.
    const held: unknown = isData ? property.value : property.get;
    if (held === undefined) return [];
    const entry = this.record.entry(value, name, held);
    const found: Spot = {
      ...this.inside(spot, held, entry?.place ?? null),
      key: entry?.key ?? null,
      isNamed: entry?.isNamed ?? false,
    };
    if (isData) return [found];
    // What a getter returned; as a place all of it counts.
    const results = typeof held === "function" ? this.results(found, held) : null;
    return results?.map((each) => ({ ...found, value: each.value })) ?? null;
  }

  /** The kind of property that a value is, such as `if`; null: it is none. */
  property({ value }: Spot): string | null {
    const kind = isReadable(value) ? ownData(value, propertyBrand) : null;
    return typeof kind?.value === "string" ? kind.value : null;
  }

  /** What is in a property; for `mkMerge` each of its definitions. */
  contents(spot: Spot): Spots {
    const { value } = spot;
    if (!isReadable(value)) return null;
    const kind = this.property(spot);
    const call = this.#callOf(value);
    if (kind === "merge") {
      const list = ownData(value, "contents")?.value;
      if (!isReadable(list) || !Array.isArray(list)) return null;
      const spans = call?.callee === "mkMerge" && call.elements?.length === list.length ? call.elements : null;
      return Array.from({ length: list.length }, (_, at) => {
        const span = spans?.[at];
        const place = call === null || span === undefined ? null : { script: call.script, span };
        return this.inside(spot, ownData(list, String(at))?.value, place);
      });
    }
    const content = kind === "definition" ? null : ownData(value, "content");
    if (content === null) return null;
    const isKnown = call !== null && propertyCalls.has(call.callee ?? "");
    const span = isKnown ? (call.args.at(-1) ?? null) : null;
    const place = call === null || span === null ? null : { script: call.script, span };
    return [this.inside(spot, content.value, place)];
  }

  /** What is to be told of a property besides what is in it. */
  describe(spot: Spot): PropertySpot {
    const call = isReadable(spot.value) ? this.#callOf(spot.value) : null;
    const span = call?.callee === "mkIf" ? (call.args[0] ?? null) : null;
    return {
      kind: this.property(spot) ?? "",
      condition: call === null || span === null ? null : { script: call.script, span },
    };
  }

  /** The attributes of a module made by `defineModule`; null: the value is none. */
  definedModule({ value }: Spot): unknown {
    return isReadable(value) ? (ownData(value, moduleBrand)?.value ?? null) : null;
  }

  /** Whether a value is a set whose members may be looked at. */
  isSet({ value }: Spot): boolean {
    return isReadable(value) && isPlainObject(value);
  }

  #callOf(value: object): NonNullable<ReturnType<TraceRecord["making"]>>["call"] {
    return this.record.making(value)?.call ?? null;
  }
}
