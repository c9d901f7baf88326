// What units of every kind have: when they start, on what they depend, and their text.
import { defineSubmodule, mkOption, type Option, type OptionType, types } from "confix";
import { attrsNamed, type NameRule } from "../named-attrs.ts";
import { unitLine, unitSetting, type UnitSettings } from "./unit-setting.ts";
import type { UnitSection } from "./unit-text.ts";

/** Names that systemd takes for units, without the ending that tells the kind. */
export const unitName: NameRule = {
  what: "the name of a unit",
  allowed: "letters, digits and the characters `:_.\\@-`",
  pattern: /^[A-Za-z0-9:_.\\@-]{1,240}$/,
};

/** The settings of a section, by name. */
export const unitSection: OptionType<UnitSettings> = attrsNamed(
  { what: "the name of a setting", allowed: "letters, digits and `-`", pattern: /^[A-Za-z][A-Za-z0-9-]*$/ },
  unitSetting,
);

/** A unit with its ending, as other units name it. */
const unitReference = types.strMatching(/[A-Za-z0-9:_.\\@%-]+\.[a-z]+/);

function unitList(description: string, example: string): Option<readonly string[]> {
  return mkOption({ type: types.listOf(unitReference), default: [], example: [example], description });
}

/** The options of all units. */
export const unit = defineSubmodule({
  options: {
    enable: mkOption({
      type: types.bool,
      default: true,
      example: false,
      description: "Whether the unit is written.",
    }),
    description: mkOption({
      type: unitLine,
      default: "",
      example: "Web server",
      description: "What the unit is, in a few words. systemd expands what begins with `%`.",
    }),
    documentation: mkOption({
      type: types.listOf(unitLine),
      default: [],
      example: ["man:nginx(8)"],
      description: "Where the unit is documented, as URIs.",
    }),
    after: unitList("Units that have to be started before this one.", "network.target"),
    before: unitList("Units that are started only after this one.", "shutdown.target"),
    requires: unitList(
      "Units that are started with this one, and without which it does not run.",
      "postgresql.service",
    ),
    wants: unitList("Units that are started with this one, and may fail.", "network-online.target"),
    bindsTo: unitList("Units that this one stops with.", "dev-sda1.device"),
    partOf: unitList("Units that take this one with them when they are stopped or restarted.", "site.target"),
    conflicts: unitList("Units that cannot run beside this one.", "apache2.service"),
    wantedBy: unitList("Units that start this one when it is enabled.", "multi-user.target"),
    requiredBy: unitList("Units that start this one when it is enabled, and need it.", "site.target"),
    unitConfig: mkOption({
      type: unitSection,
      default: {},
      example: { StartLimitIntervalSec: 30 },
      description: "Settings of the section `[Unit]`, besides those that have an option.",
    }),
    text: mkOption({
      type: types.lines,
      readOnly: true,
      description: "The text of the unit file.",
    }),
  },
});

/** What a unit says of itself, for its text. */
export interface UnitValues {
  readonly description: string;
  readonly documentation: readonly string[];
  readonly after: readonly string[];
  readonly before: readonly string[];
  readonly requires: readonly string[];
  readonly wants: readonly string[];
  readonly bindsTo: readonly string[];
  readonly partOf: readonly string[];
  readonly conflicts: readonly string[];
  readonly wantedBy: readonly string[];
  readonly requiredBy: readonly string[];
  readonly unitConfig: UnitSettings;
}

/** The section `[Unit]`. */
export function unitSectionOf(values: UnitValues): UnitSection {
  const fromOptions: UnitSettings = {
    Description: values.description === "" ? null : values.description,
    Documentation: values.documentation,
    After: values.after,
    Before: values.before,
    Requires: values.requires,
    Wants: values.wants,
    BindsTo: values.bindsTo,
    PartOf: values.partOf,
    Conflicts: values.conflicts,
  };
  return { name: "Unit", settings: joinSettings(fromOptions, values.unitConfig) };
}

/** The section `[Install]`. */
export function installSectionOf(values: UnitValues): UnitSection {
  return { name: "Install", settings: { WantedBy: values.wantedBy, RequiredBy: values.requiredBy } };
}

// Settings that may stand more than once add to those of the options; a description takes the place of the other.
function joinSettings(fromOptions: UnitSettings, given: UnitSettings): UnitSettings {
  const joined = { ...fromOptions };
  for (const [name, value] of Object.entries(given)) {
    const known = joined[name];
    joined[name] =
      typeof known === "object" && known !== null && value !== null ? [...known, ...[value].flat()] : value;
  }
  return joined;
}
