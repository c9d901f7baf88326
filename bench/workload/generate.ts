// The seven workloads by name. The same arguments give the same document, on every machine.
import type { Workload } from "./document.ts";
import { fleetModules } from "./fleet.ts";
import { freeformModules, treeTypes } from "./freeform.ts";
import { listModules } from "./lists.ts";
import { randomFrom } from "./random.ts";
import { submoduleModules } from "./submodules.ts";
import { wideModules } from "./wide.ts";
import { module, option, ref, upTo } from "./words.ts";

/** The names of the workloads. */
export const workloadNames = ["W1", "W2", "W3", "W4", "W5", "W6", "W7"] as const;

/** The name of a workload. */
export type WorkloadName = (typeof workloadNames)[number];

/** What to generate. */
export interface WorkloadArguments {
  readonly name: WorkloadName;
  /** W1, W5: options in all. W2: instances. W3: length. W4: definitions. W6: leaves. W7: options in common. */
  readonly size: number;
  /** Options of each module, or of each instance in W2. Default 20, W2 12. */
  readonly options?: number;
  /** W4, W6: modules that define. Default 100, W6 20. */
  readonly modules?: number;
  /** W7. Default 50. */
  readonly hosts?: number;
  /** W6: a name in `treeTypes`. Default attrsOfAnything. */
  readonly type?: string;
  /** W3: whether each option reads the one before; without, it computes the same number alone. Default true. */
  readonly chained?: boolean;
  /** W1, W5: how many times as many definitions; at most 4. Default 1. */
  readonly density?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** The document of a workload. */
export function generate(given: WorkloadArguments): Workload {
  const { name, size } = given;
  const made = make(given);
  return { format: "module-workload/1", name, params: { size, ...made.params }, ...made.rest };
}

interface Made {
  readonly params: Workload["params"];
  readonly rest: Pick<Workload, "modules" | "hosts" | "request">;
}

function make({ name, size, options = name === "W2" ? 12 : 20, seed = 1, ...given }: WorkloadArguments): Made {
  const random = randomFrom(seed);
  const { hosts = 50, type = "attrsOfAnything", chained = true, density = 1 } = given;
  switch (name) {
    case "W1":
    case "W5": {
      const modules = wideModules(random, size, options, density);
      const slot = `o${options > 6 ? 6 : 0}`;
      return made({ modules: modules.length, options: modules.length * options }, modules, [
        `m${modules.length >> 1}`,
        slot,
      ]);
    }
    case "W2":
      return made({ options }, submoduleModules(random, size, options), ["jobs", `job${size >> 1}`, "command"]);
    case "W3":
      return made({ chained: String(chained) }, [chain(size, chained)], [`o${size - 1}`]);
    case "W4": {
      const { modules = 100 } = given;
      return made({ modules }, listModules(random, size, modules), ["list"]);
    }
    case "W6": {
      const { modules = 20 } = given;
      const { [type]: treeType } = treeTypes;
      if (treeType === undefined) throw new Error(`W6 has no type ${type}, only ${Object.keys(treeTypes).join(", ")}`);
      return made({ modules, type }, freeformModules(random, size, modules, treeType), ["settings", "s0", "g1"]);
    }
    case "W7": {
      const fleet = fleetModules(random, size, options, hosts);
      const { params, rest } = made({ options, hosts }, fleet.modules, [`host${hosts >> 1}`, "m1", "o0"]);
      return { params, rest: { ...rest, hosts: fleet.hosts } };
    }
  }
}

function made(params: Workload["params"], modules: Workload["modules"], one: readonly string[]): Made {
  return { params, rest: { request: { all: [], one }, modules } };
}

/** W3: each option is the one before plus one, or, not chained, the same number computed alone. */
function chain(length: number, chained: boolean): Workload["modules"][number] {
  return module(
    "chain",
    upTo(length).map((at) => option([`o${at}`], "int")),
    upTo(length).map((at) => ({
      path: [`o${at}`],
      value: at === 0 ? 0 : { $: "add", a: chained ? ref(`o${at - 1}`) : at - 1, b: 1 },
    })),
  );
}
