// Room 6: the arguments that functions of modules receive.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { nearestName } from "../../diagnostics/suggest.ts";
import { probeNames } from "../../kernel/probe-names.ts";
import type { Path } from "../../kernel/path.ts";
import type { ModuleArgs } from "../../model/definition.ts";
import type { Evaluation } from "../../model/evaluation.ts";

/** The evaluation that arguments belong to, as far as they need it. */
export interface ArgumentSource {
  readonly prefix: Path;
  readonly class: string | null;
  readonly specialArgs: Readonly<Record<string, unknown>>;
  /** The configuration, as modules read it. */
  readonly configRecord: object;
  /** The tree of options, as modules read it. Asked when it is read. */
  readonly optionsRecord: object;
  readonly evaluation: Evaluation;
  /** The name of a submodule; null: it is none. */
  readonly name: string | null;
  /** What modules get for that name. Asked when it is read. */
  nameArgument(): unknown;
  /** The value of an argument that only `_module.args` gives, or null. Fails while names are being collected. */
  lookUp(name: string): { readonly value: unknown } | null;
  /** The names that `lookUp` finds. Asked only after it found nothing. */
  extraNames(): readonly string[];
}

/** Under this symbol arguments hold whose they are. */
export const sourceOfArgs: unique symbol = Symbol("confix.source-of-args");

interface WithSource {
  readonly [sourceOfArgs]?: ArgumentSource;
}

/**
 * The arguments as one object. What is known beforehand are its own members, `specialArgs` winning; any other name is
 * looked up in `_module.args` when it is read, and is not listed, as in nixpkgs.
 */
export function makeModuleArgs(source: ArgumentSource): ModuleArgs {
  const { specialArgs, name } = source;
  const args = new Arguments(source);
  Object.defineProperty(args, "options", optionsProperty);
  if (name !== null) Object.defineProperty(args, "name", nameProperty);
  for (const special of Object.keys(specialArgs)) {
    Object.defineProperty(args, special, Object.getOwnPropertyDescriptor(specialArgs, special) ?? {});
  }
  return Object.freeze(args);
}

// Shared by the arguments of all evaluations: of which one, `this` tells.
const optionsProperty: PropertyDescriptor = {
  get(this: WithSource): unknown {
    return this[sourceOfArgs]?.optionsRecord;
  },
  enumerable: true,
  configurable: true,
};
const nameProperty: PropertyDescriptor = {
  get(this: WithSource): unknown {
    return this[sourceOfArgs]?.nameArgument();
  },
  enumerable: true,
  configurable: true,
};

const nothing: object = Object.freeze(Object.setPrototypeOf({}, null));

const fallback: object = new Proxy(nothing, {
  get(_target, name, receiver: WithSource): unknown {
    if (typeof name === "symbol" || probeNames.has(name)) return undefined;
    const source = receiver[sourceOfArgs];
    if (source === undefined) return undefined;
    const found = source.lookUp(name);
    if (found !== null) return found.value;
    const available = Object.keys(receiver).concat(source.extraNames());
    const near = nearestName(name, available);
    const suggestions = near === null ? [] : [near];
    return fail(diagnostic("missing-argument", {}, { name, available, suggestions }));
  },
});

interface Given extends WithSource {
  config: object;
  specialArgs: ArgumentSource["specialArgs"];
  _class: string | null;
  _prefix: Path;
  [sourceOfArgs]?: ArgumentSource;
}

function fill(this: Given, source: ArgumentSource): void {
  this.config = source.configRecord;
  this.specialArgs = source.specialArgs;
  this._class = source.class;
  this._prefix = source.prefix;
  this[sourceOfArgs] = source;
}

/**
 * Makes the object. The proxy stands behind it: members of its own are found without that, at full speed. A function and no
 * class, whose prototype could be no proxy; and no literal, of which V8 would take each for a kind of its own: those of
 * thousands of submodules took twice as long to make, and to read.
 */
// The cast: called with `new`, it is one.
const Arguments = fill as unknown as new (source: ArgumentSource) => ModuleArgs & WithSource;
Arguments.prototype = fallback;
