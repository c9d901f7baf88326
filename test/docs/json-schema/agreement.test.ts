// The schema of a configuration accepts what the evaluator accepts, for every type and for values of all kinds.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mkOption } from "../../../src/authoring/mk-option.ts";
import { types } from "../../../src/types/types.ts";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { evaluatesEach, schemaOf } from "./agreement.ts";
import { samples, wider } from "./samples.ts";
import { values } from "./tables/values.ts";

const all = Object.entries(samples).flatMap(([name, types]) =>
  types.map((type, at) => ({ name: `${name} ${at}`, type })),
);

interface Verdict {
  readonly value: unknown;
  readonly evaluator: boolean;
  readonly schema: boolean;
}

function verdicts(type: AnyOptionType, found: readonly unknown[] = values): readonly Verdict[] {
  const validate = schemaOf({ options: { o: mkOption({ type }) } });
  const taken = evaluatesEach(type, found);
  return found.map((value, at) => ({ value, evaluator: taken[at] === true, schema: validate({ o: value }) }));
}

describe("schema and evaluator", () => {
  test.each(all)("agree on values of $name", ({ name, type }) => {
    const isWider = name in wider;
    const wrong = verdicts(type).filter(({ evaluator, schema }) =>
      isWider ? evaluator && !schema : evaluator !== schema,
    );
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(wider))("the schema of %s does accept more", (name) => {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(`there is no sample ${name}`);
    expect(verdicts(found.type).some(({ evaluator, schema }) => schema && !evaluator)).toBe(true);
  });
});

// Types of types, without those whose rules are functions.
const { type: someType } = fc.letrec<{ leaf: AnyOptionType; type: AnyOptionType }>((tie) => ({
  leaf: fc.constantFrom<AnyOptionType>(
    types.int,
    types.str,
    types.bool,
    types.port,
    types.enum(["a", 1, null]),
    types.toml,
    types.nonEmptyStr,
    types.anything,
    types.attrs,
    types.float,
    types.strMatching("[ab]"),
    types.functionTo(types.int),
  ),
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    tie("type").map((inner) => types.listOf(inner)),
    tie("type").map((inner) => types.nonEmptyListOf(inner)),
    tie("type").map((inner) => types.attrsOf(inner)),
    tie("type").map((inner) => types.attrListOf(inner)),
    tie("type").map((inner) => types.nullOr(inner)),
    tie("type").map((inner) => types.uniq(inner)),
    fc.tuple(tie("type"), tie("type")).map(([left, right]) => types.either(left, right)),
    fc
      .tuple(tie("type"), tie("type"))
      .map(([a, b]) => types.attrTag({ a: mkOption({ type: a }), b: mkOption({ type: b }) })),
    fc
      .tuple(tie("type"), tie("type"))
      .map(([a, b]) => types.submodule({ options: { a: mkOption({ type: a }), b: { a: mkOption({ type: b }) } } })),
    fc
      .tuple(tie("type"), tie("type"))
      .map(([freeform, a]) =>
        types.submodule({ freeformType: types.attrsOf(freeform), options: { a: mkOption({ type: a }) } }),
      ),
  ),
}));

const { value: someValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium" },
    fc.constantFrom<unknown>(null, true, 0, 1, 0.5, 70_000, "", "a", "c"),
    fc.array(tie("value"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { maxKeys: 2 }),
  ),
}));

test("schema and evaluator agree on types and values at random", () => {
  fc.assert(
    fc.property(someType, fc.array(someValue, { minLength: 40, maxLength: 40 }), (type, found) => {
      expect(verdicts(type, found).filter(({ evaluator, schema }) => evaluator !== schema)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
