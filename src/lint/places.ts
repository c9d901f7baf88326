// Finds where a declaration is written.
import { type Origin, unknownFile } from "../kernel/origin.ts";
import type {
  DeclarationSite,
  InspectedDefinition,
  InspectedOption,
  ListedDeclaration,
  ListedOption,
} from "../evaluate/index.ts";
import type { ScriptSource } from "../source/script-source.ts";
import { callBehind, declaredAt, resolveOrigin, Trail } from "../kernel/trail.ts";
import type { FilePlace, MemberPlace, OptionPlace, Script, ScriptModule } from "../source/script/index.ts";
import type { About } from "./rule.ts";
import type { SourceReader } from "./source-reader.ts";

/** A declaration in the text of a module. */
export interface Located {
  /** The expression under the option's name, and that name. */
  readonly option: OptionPlace;
  /** The source in which the expression stands. */
  readonly source: ScriptSource;
  /** An attribute as it is written; null: it is not, or that cannot be told. */
  attribute(name: About): MemberPlace | null;
}

/** Where a declaration is: in a text, or at least in a file. */
export interface DeclarationPlace {
  readonly origin: Origin;
  readonly located: Located | null;
}

/** Finds the place of a declaration: the expression that stands under its name, as exactly as can be told. */
export function placeOfDeclaration(reader: SourceReader | null, declaration: ListedDeclaration): DeclarationPlace {
  const { record, sites } = declaration;
  // What the module knows of its own text, as far as a host found places for it.
  const trail = declaredAt(record.origin, sites.at(-1) ?? { path: [] }, null);
  const told = resolveOrigin(trail);
  const known = told.line === undefined ? resolveOrigin(record.origin) : told;
  const nothing: DeclarationPlace = {
    origin: known.line === undefined ? inSomeFile(known, sites) : known,
    located: null,
  };
  if (reader === null) return nothing;
  const candidates = sites.flatMap((site) => candidatesAt(reader, site));
  const written = candidates.filter(({ option }) => option.exact && option.call !== null);
  // A place that is not the declaration itself has no end. Then the outermost module decides.
  const isSure = known.endLine !== undefined;
  // A name may stand before a call of a helper, which declares the option.
  const found =
    written.find(({ option }) => isAt(known, option)) ??
    (isSure ? (calledAt(reader, known) ?? calledAt(reader, callBehind(trail) ?? known)) : written[0]);
  const located = found === undefined ? null : locate(reader, found);
  if (located !== null) return { origin: originOf(located.option), located };
  if (isSure) return nothing;
  const made = placeOfCall(reader, record.origin);
  if (made !== null) return { origin: made, located };
  const nearest = candidates.find(({ option }) => option.exact) ?? candidates[0];
  return nearest === undefined ? nothing : { origin: originOf(nearest.option), located };
}

// A module that a call of Confix makes, such as a rename, is nowhere written but there.
function placeOfCall(reader: SourceReader, origin: Origin): Origin | null {
  const site = origin instanceof Trail ? origin.data().site : null;
  if (site?.kind !== "call") return null;
  const [only, ...others] = reader.script(site.file)?.script.calls(site.line) ?? [];
  if (only === undefined || others.length > 0) return { file: site.file, line: site.line };
  return originFrom(only.place, only.place);
}

/** The place of an option of a configuration: where its first declaration names it. `listed`: what is known of that. */
export function placeOfOption(
  reader: SourceReader | null,
  { declarations }: InspectedOption,
  listed: ListedOption | null,
): { readonly origin: Origin } {
  const [first] = listed?.declarations ?? [];
  if (first !== undefined) return { origin: placeOfDeclaration(reader, first).origin };
  const [known] = declarations;
  return { origin: known === undefined ? { file: unknownFile } : resolveOrigin(known) };
}

/** The place of a definition in a configuration. */
export function placeOfDefinition(
  reader: SourceReader | null,
  { path }: InspectedOption,
  { origin, index, count }: InspectedDefinition,
): { readonly origin: Origin } {
  if (origin.line !== undefined) return { origin: resolveOrigin(origin) };
  const places = reader?.script(origin.file)?.script.defaultModule?.definitions(path) ?? [];
  // Where the text shows another number of them, which is which cannot be told.
  const place = places.length === count ? places[index] : places.length === 1 ? places[0] : undefined;
  return { origin: place === undefined ? { file: origin.file } : originFrom(place.key ?? place, place) };
}

/** The place of what a finding is about. */
export function placeOfAbout({ origin, located }: DeclarationPlace, about: About): Origin {
  const place = about === "option" ? null : (located?.attribute(about) ?? null);
  return place === null ? origin : originFrom(place.key ?? place, place);
}

/** What begins with one place and ends with another. */
export function originFrom({ file, line, column }: FilePlace, { endLine, endColumn }: FilePlace): Origin {
  return { file, line, column, endLine, endColumn };
}

// Of a declaration its name: the rest may go on for a page.
function originOf({ key, ...place }: OptionPlace): Origin {
  return originFrom(key ?? place, key ?? place);
}

/** A place that may be that of the declaration. */
interface Candidate {
  readonly option: OptionPlace;
  find(attribute: string): MemberPlace | null;
}

function candidatesAt(reader: SourceReader, { file, isDefault, path }: DeclarationSite): readonly Candidate[] {
  const source = file === null ? null : reader.script(file);
  if (source === null) return [];
  return modulesIn(source, isDefault).flatMap((module) => {
    const options = module.options(path);
    // Of several, the attributes of one cannot be asked for by path.
    if (options.length !== 1)
      return options.map((option) => ({ option: { ...option, exact: false }, find: () => null }));
    return options.map((option) => ({ option, find: (name) => module.optionAttribute(path, name) }));
  });
}

// A module that was handed over as a value may be any of those that its file defines.
function modulesIn({ script, text }: ScriptSource, isDefault: boolean): readonly ScriptModule[] {
  const exported = script.defaultModule;
  const known = exported === null ? [] : [exported];
  return isDefault ? known : [...known, ...definedModules(script, text)];
}

function definedModules(script: Script, text: string): readonly ScriptModule[] {
  return [...text.matchAll(/\bdefine(?:Module|Submodule)\b/g)].flatMap(({ index }) => {
    const { line, column } = script.place({ start: index, end: index });
    const module = script.module({ line, column });
    return module === null ? [] : [module];
  });
}

// A declaration is placed at its name, or at the call.
function isAt({ file, line, column }: Origin, { call, key }: Pick<OptionPlace, "call" | "key">): boolean {
  return [key, call?.place].some((place) => place?.file === file && place.line === line && place.column === column);
}

/** The declaration that is written at a place, whatever becomes of it. */
function calledAt(reader: SourceReader, origin: Origin): Candidate | undefined {
  const { file, line } = origin;
  const source = line === undefined ? null : reader.script(file);
  if (source === null || line === undefined) return undefined;
  // The call may stand below its name.
  const calls = [line, line + 1].flatMap((each) => source.script.optionCalls(each));
  const call = calls.find((each) => isAt(origin, each));
  return call === undefined ? undefined : { option: call, find: (attribute) => call.attribute(attribute) };
}

function locate(reader: SourceReader, { option, find }: Candidate): Located | null {
  const source = reader.script(option.file);
  if (source === null) return null;
  const attribute = (name: string): MemberPlace | null => {
    const found = find(name);
    return found?.exact === true ? found : null;
  };
  return { option, source, attribute };
}

function inSomeFile(origin: Origin, sites: readonly DeclarationSite[]): Origin {
  if (origin.file !== unknownFile) return { file: origin.file };
  const file = sites.map((site) => site.file).findLast((each) => each !== null && each !== unknownFile) ?? null;
  return file === null ? origin : { file };
}
