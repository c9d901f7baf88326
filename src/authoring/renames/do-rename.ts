// Options under an old or a second name: what is defined there reaches the option they stand for, and reading gives its value.
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { fail } from "../../diagnostics/errors.ts";
import { type Path, showPath } from "../../kernel/path.ts";
import type { OptionState } from "../../model/option-state.ts";
import { type Option, type RenameDates, withRenameDates } from "../../model/option.ts";
import type { AnyOptionType } from "../../model/option-type.ts";
import { makeIf, makeMerge } from "../../model/property.ts";
import type { TypedModule, UntypedArgs } from "../../model/typed.ts";
import { submodule } from "../../types/submodule.ts";
import { unspecified } from "../../types/unspecified.ts";
import type { CallPlace } from "../../model/module.ts";
import { brandModule } from "../brand-module.ts";
import { callerPlace, captureCaller } from "../caller-place.ts";
import { checkNames, checkPath } from "../check-arguments.ts";
import { mkOption } from "../mk-option.ts";
import { forwardTo } from "./forward.ts";
import { findOption, findValue, setAt } from "./tree-path.ts";
import { noticeAbout, noticeElements, noticeFindings } from "./notice.ts";

/** What `doRename` takes. */
export interface RenameArguments<F extends Path = Path> {
  /** The old name, as a list: `["services", "www"]`. */
  readonly from: F;
  /** The option, or the set of options, it stands for. */
  readonly to: Path;
  /** Whether documentation shows the old name. */
  readonly visible: boolean;
  /** Whether a definition of the old name is warned of. */
  readonly warn: boolean;
  /** What reading the old name makes of the value at `to`. Default: nothing, the value is read as it is. */
  readonly use?: (value: unknown) => unknown;
  /** Whether definitions keep their priority on the way. Default true. */
  readonly withPriority?: boolean;
  /** Whether definitions are passed on at all: a boolean, or a function of the module arguments. Default true. */
  readonly condition?: boolean | ((args: UntypedArgs) => boolean);
}

/** A tree of options in which only the path `P` exists, with an option `V`. */
export type OptionAt<P extends Path, V> = P extends readonly [infer H extends string, ...infer R extends Path]
  ? { readonly [K in H]: OptionAt<R, V> }
  : V;

/** A module that declares an option at the path `F`, of which TypeScript knows no more than that. */
export type RenameModule<F extends Path> = (args: UntypedArgs) => TypedModule<OptionAt<F, Option<unknown>>>;

/**
 * The module behind the renames and aliases below, for those that fit none of them. It declares `from` with the type of
 * `to`; definitions of `from` are passed on to `to`, or, where `to` is a set of options, to the options in it. Reading
 * `from` gives the value of `to`, also where nothing defines `from`. The printed result leaves `from` out.
 *
 * Works at the root and inside submodules. A warning is added to the option `warnings` if one is declared, else it is
 * reported when the whole configuration is printed. Fails with `bad-argument` for arguments of the wrong kind; that `to` does
 * not exist is the error `rename-target-missing`.
 */
export function doRename<const F extends Path>(rename: RenameArguments<F>): RenameModule<F> {
  return makeRename("doRename", rename, callerPlace(captureCaller(doRename) ?? new Error("doRename was called")));
}

/** An option that got another name: the old one works on, is hidden from documentation, and defining it is warned of. */
export function mkRenamedOptionModule<const F extends Path>(from: F, to: Path): RenameModule<F> {
  const place = callerPlace(captureCaller(mkRenamedOptionModule) ?? new Error("mkRenamedOptionModule was called"));
  return makeRename("mkRenamedOptionModule", { from, to, visible: false, warn: true }, place);
}

/** What `mkRenamedOptionModuleWith` takes. */
export interface DatedRenameArguments<F extends Path = Path> {
  readonly from: F;
  readonly to: Path;
  /** The release that brought the new name, as a number: 2411. */
  readonly sinceRelease: number;
  /** The oldest release that is still in use. Default: whatever `sinceRelease` is, so that the old name is warned of. */
  readonly oldestSupportedRelease?: number;
}

/**
 * The same as `mkRenamedOptionModule`, but warned of is only what every supported release knows under its new name, so that
 * a configuration shared between releases can be written without warnings.
 */
export function mkRenamedOptionModuleWith<const F extends Path>(rename: DatedRenameArguments<F>): RenameModule<F> {
  const call = "mkRenamedOptionModuleWith";
  const place = callerPlace(captureCaller(mkRenamedOptionModuleWith) ?? new Error(`${call} was called`));
  checkNames(call, rename, ["from", "to", "sinceRelease", "oldestSupportedRelease"]);
  const { from, to, sinceRelease, oldestSupportedRelease = sinceRelease } = rename;
  const warn = sinceRelease <= oldestSupportedRelease;
  return makeRename(call, { from, to, visible: false, warn }, place, { sinceRelease, oldestSupportedRelease });
}

/** A second name for an option: documented, and as good as the first. */
export function mkAliasOptionModule<const F extends Path>(from: F, to: Path): RenameModule<F> {
  const place = callerPlace(captureCaller(mkAliasOptionModule) ?? new Error("mkAliasOptionModule was called"));
  return makeRename("mkAliasOptionModule", { from, to, visible: true, warn: false }, place);
}

const argumentNames: readonly string[] = ["from", "to", "visible", "warn", "use", "withPriority", "condition"];

function makeRename<F extends Path>(
  call: string,
  rename: RenameArguments<F>,
  place: () => CallPlace | null,
  dates: RenameDates | null = null,
): RenameModule<F> {
  checkNames(call, rename, argumentNames);
  const { from, to, visible, warn, use, withPriority = true, condition = true } = rename;
  checkPath(call, "from", from);
  checkPath(call, "to", to);
  const warning = (options: object): Diagnostic | null => (warn ? renameWarning(options, from, to) : null);
  // A function module, because `apply` has no arguments of its own: it reads `config` of this evaluation.
  return (args) => {
    const option = mkOption({
      type: ({ options }) => typeOf(options, to),
      description: `Alias of {option}\`${showPath(to)}\`.`,
      visible,
      obsolete: true,
      apply: () => {
        const value = readTarget(args.config, from, to);
        return use === undefined ? value : use(value);
      },
      findings: () => ("warnings" in args.options ? [] : noticeFindings(warning(args.options))),
    });
    const declared = dates === null ? option : withRenameDates(option, dates);
    const config = ({ options }: UntypedArgs): unknown => {
      const parts = [setAt(to, forwardTo({ from, to, withPriority }))];
      if (warn && "warnings" in options) parts.push({ warnings: () => noticeElements(warning(options)) });
      return makeIf(condition, makeMerge(parts));
    };
    return brandModule({ options: setAt(from, declared), config }, place);
  };
}

// The type the old option takes part in documentation with; its own value is never merged.
function typeOf(options: object, to: Path): AnyOptionType {
  const target = findOption(options, to);
  if (target.kind === "option") return target.state.type;
  return target.kind === "set" ? submodule({ options: {} }) : unspecified;
}

function readTarget(config: unknown, from: Path, to: Path): unknown {
  const found = findValue(config, to);
  if (found === null) fail(diagnostic("rename-target-missing", { path: from }, { target: showPath(to) }));
  return found.value;
}

function renameWarning(options: object, from: Path, to: Path): Diagnostic | null {
  const source = findOption(options, from);
  // Nobody can write what does not exist; that it does not is said elsewhere.
  if (source.kind !== "option" || !source.state.isDefined || findOption(options, to).kind === "nothing") return null;
  const { loc } = source.state;
  const target = [...loc.slice(0, loc.length - from.length), ...to];
  return noticeAbout("option-renamed", source.state, namesOf(source.state, from, to), target);
}

/** What a warning about an old option names: both names with the evaluation's prefix, and the files that use the old one. */
export function namesOf(
  state: OptionState,
  from: Path,
  to: Path,
): { from: string; to: string; files: readonly string[] } {
  const prefix = state.loc.slice(0, state.loc.length - from.length);
  return { from: showPath(state.loc), to: showPath([...prefix, ...to]), files: [...new Set(state.files)] };
}
