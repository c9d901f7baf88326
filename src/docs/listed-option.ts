// One option of a listing: what documentation tells of it is computed when somebody asks, and what fails stops nothing.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isConfixError } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { unknownFile } from "../kernel/origin.ts";
import { type Path, showPath } from "../kernel/path.ts";
import { isStackOverflow } from "../kernel/stack-overflow.ts";
import { runUserCode } from "../model/force.ts";
import { currentOf } from "./current-value.ts";
import type { DocumentedOption } from "./documented-option.ts";
import type { DocumentedPlace, PlacedOption } from "./documented-place.ts";
import { declaredOption, descriptionOf, isVisible, type ReadPart, recordOf, typeOf } from "./record-option.ts";
import type { FoundOption } from "./sub-options.ts";

/** What of an option cannot be computed. Its record says so in that place. */
export interface DocumentProblem {
  readonly path: Path;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a listing is made. */
export interface ListingRequest {
  /** How documentation calls files. */
  readonly nameOf: (file: string) => string;
  /** Told what cannot be computed. */
  readonly onProblem: (problem: DocumentProblem) => void;
  /** Told what cannot be computed of a present value. Default: the same. */
  readonly onValueProblem?: (problem: DocumentProblem) => void;
}

/** An option of a listing. Asking it computes no more than the answer needs. */
export class ListedOption {
  readonly loc: Path;
  readonly name: string;
  readonly #found: FoundOption;
  readonly #request: ListingRequest;
  #description: { readonly value: unknown } | null = null;

  constructor(found: FoundOption, request: ListingRequest) {
    this.loc = found.option.loc;
    this.name = showPath(this.loc);
    this.#found = found;
    this.#request = request;
  }

  /** Whether it is for users. */
  get isPublic(): boolean {
    const { option } = this.#found;
    return this.#read(() => option.internal !== true && isVisible(option), true);
  }

  /** What it takes, in words. */
  get type(): string {
    return typeOf(this.#found, this.#read);
  }

  /** The description as text; empty: there is none. */
  get description(): string {
    this.#description ??= { value: descriptionOf(this.#found, this.#read) };
    return descriptionText(this.#description.value);
  }

  /** Everything that documentation tells of it. */
  record(): PlacedOption {
    const record: DocumentedOption = recordOf(this.#found, this.#read);
    const declaredAt = this.#read(() => this.#places(), []);
    const declarations = Object.freeze(record.declarations.map(this.#request.nameOf));
    return Object.freeze({ ...record, declarations, declaredAt: Object.freeze(declaredAt) });
  }

  /**
   * The same with what it is now, in the configuration whose options are given. `at` is the option's path, with the name
   * of one member for each `<name>` and `*`; default: as it is listed, which leads to nothing where there are such.
   */
  recordNow(options: unknown, at: Path = this.loc): PlacedOption {
    const { nameOf, onProblem, onValueProblem = onProblem } = this.#request;
    const read: ReadPart = (compute, instead) => readOr(compute, instead, at, onValueProblem);
    const current = currentOf(this.#found, { options, at, nameOf, read });
    return Object.freeze({ ...this.record(), ...(current !== null && { current }) });
  }

  #places(): DocumentedPlace[] {
    return declaredOption(this.#found)
      .declarationPositions.filter(({ file }) => file !== unknownFile)
      .map(({ file, line, column }) => Object.freeze({ file: this.#request.nameOf(file), line, column }));
  }

  readonly #read: ReadPart = (compute, instead) => readOr(compute, instead, this.loc, this.#request.onProblem);
}

/** What `compute` returns, or `instead` if it fails, and then tells of it. */
export function readOr<T>(compute: () => T, instead: T, path: Path, onProblem: ListingRequest["onProblem"]): T {
  try {
    return runUserCode(compute, (message) => diagnostic("value-threw", { path }, { message }));
  } catch (error) {
    if (isConfixError(error)) onProblem({ path, diagnostics: error.diagnostics });
    else if (isStackOverflow(error)) onProblem({ path, diagnostics: [diagnostic("stack-overflow", { path }, {})] });
    else throw error;
    return instead;
  }
}

/** A description as documentation has it, as Markdown; empty: there is none. */
export function descriptionText(description: unknown): string {
  if (typeof description === "string") return description;
  if (typeof description !== "object" || description === null) return description === null ? "" : String(description);
  const text: unknown = "text" in description ? description.text : null;
  return typeof text === "string" ? text : JSON.stringify(description);
}
