import { envVar } from "../../src/types/env-var.ts";
import { accepts, merges, refuses } from "./expect-type.ts";

accepts(envVar, ["", "x", "x:y"]);
refuses(envVar, [
  [1, null],
  [["x"], null],
]);
merges(envVar, [
  [["x"], "x"],
  [["x", "x", "y"], "x:x:y"],
]);
