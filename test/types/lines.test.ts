import { lines } from "../../src/types/lines.ts";
import { accepts, merges, refuses } from "./expect-type.ts";

accepts(lines, ["", "x", "x\ny"]);
refuses(lines, [
  [1, null],
  [["x"], null],
]);
merges(lines, [
  [["x"], "x"],
  [["x", "x", "y"], "x\nx\ny"],
]);
