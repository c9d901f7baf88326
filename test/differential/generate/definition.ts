// Generates definitions of options: properties around the values of a type.
import type { Code, Expression, TypeDescription } from "../description/description.ts";
import { conditionIn, generateCode, generateCopy, generateWrong, kindOf } from "./code.ts";
import type { Context } from "./context.ts";
import type { Toolbox } from "./toolbox.ts";
import { generateValue } from "./value.ts";

// Those with names, and odd ones.
const priorities: readonly number[] = [1000, 50, 1500, 10, 60, 100, 99.5, -3, 9999, 12345];
const orders: readonly number[] = [500, 1500, 1000, 0, -7, 1000.5];

/** A definition of a type, perhaps with properties. */
export function generateDefinition(toolbox: Toolbox, type: TypeDescription, context: Context): Expression {
  const { choices } = toolbox;
  const { properties, isLazy } = context;
  const inner = (changed: Partial<Context>): Expression =>
    generateDefinition(toolbox, type, { ...context, ...changed });
  if (properties === "all" && isLazy !== false && choices.chance(2)) return generateWild(toolbox, type, context, 0);
  const ways: (readonly [number, () => Expression])[] = [[60, () => generatePlain(toolbox, type, context)]];
  const isBare = holdsSubmodule(type);
  if (properties === "all") {
    ways.push(
      [
        10,
        () => ({
          is: "if",
          condition: conditionIn(context, choices),
          content: inner({}),
        }),
      ],
      [6, () => ({ is: "merge", contents: choices.several(0, 3, 70, () => inner({})) })],
    );
    const content = (): Expression => inner({ properties: "placed" });
    if (!isBare)
      ways.push([1, () => ({ is: "definition", file: choices.pick(["here", "there"]), content: content() })]);
  }
  if (properties === "all" || properties === "placed") {
    const content = (): Expression => inner({ properties: "overridden" });
    ways.push([12, () => ({ is: "override", priority: choices.pick(priorities), content: content() })]);
  }
  if (properties !== "none" && !isBare) {
    // Nix does not compute what an order stands around before it is needed; Confix has to see whether it is a property.
    const changed = { properties: "none", isLazy: isLazy && "inside" } as const;
    ways.push([
      isOrdered(type) ? 12 : 2,
      () => ({ is: "order", priority: choices.pick(orders), content: inner(changed) }),
    ]);
  }
  return choices.weighted(ways)();
}

// Properties nested in any order. What stands in them is no computation, which could hold more of them.
function generateWild(toolbox: Toolbox, type: TypeDescription, context: Context, depth: number): Expression {
  const { choices } = toolbox;
  const { isLazy } = context;
  const inner = (): Expression => generateWild(toolbox, type, context, depth + 1);
  const ways: (readonly [number, () => Expression])[] = [
    [3, () => ({ is: "override", priority: choices.pick(priorities), content: inner() })],
    [2, () => ({ is: "order", priority: choices.pick(orders), content: inner() })],
    [
      2,
      () => ({
        is: "if",
        condition: conditionIn(context, choices),
        content: inner(),
      }),
    ],
    [1, () => ({ is: "merge", contents: choices.several(0, 3, 70, inner) })],
  ];
  if (depth > 1) {
    const changed = { ...context, properties: "none", isLazy: isLazy && "inside" } as const;
    ways.push([6, () => generatePlain(toolbox, type, changed)]);
  }
  return choices.weighted(ways)();
}

// Where order makes a difference.
function isOrdered(type: TypeDescription): boolean {
  return (
    ["listOf", "nonEmptyListOf", "attrListOf", "separatedString", "deferredModule"].includes(type.type) ||
    (type.type === "plain" && ["lines", "commas"].includes(type.name))
  );
}

// A definition of a submodule that carries an order or a place fails in Nix for no good reason.
function holdsSubmodule(type: TypeDescription): boolean {
  if (type.type === "submodule") return true;
  if (type.type === "either") return type.arms.some(holdsSubmodule);
  return (type.type === "nullOr" || type.type === "uniq") && holdsSubmodule(type.of);
}

function generatePlain(toolbox: Toolbox, type: TypeDescription, context: Context): Expression {
  const { choices } = toolbox;
  const { readables, isLazy, properties } = context;
  if (context.isRight !== true && choices.chance(2)) return generateWrong(type, choices);
  if (isLazy !== true || !choices.chance(25)) return generateValue(toolbox, type, context, generateDefinition);
  const kind = kindOf(type);
  const copy = choices.chance(40) ? generateCopy(type, readables, choices, properties === "all") : null;
  if (copy !== null) return { is: "computed", code: copy };
  if (kind !== null && choices.chance(70)) return { is: "computed", code: generateCode(kind, readables, choices) };
  if (choices.chance(3)) return { is: "computed", code: { code: "throw", message: "boom" } };
  const branch = (): Code => ({ code: "value", value: generateDefinition(toolbox, type, context) });
  const condition = generateCode("bool", readables, choices);
  return { is: "computed", code: { code: "choice", condition, accepted: branch(), otherwise: branch() } };
}
