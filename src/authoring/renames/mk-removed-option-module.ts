// Options that existed once.
import { fail } from "../../diagnostics/errors.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import type { Path } from "../../kernel/path.ts";
import type { UntypedArgs } from "../../model/typed.ts";
import { brandModule } from "../brand-module.ts";
import { callerPlace, captureCaller } from "../caller-place.ts";
import { checkPath } from "../check-arguments.ts";
import { mkOption } from "../mk-option.ts";
import type { RenameModule } from "./do-rename.ts";
import { findOption, setAt } from "./tree-path.ts";
import { noticeAbout, noticeElements, noticeFindings } from "./notice.ts";

/**
 * A module that declares an option which is no more: reading it is the error `removed-option`, and so is defining it, which
 * then names the files; `text` says what to do instead. The assertion is added to the option `assertions` if
 * one is declared, else it is checked when the whole configuration is printed.
 */
export function mkRemovedOptionModule<const F extends Path>(name: F, text: string): RenameModule<F> {
  const place = callerPlace(captureCaller(mkRemovedOptionModule) ?? new Error("mkRemovedOptionModule was called"));
  checkPath("mkRemovedOptionModule", "name", name);
  const option = (args: UntypedArgs): unknown =>
    mkOption({
      visible: false,
      obsolete: true,
      apply: () => fail(diagnostic("removed-option", {}, { text, files: [] })),
      findings: () => ("assertions" in args.options ? [] : noticeFindings(stillDefined(args.options, name, text))),
    });
  const config = ({ options }: UntypedArgs): unknown =>
    "assertions" in options ? { assertions: () => noticeElements(stillDefined(options, name, text), failing) } : {};
  return (args) => brandModule({ options: setAt(name, option(args)), config }, place);
}

function stillDefined(options: object, name: Path, text: string): Diagnostic | null {
  const found = findOption(options, name);
  if (found.kind !== "option" || !found.state.isDefined) return null;
  return noticeAbout("removed-option", found.state, { text, files: [...new Set(found.state.files)] });
}

function failing(message: string): object {
  return { assertion: false, message };
}
