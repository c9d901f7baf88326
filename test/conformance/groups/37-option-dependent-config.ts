// Definitions that are there only where an option exists.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const flat = "define-option-dependently";
const nested = "define-option-dependently-nested";
const enableNested = "declare-enable-nested";
const valueNested = "declare-int-positive-value-nested";

function dependOn(names: object): object {
  return "enable" in names ? { value: 360, enable: true } : { value: 7 };
}

export default defineGroup({
  number: "37",
  title: "option-dependent config",
  files: {
    [flat]: { config: ({ options }) => dependOn(options) },
    [nested]: { config: { set: ({ options }) => dependOn(options.set) } },
    [valueNested]: { options: { set: { value: mkOption({ type: types.ints.positive }) } } },
  },
  cases: [
    gives("config.enable", [flat, "declare-enable", "declare-int-positive-value"], true),
    gives("config.value", [flat, "declare-enable", "declare-int-positive-value"], 360),
    gives("config.value", [flat, "declare-int-positive-value"], 7),
    gives("config.set.enable", [nested, enableNested, valueNested], true),
    gives("config.set.value", [nested, enableNested, valueNested], 360),
    gives("config.set.value", [nested, valueNested], 7),
  ],
});
