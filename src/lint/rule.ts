// The shape of a rule of the linter: what it sees of an option's declaration, and what it says of it.
import type { DataOf } from "../diagnostics/diagnostic.ts";
import type { lintEntries } from "../diagnostics/catalog/lint.ts";
import type { InspectedDefinition, InspectedOption, ListedDeclaration, ListedOption } from "../evaluate/index.ts";
import type { Path } from "../kernel/path.ts";
import type { OptionAttributes } from "../model/option.ts";
import type { AnyOptionType } from "../model/option-type.ts";

/** The id of a rule, which is the code of its findings. */
export type RuleId = keyof typeof lintEntries;

/** Which rules are on, and how strict some are: `founding` is the four first rules to the letter. */
export type Preset = "founding" | "recommended";

/** One declaration of an option, as rules see it. */
export interface Subject {
  readonly option: ListedOption;
  readonly declaration: ListedDeclaration;
  /** The attributes that this declaration gives. */
  readonly given: OptionAttributes;
  /** What all declarations of the option give together. */
  readonly all: OptionAttributes;
  /** The type on which all declarations agree, else that of this one; null: none gives one. */
  readonly type: AnyOptionType | null;
  /** The last name of the path. */
  readonly name: string;
  /** Whether documentation shows the option. */
  readonly isDocumented: boolean;
}

/** What a finding is about: an attribute of the declaration, or all of it. */
export type About = keyof OptionAttributes | "option";

/** A change of the source that would mend a finding, as far as the source can be found. */
export type Fix =
  /** Puts `literalExpression` around the text of an attribute's value. */
  | { readonly kind: "wrap"; readonly attribute: About }
  /** Adds `defaultText` with the text of the default. */
  | { readonly kind: "add-default-text" }
  /** Removes an attribute. */
  | { readonly kind: "drop"; readonly attribute: About }
  /** Writes `literalExpression` instead of `literalExample`. */
  | { readonly kind: "rename-literal"; readonly attribute: About };

/** What a rule finds. */
export interface Found<C extends RuleId> {
  readonly about: About;
  readonly data: DataOf<C>;
  readonly fix?: Fix;
  /** Only a warning, unless somebody gave the rule its level by name. */
  readonly isAdvice?: boolean;
}

/** A rule about declarations. It computes no values, and calls nothing that a module wrote but parts of its types. */
export interface Rule<C extends RuleId = RuleId> {
  readonly id: C;
  /** Whether it is one of the four that the preset `founding` consists of. */
  readonly isFounding: boolean;
  /** Whether it judges what renames and removals declare, and nothing else; others never see these. */
  readonly isForObsolete?: boolean;
  check(subject: Subject, preset: Preset): readonly Found<C>[];
}

/** Defines a rule. */
export function rule<C extends RuleId>(
  definition: Omit<Rule<C>, "isFounding"> & { readonly isFounding?: boolean },
): Rule<C> {
  return Object.freeze({ isFounding: false, ...definition });
}

/** A definition, or the option itself, of which a rule about an evaluation says something. */
export interface FoundInEvaluation<C extends RuleId> {
  /** Null: the option. */
  readonly definition: InspectedDefinition | null;
  readonly data: DataOf<C>;
}

/** Something that a rule about an evaluation did not look at: it would take too long, or might never end. */
export interface SkippedInEvaluation {
  /** Why, as the end of a sentence about the option. */
  readonly skipped: string;
}

/** A rule about a configuration of which everything was computed. */
export interface EvaluatedRule<C extends RuleId = RuleId> {
  readonly id: C;
  /** `others` finds a further option of the configuration, or of the same submodule, by path; null: there is none. */
  check(
    option: InspectedOption,
    others: (path: Path) => InspectedOption | null,
  ): readonly (FoundInEvaluation<C> | SkippedInEvaluation)[];
}

/** Defines a rule about a configuration. */
export function evaluatedRule<C extends RuleId>(definition: EvaluatedRule<C>): EvaluatedRule<C> {
  return Object.freeze(definition);
}
