// W6: one option that holds a tree of data of three levels, to which many modules give leaves.
import type { Value, WorkModule, WorkType } from "./document.ts";
import { entryOf } from "./entry-of.ts";
import type { Random } from "./random.ts";
import { module, option, upTo, weak } from "./words.ts";

/** The types that the tree can have. */
export const treeTypes: Readonly<Record<string, WorkType>> = {
  attrsOfAnything: { attrsOf: "anything" },
  anything: "anything",
  json: "json",
  freeform: { submodule: [], freeformType: "json" },
};

/** A module that declares `settings`, and modules that each give a part of it; one leaf in twenty is set twice. */
export function freeformModules(
  random: Random,
  leaves: number,
  modules: number,
  type: WorkType,
): readonly WorkModule[] {
  const width = Math.max(2, Math.ceil(Math.cbrt(leaves)));
  const trees = upTo(modules).map((): Map<string, Map<string, Map<string, Value>>> => new Map());
  const put = (module: number, at: number, value: Value): void => {
    const tree = trees[module % modules] ?? new Map<string, Map<string, Map<string, Value>>>();
    const section = entryOf(tree, `s${Math.floor(at / (width * width))}`, () => new Map<string, Map<string, Value>>());
    const group = entryOf(section, `g${Math.floor(at / width) % width}`, () => new Map<string, Value>());
    group.set(`k${at % width}`, value);
  };
  for (const at of upTo(leaves)) {
    const owner = random.below(modules);
    put(owner, at, leaf(at));
    if (at % 20 === 7 && modules > 1) {
      put(owner + 1 + random.below(modules - 1), at, { $: "override", priority: weak, value: `loses ${at}` });
    }
  }
  return [
    module("decl", [option(["settings"], type, {})]),
    ...trees.map((tree, at) =>
      module(
        `m${at}`,
        [],
        [
          {
            path: ["settings"],
            value: setOf(tree, (section) => setOf(section, (group) => setOf(group, (value) => value))),
          },
        ],
      ),
    ),
  ];
}

function setOf<V>(map: ReadonlyMap<string, V>, show: (value: V) => Value): Value {
  return Object.fromEntries([...map].map(([name, value]) => [name, show(value)]));
}

function leaf(at: number): Value {
  switch (at % 6) {
    case 0:
      return at;
    case 1:
      return `value ${at}`;
    case 2:
      return at % 4 === 0;
    case 3:
      return [`a${at}`, `b${at}`];
    case 4:
      // Of fractions, Nix prints no more than six digits.
      return (at % 800) / 8;
    default:
      return `text of ${at}`;
  }
}
