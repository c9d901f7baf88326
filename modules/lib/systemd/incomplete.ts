// Finds units that systemd would refuse to load.
import type { UnitSetting, UnitSettings } from "./unit-setting.ts";

interface Enableable {
  readonly enable: boolean;
}

/** The units of a configuration, as far as they can be incomplete. */
export interface Units {
  readonly services: Readonly<
    Record<string, Enableable & { readonly script: string; readonly serviceConfig: UnitSettings }>
  >;
  readonly timers: Readonly<Record<string, Enableable & { readonly timerConfig: UnitSettings }>>;
  readonly sockets: Readonly<
    Record<
      string,
      Enableable & {
        readonly listenStreams: readonly string[];
        readonly listenDatagrams: readonly string[];
        readonly socketConfig: UnitSettings;
      }
    >
  >;
}

/** What is missing in units, one sentence each. */
export function explainIncomplete(units: Units): readonly string[] {
  return [
    ...find(units.services, "services", (service) => {
      if (service.script !== "") {
        return hasAny(service.serviceConfig, ["ExecStart"])
          ? "sets both script and serviceConfig.ExecStart; only one of them can say what runs"
          : null;
      }
      if (hasAny(service.serviceConfig, ["ExecStart", "ExecStop", "SuccessAction"])) return null;
      return "runs nothing: set script or serviceConfig.ExecStart";
    }),
    ...find(units.timers, "timers", ({ timerConfig }) =>
      hasAny(timerConfig, timerTriggers) ? null : "never elapses: set timerConfig.OnCalendar or one of its relatives",
    ),
    ...find(units.sockets, "sockets", ({ listenStreams, listenDatagrams, socketConfig }) => {
      if (listenStreams.length > 0 || listenDatagrams.length > 0) return null;
      return hasAny(socketConfig, listenSettings) ? null : "listens nowhere: set listenStreams or listenDatagrams";
    }),
  ];
}

const timerTriggers = [
  "OnActiveSec",
  "OnBootSec",
  "OnCalendar",
  "OnClockChange",
  "OnStartupSec",
  "OnTimezoneChange",
  "OnUnitActiveSec",
  "OnUnitInactiveSec",
];

const listenSettings = [
  "ListenDatagram",
  "ListenFIFO",
  "ListenMessageQueue",
  "ListenNetlink",
  "ListenSequentialPacket",
  "ListenSpecial",
  "ListenStream",
  "ListenUSBFunction",
];

function find<U extends Enableable>(
  units: Readonly<Record<string, U>>,
  option: string,
  explain: (unit: U) => string | null,
): readonly string[] {
  return Object.entries(units).flatMap(([name, unit]) => {
    const problem = unit.enable ? explain(unit) : null;
    return problem === null ? [] : [`systemd.${option}.${JSON.stringify(name)} ${problem}.`];
  });
}

function hasAny(settings: UnitSettings, names: readonly string[]): boolean {
  return names.some((name) => isSet(settings[name]));
}

// An empty string, or a list that ends with one, takes back what stands before it.
function isSet(setting: UnitSetting | undefined): boolean {
  if (setting === undefined || setting === null) return false;
  const last = typeof setting === "object" ? setting.at(-1) : setting;
  return last !== undefined && last !== "";
}
