// The schemas of types that contain no others, by the name of what parameterises them.
import { isPlainObject } from "../../kernel/plain.ts";
import { plainJson } from "../configuration/plain-json.ts";
import { pathPattern, wholePattern } from "./patterns.ts";
import { atom, neverData, type Shape } from "./shape.ts";

/** The shape of a type, from what parameterises it; null: it is another type of that name. */
export type LeafRow = (payload: unknown) => Shape | null;

const always =
  (shape: Shape): LeafRow =>
  () =>
    shape;

const anyValue = always(atom(true));
const anySet = always(atom({ type: "object" }));
const anyString = always(atom({ type: "string" }));

/** The rows. */
export const leafRows: Readonly<Record<string, LeafRow>> = {
  anything: anyValue,
  attrs: anySet,
  bool: always(atom({ type: "boolean" })),
  boolByOr: always(atom({ type: "boolean" })),
  enum: enumShape,
  float: numberShape,
  int: (payload) => rangeShape(payload, "integer"),
  luaInline: always(
    atom({ type: "object", properties: { _type: { const: "lua-inline" }, expr: {} }, required: ["_type"] }),
  ),
  "nixpkgs-config": anySet,
  nonEmptyStr: always(atom({ type: "string", pattern: "[^ \\t\\n]" })),
  number: numberShape,
  optionDeclaration: always(neverData),
  optionType: always(neverData),
  package: always(
    atom({
      type: ["string", "object"],
      pattern: "^/",
      properties: { type: { const: "derivation" }, name: { type: "string" } },
      required: ["type", "name"],
    }),
  ),
  packageSet: anySet,
  path: pathShape,
  raw: anyValue,
  separatedString: anyString,
  singleLineStr: always(atom({ type: "string", pattern: "^[^\\n\\r]*\\n?$" })),
  str: anyString,
  strMatching: matchingShape,
  unspecified: anyValue,
};

function enumShape(payload: unknown): Shape | null {
  if (!Array.isArray(payload)) return null;
  const members = payload.map((member: unknown) => plainJson(member)).filter((member) => member !== undefined);
  // A schema of no value cannot be written as a list of values.
  return atom(members.length === 0 ? false : { enum: members });
}

function numberShape(payload: unknown): Shape | null {
  return rangeShape(payload, "number");
}

function rangeShape(payload: unknown, type: "integer" | "number"): Shape | null {
  if (payload !== null && !isPlainObject(payload)) return null;
  const { lowest, aboveLowest, highest } = payload ?? {};
  // Beyond these an integer is not exact.
  const [least, most] = type === "integer" ? [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER] : [];
  const minimum = lowest ?? least;
  const maximum = highest ?? most;
  return atom({
    type,
    ...(minimum !== undefined && { [aboveLowest === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { maximum }),
  });
}

function pathShape(payload: unknown): Shape | null {
  if (!isPlainObject(payload)) return null;
  const pattern = pathPattern(flag(payload["absolute"]), flag(payload["inStore"]));
  return atom({ type: "string", ...(pattern !== null && { pattern }) });
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

function matchingShape(payload: unknown): Shape | null {
  if (!isPlainObject(payload)) return null;
  const { source, flags } = payload;
  if (typeof source !== "string" || typeof flags !== "string") return null;
  const pattern = wholePattern(source, flags);
  return { ...atom({ type: "string", ...(pattern !== null && { pattern }) }), isExact: pattern !== null };
}

/** The schema of a string in a field of `/etc/passwd`, besides what it is otherwise. */
export const passwdField: { readonly not: { readonly type: "string"; readonly pattern: string } } = {
  not: { type: "string", pattern: "[:\\n]" },
};
