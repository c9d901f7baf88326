// What the evaluator makes of values is of the type that the declarations say, for every type.
import { describe, expect, test } from "vitest";
import { mkOption } from "../../../src/authoring/mk-option.ts";
import { isConfixError } from "../../../src/diagnostics/errors.ts";
import { configurationTypes } from "../../../src/docs/types/configuration-types.ts";
import { evalModules } from "../../../src/evaluate/index.ts";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { samples } from "../json-schema/samples.ts";
import { values } from "../json-schema/tables/values.ts";
import { compile } from "./compile.ts";

const all = Object.entries(samples).flatMap(([name, types]) =>
  types.map((type, at) => ({ name: `${name}-${at}`, type })),
);

// What the configuration is with a value; undefined: it is wrong, or not complete.
function result(type: AnyOptionType, value: unknown): unknown {
  try {
    const modules = [{ options: { o: mkOption({ type }) } }, { config: { o: value } }];
    const { value: printed, diagnostics, omitted } = evalModules({ modules }).output();
    return diagnostics.length === 0 && omitted.length === 0 ? printed : undefined;
  } catch (error) {
    if (isConfixError(error)) return undefined;
    throw error;
  }
}

// Strings are data, also where they could name a module.
const data = values.filter((value) => typeof value !== "string" || !/^[./]/.test(value));

describe("configuration types", () => {
  test("fit what is read, for all types", { timeout: 60_000 }, () => {
    const files = all.flatMap(({ name, type }) => {
      const evaluation = evalModules({ modules: [{ options: { o: mkOption({ type }) } }] });
      const declarations = configurationTypes(evaluation);
      const results = data.map((value) => result(type, value)).filter((each) => each !== undefined);
      const uses = [
        `import type { Configuration } from "./${name}.d.ts";`,
        "export const results: readonly Configuration[] = [",
        // A set with an index signature beside it can be read, but not be written down.
        ...results.map((each) => `  ${JSON.stringify(each)}${declarations.includes("} & {") ? " as never" : ""},`),
        "];",
      ];
      return [
        [`${name}.d.ts`, declarations],
        [`${name}-uses.ts`, uses.join("\n")],
      ];
    });
    expect(compile(Object.fromEntries(files))).toBe("");
  });
});
