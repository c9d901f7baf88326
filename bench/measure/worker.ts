// A fresh process that measures one thing once: so that nothing is compiled yet, and all threads of it count.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { deepmerge } from "deepmerge-ts";
import type * as Confix from "../../src/index.ts";
import { moduleMaker } from "../confix/modules.ts";
import { changedScalars } from "../workload/changed-scalars.ts";
import type { Request, Workload } from "../workload/document.ts";
import { generate } from "../workload/generate.ts";
import { plainLayers } from "../workload/plain-layers.ts";
import { resolveWorkload } from "../workload/resolve.ts";
import type { WorkerRequest, WorkerSample } from "./request.ts";

/** What is measured: it may mark the steps it takes, and returns what is written to the output. */
type Measured = (clock: Clock) => string;

class Clock {
  readonly steps: Record<string, number> = {};
  readonly hosts: number[] = [];
  readonly each: { readonly cpu: number; readonly wall: number }[] = [];
  calls: number = 0;
  readonly #start: number = cpuSeconds();
  #last: number = this.#start;

  step(name: string): void {
    const now = cpuSeconds();
    this.steps[name] = (this.steps[name] ?? 0) + now - this.#last;
    this.#last = now;
  }

  host(): void {
    const now = cpuSeconds();
    this.hosts.push(now - this.#last);
    this.#last = now;
  }

  change<T>(run: () => T): T {
    const [cpu, wall] = [cpuSeconds(), performance.now()];
    const made = run();
    this.each.push({ cpu: cpuSeconds() - cpu, wall: (performance.now() - wall) / 1000 });
    return made;
  }

  /** A step of which the wall time counts as well. */
  timed<T>(name: string, run: () => T): T {
    const wall = performance.now();
    const made = run();
    this.step(name);
    this.steps[`${name}, wall`] = (performance.now() - wall) / 1000;
    return made;
  }

  get total(): number {
    return cpuSeconds() - this.#start;
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

const preparations: Readonly<Record<WorkerRequest["task"], (request: WorkerRequest) => Promise<Measured>>> = {
  all: async (request) => {
    const { api, modules, document } = await prepare(request);
    if (document.hosts !== undefined) throw new Error("a fleet is measured host by host");
    return (clock) => {
      const evaluation = collect(api, modules, clock);
      const value = outputOf(evaluation);
      clock.step("values");
      const text = JSON.stringify(value);
      clock.step("JSON");
      return text;
    };
  },
  one: async (request) => {
    let calls = 0;
    const { api, modules, document } = await prepare(request, () => (calls += 1));
    return (clock) => {
      const evaluation = collect(api, modules, clock);
      const before = calls;
      const start = process.hrtime.bigint();
      const value = read(evaluation.config, document.request.one);
      const wall = Number(process.hrtime.bigint() - start) / 1e9;
      clock.step("one");
      clock.steps["one, wall"] = wall;
      clock.calls = calls - before;
      return JSON.stringify(value);
    };
  },
  deep: async (request) => {
    const { api, modules, document } = await prepare(request);
    return (clock) => {
      const evaluation = collect(api, modules, clock);
      read(evaluation.config, document.request.one);
      clock.step("last option");
      const text = JSON.stringify(outputOf(evaluation));
      clock.step("the others");
      return text;
    };
  },
  update: async (request) => {
    const api = await loadConfix(request);
    const document = documentOf(request);
    const make = moduleMaker(api);
    const modules: unknown[] = document.modules.map(make);
    const changes = changedScalars(document, request.changes ?? 1).map((each) => ({
      ...each,
      module: make(each.module),
    }));
    return (clock) => {
      clock.timed("full", () => outputOf(api.evalModules({ modules })));
      let evaluation = clock.timed("updatable", () => {
        const begun = api.evalModules({ modules, updatable: true });
        outputOf(begun);
        return begun;
      });
      let value: unknown;
      for (const { at, module, path } of changes) {
        const before = modules[at];
        modules[at] = module;
        evaluation = clock.change(() => {
          const updated = evaluation.update({ replace: [[before, module]] });
          read(updated.config, path);
          value = outputOf(updated);
          return updated;
        });
      }
      return JSON.stringify(value);
    };
  },
  hosts: async (request) => {
    const { api, modules, hosts } = await prepareFleet(request);
    return (clock) => {
      const base = request.isExtended === true ? api.evalModules({ modules }) : null;
      const texts = hosts.map(([name, module]) => {
        const evaluation =
          base?.extendModules({ modules: [module] }) ?? api.evalModules({ modules: [...modules, module] });
        const text = `${JSON.stringify(name)}:${JSON.stringify(outputOf(evaluation))}`;
        clock.host();
        return text;
      });
      return `{${texts.join(",")}}`;
    };
  },
  merge: async (request) => {
    const document = documentOf(request);
    const layers = plainLayers(document, resolveWorkload(document));
    return () => JSON.stringify(deepmerge(...layers));
  },
  plain: async (request) => {
    const document = documentOf(request);
    return () => JSON.stringify(resolveWorkload(document));
  },
  json: async (request) => {
    const text = JSON.stringify(resolveWorkload(documentOf(request)));
    return () => JSON.stringify(JSON.parse(text));
  },
  nothing: async (request) => {
    await loadConfix(request);
    return () => "null";
  },
};

async function loadConfix({ confix }: WorkerRequest): Promise<typeof Confix> {
  // The cast: the runner names the index of what was built from this source.
  return (await import(pathToFileURL(confix).href)) as typeof Confix;
}

function documentOf({ source, task }: WorkerRequest): Workload {
  if (source === undefined) throw new Error(`${task} needs a workload`);
  // The cast: the runner has written the file, or has read and checked it.
  return "file" in source ? (JSON.parse(readFileSync(source.file, "utf8")) as Workload) : generate(source.generate);
}

interface Prepared {
  readonly api: typeof Confix;
  readonly document: Pick<Workload, "request" | "hosts">;
  readonly modules: readonly Confix.AnyModule[];
}

async function prepare(request: WorkerRequest, called?: () => void): Promise<Prepared> {
  const api = await loadConfix(request);
  const { modules, hosts, request: asked } = documentOf(request);
  const document = { request: asked, ...(hosts !== undefined && { hosts }) };
  return { api, document, modules: modules.map(moduleMaker(api, called)) };
}

async function prepareFleet(request: WorkerRequest): Promise<{
  readonly api: typeof Confix;
  readonly modules: readonly Confix.AnyModule[];
  readonly hosts: readonly (readonly [string, Confix.AnyModule])[];
}> {
  const api = await loadConfix(request);
  const main: unknown = await import(pathToFileURL(join(request.files ?? "", "main.js")).href);
  // The cast: the runner has written it.
  const { modules, hosts } = main as Pick<Awaited<ReturnType<typeof prepareFleet>>, "modules" | "hosts">;
  return { api, modules, hosts };
}

function collect(api: typeof Confix, modules: Prepared["modules"], clock: Clock): Confix.Evaluation {
  const evaluation = api.evalModules({ modules });
  // Reading the root finds what is declared and defined where; it computes no value.
  void evaluation.config;
  clock.step("collect");
  return evaluation;
}

function outputOf(evaluation: Confix.Evaluation): unknown {
  const { value, diagnostics } = evaluation.output();
  const [error] = diagnostics.filter(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return value;
}

function read(from: unknown, path: Workload["request"][Request]): unknown {
  // The cast: the workload says that there is such a value.
  return path.reduce((value, name) => (value as Readonly<Record<string, unknown>>)[name], from);
}

const given = process.argv[2];
if (given === undefined) throw new Error("the worker needs a request");
// The cast: the runner wrote it.
const request = JSON.parse(given) as WorkerRequest;
const measured = await preparations[request.task](request);
if (globalThis.gc === undefined) throw new Error("the worker needs `node --expose-gc`");
// What the preparation left behind is not to be collected on the time of what is measured.
globalThis.gc();
const clock = new Clock();
const start = performance.now();
const text = measured(clock);
const sample: WorkerSample = {
  cpu: clock.total,
  wall: (performance.now() - start) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
  steps: clock.steps,
  calls: clock.calls,
  hosts: clock.hosts,
  each: clock.each,
};
if (request.output !== undefined) writeFileSync(request.output, text);
process.stdout.write(JSON.stringify(sample));
