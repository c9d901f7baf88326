// Random changes of random configurations: an updated evaluation is what a fresh one of the changed modules is.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Evaluation, mkIf, mkMerge, mkOption, mkOrder, mkOverride, types } from "../../src/index.ts";
import type { Given } from "./evaluation.ts";
import { evalModules } from "./lint-cases.ts";

/** How many modules there are that may change; each declares the options of a set `m0`, `m1`, … */
const count = 4;

/** What a module says. */
interface Said {
  /** Defines a port of the next module. */
  readonly port: number | null;
  readonly priority: number;
  readonly under: "nothing" | "a condition above" | "a condition at the option" | "a function";
  readonly enable: unknown;
  /** Whose values its own are computed from. */
  readonly reads: number;
  readonly list: readonly string[];
  readonly order: number | null;
  readonly instance: number | null;
  readonly free: number | null;
  readonly argument: number | null;
  readonly renamed: number | null;
  /** Further options, which change what is there. */
  readonly declares: "nothing" | "more";
  /** What may be defined that nobody declares: the last module says so. */
  readonly open: "nothing" | "ints" | "anything" | "strings";
  readonly isFunction: boolean;
}

const said: fc.Arbitrary<Said> = fc.record({
  port: fc.option(fc.nat(4)),
  priority: fc.constantFrom(50, 100, 1000),
  under: fc.constantFrom("nothing", "a condition above", "a condition at the option", "a function"),
  enable: fc.constantFrom(true, false, true, false, true, false, "wrong"),
  reads: fc.nat(count - 1),
  list: fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 2 }),
  order: fc.option(fc.constantFrom(500, 1500)),
  instance: fc.option(fc.nat(2)),
  free: fc.option(fc.nat(2)),
  argument: fc.option(fc.nat(2)),
  renamed: fc.option(fc.nat(2), { freq: 1 }),
  declares: fc.constantFrom("nothing", "nothing", "nothing", "nothing", "more"),
  open: fc.constantFrom("ints", "ints", "anything", "strings", "nothing"),
  isFunction: fc.boolean(),
});

const instance = types.submodule({
  options: {
    port: mkOption({ type: types.int, default: 1 }),
    url: mkOption({
      type: types.str,
      default: ({ config, name }: Given) => `${String(name)}:${String(config["port"])}`,
    }),
  },
});

function readPort({ config }: Given, name: string): number {
  return (config[name] as Given)["port"] as unknown as number;
}

const freeformTypes = {
  nothing: {},
  ints: { freeformType: types.attrsOf(types.int) },
  anything: { freeformType: types.attrsOf(types.anything) },
  strings: { freeformType: types.attrsOf(types.str) },
};

/** Options that say something about others, and one that extends the evaluation. */
function checks(args: Given): object {
  return {
    options: {
      few: mkOption({
        type: types.bool,
        default: true,
        findings: () => (readPort(args, "m0") > 3 ? [{ severity: "error", message: "too many" }] : []),
      }),
      many: mkOption({
        type: types.bool,
        default: true,
        internal: true,
        findings: () => (readPort(args, "m1") < 1 ? [{ severity: "error", message: "too few" }] : []),
      }),
      extended: mkOption({
        type: types.int,
        default: ({ config, extendModules }: Given) =>
          readPort({ config }, "m2") > 2 ? readPort(extendWith(extendModules), "m2") : 0,
      }),
    },
  };
}

// Always more than what it extends, which would not end: the extension itself has a small number there.
function extendWith(extendModules: unknown): Given {
  const extend = extendModules as (more: object) => Given;
  return extend({ modules: [{ m2: { port: mkOverride(5, 1) } }] });
}

const base = {
  options: {
    settings: mkOption({ type: types.attrsOf(types.anything), default: {} }),
    all: mkOption({ type: types.listOf(types.str), default: [] }),
    services: mkOption({ type: types.attrsOf(instance), default: {} }),
    single: mkOption({ type: instance, default: {} }),
    pairs: mkOption({ type: types.listOf(instance), default: [] }),
    names: mkOption({
      type: types.str,
      default: ({ config }: Given) =>
        `${Object.keys(config["services"] as object).join()} ${Object.keys(config).length}`,
    }),
    strongest: mkOption({ type: types.int, default: ({ options }: Given) => portOf(options, "m0")["highestPrio"] }),
    definitions: mkOption({
      type: types.int,
      default: ({ options }: Given) => (portOf(options, "m1")["definitions"] as readonly unknown[]).length,
    }),
    argument: mkOption({ type: types.unspecified, default: ({ extra }: Given) => extra ?? "none" }),
    meta: mkOption({
      type: types.int,
      default: ({ options }: Given) =>
        Object.keys(((options["services"] as Given)["valueMeta"] as Given)["attrs"] as object).length,
    }),
    old: mkOption({ type: types.int, internal: true, default: 0 }),
  },
  config: { _module: { args: { extra: 0 } } },
};

function portOf(options: unknown, name: string): Given {
  return ((options as Given)[name] as Given)["port"] as Given;
}

/** A module as its text would make it: everything in it is new each time. */
function moduleOf(at: number, say: Said): unknown {
  const other = `m${say.reads}`;
  const target = `m${(at + 1) % count}`;
  const given = mkOverride(say.priority, say.port);
  const holds = ({ config }: Given): boolean => (config[other] as Given)["enable"] as unknown as boolean;
  const defined = {
    nothing: { [target]: { port: given } },
    "a condition above": mkIf(holds, { [target]: { port: given } }),
    "a condition at the option": { [target]: { port: mkIf(holds, given) } },
    "a function": { [target]: { port: (args: Given) => (readPort(args, "m0") > 2 ? say.port : 3) } },
  }[say.under];
  const maybe = (value: unknown, definitions: object): object => (value === null ? {} : definitions);
  const module = {
    ...(at === count - 1 && freeformTypes[say.open]),
    options: {
      [`m${at}`]: {
        port: mkOption({ type: types.int, default: at }),
        enable: mkOption({ type: types.bool, default: at % 2 === 0 }),
        double: mkOption({ type: types.int, default: (args: Given) => readPort(args, other) * 2 }),
        even: mkOption({ type: types.bool, default: (args: Given) => readPort(args, other) % 2 === 0 }),
        text: mkOption({
          type: types.str,
          default: ({ config }: Given) => ((config[other] as Given)["even"] === true ? "even" : "odd"),
          apply: (text: string) => `${text}!`,
        }),
        ...(say.declares === "more" && { more: mkOption({ type: types.int, default: 1 }) }),
      },
    },
    config: mkMerge([
      maybe(say.port, defined),
      { [`m${at}`]: { enable: say.enable } },
      { all: say.order === null ? say.list : mkOrder(say.order, say.list) },
      maybe(say.instance, {
        services: { [`s${String(say.instance)}`]: { port: say.port ?? 7 } },
        pairs: [{ port: 3 }],
      }),
      { services: { s0: { port: mkOverride(60 + at, (args: Given) => readPort(args, other)) } } },
      at === 0 ? { single: { port: say.port ?? 5 } } : {},
      maybe(say.free, {
        settings: { [`k${String(say.free)}`]: { deep: say.port, own: [at] } },
        [`free${at}`]: say.free,
      }),
      maybe(say.argument, at === 1 ? { _module: { args: { extra: mkOverride(50, say.argument) } } } : {}),
      maybe(say.renamed, at === 2 ? { old: say.renamed } : {}),
    ]),
  };
  return say.isFunction ? () => module : module;
}

function shown(evaluation: Evaluation): unknown {
  const { value, diagnostics, omitted } = evaluation.output({ keepGoing: true });
  return {
    value,
    omitted,
    diagnostics: diagnostics.map(({ code, path, severity, data }) => ({ code, path, severity, data })),
  };
}

const edits = fc.array(
  fc.record({
    // Several at once, in any order.
    pairs: fc.uniqueArray(fc.record({ at: fc.nat(count - 1), say: said }), {
      selector: ({ at }) => at,
      minLength: 1,
      maxLength: 3,
    }),
    setting: fc.option(fc.nat(5)),
    reads: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

it("is the same for random modules and random changes", () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: count, maxLength: count }), edits, (start, changes) => {
      let modules: readonly unknown[] = start.map((say, at) => moduleOf(at, say));
      let set: Record<string, unknown> = {};
      const fresh = (): unknown => {
        const settings = Object.keys(set).length === 0 ? [] : [{ m3: { port: mkOverride(10, set["m3.port"]) } }];
        return shown(evalModules({ modules: [base, checks, ...modules, ...settings] }));
      };
      let evaluation: Evaluation = evalModules({ modules: [base, checks, ...modules], updatable: true });
      const seen = [[shown(evaluation), fresh()]];
      for (const { pairs, setting, reads } of changes) {
        const change = setting === null ? {} : { set: { "m3.port": setting } };
        const replace = pairs.map(({ at, say }) => [modules[at], moduleOf(at, say)] as const);
        evaluation = evaluation.update({ replace, ...change });
        for (const [place, { at }] of pairs.entries()) modules = modules.with(at, replace[place]?.[1]);
        if (setting !== null) set = { "m3.port": setting };
        // Also where nobody reads between two changes.
        if (reads) seen.push([shown(evaluation), fresh()]);
      }
      seen.push([shown(evaluation), fresh()]);
      for (const [updated, expected] of seen) expect(updated).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
