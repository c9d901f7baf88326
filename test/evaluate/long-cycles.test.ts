// Cycles of any length, through everything that may lead from one value to the next, with their way.
import { describe, expect, it } from "vitest";
import { mkIf } from "../../src/authoring/mk-if.ts";
import type { ThunkLabel } from "../../src/kernel/any-thunk.ts";
import { types } from "../../src/types/types.ts";
import { evaluate, type Given, option, read } from "./evaluation.ts";
import { diagnosticOf } from "./problems.ts";

/** An object with a member for each place in the ring. */
function ring(length: number, prefix: string, value: (at: number, next: number) => unknown): object {
  return Object.fromEntries(Array.from({ length }, (_, at) => [`${prefix}${at}`, value(at, (at + 1) % length)]));
}

interface Kind {
  /** The modules of a ring in which each value needs the next. */
  readonly modules: (length: number) => readonly object[];
  /** What to read. */
  readonly start: string;
  /** The path of the step at a place, and the kinds of step it takes there. */
  readonly path: (at: number) => readonly string[];
  readonly kinds: readonly string[];
}

const int = option(types.int);
const bool = option(types.bool, { default: true });
const sub = types.submodule({ options: { x: int } });

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    "options",
    {
      modules: (length) => [
        {
          options: ring(length, "o", () => int),
          config: ring(
            length,
            "o",
            (_at, next) =>
              ({ config }: Given) =>
                config[`o${next}`] as unknown,
          ),
        },
      ],
      start: "o0",
      path: (at) => [`o${at}`],
      kinds: ["option"],
    },
  ],
  [
    "conditions",
    {
      modules: (length) => [
        {
          options: ring(length, "o", () => bool),
          config: ring(length, "o", (_at, next) => mkIf(({ config }: Given) => Boolean(config[`o${next}`]), true)),
        },
      ],
      start: "o0",
      path: (at) => [`o${at}`],
      kinds: ["option", "condition"],
    },
  ],
  [
    "_module.args",
    {
      modules: (length) => [
        {
          options: { start: int },
          config: {
            start: ({ a0 }: Given) => a0 as unknown,
            _module: { args: ring(length, "a", (_at, next) => (args: Given) => args[`a${next}`] as unknown) },
          },
        },
      ],
      start: "start",
      path: (at) => ["_module", "args", `a${at}`],
      kinds: ["option"],
    },
  ],
  [
    "submodules",
    {
      modules: (length) => [
        {
          options: { s: option(types.attrsOf(sub)) },
          config: {
            s: ring(length, "n", (_at, next) => ({ x: ({ config }: Given) => config.s[`n${next}`].x as unknown })),
          },
        },
      ],
      start: "s.n0.x",
      path: (at) => ["s", `n${at}`, "x"],
      kinds: ["option"],
    },
  ],
  [
    "freeform keys",
    {
      modules: (length) => [
        {
          freeformType: types.lazyAttrsOf(types.int),
          config: ring(
            length,
            "k",
            (_at, next) =>
              ({ config }: Given) =>
                config[`k${next}`] as unknown,
          ),
        },
      ],
      start: "k0",
      path: (at) => [`k${at}`],
      kinds: ["option"],
    },
  ],
]);

describe.each([...kinds.keys()])("a cycle through %s", (name) => {
  it.each([1, 2, 1000, 50_000])("of length %i is found, with its way", { timeout: 120_000 }, (length) => {
    const kind = kinds.get(name);
    if (kind === undefined) throw new Error("unreachable");
    const { code, data } = diagnosticOf(() => read(evaluate(...kind.modules(length)), kind.start));
    expect(code).toBe("infinite-recursion");
    // The cast: what the catalogue asks for.
    const steps = (data["steps"] as readonly ThunkLabel[]).map((step) => `${step.kind} ${step.path.join("/")}`);
    const expected = Array.from({ length }, (_, at) =>
      kind.kinds.map((each) => `${each} ${kind.path(at).join("/")}`),
    ).flat();
    // A long cycle is found where it was entered last, so its way may begin anywhere.
    const first = expected.indexOf(steps[0] ?? "");
    expect(steps).toEqual([...expected.slice(first), ...expected.slice(0, first)]);
  });
});
