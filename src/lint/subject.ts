// Makes of a listed declaration what rules see.
import type { ListedDeclaration, ListedOption } from "../evaluate/index.ts";
import type { Subject } from "./rule.ts";

/** A declaration of an option as rules see it. */
export function subjectOf(option: ListedOption, declaration: ListedDeclaration): Subject {
  const { merged, path } = option;
  const given = declaration.option;
  const all = merged?.attributes ?? given;
  const hasType = option.declarations.some((each) => each.option.type !== undefined);
  return {
    option,
    declaration,
    given,
    all,
    type: merged !== null && hasType ? merged.type : declaration.type,
    name: path.at(-1) ?? "",
    isDocumented: all.internal !== true && all.visible !== false,
  };
}
