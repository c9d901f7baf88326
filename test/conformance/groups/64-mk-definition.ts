// Definitions that say themselves where they stand.
import { mkDefinition, mkForce, mkMerge, mkOption, mkOptionDefault, types } from "confix";
import { defineGroup, fails, gives } from "../case.ts";

export default defineGroup({
  number: "64",
  title: "mkDefinition",
  files: {
    mkDefinition: {
      imports: [
        {
          _file: "file",
          options: { conflict: mkOption({ default: 1 }) },
          config: { conflict: mkDefinition({ file: "other", value: mkOptionDefault(42) }) },
        },
        {
          options: { viaConfig: mkOption() },
          config: { viaConfig: mkDefinition({ file: "other", value: true }) },
        },
        {
          options: { mkMerge: mkOption({ type: types.bool }) },
          config: {
            mkMerge: mkMerge([mkDefinition({ file: "a", value: true }), mkDefinition({ file: "b", value: true })]),
          },
        },
        {
          options: { mkForce: mkOption({ type: types.bool, default: false }) },
          config: { mkForce: mkDefinition({ file: "other", value: mkForce(true) }) },
        },
        {
          options: {
            viaOptionDefault: mkOption({ type: types.bool, default: mkDefinition({ file: "other", value: true }) }),
          },
        },
      ],
    },
  },
  cases: [
    fails("config.conflict", ["mkDefinition"], [{ code: "cannot-merge", path: "conflict", files: ["file", "other"] }]),
    gives("config.viaOptionDefault", ["mkDefinition"], true, { differs: "Properties come off in one order only" }),
    gives("config.viaConfig", ["mkDefinition"], true),
    gives("config.mkMerge", ["mkDefinition"], true),
    gives("config.mkForce", ["mkDefinition"], true),
  ],
});
