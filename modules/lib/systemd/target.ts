// A target of systemd as a submodule.
import { defineSubmodule } from "confix";
import { installSectionOf, unit, unitSectionOf } from "./unit.ts";
import { renderUnit } from "./unit-text.ts";

/** The submodule of `systemd.targets`. */
export const target = defineSubmodule({ imports: [unit] }).config({
  text: ({ config }) => renderUnit([unitSectionOf(config), installSectionOf(config)]),
});
