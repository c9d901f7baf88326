// What a file format can hold.
import { mkOption, types } from "confix";
import { type Case, defineGroup, fails, gives } from "../case.ts";

const atoms = { null: null, bool: true, int: 1, float: 1.1, str: "foo", path: "/nix/store", attrs: { foo: 1 } };
const values = { ...atoms, list: [{ bar: [1] }] };
const nullable = types.serializableValueWith({ typeName: "VAL" });
const structured = types.serializableValueWith({ typeName: "VAL", nullable: false });

function refuses(path: string): Case {
  return fails(
    `config.${path}`,
    ["types"],
    [{ code: "wrong-type", path, files: ["types"], data: { type: "VAL value" } }],
  );
}

export default defineGroup({
  number: "13",
  title: "serializableValueWith",
  files: {
    types: {
      options: {
        nullableValue: mkOption({ type: types.lazyAttrsOf(nullable) }),
        structuredValue: mkOption({ type: types.lazyAttrsOf(structured) }),
      },
      config: {
        nullableValue: { ...values, lambda: () => (x: unknown) => x },
        structuredValue: { null: null },
      },
    },
  },
  cases: [
    ...Object.entries(values).map(([name, value]) =>
      gives(`config.nullableValue.${name}`, ["types"], value, name === "path" ? { differs: "Paths are a kind" } : {}),
    ),
    refuses("nullableValue.lambda"),
    refuses("structuredValue.null"),
  ],
});
