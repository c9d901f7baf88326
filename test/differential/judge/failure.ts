// What went wrong, in words that both evaluators can be brought to: a kind, and the option it is about.
import type { DiagnosticCode } from "../../../src/diagnostics/catalog.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { isConfixError } from "../../../src/diagnostics/errors.ts";
import { showPath } from "../../../src/kernel/path.ts";

/** What Nix's message says: the codes of Confix that mean the same, and the option if the message names one. */
export interface NixFailure {
  readonly codes: readonly DiagnosticCode[];
  readonly path: string | null;
  readonly message: string;
}

/** What Nix says, where a definition has more than it expects, of a submodule that is defined with an order. */
export const surplusArgument: RegExp = /called with unexpected argument '(?:priority|_type)'/;

/** What Nix says of a submodule that is declared twice with the same special argument. */
export const sharedArgument: RegExp = /A submoduleWith option is declared multiple times with the same specialArgs/;

/** How Nix crashes when it calls what it made of two functions. */
export const functionsMerged: RegExp = /value is .* while a set was expected\s+at .*options\.nix/;

// Where several types could be meant, Nix takes none of them and then complains of several definitions.
const patterns: readonly (readonly [pattern: RegExp, codes: readonly DiagnosticCode[]])[] = [
  [/The option `(.*)' does not exist\./, ["undeclared-option", "rename-target-missing"]],
  [/A definition for option `(.*)' is not of type/, ["wrong-type", "list-item-shape"]],
  [/The option `(.*)` is neither a value of type/, ["wrong-type"]],
  [/The option `(.*)' was accessed but has no value defined/, ["missing-value"]],
  [/The option `(.*)' has conflicting definition values/, ["conflict"]],
  [
    /The option `(.*)' is defined multiple times while it's expected to be unique/,
    ["not-unique", "wrong-type", "different-kinds"],
  ],
  [/The option `(.*)' is read-only, but it's set multiple times/, ["read-only"]],
  [/Cannot merge definitions of `(.*)'\./, ["cannot-merge"]],
  [/The option `(.*)` is defined both null and not null/, ["null-and-value"]],
  [/The option `(.*)` is defined both as/, ["different-tags"]],
  [/The option `(.*)' has conflicting option types/, ["different-kinds"]],
  [/The option `(.*)' in `.*' is already declared in/, ["incompatible-declarations"]],
  [/The option `(.*)' in module `.*' would be a parent/, ["nested-under-option"]],
  [
    /trying to define a value of type `.*'\s+rather than an attribute set for the option\s+`(.*)'!/,
    ["definition-not-a-set"],
  ],
  [/called with a non-Boolean condition/, ["condition-not-boolean"]],
  [/The option `(.*)' can no longer be used/, ["removed-option"]],
  [/cannot be imported into a module evaluation that expects class/, ["class-mismatch"]],
  [/does not look like a module\./, ["not-a-module"]],
  [/infinite recursion encountered/, ["infinite-recursion"]],
  [/^error: boom$/m, ["value-threw", "module-threw"]],
  [surplusArgument, []],
  [sharedArgument, []],
  [functionsMerged, []],
  [/A submoduleWith option is declared multiple times with/, ["submodule-conflict"]],
  // Also when Nix wants to show a value that cannot be computed.
  [/attribute '(.*)' missing/, ["unknown-name", "missing-argument", "undeclared-option"]],
  // An operation of the language on a value that it does not take, which JavaScript fails on, if at all, in its own way.
  [/value is .* while .* was expected/, ["value-threw", "unknown-name", "undefined-value"]],
];

/** Reads a message of Nix. Null: nobody knows what it means. */
export function readNixError(message: string): NixFailure | null {
  for (const [pattern, codes] of patterns) {
    const found = pattern.exec(message);
    if (found === null) continue;
    const path = codes.includes("unknown-name") ? null : (found[1] ?? null);
    return { codes, path, message };
  }
  return null;
}

/** What Confix threw, or null: it threw nothing. */
export function confixFailure(code: () => unknown): readonly Diagnostic[] | Error | null {
  try {
    code();
    return null;
  } catch (error) {
    if (isConfixError(error)) return error.diagnostics;
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Whether both failed for the same reason. */
export function isSameFailure(nix: NixFailure, confix: readonly Diagnostic[]): boolean {
  return confix.some((each) => nix.codes.includes(each.code) && isSameOption(nix, each));
}

function isSameOption(nix: NixFailure, { code, path, data }: Diagnostic): boolean {
  if (code !== "rename-target-missing") return isSamePath(nix, path ?? []);
  // Nix blames what the rename defines, by as much of its name as it takes to be wrong.
  const { target } = data;
  return nix.path === target || (typeof target === "string" && target.startsWith(`${nix.path}.`));
}

// A removed option is named in Nix as it was written, without what stands above it.
function isSamePath({ path, codes }: NixFailure, own: readonly string[]): boolean {
  if (path === null) return true;
  const shown = showPath(own);
  return path === shown || (codes.includes("removed-option") && shown.endsWith(`.${path}`));
}
