// The option that says which package a module uses.
import { type Path, showPath } from "../kernel/path.ts";
import { isPlainObject } from "../kernel/plain.ts";
import type { LiteralText, Option } from "../model/option.ts";
import type { OptionType } from "../model/option-type.ts";
import type { UntypedArgs } from "../model/typed.ts";
import { nullOr } from "../types/null-or.ts";
import { type PackageObject, packageType } from "../types/package.ts";
import { checkNames, failArgument } from "./check-arguments.ts";
import { literalExpression } from "./literal.ts";
import { mkOption } from "./mk-option.ts";

/** A set of packages by name, or a function of the module arguments that gives one. */
export type PackageSource = object | ((args: UntypedArgs) => object);

/** What `mkPackageOption` takes besides the name. */
export interface MkPackageOptionArguments {
  /** Whether the option may be null. Default false. */
  readonly nullable?: boolean;
  /** The path of the default in the set; null: there is none, or, if `nullable`, it is null. Default: the name. */
  readonly default?: string | Path | null;
  /** What documentation shows as an example: a path in the set, or text as it is. Default: none. */
  readonly example?: string | Path | null;
  /** Further sentences for the description. Default: none. */
  readonly extraDescription?: string;
  /** What documentation calls the set. Default `pkgs`. */
  readonly pkgsText?: string;
}

type Package = PackageObject | string;

/**
 * An option for a package out of `pkgs`: a plain object of packages, or a function of the module arguments that gives it.
 * `name` is the name of the package, or its path in the set, of which documentation shows the last name. Fails with
 * `bad-argument` for unknown arguments, and, when the default is needed, if the set does not have it.
 */
export function mkPackageOption(
  pkgs: PackageSource,
  name: string | Path,
  options: MkPackageOptionArguments & { readonly nullable: true },
): Option<Package | null>;
export function mkPackageOption(
  pkgs: PackageSource,
  name: string | Path,
  options?: MkPackageOptionArguments,
): Option<Package>;
export function mkPackageOption(
  pkgs: PackageSource,
  name: string | Path,
  options: MkPackageOptionArguments = {},
): Option<Package | null> {
  checkNames("mkPackageOption", options, ["nullable", "default", "example", "extraDescription", "pkgsText"]);
  const {
    nullable = false,
    default: wanted = name,
    example = null,
    extraDescription = "",
    pkgsText = "pkgs",
  } = options;
  const title = asPath(name).at(-1) ?? failArgument("mkPackageOption", "name", "must not be empty");
  // The cast: an option that must not be null is one whose type just has fewer values.
  const type = (nullable ? nullOr(packageType) : packageType) as OptionType<Package | null>;
  return mkOption<Package | null, Package | null>({
    type,
    description: `The ${title} package to use.${extraDescription === "" ? "" : ` ${extraDescription}`}`,
    ...defaultOf(pkgs, wanted, nullable, pkgsText),
    example: example === null ? undefined : exampleOf(example, pkgsText),
  });
}

interface DefaultAttributes {
  readonly default?: null | ((args: UntypedArgs) => Package);
  readonly defaultText?: LiteralText;
}

function defaultOf(
  pkgs: PackageSource,
  wanted: string | Path | null,
  nullable: boolean,
  pkgsText: string,
): DefaultAttributes {
  if (wanted === null) return nullable ? { default: null, defaultText: literalExpression("null") } : {};
  const path = asPath(wanted);
  return {
    default: (args) => findPackage(typeof pkgs === "function" ? asSource(pkgs)(args) : pkgs, path, pkgsText),
    defaultText: literalExpression(pathText(pkgsText, path)),
  };
}

function exampleOf(example: string | Path, pkgsText: string): LiteralText {
  return literalExpression(typeof example === "string" ? example : pathText(pkgsText, example));
}

function asPath(path: string | Path): Path {
  return typeof path === "string" ? [path] : path;
}

function asSource(pkgs: object): (args: UntypedArgs) => object {
  // The cast: whoever calls this has seen that it is a function.
  return pkgs as (args: UntypedArgs) => object;
}

const plainName = /^[A-Za-z_$][\w$]*$/;

// JavaScript's way to write it: `pkgs.hello`, `pkgs["node-20"]`.
function pathText(pkgsText: string, path: Path): string {
  return path.reduce(
    (text, name) => text + (plainName.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`),
    pkgsText,
  );
}

function findPackage(pkgs: object, path: Path, pkgsText: string): Package {
  let found: unknown = pkgs;
  for (const name of path) {
    if (!isPlainObject(found) || !(name in found)) {
      return failArgument("mkPackageOption", "default", `is \`${showPath(path)}\`, which is not in \`${pkgsText}\``);
    }
    found = found[name];
  }
  // The cast: the option's type checks it.
  return found as Package;
}
