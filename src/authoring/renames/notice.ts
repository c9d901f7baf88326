// What a rename or removal has to say about an old option that is still defined, and where.
import type { DataOf, Diagnostic } from "../../diagnostics/diagnostic.ts";
import { messageOf } from "../../diagnostics/render-text.ts";
import { diagnostic } from "../../diagnostics/report.ts";
import { unknownFile } from "../../kernel/origin.ts";
import type { Path } from "../../kernel/path.ts";
import { renameAt, stepInto } from "../../kernel/trail.ts";
import { withNotice } from "../../model/notice.ts";
import type { OptionState } from "../../model/option-state.ts";
import type { Finding } from "../../model/option.ts";
import { makeDefinition } from "../../model/property.ts";

/** The codes of what is said. */
export type NoticeCode = "option-renamed" | "option-changed" | "removed-option";

/**
 * What is said of the definitions of an option: it points at the names they stand under. `to` is the option's new path where
 * the same value may stand under it, else null.
 */
export function noticeAbout<C extends NoticeCode>(
  code: C,
  { loc, definitionsWithLocations }: OptionState,
  data: DataOf<C>,
  to: Path | null = null,
): Diagnostic {
  const origins = definitionsWithLocations.map(({ origin }) => stepInto(origin, { kind: "name" }));
  const [origin] = origins;
  const related = origins.length > 1 ? origins.map((each) => ({ origin: each, message: "" })) : [];
  const name = to === null || !isBeside(loc, to) ? null : (to.at(-1) ?? null);
  const [first] = definitionsWithLocations;
  const edit = name === null || first === undefined || origins.length > 1 ? null : renameAt(first.origin, name);
  return diagnostic(code, { path: loc, related, ...(origin && { origin }), ...(edit && { edit }) }, data);
}

// Whether two paths differ in their last name only.
function isBeside(left: Path, right: Path): boolean {
  return left.length === right.length && left.slice(0, -1).every((name, at) => name === right[at]);
}

/** The notice as a list for `warnings` or the like; `content` makes an element of its text. It stands where the option is defined. */
export function noticeElements(
  notice: Diagnostic | null,
  content: (message: string) => unknown = (message) => message,
): readonly unknown[] {
  if (notice === null) return [];
  const place = withNotice(notice.origin ?? { file: unknownFile }, notice);
  return [makeDefinition(place, content(messageOf(notice)))];
}

/** The notice as what the old option itself has to say. */
export function noticeFindings(notice: Diagnostic | null): readonly Finding[] {
  if (notice === null) return [];
  const { severity, origin } = notice;
  return [withNotice({ severity, message: messageOf(notice), ...(origin !== null && { origin }) }, notice)];
}
