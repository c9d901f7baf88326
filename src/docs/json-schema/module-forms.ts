// What a module may hold beside definitions, where it stands as data.
import { type SchemaObject, union } from "./schema.ts";
import { someModule } from "./composite-rows.ts";
import type { JsonSchema } from "./schema.ts";

/** The set of options of an evaluation, as a schema. */
export interface SetSchema extends SchemaObject {
  readonly type: "object";
  readonly properties: Readonly<Record<string, JsonSchema>>;
  /** Absent: anything. */
  readonly additionalProperties?: JsonSchema;
}

const notOffered = { doNotSuggest: true };

/** The attribute `imports` of a module. */
export const importsSchema: SchemaObject = {
  description: "Modules to import: paths relative to this file, or below `confix/modules/`; or modules themselves.",
  type: "array",
  items: {
    type: ["string", "object"],
    properties: {
      path: { description: "The file to import, with a priority for everything in it." },
      priority: {
        description: "A number, or `vm`, `force`, `imageMedia`, `plain`, `default`, `optionDefault`, `none`.",
      },
    },
  },
};

/** The attribute `disabledModules` of a module. */
export const disabledModulesSchema: SchemaObject = {
  description: "Modules to leave out. A path without `./` hangs off the shipped modules.",
  type: "array",
  items: { type: ["string", "number", "boolean", "object"], properties: { key: {} }, required: ["key"] },
};

const text = { type: ["string", "number", "boolean"], ...notOffered };

const attributes: SetSchema["properties"] = {
  _class: { type: ["string", "null"], ...notOffered },
  _file: text,
  key: text,
  // As at the root, where they stand for all.
  disabledModules: { $ref: "#/properties/disabledModules" },
  imports: { $ref: "#/properties/imports" },
};

// Data can only say that there is none, which contradicts modules that have one.
function freeformSchema(isFreeform: boolean): JsonSchema {
  return isFreeform ? false : { type: "null", ...notOffered };
}

/** A submodule that takes nothing but definitions, or the path of a module. */
export function asDefinitions(set: SetSchema): SchemaObject {
  return { ...set, ...someModule };
}

/** A submodule that takes whole modules: definitions with attributes between them, or under `config`; or a path. */
export function asModule(set: SetSchema, isFreeform: boolean): JsonSchema {
  const given = { ...attributes, freeformType: freeformSchema(isFreeform) };
  return union([shorthand(set, given), full(set, given)]);
}

// With `config` or `options` it is the other form.
const hasForm = { anyOf: [{ required: ["config"] }, { required: ["options"] }] };

type Properties = SetSchema["properties"];

function shorthand(set: SetSchema, given: Properties): SchemaObject {
  const { config: _config, options: _options, ...definitions } = set.properties;
  const isOpen = set.additionalProperties !== false;
  const properties = { ...definitions, require: { type: "array", ...notOffered }, ...given };
  return { ...set, ...someModule, properties, ...(isOpen && { not: { type: "object", ...hasForm } }) };
}

function full(set: SetSchema, given: Properties): SchemaObject {
  const { meta = set.additionalProperties ?? true } = set.properties;
  const properties = { config: set, options: { type: "object", ...notOffered }, ...given, meta };
  return { type: "object", properties, additionalProperties: false, ...hasForm };
}
