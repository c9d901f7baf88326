// Two declarations with the same pattern.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "17",
  title: "strMatching merge",
  files: {
    "strMatching-merge": {
      imports: [
        { options: { sm: mkOption({ type: types.strMatching("\\(.*\\)") }) } },
        { options: { sm: mkOption({ type: types.strMatching("\\(.*\\)") }) } },
      ],
    },
  },
  cases: [gives("options.sm.type.name", ["strMatching-merge"], 'strMatching "\\\\(.*\\\\)"')],
});
