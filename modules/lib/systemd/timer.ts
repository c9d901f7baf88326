// A timer of systemd as a submodule.
import { defineSubmodule, mkOption } from "confix";
import { installSectionOf, unit, unitSection, unitSectionOf } from "./unit.ts";
import { renderUnit } from "./unit-text.ts";

/** The submodule of `systemd.timers`. */
export const timer = defineSubmodule({
  imports: [unit],
  options: {
    timerConfig: mkOption({
      type: unitSection,
      default: {},
      example: { OnCalendar: "daily", Persistent: true },
      description: "Settings of the section `[Timer]`. Without `Unit` the timer starts the service of its own name.",
    }),
  },
}).config({
  text: ({ config }) =>
    renderUnit([unitSectionOf(config), { name: "Timer", settings: config.timerConfig }, installSectionOf(config)]),
});
