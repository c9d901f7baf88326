// What may stand behind the `=` of a setting in a unit file.
import { type OptionType, types } from "confix";

/** One line of a setting, or one word in it. */
export type UnitAtom = boolean | number | string;

/** The value of a setting: a list makes one line of each of its elements, null leaves the setting out. */
export type UnitSetting = UnitAtom | readonly UnitAtom[] | null;

/** The settings of one section of a unit file, by name. */
export type UnitSettings = Readonly<Record<string, UnitSetting>>;

/** Why a string cannot be the value of a setting, or null. systemd ends a line at any of these three characters. */
function problemOf(line: string): string | null {
  if (/[\n\r\0]/.test(line)) return "it has more than one line; a list makes several settings of one name";
  const backslashes = /\\*$/.exec(line)?.[0].length ?? 0;
  return backslashes % 2 === 0 ? null : "it ends with a backslash, which would swallow the next setting";
}

/** Text that can stand in a unit file as it is. systemd's own rules for quotes, backslashes and `%` apply to it. */
export const unitLine: OptionType<string> = types.mkOptionType<string>({
  name: "line of a unit",
  description: "string of one line",
  descriptionClass: "noun",
  check: (value) => typeof value === "string" && problemOf(value) === null,
  explain: (value) => {
    if (typeof value !== "string") return null;
    const problem = problemOf(value);
    return problem === null ? null : `${JSON.stringify(value)} cannot stand in a unit: ${problem}`;
  },
  merge: (context, definitions) => types.str.merge(context, definitions),
});

const atom = types.oneOf([types.bool, types.number, unitLine]);
const list = types.listOf(atom);

/** Several definitions must be equal, unless one of them is a list: then all are joined. */
const atomOrList: OptionType<UnitAtom | readonly UnitAtom[]> = types.mkOptionType<UnitAtom | readonly UnitAtom[]>({
  name: "systemd setting",
  description: "boolean, number, string of one line, or list of these",
  descriptionClass: "conjunction",
  check: (value) => list.check(value) || atom.check(value),
  explain: (value) => (Array.isArray(value) ? list.explain(value) : unitLine.explain(value)),
  merge: (context, definitions) => {
    if (!definitions.some(({ value }) => Array.isArray(value))) return atom.merge(context, definitions);
    const lists = definitions.map((each) => (Array.isArray(each.value) ? each : { ...each, value: [each.value] }));
    return list.merge(context, lists);
  },
});

/** The value of a setting of a unit file. */
export const unitSetting: OptionType<UnitSetting> = types.nullOr(atomOrList);
