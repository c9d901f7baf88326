// Addresses inside the page.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addressOfList, addressOfOption, readAddress } from "../../../src/docs/html/address.ts";

const text = fc.string({ unit: "grapheme" });

test("every address of an option is read as that option", () => {
  fc.assert(
    fc.property(text, (option) => {
      expect(readAddress(addressOfOption(option))).toEqual({ option, query: "", group: "" });
      expect(readAddress(new URL(addressOfOption(option), "file:///x.html").hash).option).toBe(option);
    }),
  );
});

test("every address of a list is read as that list", () => {
  fc.assert(
    fc.property(text, text, (query, group) => {
      expect(readAddress(addressOfList(query, group))).toEqual({ option: null, query, group });
    }),
  );
});

test.each([
  ["", { option: null, query: "", group: "" }],
  ["#", { option: null, query: "", group: "" }],
  ["#q=a%20b", { option: null, query: "a b", group: "" }],
  ["#q=a=b", { option: null, query: "a=b", group: "" }],
  ["#in=a&q=b&other=c", { option: null, query: "b", group: "a" }],
  ["#opt-a.<name>", { option: "a.<name>", query: "", group: "" }],
  ["#opt-a.%3cname%3E", { option: "a.<name>", query: "", group: "" }],
  ["#opt-100%", { option: "100%", query: "", group: "" }],
  ["#elsewhere", { option: null, query: "", group: "" }],
])("%s", (address, view) => {
  expect(readAddress(address)).toEqual(view);
});

test("half of a character has an address too", () => {
  expect(addressOfOption("a\ud800")).toBe("#opt-a%EF%BF%BD");
});
