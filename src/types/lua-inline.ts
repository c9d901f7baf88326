// Lua code that is printed as it is.
import { isPlainObject } from "../kernel/plain.ts";
import type { OptionType } from "../model/option-type.ts";
import { mkOptionType } from "./define-type.ts";
import { mergeEqualOption } from "./merge-strategies.ts";

/** Lua code in a value that is otherwise turned into Lua data. */
export interface LuaInline {
  readonly _type: "lua-inline";
  readonly expr: string;
}

/** `{ _type: "lua-inline", expr: "…" }`: Lua code; several definitions must be equal. */
export const luaInline: OptionType<LuaInline> = mkOptionType<LuaInline>({
  name: "luaInline",
  description: "inline lua",
  descriptionClass: "noun",
  check: (value) => isPlainObject(value) && value["_type"] === "lua-inline",
  merge: mergeEqualOption,
});
