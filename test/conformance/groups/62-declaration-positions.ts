// Where options are declared.
import { mkOption, type Option, types } from "confix";
import { defineGroup, gives, leftOut } from "../case.ts";
import { pathOf } from "../files.ts";

const file = "declaration-positions";
const noLines =
  "Lines and columns are looked for in files; these cases are evaluated in memory. `test/host/declaration-positions` shows them.";

function int(): Option<number> {
  return mkOption({ type: types.int, default: 1 });
}

export default defineGroup({
  number: "62",
  title: "positions",
  files: {
    [file]: {
      imports: ["./declaration-positions#imported"],
      options: {
        nested: { nestedLine34: int() },
        submoduleLine38: mkOption({
          type: types.submoduleWith({
            modules: [
              {
                options: {
                  submodDeclLine45: mkOption({ default: ({ options }) => options.submodDeclLine45.declarations }),
                },
              },
              { freeformType: types.lazyAttrsOf(types.uniq(types.unspecified)) },
            ],
          }),
          default: {},
        }),
      },
    },
    "declaration-positions#imported": {
      options: {
        imported: { line14: int() },
        generated: Object.fromEntries([["line22", int()]]),
        submoduleLine38: { extraOptLine27: int() },
      },
    },
  },
  cases: [
    leftOut("options.imported.line14.declarationPositions.0.line", [file], noLines),
    gives("options.imported.line14.declarations.0", [file], pathOf("declaration-positions#imported")),
    gives("options.generated.line22.declarations.0", [file], pathOf("declaration-positions#imported")),
    leftOut("options.generated.line22.declarationPositions.0.line", [file], noLines),
    leftOut("config.submoduleLine38.submodDeclLine45.0.line", [file], noLines),
    gives("config.submoduleLine38.submodDeclLine45.0", [file], pathOf(file)),
    leftOut("options.submoduleLine38.declarationPositions.0.line", [file], noLines),
    leftOut("options.submoduleLine38.declarationPositions.1.line", [file], noLines),
    leftOut("options.nested.nestedLine34.declarationPositions.0.line", [file], noLines),
  ],
});
