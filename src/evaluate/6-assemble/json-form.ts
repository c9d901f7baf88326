// Room 6: which values have a JSON form, and what is said of those that have none.
import type { DataOf } from "../../diagnostics/diagnostic.ts";
import { classNames } from "../../kernel/class-name.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { isDefinedModule, moduleCall } from "../../model/module.ts";
import { isOption } from "../../model/option.ts";
import { isOptionType } from "../../model/option-type.ts";
import { isProperty } from "../../model/property.ts";
import { describeWritten } from "../../model/show-written.ts";

/** Where a value stands: in an option, as its own value; under a name in such a value; in a list. */
export type Standing = "option" | "member" | "element";

/** What is said of a value that has no JSON form. */
export type Refusal = DataOf<"no-json-form">;

/** What becomes of a value: it is printed, or left out, or refused. */
export type JsonForm =
  | { readonly kind: "atom" }
  | { readonly kind: "members"; readonly members: object }
  | { readonly kind: "left-out"; readonly what: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** The form of a value. A proxy's traps run, and may throw. */
export function jsonFormOf(value: unknown, standing: Standing): JsonForm {
  switch (typeof value) {
    case "string":
    case "boolean":
      return atom;
    case "number":
      return Number.isFinite(value) ? atom : refused({ kind: String(value) });
    case "bigint":
      return refused({ kind: "a bigint" });
    case "undefined":
      return refused({ kind: "undefined" });
    case "symbol":
      return refused({ kind: "a symbol" });
    case "function":
      return leftOut("a function", standing);
    case "object":
      return value === null ? atom : formOfObject(value, standing);
  }
}

const atom: JsonForm = { kind: "atom" };

function formOfObject(value: object, standing: Standing): JsonForm {
  if (Array.isArray(value)) return { kind: "members", members: value };
  // By these the evaluator tells what it makes from data. Whatever of it stands in a value was written in a wrong place.
  if (isProperty(value)) return refused({ kind: describeWritten(value), what: "property" });
  if (isOption(value)) return refused({ kind: describeWritten(value), what: "declaration" });
  if (isDefinedModule(value)) {
    // The value of a `deferredModule` is a module wherever it stands; one that `defineModule` made is in data by mistake.
    const isMeant = standing === "option" || !(moduleCall in value);
    return isMeant ? leftOut("a module", standing) : refused({ kind: "a module", what: "module" });
  }
  if (isOptionType(value)) return refused({ kind: "an option type" });
  if (isPlainObject(value)) return { kind: "members", members: value };
  keepQuiet(value);
  return refused({ kind: describeWritten(value), classes: classNames(value) });
}

function refused(refusal: Refusal): JsonForm {
  return { kind: "refused", refusal };
}

// Without an element, those after it would move.
function leftOut(what: string, standing: Standing): JsonForm {
  return standing === "element" ? refused({ kind: what, what: "element" }) : { kind: "left-out", what };
}

// The promise is refused; that it fails as well must not end the process.
function keepQuiet(value: object): void {
  if (value instanceof Promise) value.catch(() => undefined);
}
