// What is read from options of the types that Confix offers, by the name of what parameterises them.
import type { AnyOptionType } from "../../model/option-type.ts";
import { offeredSchema } from "../json-schema/foreign-schema.ts";
import { schemaText } from "./schema-text.ts";
import {
  atom,
  functionTo,
  listOf,
  literalOf,
  nullText,
  recordOf,
  setOf,
  type TypeText,
  unionOf,
  unknownText,
} from "./type-text.ts";

/** What a row is made from. */
export interface RowInput {
  readonly type: AnyOptionType;
  /** What is read from a type inside, by its role. */
  readonly inside: (role: string) => TypeText;
  /** A type that is declared by a name of its own. */
  readonly declare: (name: "JsonValue" | "DataWithoutNull") => TypeText;
}

/** The type of what is read. */
export type Row = (input: RowInput) => TypeText;

const always =
  (text: string): Row =>
  () =>
    atom(text);

const anything: Row = () => unknownText;
const anySet: Row = () => recordOf(unknownText);

/** The rows. Those of `submodule` and `attrTag` need more, and stand where they are used. */
export const rows: Readonly<Record<string, Row>> = {
  anything,
  attrListOf: ({ type, inside }) =>
    // As a set, a function of the option's author makes the values.
    type.functor.payload === null ? listOf(recordOf(inside("elemType"))) : recordOf(unknownText),
  attrs: anySet,
  attrsWith: ({ inside }) => recordOf(inside("elemType")),
  bool: always("boolean"),
  boolByOr: always("boolean"),
  coercedTo: ({ inside }) => inside("finalType"),
  deferredModuleWith: always("{ readonly imports: readonly unknown[] }"),
  either: ({ inside }) => unionOf([inside("left"), inside("right")]),
  enum: ({ type }) => enumText(type.functor.payload),
  float: always("number"),
  fromSchema: ({ type }) => schemaText(offeredSchema(type.functor.payload, "output") ?? true),
  functionTo: ({ inside }) => functionTo(inside("elemType")),
  int: always("number"),
  listOf: ({ inside }) => listOf(inside("elemType")),
  luaInline: always('{ readonly _type: "lua-inline"; readonly expr: string }'),
  "nixpkgs-config": anySet,
  nonEmptyStr: always("string"),
  nullOr: ({ inside }) => unionOf([inside("elemType"), nullText]),
  number: always("number"),
  optionDeclaration: anything,
  optionType: anything,
  package: () => unionOf([atom("string"), packageText]),
  packageSet: anySet,
  path: always("string"),
  raw: anything,
  separatedString: always("string"),
  serializableValue: ({ type, declare }) => {
    const { payload } = type.functor;
    return declare(typeof payload === "string" && payload.endsWith(" or null") ? "JsonValue" : "DataWithoutNull");
  },
  singleLineStr: always("string"),
  str: always("string"),
  strMatching: always("string"),
  unique: ({ inside }) => inside("elemType"),
  unspecified: anything,
};

const packageText = setOf(
  [
    { name: "type", type: atom('"derivation"'), comment: [] },
    { name: "name", type: atom("string"), comment: [] },
  ],
  unknownText,
);

function enumText(members: unknown): TypeText {
  return Array.isArray(members) ? unionOf(members.map(literalOf)) : unknownText;
}
