// Makes the record of one option: what documentation tells of it.
import { isConfixError } from "../diagnostics/errors.ts";
import { masked } from "../diagnostics/mask.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { unknownFile } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import { runUserCode } from "../model/force.ts";
import { contextOfOption, type OptionState } from "../model/option-state.ts";
import type { DocumentedOption, DocumentedText } from "./documented-option.ts";
import { plainData } from "./plain-data.ts";
import { renderOptionValue } from "./render-option-value.ts";
import { type FoundOption, subOptionsOf } from "./sub-options.ts";

/** Reads a part of an option. What fails may be thrown, or be replaced by what is given instead. */
export type ReadPart = <T>(compute: () => T, instead: T) => T;

/** Throws what fails. */
export const strictly: ReadPart = (compute) => compute();

/** What is said of something that cannot be computed. */
export const notComputed = "(cannot be computed)";

const failedText: DocumentedText = Object.freeze({ _type: "literalMD", text: notComputed });

/** The record of an option; each part is read by `read`. */
export function recordOf(found: FoundOption, read: ReadPart = strictly): DocumentedOption {
  const { option } = found;
  const description = descriptionOf(found, read);
  const example = read(() => renderIfGiven(option.example), failedText);
  const shownDefault = read(() => documentedDefault(found), failedText);
  const packages = read(() => plainData(option.relatedPackages ?? null), null);
  return Object.freeze({
    loc: Object.freeze([...option.loc]),
    name: showPath(option.loc),
    description,
    declarations: Object.freeze(read(() => declaringFiles(found), [])),
    internal: read(() => option.internal === true, false),
    visible: read(() => isVisible(option), true),
    readOnly: read(() => option.readOnly === true, false),
    type: typeOf(found, read),
    ...(example !== null && { example }),
    ...(shownDefault !== null && { default: shownDefault }),
    ...(packages !== null && { relatedPackages: packages }),
  });
}

/** The description as plain data; null: there is none. */
export function descriptionOf({ option }: FoundOption, read: ReadPart): unknown {
  return read(() => (option.description === undefined ? null : plainData(option.description)), null);
}

/** What the option takes, in words. */
export function typeOf({ option }: FoundOption, read: ReadPart): string {
  return read(() => typeText(option), notComputed);
}

/** Whether the option itself is shown. */
export function isVisible({ visible = true }: OptionState): boolean {
  return typeof visible === "boolean" ? visible : visible === "shallow";
}

/** Whether what is inside the option is listed. */
export function hasListedInside({ visible = true }: OptionState): boolean {
  return visible === true || visible === "transparent";
}

/** The option whose declaration it is: the alternatives of a tagged union stand in no module of their own. */
export function declaredOption({ option, alternativeOf }: FoundOption): OptionState {
  return alternativeOf === null ? option : declaredOption(alternativeOf);
}

function declaringFiles(found: FoundOption): readonly string[] {
  return declaredOption(found).declarations.filter((file) => file !== unknownFile);
}

function typeText({ loc, type }: OptionState): string {
  try {
    return runUserCode(
      () => type.description,
      (message) => diagnostic("value-threw", { path: loc }, { message, part: "type" }),
    );
  } catch (error) {
    // A type that contains itself and has no description of its own.
    if (isStackOverflow(error)) return type.name;
    throw error;
  }
}

function renderIfGiven(value: unknown): DocumentedText | null {
  return value === undefined ? null : renderOptionValue(value);
}

function documentedDefault(found: FoundOption): DocumentedText | null {
  const { option } = found;
  if (option.defaultText !== undefined) return renderOptionValue(option.defaultText);
  if (option.sensitive === true && hasDefault(option)) return hidden;
  const given = found.alternativeOf === null ? option.default : orIfItFails(notHere, () => option.default);
  if (given !== undefined) return hasSecretsInside(found) ? hidden : renderOptionValue(given);
  const { emptyValue, subModules } = option.type;
  // Of a type with submodules, the options inside say what they are where nothing defines them.
  if (emptyValue === null || subModules !== null) return null;
  return renderOptionValue(emptyValue(option[contextOfOption]));
}

// The default of an alternative, if it is a function, needs a definition, whose arguments it gets.
const notHere: DocumentedText = Object.freeze({ _type: "literalExpression", text: "<computed>" });

const hidden: DocumentedText = Object.freeze({ _type: "literalExpression", text: masked });

// One that fails is one, and what it says of the failure may tell too much.
function hasDefault(option: OptionState): boolean {
  return orIfItFails(true, () => option.default !== undefined);
}

/** Whether a value of the option may hold what an option in its submodules keeps secret. */
export function hasSecretsInside(found: FoundOption): boolean {
  return orIfItFails(true, () =>
    subOptionsOf(found).some((inside) => inside.option.sensitive === true || hasSecretsInside(inside)),
  );
}

function orIfItFails<T>(value: T, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return value;
  }
}
