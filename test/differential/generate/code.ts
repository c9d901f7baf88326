// Generates computations that read other options.
import type { Code, Expression, OperationName, Path, Scalar, TypeDescription } from "../description/description.ts";
import type { Choices } from "./choices.ts";
import type { Context, Readable } from "./context.ts";
import { generateInt, generateKey, generateScalar, generateText } from "./pools.ts";

/** The simple kinds of values that computations are made of. */
export type Kind = "int" | "bool" | "str";

const kinds: Readonly<Record<string, Kind>> = {
  int: "int",
  port: "int",
  "ints.u8": "int",
  "ints.s8": "int",
  "ints.s16": "int",
  "ints.s32": "int",
  "ints.u16": "int",
  "ints.u32": "int",
  "ints.positive": "int",
  "ints.unsigned": "int",
  "numbers.positive": "int",
  "numbers.nonnegative": "int",
  bool: "bool",
  boolByOr: "bool",
  str: "str",
  lines: "str",
  commas: "str",
  path: "str",
  nonEmptyStr: "str",
  singleLineStr: "str",
};

/** The kind of a type's values, or null: they are of no simple kind. */
export function kindOf(type: TypeDescription): Kind | null {
  switch (type.type) {
    case "plain":
      return kinds[type.name] ?? null;
    case "between":
      return "int";
    case "separatedString":
    case "strMatching":
      return "str";
    case "addCheck":
    case "passwdEntry":
    case "uniq":
    case "unique":
      return kindOf(type.of);
    default:
      return null;
  }
}

/** A computation of a kind. Where nothing can be read, mostly a plain value. */
export function generateCode(kind: Kind, readables: readonly Readable[], choices: Choices, depth = 0): Code {
  if (depth > 2 || !choices.chance(depth === 0 ? 80 : 60)) return value(plain(kind, choices));
  const inner = (wanted: Kind): Code => generateCode(wanted, readables, choices, depth + 1);
  const asChoice = (): Code => choice(inner("bool"), inner(kind), inner(kind));
  const asRead = (): Code => read(kind, readables, choices);
  switch (kind) {
    case "int":
      return choices.weighted<() => Code>([
        [5, asRead],
        [2, () => operation("add", inner("int"), inner("int"))],
        [2, () => count(readables, choices)],
        [1, () => countDefinitions(readables, choices)],
        [1, asChoice],
      ])();
    case "str":
      return choices.weighted<() => Code>([
        [5, asRead],
        [2, () => operation("concatenate", inner("str"), inner("str"))],
        [2, () => operation("toText", inner("int"))],
        [1, () => declarationsOf(readables, choices)],
        [1, asChoice],
      ])();
    case "bool":
      return choices.weighted<() => Code>([
        [5, asRead],
        [2, () => operation("not", inner("bool"))],
        [2, () => operation("equal", inner("int"), inner("int"))],
        [1, () => operation("equal", inner("str"), inner("str"))],
        [1, () => operation("less", inner("int"), inner("int"))],
        [1, () => operation("and", inner("bool"), inner("bool"))],
        [2, () => has(readables, choices)],
        [2, () => stateOf(readables, choices)],
      ])();
  }
}

/** The condition of an `mkIf`: once in a while no boolean. */
export function generateCondition(readables: readonly Readable[], choices: Choices): Code {
  return choices.chance(1) ? value(generateScalar(choices)) : generateCode("bool", readables, choices);
}

/** The condition of an `mkIf` somewhere: in data, it is no function either. */
export function conditionIn({ isLazy, readables }: Context, choices: Choices): Code {
  return isLazy === false ? value(choices.chance(60)) : generateCondition(readables, choices);
}

function plain(kind: Kind, choices: Choices): Scalar {
  if (kind === "int") return generateInt(choices);
  return kind === "str" ? generateText(choices) : choices.chance(50);
}

function value(of: Scalar): Code {
  return { code: "value", value: scalar(of) };
}

function operation(name: OperationName, ...operands: readonly Code[]): Code {
  return { code: "operation", name, operands };
}

function choice(condition: Code, accepted: Code, otherwise: Code): Code {
  return { code: "choice", condition, accepted, otherwise };
}

// An option of the kind, or a member of one that holds such values.
function read(kind: Kind, readables: readonly Readable[], choices: Choices): Code {
  const fitting = readables.flatMap((readable) => readsOf(readable, kind, choices));
  return fitting.length === 0 ? value(plain(kind, choices)) : choices.pick(fitting)();
}

function readsOf({ code, type }: Readable, kind: Kind, choices: Choices): readonly (() => Code)[] {
  if (kindOf(type) === kind) {
    if (code.code !== "config" || !choices.chance(8)) return [() => code];
    return [() => ({ code: "state", path: code.path, attribute: "value" })];
  }
  if (type.type === "nullOr" && kindOf(type.of) === kind) {
    return [() => choice(operation("equal", code, value(null)), value(plain(kind, choices)), code)];
  }
  if ((type.type === "attrsOf" || type.type === "lazyAttrsOf") && kindOf(type.of) === kind) {
    const otherwise = choices.chance(4) ? null : value(plain(kind, choices));
    return [() => ({ code: "member", of: code, name: generateKey(choices), otherwise })];
  }
  if (type.type === "submodule" && code.code === "config") {
    return type.level.plan.options
      .filter(({ isReadable, type: inner }) => isReadable && kindOf(inner) === kind)
      .map(({ path }) => (): Code => ({ code: "config", path: [...code.path, ...path] }));
  }
  return [];
}

function isSet(type: TypeDescription): boolean {
  return (
    ["attrsOf", "lazyAttrsOf", "attrsWith", "lazyAttrsWith"].includes(type.type) ||
    (type.type === "plain" && type.name === "attrs")
  );
}

function isList(type: TypeDescription): boolean {
  return type.type === "listOf" || type.type === "nonEmptyListOf";
}

function count(readables: readonly Readable[], choices: Choices): Code {
  const fitting = readables.filter(({ type }) => isList(type) || isSet(type));
  if (fitting.length === 0) return value(generateInt(choices));
  const { code, type } = choices.pick(fitting);
  return operation("length", isSet(type) ? operation("names", code) : code);
}

function countDefinitions(readables: readonly Readable[], choices: Choices): Code {
  const paths = statePaths(readables);
  if (paths.length === 0) return value(generateInt(choices));
  const attribute = choices.pick(["definitions", "files"] as const);
  return operation("length", { code: "state", path: choices.pick(paths), attribute });
}

function declarationsOf(readables: readonly Readable[], choices: Choices): Code {
  const paths = statePaths(readables);
  if (paths.length === 0) return value(generateText(choices));
  return operation("join", { code: "state", path: choices.pick(paths), attribute: "declarations" });
}

function has(readables: readonly Readable[], choices: Choices): Code {
  const fitting = readables.filter(({ type }) => isSet(type));
  if (fitting.length === 0) return value(choices.chance(50));
  const { code, type } = choices.pick(fitting);
  // A set that is data is the object that the module wrote, which has the names that every object has.
  const name = type.type === "plain" ? choices.pick(["a", "b", "c"]) : generateKey(choices);
  return { code: "has", of: code, name };
}

// Where Nix refuses a value that is set twice, it also refuses to say by whom.
function statePaths(readables: readonly Readable[]): readonly Path[] {
  return readables.flatMap(({ code, isReadOnly }) => (code.code === "config" && !isReadOnly ? [code.path] : []));
}

function stateOf(readables: readonly Readable[], choices: Choices): Code {
  const paths = statePaths(readables);
  if (paths.length === 0) return value(choices.chance(50));
  const path = choices.pick(paths);
  if (choices.chance(50)) return { code: "state", path, attribute: "isDefined" };
  const priority = value(choices.pick([100, 50, 1000, 1500]));
  return operation("equal", { code: "state", path, attribute: "highestPrio" }, priority);
}

/** Another value of a very type, read as it is, or what is defined for it; null: there is none. */
export function generateCopy(
  type: TypeDescription,
  readables: readonly Readable[],
  choices: Choices,
  isFree: boolean,
): Code | null {
  const wanted = JSON.stringify(type);
  const fitting = readables.filter((each) => JSON.stringify(each.type) === wanted);
  const paths = statePaths(fitting);
  if (isFree && paths.length > 0 && choices.chance(35)) {
    const how = choices.pick(["definitions", "priority", "value"] as const);
    return { code: "alias", path: choices.pick(paths), how };
  }
  return fitting.length === 0 ? null : choices.pick(fitting).code;
}

/** A scalar as an expression. */
export function scalar(value: Scalar): Expression {
  return { is: "scalar", value };
}

/** Any scalar, for a definition that is probably wrong. Where floats are expected, JavaScript's integers are right. */
export function generateWrong(type: TypeDescription, choices: Choices): Expression {
  const wrong = generateScalar(choices);
  const isNumber = typeof wrong === "number" && /"float"|"number"/.test(JSON.stringify(type));
  return scalar(isNumber ? "wrong" : wrong);
}
