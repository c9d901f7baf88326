// W1, W5 and W7: many modules that declare options, set options of other modules, and read each other.
import type { Value, WorkDefinition, WorkModule, WorkType } from "./document.ts";
import type { Random } from "./random.ts";
import { concat, module, option, ref, strong, upTo, weak } from "./words.ts";

type Kind = "str" | "int" | "bool" | "enum" | "list" | "attrs" | "derived";

const levels: readonly string[] = ["low", "mid", "high"];

// Option k of every module is of the kind k modulo ten; option 0 is a string that reads nothing.
const kinds: readonly Kind[] = ["str", "int", "bool", "list", "enum", "attrs", "derived", "int", "bool", "enum"];

const typeOf: Readonly<Record<Kind, WorkType>> = {
  str: "str",
  derived: "str",
  int: "int",
  bool: "bool",
  enum: { enum: levels },
  list: { listOf: "str" },
  attrs: { attrsOf: "int" },
};

/** How a module sets options of others: the first as a default, the second plainly, the third by force. */
interface Manner {
  readonly conditional: number;
  readonly priority?: number;
  readonly ordered: boolean;
}

const manners: readonly Manner[] = [
  { conditional: 0.25, priority: weak, ordered: false },
  { conditional: 0.5, ordered: false },
  { conditional: 0.75, priority: strong, ordered: true },
];

/**
 * The modules `m0`, `m1`, …; at least four, so that each can set options of three others. Of those it sets a quarter, or
 * `density` times as many.
 */
export function wideModules(
  random: Random,
  options: number,
  optionsPerModule: number,
  density: number = 1,
): readonly WorkModule[] {
  const count = Math.max(4, Math.round(options / optionsPerModule));
  const set = Math.max(1, Math.round((optionsPerModule * density) / 4));
  const strides = manners.map((_, at) => 1 + Math.floor((at * count) / manners.length));
  return upTo(count).map((at) =>
    module(
      `m${at}`,
      upTo(optionsPerModule).map((slot) => option([`m${at}`, `o${slot}`], typeOf[kindOf(slot)], fallback(at, slot))),
      manners.flatMap((manner, way) => {
        const target = (at + (strides[way] ?? 0)) % count;
        const slots = random.sample(optionsPerModule, set);
        return slots.map((slot) => definition(random, manner, { at, target, slot, count }));
      }),
    ),
  );
}

interface Where {
  readonly at: number;
  readonly target: number;
  readonly slot: number;
  readonly count: number;
}

function definition(random: Random, manner: Manner, where: Where): WorkDefinition {
  const { at, target, slot } = where;
  const kind = kindOf(slot);
  const condition = random.chance(manner.conditional) ? conditionFor(random, where) : null;
  const isMerged = kind === "list" || kind === "attrs";
  return {
    path: [`m${target}`, `o${slot}`],
    value: valueFor(random, kind, where),
    ...(condition !== null && { if: condition }),
    ...(!isMerged && manner.priority !== undefined && { priority: manner.priority }),
    ...(kind === "list" && manner.ordered && { order: at % 2 === 0 ? 500 : 1500 }),
  };
}

function kindOf(slot: number): Kind {
  return kinds[slot % kinds.length] ?? "str";
}

function fallback(at: number, slot: number): Value {
  switch (kindOf(slot)) {
    case "str":
    case "derived":
      return `m${at} o${slot}`;
    case "int":
      return (at * 11 + slot * 3) % 100;
    case "bool":
      return (at + slot) % 3 === 0;
    case "enum":
      return levels[(at + slot) % 3] ?? "low";
    case "list":
      return [];
    case "attrs":
      return {};
  }
}

function valueFor(random: Random, kind: Kind, { at, slot, count }: Where): Value {
  switch (kind) {
    case "str":
      return `from m${at} for o${slot}`;
    case "derived":
      return concat(ref(`m${random.below(count)}`, "o0"), ` by m${at}`);
    case "int":
      return random.below(100);
    case "bool":
      return random.chance(0.5);
    case "enum":
      return random.pick(levels);
    case "list":
      return [`m${at}-x${slot}`, `m${at}-y${slot}`];
    case "attrs":
      return { [`m${at}`]: random.below(1000), [`n${at}_${slot}`]: slot };
  }
}

// What option k depends on has a lower number, in whichever module: so nothing goes round in a circle.
function conditionFor(random: Random, { slot, count }: Where): Value | null {
  const lower = upTo(slot).filter((other) => ["int", "bool", "enum"].includes(kindOf(other)));
  if (lower.length === 0) return null;
  const read = random.pick(lower);
  const value = ref(`m${random.below(count)}`, `o${read}`);
  switch (kindOf(read)) {
    case "int":
      return { $: "gt", a: value, b: 50 };
    case "enum":
      return { $: "eq", a: value, b: random.pick(levels) };
    default:
      return random.chance(0.5) ? value : { $: "not", e: value };
  }
}
