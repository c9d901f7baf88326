// What it costs that every definition knows its place: evaluation with and without a finder of places.
import { medianOf } from "../measure/statistics.ts";
import { count, ratio, seconds } from "../report/figures.ts";
import type { Section } from "../report/section.ts";
import type { BenchContext } from "./bench-context.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { mkIf } from "../../src/authoring/mk-if.ts";
import { mkOption } from "../../src/authoring/mk-option.ts";
import type { ModuleLoader } from "../../src/model/module.ts";
import { types } from "../../src/types/types.ts";

const modulesCount = 500;
const optionsPerModule = 40;

/** Modules of which each declares options, and defines those of the next under a condition. */
function modules(): readonly object[] {
  return Array.from({ length: modulesCount }, (_, at) => {
    const names = Array.from({ length: optionsPerModule }, (_each, option) => `o${option}`);
    const next = `m${(at + 1) % modulesCount}`;
    return {
      options: { [`m${at}`]: { on: mkOption({ type: types.bool, default: true }), ...declare(names) } },
      config: {
        [next]: mkIf(({ config }: { config: never }) => read(config, `m${at}`), defineAll(names, at)),
      },
    };
  });
}

function declare(names: readonly string[]): object {
  return Object.fromEntries(names.map((name) => [name, mkOption({ type: types.attrsOf(types.int), default: {} })]));
}

function defineAll(names: readonly string[], at: number): object {
  return Object.fromEntries(names.map((name, option) => [name, { a: at, b: () => option }]));
}

function read(config: unknown, name: string): boolean {
  // The cast: the modules above declare it.
  return (config as Readonly<Record<string, { readonly on: boolean }>>)[name]?.on === true;
}

/** Measures how much longer an evaluation takes whose definitions know their places. */
export function placesSection({ rounds, tell }: BenchContext): Section {
  tell("places");
  const given = modules();
  // Modules that a path leads to have a text in which places could be looked for. Nothing is wrong, so none is looked for.
  const loaderWith = (places: ModuleLoader["places"]): ModuleLoader => ({
    resolve: (specifier) => specifier,
    load: (path) => given[Number(/(\d+)\.ts$/.exec(path)?.[1])],
    ...(places !== undefined && { places }),
  });
  const paths = given.map((_, at) => `/bench/${at}.ts`);
  const without = loaderWith(undefined);
  const withPlaces = loaderWith({ find: () => null });
  const run = (loader: ModuleLoader): number => {
    const before = process.cpuUsage();
    evalModules({ modules: [{ imports: paths }], loader }).output();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
  run(without);
  run(withPlaces);
  const samples = Array.from({ length: rounds }, () => {
    // In turn, so that a slow moment of the machine hits both.
    const plain = run(without);
    return { plain, times: run(withPlaces) / plain };
  });
  const plain = medianOf(samples.map((sample) => sample.plain));
  const times = medianOf(samples.map((sample) => sample.times));
  return {
    title: "Places",
    notes: [],
    tables: [
      {
        title: `Places, ${count(modulesCount * optionsPerModule)} definitions, in process, warm`,
        columns: ["", "CPU", "to none"],
        rows: [
          ["no place is known", seconds(plain), ratio(1, 1)],
          ["each definition knows its place", seconds(plain * times), ratio(times, 1)],
        ],
      },
    ],
    targets: [],
  };
}
