import { luaInline } from "../../src/types/lua-inline.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

const print = { _type: "lua-inline", expr: "print(1)" };
accepts(luaInline, [print]);
refuses(luaInline, [
  [{ expr: "print(1)" }, null],
  [{ _type: "literalExpression", expr: "print(1)" }, null],
  ["print(1)", null],
  [[print], null],
  [null, null],
]);
merges(luaInline, [
  [[print], print],
  [[print, { ...print }], print],
]);
conflicts(luaInline, [[[print, { ...print, expr: "print(2)" }], "conflict"]]);
