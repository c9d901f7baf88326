// W4: one list that many definitions in many modules make up, in an order that some of them choose.
import type { WorkDefinition, WorkModule } from "./document.ts";
import type { Random } from "./random.ts";
import { module, option, upTo } from "./words.ts";

/** A module that declares `list`, and modules that define it in turn. */
export function listModules(random: Random, definitions: number, modules: number): readonly WorkModule[] {
  const count = Math.min(modules, definitions);
  const given = upTo(count).map((): WorkDefinition[] => []);
  for (const at of upTo(definitions)) given[at % count]?.push(definition(random, at));
  return [
    module("decl", [option(["list"], { listOf: "str" }, [])]),
    ...given.map((defs, at) => module(`m${at}`, [], defs)),
  ];
}

function definition(random: Random, at: number): WorkDefinition {
  const value = [`v${at}`];
  const path = ["list"];
  switch (random.below(5)) {
    case 0:
      return { path, value, order: 500 };
    case 1:
      return { path, value, order: 1500 };
    case 2:
      return { path, value, order: 1 + random.below(2000) };
    default:
      return { path, value };
  }
}
