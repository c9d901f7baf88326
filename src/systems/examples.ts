// The examples, ready to elaborate.
import type { PlatformInput } from "./platform.ts";
import { exampleRows, oldExampleNames, type ExampleName, type ExampleRow } from "./tables/examples.ts";
import { gccSettings } from "./tables/platforms.ts";

/** What to elaborate, by name. */
export type Examples = Readonly<Record<ExampleName, PlatformInput>>;

/** Machines and targets by name, to elaborate or to build on: `elaborate(examples.raspberryPi)`. */
export const examples: Examples = listExamples();

function listExamples(): Examples {
  const current = Object.entries(exampleRows).map(([name, row]) => [name, inputOf(row)] as const);
  const old = Object.entries(oldExampleNames).map(([name, now]) => [name, inputOf(exampleRows[now])] as const);
  // The cast: the entries are those of the two tables, whose keys are the names.
  return Object.freeze(Object.fromEntries([...current, ...old])) as Examples;
}

function inputOf({ gcc, ...attributes }: ExampleRow): PlatformInput {
  if (gcc === undefined) return Object.freeze(attributes);
  return Object.freeze({ ...attributes, gcc: typeof gcc === "string" ? gccSettings[gcc] : gcc });
}
