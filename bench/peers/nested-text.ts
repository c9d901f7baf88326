// Written options put into the objects in which their paths say they are.
import { isPlainName, NotExpressible } from "../workload/dialect.ts";

/** Text that belongs at a path. */
export interface PlacedText {
  readonly path: readonly string[];
  readonly text: string;
}

/** How a language writes an object, and a member of one; an object as a member is written by `group`. */
export interface ObjectForm {
  readonly member: (name: string, text: string) => string;
  readonly group: (name: string, members: readonly string[]) => string;
}

/** The members of an object that has these texts at their paths. Names that some language would have to quote are refused. */
export function placeTexts(items: readonly PlacedText[], form: ObjectForm): readonly string[] {
  const groups = new Map<string, PlacedText[]>();
  for (const { path, text } of items) {
    const [name = "", ...rest] = path;
    if (!isPlainName(name)) throw new NotExpressible(`the name ${JSON.stringify(name)}`);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push({ path: rest, text });
  }
  return [...groups].map(([name, group]) => {
    const [first] = group;
    if (first?.path.length === 0) return form.member(name, first.text);
    return form.group(name, placeTexts(group, form));
  });
}
