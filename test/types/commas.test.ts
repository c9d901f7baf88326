import { commas } from "../../src/types/commas.ts";
import { accepts, merges, refuses } from "./expect-type.ts";

accepts(commas, ["", "x", "x,y"]);
refuses(commas, [
  [1, null],
  [["x"], null],
]);
merges(commas, [
  [["x"], "x"],
  [["x", "x", "y"], "x,x,y"],
]);
