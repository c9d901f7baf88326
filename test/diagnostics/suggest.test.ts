// Which names are suggested for a misspelt one.
import { describe, expect, test } from "vitest";
import { editDistance } from "../../src/diagnostics/edit-distance.ts";
import { nearestName, suggestNames } from "../../src/diagnostics/suggest.ts";

describe("editDistance", () => {
  test.each<[left: string, right: string, edits: number]>([
    ["", "", 0],
    ["", "hello there", 11],
    ["hello there", "", 11],
    ["abcdef", "ghijkl", 6],
    ["kitchen", "sitting", 5],
    ["same", "same", 0],
    ["car", "cr", 1],
    ["car", "ct", 2],
    ["abcdef", "zbcdez", 2],
    ["abcdef", "bcdefz", 2],
    ["linxu", "linux", 2],
    ["Port", "port", 1],
  ])("%j and %j", (left, right, edits) => {
    expect(editDistance(left, right)).toBe(edits);
    expect(editDistance(right, left)).toBe(edits);
  });

  test.each<[left: string, right: string, edits: number]>([
    ["linxu", "linux", 1],
    ["ab", "ba", 1],
    ["abcd", "badc", 2],
    ["abc", "cba", 2],
    ["ca", "abc", 3],
    ["kitchen", "sitting", 5],
  ])("%j and %j with swaps", (left, right, edits) => {
    expect(editDistance(left, right, Number.POSITIVE_INFINITY, true)).toBe(edits);
    expect(editDistance(right, left, Number.POSITIVE_INFINITY, true)).toBe(edits);
  });

  // What nixpkgs says of these.
  test.each<[limit: number, left: string, right: string, isWithin: boolean]>([
    [0, "foo", "boo", false],
    [0, "foo", "foo", true],
    [1, "car", "ct", false],
    [1, "car", "cr", true],
    [2, "", "", true],
    [2, "abcdef", "abcdef", true],
    [2, "abcdef", "abddef", true],
    [2, "abcdef", "aczyef", false],
    [2, "abcdef", "zbcdez", true],
    [2, "abcdef", "bcdefz", true],
    [2, "abcdef", "zabcde", true],
    [2, "abcdef", "bddez", false],
    [2, "abcdef", "bcdez", true],
    [2, "abcdef", "zbcde", true],
    [2, "hello", "hxo", false],
    [2, "hello", "heo", true],
    [2, "hello", "ho", false],
    [3, "hello", "Holla!", false],
    [3, "hello", "Holla", true],
  ])("within %i: %j and %j: %s", (limit, left, right, isWithin) => {
    expect(editDistance(left, right) <= limit).toBe(isWithin);
    expect(editDistance(left, right, limit)).toBe(isWithin ? editDistance(left, right) : limit + 1);
  });

  test("stops at the limit, and says no more than that it is passed", () => {
    expect(editDistance("abcdef", "uvwxyz", 2)).toBe(3);
    expect(editDistance("ab", "abcdefgh", 2)).toBe(3);
    // Two rows above the limit, but one swap from it.
    expect(editDistance("ab", "ba", 1, true)).toBe(1);
    expect(editDistance("xxab", "xxba", 1, true)).toBe(1);
  });
});

describe("suggestNames", () => {
  test("names the three nearest, nearest first, ties in the given order", () => {
    expect(suggestNames("enabel", ["port", "enabled", "enable", "label", "other"])).toEqual([
      "enable",
      "enabled",
      "label",
    ]);
    expect(suggestNames("portt", ["ports", "porta", "port", "portb"])).toEqual(["ports", "porta", "port"]);
    expect(suggestNames("c", ["b", "a"])).toEqual(["b", "a"]);
  });

  test.each<[name: string, candidates: readonly string[], near: readonly string[]]>([
    ["prot", ["enable", "port", "sites", "motd"], ["port"]],
    ["a", ["zzzzzzzzzz"], []],
    ["a", [], []],
    ["certficate", ["certificate", "certificateKey", "key"], ["certificate", "certificateKey"]],
    ["cert", ["certificate", "cart"], ["cart", "certificate"]],
    ["certificatePath", ["certificate"], ["certificate"]],
    ["en", ["enable"], []],
    ["HOSTNAME", ["hostName", "domain"], ["hostName"]],
    ["allowedPorts", ["allowedTCPPorts", "allowedUDPPorts", "enable"], ["allowedTCPPorts", "allowedUDPPorts"]],
    ["somethingElseEntirely", ["nothingOfTheSortHere"], []],
  ])("of %j among %j are %j", (name, candidates, near) => {
    expect(suggestNames(name, candidates)).toEqual(near);
  });

  test("goes no farther than two edits where there are a hundred or more", () => {
    const many = Array.from({ length: 98 }, (_, at) => `unrelated${at}`);
    expect(suggestNames("prot", [...many, "port"])).toEqual(["port"]);
    expect(suggestNames("certficate", [...many, "certificateKeys"])).toHaveLength(0);
    expect(suggestNames("certficates", [...many.slice(1), "certificateKe"])).toHaveLength(1);
    expect(suggestNames("prot", [...many, "other", "port"])).toEqual(["port"]);
    expect(suggestNames("nothing", [...many, "other", "port"])).toEqual([]);
  });
});

describe("nearestName", () => {
  test.each<[name: string, candidates: readonly string[], nearest: string | null]>([
    ["linxu", ["linux", "darwin"], "linux"],
    ["ot", ["to", "xx"], "to"],
    ["descripton", ["default", "description"], "description"],
    ["modulse", ["modules", "module"], "modules"],
    ["completely", ["other", "names"], null],
    ["ab", ["xy"], null],
    ["b", ["x", "b"], "b"],
    ["ax", ["ay", "az"], "ay"],
    ["a", [], null],
  ])("%j among %j", (name, candidates, nearest) => {
    expect(nearestName(name, candidates)).toBe(nearest);
  });
});
