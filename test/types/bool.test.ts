import { bool } from "../../src/types/bool.ts";
import { accepts, conflicts, merges, refuses } from "./expect-type.ts";

accepts(bool, [true, false]);
refuses(bool, [
  [0, null],
  [1, null],
  ["true", '"true" is a string; write true without quotes'],
  ["false", '"false" is a string; write false without quotes'],
  ["yes", null],
  [null, null],
  [undefined, null],
  [[], null],
  [{}, null],
  [() => true, null],
]);
merges(bool, [
  [[true], true],
  [[false, false], false],
  [[true, true, true], true],
]);
conflicts(bool, [[[true, false], "conflict"]]);
