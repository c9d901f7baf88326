import { singleLineStr } from "../../src/types/single-line-str.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

accepts(singleLineStr, ["", "\n", "x", "x\n", "\u2028"]);
refuses(singleLineStr, [
  ["x\n\n", "the string has more than one line"],
  ["x\ny", "the string has more than one line"],
  ["x\r", "the string has a carriage return"],
  ["x\r\n", "the string has a carriage return"],
  [1, null],
]);
merges(singleLineStr, [
  [["x"], "x"],
  [["x\n"], "x"],
  [["x\n", "x\n"], "x"],
  [["\n"], ""],
]);
conflicts(singleLineStr, [[["x", "x\n"], "conflict"]]);
