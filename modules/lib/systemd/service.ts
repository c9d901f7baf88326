// A service of systemd as a submodule.
import { defineSubmodule, mkOption, types } from "confix";
import { attrsNamed } from "../named-attrs.ts";
import { installSectionOf, unit, unitSection, unitSectionOf } from "./unit.ts";
import { unitLine, type UnitSettings } from "./unit-setting.ts";
import { renderEnvironment, renderUnit } from "./unit-text.ts";

/** Text that an environment variable can hold under systemd, which refuses most control characters. */
const environmentValue = types.mkOptionType<string>({
  name: "environment value",
  description: "string without control characters other than tab and line feed",
  descriptionClass: "nonRestrictiveClause",
  check: (value) => typeof value === "string" && !/[^\P{Cc}\t\n]/u.test(value),
  explain: (value) => (typeof value === "string" ? "the string has a control character" : null),
  merge: (context, definitions) => types.str.merge(context, definitions),
});

/** Where the script of a service lies below `/etc`. */
export function scriptTarget(name: string): string {
  return `systemd/scripts/${name}`;
}

/** The submodule of `systemd.services`. */
export const service = defineSubmodule({
  imports: [unit],
  options: {
    environment: mkOption({
      type: attrsNamed(
        {
          what: "the name of an environment variable",
          allowed: "letters, digits and `_`, no digit in front",
          pattern: /^[A-Za-z_][A-Za-z0-9_]*$/,
        },
        types.nullOr(types.either(environmentValue, types.number)),
      ),
      default: {},
      example: { LANG: "C.UTF-8", MOTD: '100% "free"' },
      description:
        "Environment variables of the service, with exactly these values: nothing in them is expanded. Null leaves a " +
        "variable out.",
    }),
    path: mkOption({
      type: types.listOf(types.path),
      default: [],
      example: ["/opt/backup/bin", "/usr/bin"],
      description: "Folders in which the service looks for programs: its environment variable `PATH`.",
    }),
    script: mkOption({
      type: types.lines,
      default: "",
      example: "curl --fail https://example.org/health",
      description:
        "What the service runs, as a shell script that stops at the first error. It becomes a file that `ExecStart` names.",
    }),
    serviceConfig: mkOption({
      type: unitSection,
      default: {},
      example: {
        Type: "oneshot",
        ExecStart: ["/usr/bin/mkdir -p /run/site", "/usr/bin/touch /run/site/ready"],
        PrivateTmp: true,
      },
      description:
        "Settings of the section `[Service]`. A list makes a line of each element, `true` and `false` are written so.",
    }),
    startAt: mkOption({
      type: types.coercedTo(unitLine, (time) => [time], types.listOf(unitLine)),
      default: [],
      example: "Sun 14:00:00",
      description:
        "When to start the service: calendar events of `systemd.time(7)`, for which a timer of its name is made.",
    }),
  },
}).config({
  text: ({ config, name }) => {
    const { environment, path, script, serviceConfig } = config;
    const fromOptions: UnitSettings = script === "" ? {} : { ExecStart: `/etc/${scriptTarget(name)}` };
    return renderUnit([
      unitSectionOf(config),
      {
        name: "Service",
        lines: renderEnvironment(path.length === 0 ? environment : { PATH: path.join(":"), ...environment }),
        settings: { ...fromOptions, ...serviceConfig },
      },
      installSectionOf(config),
    ]);
  },
});
