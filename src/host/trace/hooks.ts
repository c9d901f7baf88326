// What prepared scripts call: takes note of what they tell.
import { hasBrand, moduleBrand, optionBrand, propertyBrand, typeBrand } from "../../model/brands.ts";
import type { Site, Sites, TraceHooks } from "../../source/trace/sites.ts";
import { dataPlaces } from "./data-entries.ts";
import { callMethod } from "./methods.ts";
import { type Entry, isReadable, ownData, Results, type TraceRecord } from "./record.ts";

type SiteOf<K extends Site["kind"]> = Extract<Site, { readonly kind: K }>;

/** The functions that scripts of one run call. Without `this`, since scripts call them as they like. */
export function traceHooks(sites: Sites, record: TraceRecord): TraceHooks {
  // Names and spreads of what is being made, by site: what is made inside is done before.
  const parts = new Map<number, unknown[]>();
  // The results of functions that are told by their site.
  const declared = new Map<number, Results>();
  const resultsAt = (id: number): Results => {
    const known = declared.get(id) ?? new Results();
    declared.set(id, known);
    return known;
  };
  const takeParts = (id: number, count: number): readonly unknown[] => {
    const told = parts.get(id) ?? [];
    // Those of something that was never finished, because it threw, stay below.
    return count === 0 ? [] : told.splice(-count);
  };
  const returned = (id: number, value: unknown): unknown => {
    const site = siteOf(sites, id, "call");
    const isOurs = isReadable(value) && brands.some((brand) => hasBrand(value, brand));
    // What other calls return may be older, and be returned elsewhere as well.
    if (site.isNew || isOurs) record.tellMade(value, site, site);
    if (isOurs && hasBrand(value, moduleBrand)) record.modules.push(value);
    return value;
  };
  return {
    call: returned,
    method: (id, on, name, args) => returned(id, callMethod(record, siteOf(sites, id, "call"), on, name, args)),
    object: (id, value) => {
      const site = siteOf(sites, id, "object");
      const told = takeParts(id, site.isTold ? partsOf(site) : 0);
      record.tellMade(value, site);
      for (const [name, entry, code] of membersOf(site, told, value, record)) {
        if (entry === null) record.forget(value, name);
        else record.tellEntry(value, name, entry);
        if (code !== null) record.tellCode(codeOf(value, name), resultsAt(code));
      }
      return value;
    },
    list: (id, value) => {
      const site = siteOf(sites, id, "list");
      const told = takeParts(id, site.isTold ? site.elements.filter((each) => each === "spread").length : 0);
      record.tellMade(value, site);
      for (const [at, entry] of elementsOf(site, told, value, record)) record.tellEntry(value, String(at), entry);
      return value;
    },
    part: (id, value) => {
      const told = parts.get(id);
      if (told === undefined) parts.set(id, [value]);
      else told.push(value);
      return value;
    },
    code: (id, make) => {
      const results = new Results();
      const code = make(results);
      record.tellMade(code, sites.get(id));
      record.tellCode(code, results);
      return code;
    },
    declare: (id, code) => {
      record.tellMade(code, sites.get(id));
      record.tellCode(code, resultsAt(id));
    },
    result: (token, id, value) => {
      const results = token instanceof Results ? token : typeof token === "number" ? resultsAt(token) : null;
      results?.add({ value, place: sites.get(id) });
      return value;
    },
    assign: (id, on, name, value) => {
      // The cast: what has no members throws here, as it would have.
      (on as Record<PropertyKey, unknown>)[name as PropertyKey] = value;
      return assigned(siteOf(sites, id, "assignment"), on, name, value);
    },
    field: (id, on, name, value) => assigned(siteOf(sites, id, "assignment"), on, name, value),
    data: (id, value) => {
      const { script, from } = siteOf(sites, id, "import");
      dataPlaces(record, from, script.file, value);
      return value;
    },
  };

  function assigned(site: SiteOf<"assignment">, on: unknown, name: unknown, value: unknown): unknown {
    if (!isReadable(on) || (typeof name !== "string" && typeof name !== "number")) return value;
    const { script } = site;
    const place = { script, span: site.value };
    record.tellEntry(on, String(name), { value, place, key: { script, span: site.key }, isNamed: false });
    return value;
  }
}

const brands: readonly symbol[] = [optionBrand, propertyBrand, typeBrand, moduleBrand];

function siteOf<K extends Site["kind"]>(sites: Sites, id: number, kind: K): SiteOf<K> {
  const site = sites.get(id);
  if (site.kind !== kind) throw new Error(`site ${id} is no ${kind}`);
  return site as SiteOf<K>; // The cast: TypeScript does not narrow a union by a type parameter.
}

function partsOf({ members }: SiteOf<"object">): number {
  return members.filter((each) => each.kind === "spread" || each.name === null).length;
}

// The members that an object got where it is written; null: whoever spread it in knows no place.
function* membersOf(
  { script, members, isTold }: SiteOf<"object">,
  told: readonly unknown[],
  value: object,
  record: TraceRecord,
): Iterable<readonly [string, Entry | null, number | null]> {
  let part = 0;
  // What is not told may have replaced what stands before it.
  const first = isTold ? 0 : members.findLastIndex((each) => each.kind === "spread" || each.name === null) + 1;
  for (const member of members.slice(first)) {
    if (member.kind === "spread") {
      const source = told[part++];
      for (const name of isReadable(source) ? Object.keys(source) : []) {
        const held = ownData(value, name);
        const entry = record.entries(source)?.get(name) ?? null;
        yield [name, entry !== null && held !== null && Object.is(entry.value, held.value) ? entry : null, null];
      }
      continue;
    }
    const name = member.name ?? nameOf(told[part++]);
    if (name === null) continue;
    const [place, key] = [member.value, member.key].map((span) => ({ script, span }));
    const held = ownData(value, name);
    if (place === undefined || key === undefined) continue;
    // A getter is known by its function.
    yield [
      name,
      { value: held?.value ?? getterOf(value, name), place, key, isNamed: member.name !== null },
      member.code,
    ];
  }
}

function nameOf(told: unknown): string | null {
  return typeof told === "string" || typeof told === "number" ? String(told) : null;
}

function* elementsOf(
  { script, elements, isTold }: SiteOf<"list">,
  told: readonly unknown[],
  value: readonly unknown[],
  record: TraceRecord,
): Iterable<readonly [number, Entry]> {
  let part = 0;
  let at = 0;
  for (const element of elements) {
    if (element !== "spread") {
      yield [at, { value: value[at], place: { script, span: element }, key: null, isNamed: false }];
      at += 1;
      continue;
    }
    const source = told[part++];
    // How many elements something else has only running it tells.
    if (!isTold || !isReadable(source) || !Array.isArray(source)) return;
    for (const [name, entry] of record.entries(source) ?? []) {
      const index = at + Number(name);
      if (Number(name) < source.length && Object.is(entry.value, value[index])) yield [index, entry];
    }
    at += source.length;
  }
}

function codeOf(on: object, name: string): unknown {
  return ownData(on, name)?.value ?? getterOf(on, name);
}

function getterOf(on: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(on, name)?.get;
}
