// Lists what documentation tells of options.
import { isConfixError } from "../diagnostics/errors.ts";
import { masked } from "../diagnostics/mask.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { unknownFile } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import { runUserCode } from "../model/force.ts";
import { contextOfOption, type OptionState } from "../model/option-state.ts";
import type { DocumentedOption, DocumentedText } from "./documented-option.ts";
import { requireTree } from "./find-options.ts";
import { plainData } from "./plain-data.ts";
import { renderOptionValue } from "./render-option-value.ts";
import { type FoundOption, optionsOf, subOptionsOf } from "./sub-options.ts";

/**
 * What documentation tells of each option in a tree, the `options` of an evaluation or a part of it: a frozen list of
 * plain records, depth first and by name, the options of submodules after the option that has them. Nothing is filtered
 * out but the sub-options of an option that is not `visible`, or only `"shallow"`; `internal` and `visible` tell who is
 * meant to see the rest. A submodule that contains itself is listed once on its way down. Defaults are computed, unless
 * there is a `defaultText`: throws a ConfixError for one that fails, and for what is no tree of options. The default of a
 * sensitive option, or of one with such options inside, is never shown.
 */
export function optionAttrSetToDocList(options: unknown): readonly DocumentedOption[] {
  requireTree(options);
  return Object.freeze(optionsOf(options).flatMap(documentOption));
}

function documentOption(found: FoundOption): readonly DocumentedOption[] {
  const { visible = true } = found.option;
  const hasListedInside = visible === true || visible === "transparent";
  return [recordOf(found), ...(hasListedInside ? subOptionsOf(found).flatMap(documentOption) : [])];
}

function recordOf(found: FoundOption): DocumentedOption {
  const { option } = found;
  const { description, example, relatedPackages, visible = true } = option;
  const shownDefault = documentedDefault(found);
  return Object.freeze({
    loc: Object.freeze([...option.loc]),
    name: showPath(option.loc),
    description: description === undefined ? null : plainData(description),
    declarations: Object.freeze(declaringFiles(found)),
    internal: option.internal === true,
    visible: typeof visible === "boolean" ? visible : visible === "shallow",
    readOnly: option.readOnly === true,
    type: typeText(option),
    ...(example !== undefined && { example: renderOptionValue(example) }),
    ...(shownDefault !== null && { default: shownDefault }),
    ...(relatedPackages !== undefined && relatedPackages !== null && { relatedPackages: plainData(relatedPackages) }),
  });
}

// The alternatives of a tagged union stand in no module of their own.
function declaringFiles({ option, alternativeOf }: FoundOption): readonly string[] {
  return alternativeOf === null
    ? option.declarations.filter((file) => file !== unknownFile)
    : declaringFiles(alternativeOf);
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

// Whether a default of the option may hold what an option in its submodules keeps secret.
function hasSecretsInside(found: FoundOption): boolean {
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
