// Options that were replaced by one with other values.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Path } from "../../kernel/path.ts";
import { isPlainObject } from "../../kernel/plain.ts";
import { makeRecord } from "../../kernel/record.ts";
import type { Finding, Option } from "../../model/option.ts";
import { makeIf, makeMerge } from "../../model/property.ts";
import type { TypedModule, Untyped, UntypedArgs } from "../../model/typed.ts";
import type { CallPlace } from "../../model/module.ts";
import { brandModule } from "../brand-module.ts";
import { callerPlace, captureCaller } from "../caller-place.ts";
import { checkPath, failArgument } from "../check-arguments.ts";
import { mkOption } from "../mk-option.ts";
import { namesOf, type OptionAt } from "./do-rename.ts";
import { findOption, findValue, setAt } from "./tree-path.ts";
import { noticeAbout, noticeElements, noticeFindings } from "./notice.ts";

/** The default of an old option, which tells that nothing defines it. */
const notDefined = "_mkMergedOptionModule";

/** A module that declares options at the paths in `F`, of which TypeScript knows no more than that. */
export type MergedModule<F extends readonly Path[]> = (
  args: UntypedArgs,
) => TypedModule<AllOf<{ [K in keyof F]: (part: OptionAt<F[K], Option<unknown>>) => void }[number]>>;

type AllOf<P> = [P] extends [(part: infer O) => void] ? O : unknown;

/**
 * Several options that became one: it declares the old ones, and defines the option `to` by `convert(config)` as soon as
 * one of them is defined. `convert` reads an old option that nothing defines as `undefined`; everybody else reads the
 * string `_mkMergedOptionModule`. Defining one is warned of as with `doRename`. The value at `to` must be an option,
 * because a set of options cannot be computed.
 */
export function mkMergedOptionModule<const F extends readonly Path[]>(
  from: F,
  to: Path,
  convert: (config: Untyped) => unknown,
): MergedModule<F> {
  const place = callerPlace(captureCaller(mkMergedOptionModule) ?? new Error("mkMergedOptionModule was called"));
  return makeMerged("mkMergedOptionModule", from, to, convert, place);
}

/** An option whose values changed: the same as `mkMergedOptionModule` with a single old option. */
export function mkChangedOptionModule<const F extends Path>(
  from: F,
  to: Path,
  convert: (config: Untyped) => unknown,
): MergedModule<readonly [F]> {
  const place = callerPlace(captureCaller(mkChangedOptionModule) ?? new Error("mkChangedOptionModule was called"));
  return makeMerged("mkChangedOptionModule", [from], to, convert, place);
}

function makeMerged<F extends readonly Path[]>(
  call: string,
  from: F,
  to: Path,
  convert: (config: Untyped) => unknown,
  place: () => CallPlace | null,
): MergedModule<F> {
  if (!Array.isArray(from)) failArgument(call, "from", "must be a list of paths");
  for (const path of from) checkPath(call, "from", path);
  checkPath(call, "to", to);
  if (typeof convert !== "function") failArgument(call, "convert", "must be a function from `config` to a value");
  const warnings = ({ config, options }: UntypedArgs): readonly unknown[] =>
    from.filter((path) => isDefined(config, path)).flatMap((path) => noticeElements(changeWarning(options, path, to)));
  const isUsed = ({ config }: UntypedArgs): boolean => from.some((path) => isDefined(config, path));
  const config = ({ options }: UntypedArgs): unknown => {
    const converted = makeIf(isUsed, ({ config }: UntypedArgs) => convert(withoutMarkers(config, from)));
    return makeMerge([setAt(to, converted), ...("warnings" in options ? [{ warnings }] : [])]);
  };
  return (args) => {
    const declare = (path: Path): unknown => {
      const findings = (): readonly Finding[] =>
        "warnings" in args.options || !isDefined(args.config, path)
          ? []
          : noticeFindings(changeWarning(args.options, path, to));
      const option = mkOption({ visible: false, obsolete: true, default: notDefined, findings });
      return brandModule({ options: setAt(path, option) }, place);
    };
    return brandModule({ imports: from.map(declare), config }, place);
  };
}

function isDefined(config: unknown, path: Path): boolean {
  return findValue(config, path)?.value !== notDefined;
}

/** `config`, in which the options at `paths` that nothing defines are `undefined`. */
function withoutMarkers(config: object, paths: readonly Path[]): object {
  // The cast: a set has members under names.
  const read = (name: string): unknown => (config as Readonly<Record<string, unknown>>)[name];
  return makeRecord({
    keys: () => Object.keys(config),
    has: (name) => name in config,
    get: (name) => {
      const below = paths.filter(([first]) => first === name).map((path) => path.slice(1));
      const value = read(name);
      if (below.some((path) => path.length === 0)) return value === notDefined ? undefined : value;
      return below.length > 0 && isPlainObject(value) ? withoutMarkers(value, below) : value;
    },
    peek: () => null,
  });
}

function changeWarning(options: object, path: Path, to: Path): Diagnostic | null {
  const found = findOption(options, path);
  if (found.kind !== "option") return null;
  return noticeAbout("option-changed", found.state, namesOf(found.state, path, to));
}
