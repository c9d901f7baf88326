// Room 6: the arguments that functions of modules receive.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { nearestName } from "../../diagnostics/suggest.ts";
import { probeNames } from "../../kernel/probe-names.ts";
import type { ModuleArgs } from "../../model/definition.ts";

/** What looks up the arguments that only `_module.args` gives. */
export interface ExtraArguments {
  /** The value of an argument, or null if there is none of that name. Fails while names are being collected. */
  lookUp(name: string): { readonly value: unknown } | null;
  /** The names that it finds. Asked only after it found nothing. */
  names(): readonly string[];
}

/**
 * The arguments as one object. What is known beforehand are its own members, `specialArgs` winning; any other name is
 * looked up in `_module.args` when it is read, and is not listed, as in nixpkgs.
 */
export function makeModuleArgs(
  own: Readonly<Record<string, unknown>>,
  specialArgs: Readonly<Record<string, unknown>>,
  extra: ExtraArguments,
): ModuleArgs {
  // The proxy stands behind the object: members of its own are found without it, at full speed.
  const behind = new Proxy(nothing, new Fallback(own, extra));
  const args: object = Object.create(behind, Object.getOwnPropertyDescriptors(own));
  for (const name of Object.keys(specialArgs)) {
    Object.defineProperty(args, name, Object.getOwnPropertyDescriptor(specialArgs, name) ?? {});
  }
  return Object.freeze(args as ModuleArgs); // The cast: its members are those given, whatever their types.
}

const nothing: object = Object.freeze(Object.setPrototypeOf({}, null));

class Fallback implements ProxyHandler<object> {
  readonly #own: Readonly<Record<string, unknown>>;
  readonly #extra: ExtraArguments;

  constructor(own: Readonly<Record<string, unknown>>, extra: ExtraArguments) {
    this.#own = own;
    this.#extra = extra;
  }

  get(_target: object, name: string | symbol, receiver: object): unknown {
    if (typeof name === "symbol" || probeNames.has(name)) return undefined;
    const found = this.#extra.lookUp(name);
    if (found !== null) return found.value;
    const available = Object.keys({ ...this.#own, ...receiver }).concat(this.#extra.names());
    const near = nearestName(name, available);
    const suggestions = near === null ? [] : [near];
    return fail(diagnostic("missing-argument", {}, { name, available, suggestions }));
  }
}
