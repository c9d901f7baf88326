// A choice of types as freeform type, which nixpkgs does not check and only warns of.
import { mkOption, type Option, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { type Case, defineGroup, fails, gives } from "../case.ts";

const declare = "freeform-deprecated-malicous";

function openTo(freeformType: AnyOptionType): Option<unknown> {
  return mkOption({ type: types.submodule({ freeformType }) });
}

// The original reads each value twice: that it is there, and that a warning is given.
function casesOf(file: string): readonly Case[] {
  return ["either.int", "eitherBehindNullor.int", "oneOf.int", "number.str"].flatMap((at) => {
    const [option = ""] = at.split(".");
    const refused = fails(`config.${at}`, [declare, file], [{ code: "wrong-type", path: option, files: [file] }], {
      differs: "A freeform type's own check is skipped",
    });
    return [refused, refused];
  });
}

export default defineGroup({
  number: "43",
  title: "freeform either",
  files: {
    [declare]: {
      options: {
        either: openTo(types.either(types.int, types.int)),
        eitherBehindNullor: openTo(types.nullOr(types.either(types.int, types.int))),
        oneOf: openTo(types.oneOf([types.int, types.int])),
        number: openTo(types.number),
      },
    },
    "freeform-deprecated-malicous-wrong": {
      config: {
        either: { int: "foo" },
        eitherBehindNullor: { int: "foo" },
        oneOf: { int: "foo" },
        number: { str: "foo" },
      },
    },
    "freeform-deprecated-malicous-wrong2": {
      config: { either: { int: 42 }, eitherBehindNullor: { int: 42 }, oneOf: { int: 42 }, number: { str: 42 } },
    },
    "freeform-attrsof-either": {
      options: {
        number: mkOption({
          type: types.submodule({ freeformType: types.attrsOf(types.either(types.int, types.int)) }),
          default: { int: 42 },
        }),
      },
    },
  },
  cases: [
    ...casesOf("freeform-deprecated-malicous-wrong"),
    ...casesOf("freeform-deprecated-malicous-wrong2"),
    gives("config.number.int", ["freeform-attrsof-either"], 42),
  ],
});
