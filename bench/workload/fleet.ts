// W7: many hosts that share a set of modules, each with a small module of its own.
import type { WorkHost, WorkModule } from "./document.ts";
import type { Random } from "./random.ts";
import { wideModules } from "./wide.ts";
import { concat, module, option, ref, upTo } from "./words.ts";

const roles: readonly string[] = ["web", "store", "queue"];

/** The common modules, and the hosts. */
export function fleetModules(
  random: Random,
  options: number,
  optionsPerModule: number,
  hosts: number,
): { readonly modules: readonly WorkModule[]; readonly hosts: readonly WorkHost[] } {
  const wide = wideModules(random, options, optionsPerModule);
  const common = module(
    "host",
    [
      option(["host", "name"], "str"),
      option(["host", "number"], "int"),
      option(["host", "role"], { enum: roles }, "web"),
    ],
    wide.map(({ name }, at) => ({
      path: [name, "o0"],
      value: concat(ref("host", "name"), ` ${name}`),
      priority: 30,
      ...(at % 4 === 0 && { if: { $: "eq", a: ref("host", "role"), b: "store" } }),
    })),
  );
  return { modules: [...wide, common], hosts: upTo(hosts).map((at) => host(random, wide, at)) };
}

function host(random: Random, wide: readonly WorkModule[], at: number): WorkHost {
  const changed = random.sample(wide.length, 4).map((index) => ({
    path: [`m${index}`, "o1"],
    value: random.below(100),
    priority: 20,
  }));
  return {
    name: `host${at}`,
    module: module(
      `host${at}`,
      [],
      [
        { path: ["host", "name"], value: `host${at}` },
        { path: ["host", "number"], value: at },
        { path: ["host", "role"], value: roles[at % roles.length] ?? "web" },
        ...changed,
      ],
    ),
  };
}
