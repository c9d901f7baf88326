// Evaluates the TypeScript of a case.
import { runInThisContext } from "node:vm";
import * as confix from "../../../src/index.ts";
import type { Evaluation } from "../../../src/model/evaluation.ts";
import type { OptionState } from "../../../src/model/option-state.ts";
import type { Case, StatePath } from "../case.ts";
import { observe, type Observation } from "./observation.ts";

/** What a case comes to: what can be read, and how to read it again. */
export interface ConfixResult {
  readonly observed: Observation;
  readonly root: () => unknown;
}

/** Evaluates statements made by `writeTypeScript`, and looks at everything in the result. */
export function evaluateConfix({ typescript, states, showsGraph }: Case): ConfixResult {
  const names = Object.keys(confix).join(", ");
  // The cast: the text is a function of these parameters.
  const make = runInThisContext(`({ ${names} }) => {\n${typescript}\n}`) as (library: typeof confix) => Evaluation;
  const result = (): object => resultOf(make(confix), states, showsGraph);
  let root: object | null = null;
  const observed = observe(() => (root = result()));
  return { observed, root: () => root ?? result() };
}

function resultOf(evaluation: Evaluation, states: readonly StatePath[], showsGraph: boolean): object {
  return {
    get config() {
      return evaluation.config;
    },
    get graph() {
      return showsGraph ? evaluation.graph : null;
    },
    states: states.map((state) => ({
      get state() {
        return stateAt(evaluation.options, state);
      },
    })),
  };
}

// In the order in which Nix lists the names.
function stateAt(options: unknown, { path, showsFiles }: StatePath): object | null {
  const option = optionAt(options, path);
  if (option === null) return null;
  return {
    get count() {
      return option.definitions.length;
    },
    get declarations() {
      return option.declarations;
    },
    get description() {
      return option.description ?? null;
    },
    get files() {
      return showsFiles ? option.files : null;
    },
    get highestPrio() {
      return option.highestPrio;
    },
    get internal() {
      return option.internal ?? null;
    },
    get isDefined() {
      return option.isDefined;
    },
    get type() {
      return option.type.description;
    },
    get visible() {
      return option.visible ?? null;
    },
  };
}

function optionAt(options: unknown, path: readonly string[]): OptionState | null {
  let found = options;
  for (const name of path) {
    if (typeof found !== "object" || found === null || !(name in found)) return null;
    found = member(found, name);
  }
  // The cast: only options are asked for.
  return found as OptionState;
}

function member(value: unknown, name: string): unknown {
  // The cast: the caller knows what is there; if it is wrong, reading it fails.
  return (value as Readonly<Record<string, unknown>>)[name];
}
