// Documents of others: what a small one comes to, by hand, in the resolver and in Confix; and what is refused.
import { expect, test } from "vitest";
import * as confix from "../../src/index.ts";
import { moduleMaker } from "../../bench/confix/modules.ts";
import { readWorkload } from "../../bench/workload/read.ts";
import { resolveWorkload } from "../../bench/workload/resolve.ts";

const text = `{
  "format": "module-workload/1",
  "name": "by hand",
  "params": { "size": 7, "note": "small" },
  "request": { "all": [], "one": ["web", "title"] },
  "modules": [
    {
      "name": "declares",
      "options": [
        { "path": ["web", "on"], "type": "bool", "default": false },
        { "path": ["web", "title"], "type": "str", "default": { "$": "concat", "parts": ["port ", { "$": "ref", "path": ["web", "kind"] }] } },
        { "path": ["web", "kind"], "type": { "enum": ["plain", "rich"] }, "default": "plain" },
        { "path": ["web", "count"], "type": "int", "default": 1 },
        { "path": ["words"], "type": { "listOf": "str" }, "default": ["unused"] },
        { "path": ["tree"], "type": "json", "default": {} },
        {
          "path": ["users"],
          "type": {
            "attrsOf": {
              "submodule": [
                { "path": ["name"], "type": "str", "default": { "$": "name" } },
                { "path": ["home"], "type": "str", "default": { "$": "concat", "parts": ["/home/", { "$": "self", "path": ["name"] }] } },
                { "path": ["groups"], "type": { "listOf": "str" }, "default": [] },
                { "path": ["shell"], "type": "str", "default": { "$": "join", "sep": "+", "list": { "$": "self", "path": ["groups"] } } },
                { "path": ["greets"], "type": "str", "default": { "$": "ref", "path": ["web", "title"] } }
              ]
            }
          },
          "default": {}
        }
      ],
      "defs": [{ "path": ["words"], "value": ["last"], "order": 1500 }]
    },
    {
      "name": "sets",
      "options": [],
      "defs": [
        { "path": ["web", "on"], "value": { "$": "not", "e": { "$": "eq", "a": { "$": "ref", "path": ["web", "kind"] }, "b": "plain" } } },
        { "path": ["web", "kind"], "value": "rich", "if": { "$": "gt", "a": { "$": "ref", "path": ["web", "count"] }, "b": 3 } },
        { "path": ["web", "count"], "value": 2, "priority": 1000 },
        { "path": ["web", "count"], "value": { "$": "add", "a": 3, "b": 1 } },
        { "path": ["words"], "value": ["a", "b"] },
        { "path": ["tree", "x"], "value": { "deep": { "$": "override", "priority": 1000, "value": 1 }, "kept": [true, null] } },
        { "path": ["users", "ann"], "value": { "groups": ["wheel"] } }
      ]
    },
    {
      "name": "sets more",
      "options": [],
      "defs": [
        { "path": ["words"], "value": ["c"] },
        { "path": ["words"], "value": ["first"], "order": 500 },
        { "path": ["tree"], "value": { "x": { "deep": 2 } } },
        { "path": ["users", "ann", "groups"], "value": ["audio"], "order": 500 },
        { "path": ["users", "bob"], "value": { "name": "Bob" }, "if": { "$": "ref", "path": ["web", "on"] } },
        { "path": ["users", "ann", "home"], "value": "/nowhere", "if": false }
      ]
    }
  ]
}`;

const result = {
  web: { on: true, title: "port rich", kind: "rich", count: 4 },
  words: ["first", "c", "a", "b", "last"],
  tree: { x: { deep: 2, kept: [true, null] } },
  users: {
    ann: { name: "ann", home: "/home/ann", groups: ["audio", "wheel"], shell: "audio+wheel", greets: "port rich" },
    bob: { name: "Bob", home: "/home/Bob", groups: [], shell: "", greets: "port rich" },
  },
};

const workload = readWorkload(text, "here");

test("the resolver comes to what it says", () => {
  expect(resolveWorkload(workload)).toEqual(result);
  expect(resolveWorkload(workload, "one")).toBe("port rich");
});

test("Confix comes to what it says", () => {
  const { value, diagnostics } = confix.evalModules({ modules: workload.modules.map(moduleMaker(confix)) }).output();
  expect(diagnostics).toEqual([]);
  expect(JSON.parse(JSON.stringify(value))).toEqual(result);
});

test("functions of modules are counted", () => {
  let calls = 0;
  const make = moduleMaker(confix, () => (calls += 1));
  const { config } = confix.evalModules({ modules: workload.modules.map(make) });
  void config;
  const collected = calls;
  // The cast: the document declares it.
  const { count } = config["web"] as { readonly count: number };
  expect([count, calls - collected]).toEqual([4, 1]);
});

test.each([
  ["{", /here is not JSON/],
  [text.replace("module-workload/1", "module-workload/2"), /here is no workload/],
  [text.replace('"type": "int"', '"type": "float"'), /here is no workload/],
  [text.replace('"order": 1500', '"ordre": 1500'), /here is no workload/],
  [text.replace('"path": ["words"], "value"', '"path": [], "value"'), /here is no workload/],
])("what is no workload is refused, %#", (given, message) => {
  expect(() => readWorkload(given, "here")).toThrow(message);
});

test("an expression that does not exist is refused", () => {
  const odd = readWorkload(text.replace('"$": "add"', '"$": "subtract"'), "here");
  expect(() => resolveWorkload(odd)).toThrow("this is no expression of a workload");
  expect(() => odd.modules.map(moduleMaker(confix))).toThrow("this is no expression of a workload");
});

test("what goes round in a circle is refused", () => {
  const round = readWorkload(text.replace('"a": 3', '"a": { "$": "ref", "path": ["web", "count"] }'), "here");
  expect(() => resolveWorkload(round)).toThrow("the workload goes round in a circle");
});
