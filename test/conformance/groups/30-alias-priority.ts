// Aliases pass definitions on with their priority.
import { mkAliasOptionModule, mkDefault, mkForce, mkOption, types } from "confix";
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, gives } from "../case.ts";

function withAlias(definition: ModuleItem): ModuleItem {
  return {
    options: {
      enable: mkOption({ type: types.nullOr(types.bool), default: null, example: true }),
      warnings: mkOption({ type: types.listOf(types.str), default: [], internal: true }),
    },
    imports: [mkAliasOptionModule(["enableAlias"], ["enable"]), definition, { enable: true }],
  };
}

export default defineGroup({
  number: "30",
  title: "alias priority",
  files: {
    "alias-with-priority": withAlias({ enableAlias: mkDefault(false) }),
    "alias-with-priority-can-override": withAlias({ enableAlias: mkForce(false) }),
  },
  cases: [
    gives("config.enable", ["alias-with-priority"], true),
    gives("config.enableAlias", ["alias-with-priority"], true),
    gives("config.enable", ["alias-with-priority-can-override"], false),
    gives("config.enableAlias", ["alias-with-priority-can-override"], false),
  ],
});
