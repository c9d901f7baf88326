// Declares an option.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { nearestName } from "../diagnostics/suggest.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { optionBrand } from "../model/brands.ts";
import type { Finding, Option, OptionAttributes } from "../model/option.ts";
import { attributeKinds } from "../model/option-attributes.ts";
import type { OptionType } from "../model/option-type.ts";
import type { Property } from "../model/property.ts";
import type { Data, Def, UntypedArgs } from "../model/typed.ts";

/**
 * The attributes of an option of type `T`, into which `I` may be written. `type`, `default`, `example` and `description`
 * may be functions of the module arguments; their `config` is untyped, because it is what the options yet declare.
 */
export interface MkOptionAttributes<T, I, R = T> extends Omit<
  OptionAttributes,
  "type" | "default" | "apply" | "findings"
> {
  readonly type?: OptionType<T, I> | ((args: UntypedArgs) => OptionType<T, I>);
  // A property is not checked here: TypeScript looks at it before it knows `I`.
  // `I` is that of `type`, whatever the default is: as `Expected`, written out, which is cheaper.
  readonly default?:
    | { readonly 0: Def<I, UntypedArgs> | Property<Data<UntypedArgs>, UntypedArgs> }[keyof I extends never ? 0 : 0]
    | undefined;
  readonly findings?: ((value: NoInfer<R>) => readonly (Finding | (() => Finding | null))[]) | undefined;
}

/**
 * Declares an option; it stands in `options`, and modules define it under the same name. All attributes may be left out:
 * - `type` says what may be defined and how definitions merge. Default `types.unspecified`, which takes anything.
 * - `default` is the value where nothing defines the option, a definition of priority 1500. Default: there is none.
 * - `apply` turns the merged value into the one that is read. Without a parameter it does not compute the merged value.
 * - `description` is Markdown; `example`, `defaultText` (in place of the default) and `relatedPackages` are shown beside it.
 * - `internal` (default false) leaves the option out of documentation and of the printed result; `visible` (default true)
 *   tells whether documentation shows it; `readOnly` (default false) allows a single definition, the default included.
 * - `sensitive` (default false) keeps the value out of messages, explanations, comparisons and documentation.
 * - `findings` says from the final value what is wrong with the configuration as a whole. Default: nothing.
 * - `obsolete` (default false) marks an option that only redirects or refuses; the printed result leaves it out.
 *
 * An attribute that is `undefined` counts as absent, but for `type`: that is a misspelt name, and the option would take
 * anything. Fails with `bad-option-attribute` for one that does not exist or is of the wrong kind.
 */
export function mkOption<T = unknown, I = unknown>(
  attributes?: MkOptionAttributes<T, I> & { readonly apply?: undefined },
): Option<T, I>;
export function mkOption<T = unknown, I = unknown, R = T>(
  attributes: MkOptionAttributes<T, I, R> & { readonly apply: (value: NoInfer<T>) => R },
): Option<R, I>;
export function mkOption(attributes: OptionAttributes = {}): Option<unknown, unknown> {
  if (!isPlainObject(attributes)) reject("attributes", "an object");
  const given: Readonly<Record<string, unknown>> = { ...attributes };
  const declared: Record<PropertyKey, unknown> = { [optionBrand]: true };
  for (const name of Object.keys(given)) {
    const value = given[name];
    const kind = attributeKinds.get(name);
    if (kind === undefined) reject(name, null);
    if (value === undefined && name === "type")
      reject(name, `${kind.expected}, but is \`undefined\` (a misspelt name?)`);
    if (value === undefined) continue;
    if (!kind.accepts(value)) reject(name, kind.expected);
    declared[name] = value;
  }
  // The cast: the brand is in it.
  return Object.freeze(declared) as unknown as Option<unknown, unknown>;
}

function reject(attribute: string, expected: string | null): never {
  const suggestion = expected === null ? nearestName(attribute, [...attributeKinds.keys()]) : null;
  return fail(diagnostic("bad-option-attribute", {}, { attribute, suggestion, expected }));
}
