// W2: thousands of instances of one submodule, most options of which are computed from others of the instance.
import type { Value, WorkDefinition, WorkModule, WorkOption } from "./document.ts";
import type { Random } from "./random.ts";
import { concat, module, option, ref, self, strong, upTo, weak } from "./words.ts";

/** `jobs.<name>`: a module that declares, one that sets ports and arguments, one that sets accounts, one that reads others. */
export function submoduleModules(random: Random, instances: number, optionsPerInstance: number): readonly WorkModule[] {
  const jobs = upTo(instances).map((at) => `job${at}`);
  const job = (at: number): string => `job${at % instances}`;
  return [
    module("decl", [option(["jobs"], { attrsOf: { submodule: jobOptions(optionsPerInstance) } }, {})]),
    module(
      "base",
      [],
      jobs.map((name, at) => ({ path: ["jobs", name], value: base(random, at) })),
    ),
    module(
      "accounts",
      [],
      jobs.flatMap((name, at) =>
        at % 3 === 1 ? [{ path: ["jobs", name, "account"], value: `acct${at}`, priority: strong }] : [],
      ),
    ),
    module(
      "links",
      [],
      jobs.flatMap((name, at): readonly WorkDefinition[] => {
        if (at % 2 === 0) return at % 8 === 0 ? [{ path: ["jobs", name, "enable"], value: false }] : [];
        return [
          { path: ["jobs", name, "labels"], value: { owner: concat("by ", ref("jobs", name, "account")), tier: "b" } },
          { path: ["jobs", name, "retry"], value: "always", if: ref("jobs", job(at + 1), "enable") },
        ];
      }),
    ),
  ];
}

function base(random: Random, at: number): Value {
  return {
    slot: 2000 + at,
    flags: ["--number", `${at}`],
    retry: { $: "override", priority: weak, value: random.pick(["never", "failed"]) },
  };
}

function jobOptions(count: number): readonly WorkOption[] {
  const own = [
    option(["name"], "str", { $: "name" }),
    option(["enable"], "bool", true),
    option(["slot"], "int"),
    option(["account"], "str", self("name")),
    option(["team"], "str", self("account")),
    option(["title"], "str", concat("The job ", self("name"))),
    option(["home"], "str", concat("/srv/", self("account"))),
    option(["retry"], { enum: ["never", "failed", "always"] }, "failed"),
    option(["labels"], { attrsOf: "str" }, {}),
    option(["flags"], { listOf: "str" }, []),
    option(["command"], "str", concat(self("home"), "/run ", { $: "join", sep: " ", list: self("flags") })),
    option(["metrics"], "int", { $: "add", a: self("slot"), b: 20000 }),
  ];
  const more = upTo(Math.max(0, count - own.length)).map((at) =>
    option([`more${at}`], "str", concat(self("team"), ` ${at}`)),
  );
  return [...own, ...more];
}
