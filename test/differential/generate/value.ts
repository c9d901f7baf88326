// Generates values of a type, without properties around them, but with properties inside.
import type { CoercionName, Expression, PlainTypeName, TypeDescription } from "../description/description.ts";
import type { Choices } from "./choices.ts";
import { generateCode, conditionIn, kindOf, scalar } from "./code.ts";
import type { Context } from "./context.ts";
import { generateFloat, generateInt, generateKey, generatePath, generateScalar, generateText } from "./pools.ts";
import type { Toolbox } from "./toolbox.ts";

/** How a member's definition is made. */
export type MakeDefinition = (toolbox: Toolbox, type: TypeDescription, context: Context) => Expression;

/** A value of a type. */
export function generateValue(
  toolbox: Toolbox,
  type: TypeDescription,
  context: Context,
  define: MakeDefinition,
): Expression {
  const { choices } = toolbox;
  const inside: Context = {
    ...context,
    properties: "all",
    isLazy: context.isLazy !== false,
    depth: context.depth + 1,
  };
  const member = (of: TypeDescription): Expression => define(toolbox, of, inside);
  switch (type.type) {
    case "plain":
      return generatePlainValue(toolbox, type.name, context, define);
    case "between":
      return scalar(type.lowest + choices.draw(type.highest - type.lowest + 1));
    case "separatedString":
      return scalar(generateText(choices));
    case "strMatching":
      return scalar(choices.pick(["a", "ab", "aab", "", "b"]));
    case "enum":
      return scalar(choices.chance(5) ? generateScalar(choices) : choices.pick(type.values));
    case "listOf":
      return { is: "list", items: choices.several(0, 3, 60, () => member(type.of)) };
    case "nonEmptyListOf":
      return { is: "list", items: choices.several(choices.chance(5) ? 0 : 1, 3, 50, () => member(type.of)) };
    case "attrsOf":
    case "lazyAttrsOf":
    case "attrsWith":
    case "lazyAttrsWith":
      return generateSet(choices, () => member(type.of));
    case "nullOr":
      return choices.chance(25) ? scalar(null) : generateValue(toolbox, type.of, context, define);
    case "uniq":
    case "unique":
    case "addCheck":
    case "passwdEntry":
      return generateValue(toolbox, type.of, context, define);
    case "either":
      return generateValue(toolbox, type.arms[choices.chance(20) && !takesData(type.arms[0]) ? 1 : 0], context, define);
    case "oneOf": {
      const [first] = type.arms;
      const arm =
        first !== undefined && (type.arms.length === 1 || type.arms.slice(0, -1).some(takesData))
          ? first
          : choices.pick(type.arms);
      return generateValue(toolbox, arm, context, define);
    }
    case "coercedTo":
      return generateCoerced(toolbox, type.coercion, context, define);
    case "attrListOf":
      return generateAttrList(toolbox, type.of, inside, define);
    case "functionTo":
      return { is: "function", body: generateBody(toolbox, type.of, inside, define) };
    case "attrTag": {
      const [tag, option] = choices.pick(choices.chance(20) ? type.tags : type.tags.slice(0, 1));
      return { is: "set", entries: [[tag, member(option.type ?? { type: "plain", name: "unspecified" })]] };
    }
    case "deferredModule":
      return toolbox.submoduleValue({ type: "submodule", level: type.level, isShorthand: false, more: null }, inside);
    case "submodule":
      return toolbox.submoduleValue(type, inside);
  }
}

// Whether a type takes any set as data, so that what would be computed for a later type is not.
function takesData(type: TypeDescription): boolean {
  if (type.type === "plain") return ["attrs", "raw", "unspecified", "anything"].includes(type.name);
  if (type.type === "either" || type.type === "oneOf") return type.arms.some(takesData);
  return ["nullOr", "uniq", "unique", "addCheck"].includes(type.type) && "of" in type && takesData(type.of);
}

function generateSet(choices: Choices, member: () => Expression): Expression {
  const entries = new Map<string, Expression>();
  for (const name of choices.several(0, 3, 65, () => generateKey(choices))) {
    if (!entries.has(name)) entries.set(name, member());
  }
  return { is: "set", entries: [...entries] };
}

// What a function returns may read its parameter.
function generateBody(toolbox: Toolbox, of: TypeDescription, inside: Context, define: MakeDefinition): Expression {
  const { choices } = toolbox;
  const kind = kindOf(of);
  if (kind === null || !choices.chance(60)) return define(toolbox, of, inside);
  const parameter = { code: { code: "parameter" }, type: { type: "plain", name: "int" }, isReadOnly: true } as const;
  return { is: "computed", code: generateCode(kind, [parameter, ...inside.readables], choices) };
}

// Each item is a set of one name, and may carry an order. Weak priorities and those below a condition are left out, as
// Nix loses them.
function generateAttrList(toolbox: Toolbox, of: TypeDescription, inside: Context, define: MakeDefinition): Expression {
  const { choices } = toolbox;
  const value = (): Expression =>
    define(toolbox, of, { ...inside, properties: "none", isLazy: inside.isLazy && "inside" });
  const ordered = (content: Expression): Expression =>
    choices.chance(15) ? { is: "order", priority: choices.pick([500, 1500, 1000, -1]), content } : content;
  const property = (): Expression => {
    if (choices.chance(15)) return { is: "override", priority: choices.pick([50, 10, 100]), content: value() };
    if (!choices.chance(10)) return value();
    return { is: "if", condition: conditionIn(inside, choices), content: value() };
  };
  const item = (): Expression => ordered({ is: "set", entries: [[generateKey(choices), property()]] });
  if (choices.chance(15)) return generateSet(choices, property);
  return { is: "list", items: choices.several(0, 3, 60, item) };
}

function generateCoerced(
  toolbox: Toolbox,
  coercion: CoercionName,
  context: Context,
  define: MakeDefinition,
): Expression {
  const { choices } = toolbox;
  const strings = { type: "plain", name: "str" } as const;
  const isCoerced = choices.chance(50);
  switch (coercion) {
    case "int-to-str":
      return scalar(isCoerced ? generateInt(choices) : generateText(choices));
    case "bool-to-int":
      return scalar(isCoerced ? choices.chance(50) : generateInt(choices));
    case "str-to-list":
      if (isCoerced) return scalar(generateText(choices));
      return generateValue(toolbox, { type: "listOf", of: strings }, context, define);
    case "str-to-set":
      if (isCoerced) return scalar(generateText(choices));
      return generateValue(toolbox, { type: "attrsOf", of: strings }, context, define);
  }
}

function generatePlainValue(
  toolbox: Toolbox,
  name: PlainTypeName,
  context: Context,
  define: MakeDefinition,
): Expression {
  const { choices } = toolbox;
  switch (name) {
    case "int":
    case "ints.u8":
    case "ints.u16":
    case "ints.u32":
    case "ints.s8":
    case "ints.s32":
    case "ints.s16":
    case "ints.unsigned":
    case "ints.positive":
    case "numbers.positive":
    case "numbers.nonnegative":
    case "port":
      return scalar(generateInt(choices));
    // Integers are numbers too, but not the same ones in Nix as in JavaScript.
    case "float":
    case "number":
      return scalar(generateFloat(choices));
    case "bool":
    case "boolByOr":
      return scalar(choices.chance(50));
    case "str":
    case "lines":
    case "commas":
    case "nonEmptyStr":
    case "singleLineStr":
      return scalar(generateText(choices));
    case "path":
      return scalar(generatePath(choices));
    case "attrs":
      return generateSet(choices, () => generateData(toolbox, context, "data", define));
    case "raw":
    case "unspecified":
      return generateData(toolbox, context, "data", define);
    case "anything":
      return generateData(toolbox, context, "sets", define);
    case "json":
      return generateData(toolbox, context, "everything", define);
  }
}

// Data of any shape. What merges piece by piece may hold properties and functions: nothing, sets, or lists as well.
function generateData(
  toolbox: Toolbox,
  context: Context,
  merges: "data" | "sets" | "everything",
  define: MakeDefinition,
): Expression {
  const { choices } = toolbox;
  const { depth, isLazy } = context;
  if (depth > 3) return scalar(generateScalar(choices));
  const isMerged = { list: merges === "everything", set: merges !== "data" };
  const type: TypeDescription = { type: "plain", name: merges === "sets" ? "anything" : "json" };
  const member = (kind: "list" | "set"): Expression => {
    const inside = { ...context, depth: depth + 1, isLazy: isMerged[kind] && isLazy !== false };
    if (isMerged[kind]) return define(toolbox, type, { ...inside, properties: "all" });
    return generateData(toolbox, inside, "data", define);
  };
  switch (choices.draw(4)) {
    case 2:
      return generateSet(choices, () => member("set"));
    case 3:
      return { is: "list", items: choices.several(0, 2, 60, () => member("list")) };
    default:
      return scalar(generateScalar(choices));
  }
}
