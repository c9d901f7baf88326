// Lists the options of a configuration for documentation, whatever is wrong with single ones.
import { ConfixError } from "../diagnostics/errors.ts";
import type { PlacedOption } from "./documented-place.ts";
import { withInside } from "./doc-list.ts";
import { requireTree } from "./find-options.ts";
import { type DocumentProblem, ListedOption, type ListingRequest, readOr } from "./listed-option.ts";
import { optionsOf } from "./sub-options.ts";

/** What `documentOptions` documents, and how. */
export interface DocumentRequest {
  /** Also what is `internal` or not `visible`. Default false. */
  readonly internal?: boolean;
  /** How files are called in records. Default: as they are. */
  readonly nameOf?: (file: string) => string;
  /**
   * Told what cannot be computed, a default that fails say; the record says `(cannot be computed)` in that place. Default:
   * the error is thrown.
   */
  readonly onProblem?: (problem: DocumentProblem) => void;
}

/**
 * What documentation tells of each option for users in a tree, the `options` of an evaluation or a part of it: what
 * `optionAttrSetToDocList` tells, with the places of declarations. Frozen, depth first and by name, the options of
 * submodules after the option that has them. No value is computed but defaults without `defaultText`, and what these read.
 * Throws a ConfixError for what is no tree of options, and, without `onProblem`, for what cannot be computed.
 */
export function documentOptions(options: unknown, request: DocumentRequest = {}): readonly PlacedOption[] {
  const { internal = false, nameOf = (file) => file, onProblem = throwProblem } = request;
  const listed = listOptions(options, { nameOf, onProblem });
  return Object.freeze(listed.filter((each) => internal || each.isPublic).map((each) => each.record()));
}

/** The options in a tree, internal ones as well, in the order of documentation. */
export function listOptions(options: unknown, request: ListingRequest): readonly ListedOption[] {
  requireTree(options);
  return optionsOf(options).flatMap((found) => {
    const { loc } = found.option;
    return withInside(found, (compute, instead) => readOr(compute, instead, loc, request.onProblem)).map(
      (each) => new ListedOption(each, request),
    );
  });
}

function throwProblem({ diagnostics }: DocumentProblem): never {
  throw new ConfixError(diagnostics);
}
