// Units of systemd: services, timers, sockets and targets, as files below /etc/systemd.
import { defineModule, mkMerge, mkOption, types } from "confix";
import assertions from "./assertions.ts";
import environment from "./environment.ts";
import { attrsNamed } from "./lib/named-attrs.ts";
import { scriptTarget, service } from "./lib/systemd/service.ts";
import { socket } from "./lib/systemd/socket.ts";
import { target } from "./lib/systemd/target.ts";
import { timer } from "./lib/systemd/timer.ts";
import { unitName } from "./lib/systemd/unit.ts";
import { explainIncomplete } from "./lib/systemd/incomplete.ts";

/** Anything by name, those that are enabled. */
function enabled<U extends { readonly enable: boolean }>(
  units: Readonly<Record<string, U>>,
): readonly (readonly [string, U])[] {
  return Object.entries(units).filter(([, unit]) => unit.enable);
}

/** The file of each unit, by its path below /etc. Texts are computed when they are read, so that they may depend on other files. */
function unitFiles(
  units: Readonly<Record<string, { readonly enable: boolean; readonly text: string }>>,
  ending: string,
): Readonly<Record<string, { readonly text: () => string }>> {
  const files = enabled(units).map(
    ([name, unit]) => [`systemd/system/${name}.${ending}`, { text: () => unit.text }] as const,
  );
  return Object.fromEntries(files);
}

/** Declares `systemd`. */
export default defineModule({
  imports: [assertions, environment],
  options: {
    systemd: {
      services: mkOption({
        type: attrsNamed(unitName, types.submodule(service)),
        default: {},
        example: { site: { description: "The site", serviceConfig: { ExecStart: "/usr/bin/site --port 8080" } } },
        description: "Services, by their name without `.service`.",
      }),
      timers: mkOption({
        type: attrsNamed(unitName, types.submodule(timer)),
        default: {},
        example: { backup: { wantedBy: ["timers.target"], timerConfig: { OnCalendar: "daily" } } },
        description: "Timers, by their name without `.timer`.",
      }),
      sockets: mkOption({
        type: attrsNamed(unitName, types.submodule(socket)),
        default: {},
        example: { site: { wantedBy: ["sockets.target"], listenStreams: ["8080"] } },
        description: "Sockets, by their name without `.socket`.",
      }),
      targets: mkOption({
        type: attrsNamed(unitName, types.submodule(target)),
        default: {},
        example: { site: { description: "All parts of the site", wantedBy: ["multi-user.target"] } },
        description: "Targets, by their name without `.target`.",
      }),
    },
  },
}).config({
  systemd: {
    timers: ({ config }) => {
      const timed = enabled(config.systemd.services).filter(([, { startAt }]) => startAt.length > 0);
      return Object.fromEntries(
        timed.map(([name, { startAt }]) => [
          name,
          { wantedBy: ["timers.target"], timerConfig: { OnCalendar: startAt } },
        ]),
      );
    },
  },
  environment: {
    etc: mkMerge([
      ({ config }) => unitFiles(config.systemd.services, "service"),
      ({ config }) => unitFiles(config.systemd.timers, "timer"),
      ({ config }) => unitFiles(config.systemd.sockets, "socket"),
      ({ config }) => unitFiles(config.systemd.targets, "target"),
      ({ config }) => {
        const scripted = enabled(config.systemd.services).filter(([, { script }]) => script !== "");
        return Object.fromEntries(
          scripted.map(([name, { script }]) => [
            scriptTarget(name),
            { mode: "0755", text: `#!/bin/sh\nset -e\n${script.trimEnd()}\n` },
          ]),
        );
      },
    ]),
  },
  assertions: ({ config }) => explainIncomplete(config.systemd).map((message) => ({ assertion: false, message })),
});
