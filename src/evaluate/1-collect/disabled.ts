// Which modules `disabledModules` switches off.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { attempt, ConfixError, fail, isConfixError } from "../../diagnostics/errors.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { describeValue } from "../../kernel/describe-value.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { stepInto } from "../../kernel/trail.ts";
import { isDefinedModule } from "../../model/module.ts";
import type { ModuleRecord } from "../../model/module.ts";
import { type CollectContext, resolvePath, specifierOf } from "./load-module.ts";
import { lookAt } from "./look-at.ts";

/** The modules that are switched off, by key or by identity. */
export interface DisabledModules {
  readonly keys: ReadonlySet<string>;
  readonly identities: ReadonlySet<unknown>;
}

/**
 * Gathers the items of all modules, disabled ones included, as nixpkgs does. `known` tells whether an object or function
 * is one of the modules that were met.
 */
export function gatherDisabled(
  records: Iterable<ModuleRecord>,
  known: (identity: unknown) => boolean,
  context: CollectContext,
): DisabledModules {
  const keys = new Set<string>();
  const identities = new Set<unknown>();
  const problems: Diagnostic[] = [];
  for (const record of records) {
    for (const [at, named] of record.disabledModules.entries()) {
      const item = context.replacementOf(named) ?? named;
      const found = attempt(() => lookAt(record, () => keyOfItem(item, at, record, known, context)), problems);
      if (found === null) continue;
      const key = found.value;
      if (key === null) identities.add(item);
      else keys.add(key);
      if (key !== null && specifierOf(item) !== null) identities.add(moduleAt(key, context));
    }
  }
  if (problems.length > 0) throw new ConfixError(problems);
  return { keys, identities };
}

function keyOfItem(
  item: unknown,
  at: number,
  record: ModuleRecord,
  known: (identity: unknown) => boolean,
  context: CollectContext,
): string | null {
  const specifier = specifierOf(item);
  if (specifier !== null) return keyOfPath(specifier, record, context);
  if (typeof item === "number" || typeof item === "boolean") return String(item);
  if (isPlainObject(item) && item["key"] !== undefined) return String(item["key"]);
  if (known(item) || isDefinedModule(item)) return null;
  const problem = isPlainObject(item) ? "no-key" : "kind";
  const list = stepInto(record.origin, { kind: "attribute", name: "disabledModules" });
  const data = { problem, found: describeValue(item) } as const;
  return fail(diagnostic("bad-disabled-module", { origin: stepInto(list, at) }, data));
}

// Without a loader nothing can be looked up, so paths are compared as they are written.
function keyOfPath(item: string, record: ModuleRecord, context: CollectContext): string {
  const isBare = !/^(?:\/|\.\.?(?:\/|$)|[a-zA-Z]:[\\/]|[a-z]+:\/\/)/.test(item);
  const path = isBare ? `${context.modulesPath ?? ""}/${item}` : item;
  return context.loader === null ? path : resolvePath(path, record.file, record, context);
}

// A module that is imported by value has no path, but it is the one that its path leads to. What cannot be loaded cannot
// have been imported either, and being disabled must not make it fail.
function moduleAt(path: string, context: CollectContext): unknown {
  try {
    const module = context.loader?.load(path);
    return context.replacementOf(module) ?? module;
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return undefined;
  }
}
