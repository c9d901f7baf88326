// Room 6: the arguments that functions of modules receive.
import { fail } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { suggestNames } from "../../diagnostics/suggest.ts";
import { probeNames } from "../../kernel/probe-names.ts";
import type { ModuleArgs } from "../../model/definition.ts";

/** What looks up the arguments that only `_module.args` gives. */
export interface ExtraArguments {
  /** The value of an argument, or null if there is none of that name. Fails while names are being collected. */
  lookUp(name: string): { readonly value: unknown } | null;
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
  const args: object = Object.create(new Proxy(Object.freeze(Object.create(null) as object), new Fallback(own, extra)));
  for (const members of [own, specialArgs]) {
    for (const name of Object.keys(members)) {
      Object.defineProperty(args, name, Object.getOwnPropertyDescriptor(members, name) ?? {});
    }
  }
  // Under symbols stands what only Confix itself looks for.
  for (const symbol of Object.getOwnPropertySymbols(own)) {
    Object.defineProperty(args, symbol, Object.getOwnPropertyDescriptor(own, symbol) ?? {});
  }
  return Object.freeze(args as ModuleArgs); // The cast: its members are those given, whatever their types.
}

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
    const available = Object.keys({ ...this.#own, ...receiver });
    return fail(diagnostic("missing-argument", {}, { name, available, suggestions: suggestNames(name, available) }));
  }
}
