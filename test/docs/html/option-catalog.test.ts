// What the page's script makes of its data, and how it finds options in them.
import { describe, expect, test } from "vitest";
import { catalogOf, entriesIn } from "../../../src/docs/html/client/option-catalog.ts";
import { searchOptions, wordsOf } from "../../../src/docs/html/client/search-options.ts";
import type { PageOption } from "../../../src/docs/html/page-data.ts";

function option(name: string, html = "", type = "string"): PageOption {
  return { path: name.split("."), type, ...(html !== "" && { description: { html } }) };
}

const found = (options: readonly PageOption[], query: string): readonly string[] =>
  searchOptions(catalogOf(options).entries, wordsOf(query)).map(({ name }) => name);

describe("search", () => {
  test("puts first what is nearest", () => {
    const names = ["x.deeper.nginx.y", "mynginx", "x.nginxProxy", "nginx.y", "x.deep.nginx", "x.nginx", "nginx", "y"];
    const options = names.map((name) => option(name, name === "y" ? "<p>Not nginx</p>" : ""));
    expect(found(options, "nginx")).toEqual([
      "nginx",
      "x.nginx",
      "x.deep.nginx",
      "nginx.y",
      "x.deeper.nginx.y",
      "x.nginxProxy",
      "mynginx",
      "y",
    ]);
  });

  test.each([
    ["services.*.enable", ["services.nginx.enable", "services.a.b.enable", "services.x.enableAll"]],
    ["ser*x*en", ["services.nginx.enable", "services.x.enableAll"]],
    ["*.enable nginx", ["services.nginx.enable"]],
    ["*", ["services.nginx.enable", "other.enable", "services.a.b.enable", "services.x.enableAll", "services.*.port"]],
    ["services.*.port", ["services.*.port"]],
    ["enable.*.services", []],
  ])("takes stars for anything: %s", (query, names) => {
    const all = [
      "services.x.enableAll",
      "services.a.b.enable",
      "services.nginx.enable",
      "services.*.port",
      "other.enable",
    ];
    expect(
      [
        ...found(
          all.map((name) => option(name)),
          query,
        ),
      ].toSorted(),
    ).toEqual(names.toSorted());
  });

  test("puts names that a pattern is for before those that have it inside", () => {
    const names = ["services.a.enableAll", "x.services.a.enable", "services.a.enable"];
    expect(
      found(
        names.map((name) => option(name)),
        "services.*.enable",
      )[0],
    ).toBe("services.a.enable");
  });

  test.each([
    ["", ["a.Port", "b.port", "c"]],
    ["  ", ["a.Port", "b.port", "c"]],
    ["PORT", ["a.Port", "b.port"]],
    ["port a", ["a.Port", "b.port"]],
    ["a.port", ["a.Port"]],
    ["integer", ["b.port"]],
    ["<b>", ["c"]],
    ["em", []],
    ["lt", []],
    ["x & y", ["c"]],
  ])("of %j", (query, names) => {
    const options = [
      option("a.Port"),
      option("b.port", "", "an integer"),
      option("c", "<p><em>x</em> &amp; y &lt;b&gt;</p>"),
    ];
    expect(found(options, query)).toEqual(names);
  });
});

describe("summaries", () => {
  test.each([
    ["<p>One <em>two</em>\nthree.</p>\n<p>More</p>", "One two three."],
    ["<ul><li>a</li></ul>", "a"],
    ["<p>&amp;lt; &quot;x&quot;</p>", '&lt; "x"'],
    ["", ""],
  ])("of %j", (html, summary) => {
    expect(catalogOf([option("a", html)]).entries[0]?.summary).toBe(summary);
  });
});

describe("groups", () => {
  const catalog = catalogOf(["a.b.c", "a.b", "a.bc", "d", "a.b.c.e"].map((name) => option(name)));

  test("have what is below them", () => {
    const sizes = [...catalog.groups].map(([name, { label, size }]) => [name, label, size]);
    expect(sizes).toEqual([
      ["", "", 5],
      ["a", "a", 4],
      ["a.b", "b", 2],
      ["a.b.c", "c", 1],
    ]);
  });

  test("list what begins with their name, part by part", () => {
    expect(entriesIn(catalog, "a.b").map(({ name }) => name)).toEqual(["a.b.c", "a.b", "a.b.c.e"]);
    expect(entriesIn(catalog, "").length).toBe(5);
    expect(entriesIn(catalog, "x")).toEqual([]);
  });
});
