// Follows a trail through the values of a traced run, to where what it leads to is written.
import type { Step, TrailData } from "../../kernel/trail.ts";
import { isOption } from "../../model/option.ts";
import type { FilePlace } from "../../source/script/index.ts";
import { fromModule, isKind } from "../trails.ts";
import type { Known, ModuleReader } from "./modules.ts";
import { isReadable, type TracedPlace } from "./record.ts";
import type { Spot, SpotReader } from "./spots.ts";

/** Where a trail leads; `isExact`: this is it, else the nearest place around it. */
export interface TracedFind {
  readonly place: FilePlace;
  readonly isExact: boolean;
}

type DeclarationStep = Extract<Step, { readonly kind: "declaration" }>;

/** One walk along one trail. */
export class TrailWalk {
  readonly #reader: SpotReader;
  readonly #modules: ModuleReader;
  // Where the trail ends, and where it cannot be followed.
  readonly #arrived: Spot[] = [];
  readonly #stuck: Spot[] = [];
  #visits = 0;

  constructor(reader: SpotReader, modules: ModuleReader) {
    this.#reader = reader;
    this.#modules = modules;
  }

  /** Null: nothing is known, or several places may be meant. A last step to a read is left to whoever knows the text. */
  run(trail: TrailData): TracedFind | null {
    const { site, steps } = fromModule(trail);
    const last = steps.at(-1);
    if (isKind(last, "read")) return this.run({ site, steps: steps.slice(0, -1) });
    const modules = this.#modules.at(site);
    if (modules.spots.length === 0 || !modules.isAll) return null;
    const [first] = steps;
    if (first === undefined) return this.#answer(modules.spots, [], (spot) => this.#reader.nearest(spot));
    if (typeof first === "object" && first.kind === "attribute")
      return this.#attribute(modules.spots, first.name, last);
    if (typeof first === "object" && first.kind === "import") return this.#imported(modules.spots, first.at);
    if (typeof first === "object" && first.kind === "declaration") return this.#declared(modules.spots, first);
    const isAside = isKind(last, "name") || isKind(last, "condition");
    const inwards = isAside ? steps.slice(0, -1) : steps;
    for (const module of modules.spots) this.#module(module, inwards, 0);
    return this.#answer(this.#arrived, this.#stuck, (spot) => this.#placeAt(spot, last));
  }

  /** The call that made the option to which a trail leads. Null: as above. */
  madeAt({ site, steps }: TrailData): TracedFind | null {
    const [only, ...others] = steps;
    const modules = this.#modules.at(site);
    if (!modules.isAll || typeof only !== "object" || only.kind !== "declaration" || others.length > 0) return null;
    const found = this.#declared(modules.spots, only, (spot) => this.#makingOf(spot));
    return found?.isExact === true ? found : null;
  }

  #placeAt(spot: Spot, last: Step | undefined): TracedPlace | null {
    if (typeof last === "object" && last.kind === "name") return spot.key ?? this.#reader.placeOf(spot);
    if (typeof last === "object" && last.kind === "condition") return this.#conditions(spot)[last.at] ?? null;
    const peeled = this.#peel(spot, 0);
    const [only] = peeled;
    return this.#reader.placeOf(peeled.length === 1 && only !== undefined ? only : spot);
  }

  #imported(modules: readonly Spot[], at: number): TracedFind | null {
    const found = modules.map((module) => this.#modules.imported(module, at));
    return this.#answerAll(found, (spot) => this.#reader.placeOf(spot));
  }

  #attribute(modules: readonly Spot[], name: string, last: Step | undefined): TracedFind | null {
    const found = modules.map((module) => this.#modules.attribute(module, name));
    return this.#answerAll(found, (spot) => (isKind(last, "name") ? spot.key : null) ?? this.#reader.placeOf(spot));
  }

  #declared(
    modules: readonly Spot[],
    { path, attribute }: DeclarationStep,
    placeOf = (spot: Spot): TracedPlace | null =>
      (attribute === null ? null : this.#attributePlace(spot, attribute)) ?? this.#declarationPlace(spot),
  ): TracedFind | null {
    const found = modules.map((module) => this.#modules.declared(module, path));
    return this.#answerAll(found, placeOf);
  }

  // The name where the text says it, as in any module; else the call that declares the option.
  #declarationPlace(spot: Spot): TracedPlace | null {
    return (spot.isNamed ? spot.key : this.#makingOf(spot)) ?? this.#reader.placeOf(spot);
  }

  #makingOf({ value }: Spot): TracedPlace | null {
    return isReadable(value) && isOption(value) ? (this.#reader.record.making(value)?.place ?? null) : null;
  }

  #attributePlace({ value }: Spot, name: string): TracedPlace | null {
    const call = this.#reader.record.making(value)?.call ?? null;
    const span = call?.callee === "mkOption" ? call.attributes?.get(name) : undefined;
    return call === null || span === undefined ? null : { script: call.script, span };
  }

  #module(module: Spot, steps: readonly Step[], depth: number): void {
    for (const { spot, prefix, except } of this.#modules.definitions(module)) {
      const shared = Math.min(prefix.length, steps.length);
      const isHere = prefix.slice(0, shared).every((name, at) => steps[at] === name);
      const [first] = steps;
      if (isHere && !(typeof first === "string" && except.has(first))) this.#walk(spot, steps.slice(shared), 0, depth);
    }
  }

  #walk(spot: Spot, steps: readonly Step[], at: number, depth: number): void {
    const step = steps[at];
    this.#visits += 1;
    if (step === undefined) this.#arrived.push(spot);
    else if (this.#visits > mostVisits || depth > maximumDepth) this.#stuck.push(spot);
    else this.#step(spot, steps, at, depth + 1);
  }

  #step(spot: Spot, steps: readonly Step[], at: number, depth: number): void {
    const step = steps[at];
    const { value } = spot;
    if (typeof value === "function") {
      const results = this.#reader.results(spot, value);
      return results === null ? void this.#stuck.push(spot) : this.#all(results, steps, at, depth);
    }
    const kind = this.#reader.property(spot);
    if (kind !== null) {
      const contents = this.#reader.contents(spot);
      if (contents === null) return void this.#stuck.push(spot);
      if (typeof step !== "object" || step.kind !== "content" || kind !== "merge") {
        return this.#all(contents, steps, at, depth);
      }
      const content = contents[step.at];
      return content === undefined ? void this.#stuck.push(spot) : this.#walk(content, steps, at + 1, depth);
    }
    if (this.#reader.definedModule(spot) !== null) return this.#module(spot, steps.slice(at), depth);
    if (typeof step === "object") return void this.#stuck.push(spot);
    const isList = isReadable(value) && Array.isArray(value);
    const members = isList === (typeof step === "number") ? this.#reader.member(spot, String(step)) : [];
    if (members === null) this.#stuck.push(spot);
    else this.#all(members, steps, at + 1, depth);
  }

  #all(spots: readonly Spot[], steps: readonly Step[], at: number, depth: number): void {
    for (const spot of spots) this.#walk(spot, steps, at, depth);
  }

  // What is inside the properties around a value.
  #peel(spot: Spot, depth: number): readonly Spot[] {
    if (depth > maximumDepth) return [spot];
    if (typeof spot.value === "function") {
      const results = this.#reader.results(spot, spot.value) ?? [];
      const isProperty = results.length > 0 && results.every((each) => this.#reader.property(each) !== null);
      return isProperty ? results.flatMap((each) => this.#peel(each, depth + 1)) : [spot];
    }
    const contents = this.#reader.property(spot) === null ? null : this.#reader.contents(spot);
    return contents?.flatMap((each) => this.#peel(each, depth + 1)) ?? [spot];
  }

  // Where the conditions directly around a value are written, outermost first.
  #conditions(spot: Spot): readonly (TracedPlace | null)[] {
    if (typeof spot.value === "function") {
      const [only, ...others] = this.#reader.results(spot, spot.value) ?? [];
      return only === undefined || others.length > 0 ? [] : this.#conditions(only);
    }
    const { kind, condition } = this.#reader.describe(spot);
    const [content, ...others] = kind === "" ? [] : (this.#reader.contents(spot) ?? []);
    const inner = content === undefined || others.length > 0 ? [] : this.#conditions(content);
    return kind === "if" ? [condition, ...inner] : inner;
  }

  #answerAll(found: readonly Known[], placeOf: (spot: Spot) => TracedPlace | null): TracedFind | null {
    if (found.some(({ isAll }) => !isAll)) return null;
    const arrived = found.flatMap(({ spots }) => spots);
    return this.#answer(arrived, [], placeOf);
  }

  // One place, however many values led there.
  #answer(
    arrived: readonly Spot[],
    stuck: readonly Spot[],
    placeOf: (spot: Spot) => TracedPlace | null,
  ): TracedFind | null {
    if (arrived.length > 0 && stuck.length > 0) return null;
    const places = (arrived.length > 0 ? arrived : stuck).map((spot): TracedFind | null => {
      const exact = arrived.length > 0 ? placeOf(spot) : null;
      const traced = exact ?? this.#reader.nearest(spot);
      const place = traced === null ? null : resolve(traced);
      return place === null ? null : { place, isExact: exact !== null };
    });
    const [first] = places;
    if (first === undefined || first === null) return null;
    return places.every((each) => each !== null && isSame(each, first)) ? first : null;
  }
}

// A trail may lead to itself.
const maximumDepth = 500;
const mostVisits = 20_000;

function resolve(place: TracedPlace): FilePlace | null {
  return "script" in place ? place.script.place(place.span) : place.place();
}

function isSame(left: TracedFind, right: TracedFind): boolean {
  const [from, to] = [left.place, right.place];
  return left.isExact === right.isExact && from.file === to.file && from.start === to.start && from.end === to.end;
}
