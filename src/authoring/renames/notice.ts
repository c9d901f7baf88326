// What a rename or removal has to say about an old option that is still defined, and where.
import type { Origin } from "../../kernel/origin.ts";
import type { OptionState } from "../../model/option-state.ts";
import type { Finding } from "../../model/option.ts";
import { makeDefinition } from "../../model/property.ts";

/** A sentence, and the first place where the old option is defined; null: nobody knows. */
export interface Notice {
  readonly message: string;
  readonly origin: Origin | null;
}

/** A sentence about the definitions of an option. */
export function noticeOf({ definitionsWithLocations }: OptionState, message: string): Notice {
  return { message, origin: definitionsWithLocations[0]?.origin ?? null };
}

/** The notice as a list for `warnings` or the like; `content` makes an element of it. It stands where the option is defined. */
export function noticeElements(
  notice: Notice | null,
  content: (message: string) => unknown = (message) => message,
): readonly unknown[] {
  if (notice === null) return [];
  const element = content(notice.message);
  return [notice.origin === null ? element : makeDefinition(notice.origin, element)];
}

/** The notice as what the old option itself has to say. */
export function noticeFindings(severity: Finding["severity"], notice: Notice | null): readonly Finding[] {
  if (notice === null) return [];
  const { message, origin } = notice;
  return [{ severity, message, ...(origin !== null && { origin }) }];
}
