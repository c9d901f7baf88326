// `evaluation.stats()`: counts that do not depend on the machine, pinned, so that lost laziness or work done twice is seen.
import { describe, expect, it } from "vitest";
import { type Evaluation, mkForce, mkIf, mkOption, mkOrder, types } from "../../src/index.ts";
import type { Given } from "./evaluation.ts";
import { evalModules } from "./lint-cases.ts";

function begin(...modules: readonly unknown[]): Evaluation {
  return evalModules({ modules });
}

const nothing = {
  optionsComputed: 0,
  valuesTaken: 0,
  thunksMade: 0,
  thunksForced: 0,
  unwindings: 0,
  definitionsSettled: 0,
  valuesMerged: 0,
  typesMerged: 0,
};

const service = types.submodule({
  options: {
    port: mkOption({ type: types.int }),
    url: mkOption({ type: types.str, default: ({ config }: Given) => `:${String(config["port"])}` }),
  },
});

const numbers = Array.from({ length: 400 }, (_, at) => at);

describe("what is counted", () => {
  it.each<[what: string, modules: readonly unknown[], counts: Partial<typeof nothing>]>([
    ["an option with a default", [{ options: { a: mkOption({ type: types.int, default: 1 }) } }], { valuesTaken: 1 }],
    [
      "a defined option",
      [{ options: { a: mkOption({ type: types.int }) } }, { a: mkForce(1) }, { a: 2 }],
      { valuesTaken: 1 },
    ],
    [
      "an option that reads another",
      [
        {
          options: {
            a: mkOption({ type: types.int, default: 1 }),
            b: mkOption({ type: types.int, default: ({ config }: Given) => (config["a"] as unknown as number) + 1 }),
          },
        },
      ],
      { optionsComputed: 1, thunksMade: 1, thunksForced: 1, definitionsSettled: 1, valuesMerged: 1, valuesTaken: 2 },
    ],
    [
      "definitions under conditions",
      [
        { options: { a: mkOption({ type: types.int }), on: mkOption({ type: types.bool, default: true }) } },
        mkIf(({ config }: Given) => config["on"] === true, { a: 1 }),
        { a: mkIf(false, 2) },
      ],
      { optionsComputed: 1, thunksMade: 3, thunksForced: 3, definitionsSettled: 2, valuesMerged: 1, valuesTaken: 2 },
    ],
    [
      "a list of several modules",
      [{ options: { a: mkOption({ type: types.listOf(types.str) }) } }, { a: ["b"] }, { a: mkOrder(500, ["a"]) }],
      { optionsComputed: 1, thunksMade: 1, thunksForced: 1, definitionsSettled: 2, valuesMerged: 1 },
    ],
    [
      "an attribute set of submodules",
      [
        { options: { services: mkOption({ type: types.attrsOf(service) }) } },
        { services: { web: { port: 80 }, mail: { port: 25 }, db: { port: 5432 } } },
      ],
      { optionsComputed: 4, thunksMade: 7, thunksForced: 7, definitionsSettled: 7, valuesMerged: 7, valuesTaken: 6 },
    ],
    [
      "an option that is declared twice",
      [
        { options: { a: mkOption({ type: types.listOf(types.str), default: [] }) } },
        { options: { a: mkOption({ type: types.listOf(types.str) }) } },
      ],
      { optionsComputed: 1, thunksMade: 2, thunksForced: 2, definitionsSettled: 1, valuesMerged: 1, typesMerged: 1 },
    ],
    [
      "a chain that is deeper than the stack",
      [
        {
          options: Object.fromEntries(
            numbers.map((at) => [
              `o${at}`,
              mkOption({
                type: types.int,
                default: ({ config }: Given) => (at === 399 ? 0 : (config[`o${at + 1}`] as unknown as number) + 1),
              }),
            ]),
          ),
        },
      ],
      // Each time that the stack gets too deep, those 120 that were being computed begin again.
      {
        optionsComputed: 400,
        thunksMade: 400,
        thunksForced: 400 + 3 * 120,
        unwindings: 3,
        definitionsSettled: 400,
        valuesMerged: 400,
      },
    ],
  ])("%s", (_what, modules, counts) => {
    const evaluation = begin(...modules);
    evaluation.output();
    const first = evaluation.stats().counts;
    expect({ ...first }).toEqual({ ...nothing, ...counts });
    evaluation.output();
    // Nothing is computed twice; only what stands there is read again.
    expect(evaluation.stats().counts).toEqual({ ...first, valuesTaken: evaluation.stats().counts.valuesTaken });
  });
});

describe("what took how long", () => {
  const modules: readonly unknown[] = [
    {
      _file: "/conf/web.ts",
      options: {
        services: mkOption({ type: types.attrsOf(service) }),
        on: mkOption({ type: types.bool, default: true }),
      },
      config: { services: { web: { port: 80 } } },
    },
    () => ({
      _file: "/conf/mail.ts",
      config: { services: { mail: { port: ({ config }: Given) => (config["on"] === true ? 25 : 26) } } },
    }),
  ];

  it("is not known unless it was asked for", () => {
    const evaluation = begin(...modules);
    evaluation.output();
    expect(evaluation.stats().times).toBeNull();
  });

  it("is told by room, option and module", () => {
    const evaluation = evalModules({ modules, profile: true });
    const { times } = (evaluation.output(), evaluation.stats());
    const namesOf = (timed: readonly { readonly name: string }[] = []): readonly string[] =>
      timed.map(({ name }) => name);
    expect(namesOf(times?.rooms)).toEqual(["collect", "declare", "define", "settle", "merge", "assemble"]);
    expect(namesOf(times?.options).toSorted()).toEqual([
      "services",
      "services.mail",
      "services.mail.port",
      "services.mail.url",
      "services.web",
      "services.web.url",
    ]);
    expect(namesOf(times?.modules)).toContain("/conf/mail.ts");
    const all = [...(times?.rooms ?? []), ...(times?.options ?? []), ...(times?.modules ?? [])];
    expect(all.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
    const costs = (times?.options ?? []).map(({ milliseconds }) => milliseconds);
    expect(costs).toEqual(costs.toSorted((left, right) => right - left));
  });

  it("changes neither the result nor the counts", () => {
    const [plain, profiled] = [evalModules({ modules }), evalModules({ modules, profile: true })];
    expect(profiled.output()).toEqual(plain.output());
    expect(profiled.stats().counts).toEqual(plain.stats().counts);
  });
});

it("counts belong to one evaluation", () => {
  const evaluation = begin({ options: { a: mkOption({ type: types.int, default: () => 1 }) } });
  expect(evaluation.stats().counts).toEqual(nothing);
  evaluation.output();
  const before = evaluation.stats().counts;
  begin({ options: { b: mkOption({ type: types.int, default: () => 1 }) } }).output();
  expect(evaluation.stats().counts).toEqual(before);
});
