// The configuration of an evaluation as TypeScript declarations.
import type { Evaluation } from "../../model/evaluation.ts";
import { insideOf } from "../configuration/evaluation-inside.ts";
import type { TypeText } from "./type-text.ts";
import { TypesWriter } from "./types-writer.ts";

const rootName = "Configuration";

/**
 * The text of a declaration file (`.d.ts`) that exports `Configuration`: what reading the `config` of an evaluation gives,
 * every option with its description. It needs nothing but itself, names are sorted, and the same options give the same
 * text. An option with `apply`, of a type that people made, or under a second name is `unknown`; one that was removed is
 * `never`. Where undeclared names may be defined, they are an index signature beside the declared ones, as an intersection:
 * each name is read as what it is, though such a type cannot be written down as a literal. Types that contain themselves
 * have names of their own. What fails is left out: nothing is thrown for it.
 * Internal options are there, marked as such, though the printed result leaves them out.
 */
export function configurationTypes(evaluation: Evaluation): string {
  const writer = new TypesWriter(rootName);
  const root = writer.inside(insideOf(evaluation), [], null);
  const others = [...writer.declarations()].map(([name, type]) => declaration(name, type));
  return [heading, declaration(rootName, root), ...others].join("\n");
}

const heading = "// What the configuration holds. Written by `confix options --format types`: changes here get lost.\n";

function declaration(name: string, { text, form }: TypeText): string {
  const isSet = form === "atom" && text.startsWith("{\n");
  return isSet ? `export interface ${name} ${text}\n` : `export type ${name} = ${text};\n`;
}
