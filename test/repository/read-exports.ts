// Finds what a source file exports, by parsing it: names, and which of them are option types.
import { parseSync } from "oxc-parser";
import type { BindingIdentifier, Statement } from "oxc-parser";

/** What a file exports, sorted: what exists when the program runs, what only the compiler sees, and whole files. */
export interface Exports {
  readonly values: readonly string[];
  readonly types: readonly string[];
  /** The modules named by `export * from`. */
  readonly stars: readonly string[];
}

/** Reads the exports of `text`; throws if it does not parse. */
export function readExports(file: string, text: string): Exports {
  const entries = parse(file, text).module.staticExports.flatMap((statement) => statement.entries);
  const named = entries.map((entry) => ({
    isType: entry.isType,
    name: entry.exportName.kind === "Default" ? "default" : entry.exportName.name,
  }));
  const names = (isType: boolean): readonly string[] =>
    named.flatMap((entry) => (entry.isType === isType ? (entry.name ?? []) : [])).toSorted();
  const stars = entries.flatMap((entry) =>
    entry.exportName.kind === "None" ? (entry.moduleRequest?.value ?? []) : [],
  );
  return { values: names(false), types: names(true), stars: stars.toSorted() };
}

/** The exported constants and functions of a file that are, or return, an `OptionType`. */
export function readOptionTypes(file: string, text: string): readonly string[] {
  return parse(file, text).program.body.flatMap((statement) => {
    const isOptionType = ([, node]: Annotated): boolean =>
      node !== null && /^:\s*OptionType\b/.test(text.slice(node.start, node.end));
    return annotations(statement)
      .filter(isOptionType)
      .map(([name]) => name);
  });
}

type Annotated = readonly [name: string, annotation: { readonly start: number; readonly end: number } | null];

function annotations(statement: Statement): readonly Annotated[] {
  if (statement.type !== "ExportNamedDeclaration") return [];
  const { declaration } = statement;
  if (declaration?.type === "FunctionDeclaration") {
    return [[declaration.id?.name ?? "default", declaration.returnType ?? null]];
  }
  if (declaration?.type !== "VariableDeclaration") return [];
  return declaration.declarations
    .map(({ id }) => id)
    .filter((id): id is BindingIdentifier => id.type === "Identifier")
    .map((id): Annotated => [id.name, id.typeAnnotation ?? null]);
}

function parse(file: string, text: string): ReturnType<typeof parseSync> {
  const result = parseSync(file, text);
  if (result.errors[0] !== undefined) throw new Error(`${file}: ${result.errors[0].message}`);
  return result;
}
