// The option that switches something on.
import type { Option } from "../model/option.ts";
import { bool } from "../types/bool.ts";
import { mkOption } from "./mk-option.ts";

/** A boolean option, default false, described as "Whether to enable" what `name` names: `mkEnableOption("the web server")`. */
export function mkEnableOption(name: string): Option<boolean> {
  return mkOption({ type: bool, default: false, example: true, description: `Whether to enable ${name}.` });
}
