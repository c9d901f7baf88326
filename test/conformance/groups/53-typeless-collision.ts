// An option without type with other options below it.
import { mkEnableOption, mkOption } from "confix";
import { defineGroup, fails } from "../case.ts";

export default defineGroup({
  number: "53",
  title: "typeless collision",
  files: {
    "merge-typeless-option": {
      imports: [
        { _file: "typeless", options: { group: mkOption() } },
        { _file: "childOfTypeless", options: { group: { enable: mkEnableOption("nothing") } } },
      ],
      config: { group: { enable: false } },
    },
  },
  cases: [
    fails(
      "config.group.enable",
      ["merge-typeless-option"],
      [
        {
          code: "nested-under-option",
          path: "group",
          files: ["typeless", "childOfTypeless"],
          data: { type: null, nested: ["enable"] },
        },
      ],
    ),
  ],
});
