// A submodule whose own extension is the type of one of its options.
import { mkOption, mkOverride, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const inside = {
  options: {
    value: mkOption({ type: types.int }),
    specialisation: mkOption({
      type: ({ extendModules }) => extendModules({ modules: [{ specialisation: mkOverride(0, {}) }] }).type,
      default: {},
    }),
  },
};

export default defineGroup({
  number: "57",
  title: "extendModules bug",
  files: {
    "extendModules-168767-imports": {
      imports: [
        { options: { sub: mkOption({ type: types.submodule(() => inside), default: {} }) } },
        { config: { sub: { value: 1 } } },
      ],
    },
  },
  cases: [gives("config.sub.specialisation.value", ["extendModules-168767-imports"], 1)],
});
