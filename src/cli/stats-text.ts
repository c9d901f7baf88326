// What an evaluation did and how long it took, for people and for programs.
import { countOf } from "./count-of.ts";
import type { Measured } from "./evaluate-request.ts";
import { jsonText } from "./json-text.ts";
import { shortName } from "./short-name.ts";
import type { Stats, Timed } from "../model/stats.ts";

/** The forms of it. */
export type StatsFormat = "text" | "json";

const countNames: Readonly<Record<keyof Stats["counts"], string>> = {
  optionsComputed: "options computed",
  valuesTaken: "values taken as they stand",
  thunksMade: "thunks made",
  thunksForced: "thunks forced",
  unwindings: "times the stack was unwound",
  definitionsSettled: "definitions settled",
  valuesMerged: "values merged",
  typesMerged: "types merged",
};

type Row = readonly [name: string, figure: string];

/** The numbers with a final newline, files as they are called from `cwd`. */
export function statsText(measured: Measured, format: StatsFormat, cwd: string): string {
  const { loading, evaluating, files, stats } = measured;
  const { rooms = [], options = [], modules = [] } = stats.times ?? {};
  const named = modules.map(({ name, milliseconds }) => ({ name: shortName(name, cwd), milliseconds }));
  if (format === "json") {
    const times = { loading, evaluating, rooms: byName(rooms), options, modules: named };
    return `${jsonText({ formatVersion: 1, files, counts: stats.counts, milliseconds: times }, "compact")}\n`;
  }
  // The cast: `Object.entries` forgets the names.
  const names = Object.entries(countNames) as readonly [keyof Stats["counts"], string][];
  const sections: readonly (readonly [title: string, rows: readonly Row[]])[] = [
    ["what was done", names.map(([key, name]): Row => [name, stats.counts[key].toLocaleString("en")])],
    [
      "milliseconds",
      [
        [`loading, ${countOf(files, "file")}`, inMilliseconds(loading)],
        ["evaluating", inMilliseconds(evaluating)],
        ...rooms.map(({ name, milliseconds }): Row => [`  ${name}`, inMilliseconds(milliseconds)]),
      ],
    ],
    ["the dearest options, milliseconds", options.map(timedRow)],
    ["the dearest modules, milliseconds", named.map(timedRow)],
  ];
  const shown = sections.filter(([, rows]) => rows.length > 0);
  const width = Math.max(...shown.flatMap(([, rows]) => rows.map(([name]) => name.length)));
  const figures = Math.max(...shown.flatMap(([, rows]) => rows.map(([, figure]) => figure.length)));
  const line = ([name, figure]: Row): string => `  ${name.padEnd(width)}  ${figure.padStart(figures)}\n`;
  return shown.map(([title, rows]) => `${title}\n${rows.map(line).join("")}`).join("\n");
}

function timedRow({ name, milliseconds }: Timed): Row {
  return [name, inMilliseconds(milliseconds)];
}

function inMilliseconds(milliseconds: number): string {
  return milliseconds.toFixed(2);
}

function byName(times: readonly Timed[]): Readonly<Record<string, number>> {
  return Object.fromEntries(times.map(({ name, milliseconds }) => [name, milliseconds]));
}
