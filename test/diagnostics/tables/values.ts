// What each code about values says, for one or more examples of what it is about.
import type { valueEntries } from "../../../src/diagnostics/catalog/values.ts";
import type { ExamplesOf } from "../example.ts";

export const valueExamples: ExamplesOf<typeof valueEntries> = {
  "wrong-type": [
    {
      path: ["services", "port"],
      data: { type: "16 bit unsigned integer", detail: "70000 is larger than 65535", isFunction: false },
      message:
        "A definition of the option `services.port` is not of type `16 bit unsigned integer`: 70000 is larger than 65535.",
      help: null,
    },
    {
      path: ["a"],
      data: { type: "string", detail: null, isFunction: true },
      message: "A definition of the option `a` is not of type `string`.",
      help: "a function is a lazy value: it is called, and what it returns is the value; a value that is itself a function is written `() => (argument) => …`",
    },
    {
      path: ["a"],
      data: { type: "string", detail: null, isFunction: false, classes: ["Date"] },
      message: "A definition of the option `a` is not of type `string`.",
      help: "write it as text: `.toISOString()`",
    },
    {
      path: [],
      data: { type: "signed integer", detail: null, isFunction: false },
      message: "What is defined beside the declared options is not of type `signed integer`.",
      help: null,
    },
  ],
  "undefined-value": [
    {
      path: ["a"],
      data: {},
      message: "A definition of the option `a` returns `undefined`.",
      help: "is a `return` missing, or a key misspelt? To define nothing, write `mkIf(condition, value)`",
    },
    {
      path: ["a"],
      data: { by: "apply" },
      message: "The `apply` of the option `a` returns `undefined`.",
      help: "return a value, or `null` for none",
    },
    {
      path: ["a", "[definition 1-entry 2]"],
      data: { by: "hole" },
      message: 'A list in a definition has a hole, where the option `a."[definition 1-entry 2]"` should stand.',
      help: "take one of the two commas away, or write a value between them",
    },
  ],
  "missing-value": [
    {
      path: ["a"],
      data: { isDefined: false, isDeclared: true },
      message: "The option `a` has no value: nothing defines it, and it has no default.",
      help: "define the option `a`, or give its declaration a `default`",
    },
    {
      path: ["a", "x"],
      data: { isDefined: true, isDeclared: false },
      message: "The option `a.x` has no value: none of its definitions applies.",
      help: "define the option `a.x`",
    },
    {
      path: ["a"],
      data: { isDefined: true, isDeclared: true },
      message: "The option `a` has no value: none of its definitions applies, and it has no default.",
      help: "define the option `a`, or give its declaration a `default`",
    },
  ],
  "read-only": [
    {
      path: ["a"],
      data: {},
      message: "The option `a` is read-only, but it is set more than once.",
      help: "keep one of the definitions; the default is one, too",
    },
  ],
  "cannot-merge": [
    {
      path: ["a"],
      data: {},
      message: "The definitions of the option `a` cannot be merged.",
      help: "keep one of them, or give the option a type that says how to merge",
    },
  ],
  conflict: [
    {
      path: ["a"],
      data: {},
      message: "The option `a` has conflicting definitions.",
      help: "give one of them `mkForce(…)` so that it wins, or `mkDefault(…)` so that it yields",
    },
  ],
  "not-unique": [
    {
      path: ["a"],
      data: { message: null },
      message: "The option `a` is defined more than once, but may be defined only once.",
      help: "remove all but one, or let one win with `mkForce(…)`",
    },
    {
      path: ["a"],
      data: { message: "One site has one owner" },
      message: "The option `a` is defined more than once, but may be defined only once. One site has one owner.",
      help: "remove all but one, or let one win with `mkForce(…)`",
    },
  ],
  "null-and-value": [
    {
      path: ["a"],
      data: {},
      message: "The option `a` is defined both as null and as something else.",
      help: "remove the null, or let one win with `mkForce(…)`",
    },
  ],
  "different-tags": [
    {
      path: ["a"],
      data: { tags: ["file", "text"] },
      message: "The option `a` is defined with different tags: `file` and `text`.",
      help: "use one tag everywhere, or let one definition win with `mkForce(…)`",
    },
  ],
  "different-kinds": [
    {
      path: ["a"],
      data: { kinds: ["list", "attribute set", "null"] },
      message: "The option `a` is defined with values of different kinds: a list, an attribute set and null.",
      help: "use one kind everywhere, or let one definition win with `mkForce(…)`",
    },
  ],
  "list-item-shape": [
    {
      path: ["a"],
      data: { got: "a set with 2 names" },
      message:
        "Each item of the option `a` must be an attribute set with exactly one name, but one is a set with 2 names.",
      help: "write one set for each name: `[{ first: … }, { second: … }]`",
    },
  ],
  "no-arm-accepts": [
    {
      path: ["a"],
      data: { left: "string", right: "signed integer" },
      message:
        "The option `a` is neither of type `string` nor of type `signed integer`; it was merged without a check.",
      help: "have the values checked before they are merged, with the `check` of the same type",
    },
  ],
  "condition-not-boolean": [
    {
      path: ["services", "web"],
      data: { found: 'the string "yes"' },
      message: 'A condition around `services.web` is the string "yes", not true or false.',
      help: "conditions are strict: write `value !== null`, `list.length > 0` or `Boolean(value)`",
    },
    {
      path: [],
      data: { found: "null" },
      message: "A condition around the definitions of a module is null, not true or false.",
      help: "conditions are strict: write `value !== null`, `list.length > 0` or `Boolean(value)`",
    },
  ],
  "value-threw": [
    {
      path: ["a"],
      data: { message: "no such host" },
      message: "Computing the option `a` threw: no such host.",
      help: null,
    },
    {
      path: ["a"],
      data: { message: "" },
      message: "Computing the option `a` threw an error without a message.",
      help: null,
    },
    {
      path: [],
      data: { message: "no such host", part: "condition" },
      message: "A condition around the definitions of a module threw: no such host.",
      help: null,
    },
    {
      path: ["a"],
      data: { message: "no such host!", part: "apply" },
      message: "The `apply` of the option `a` threw: no such host!",
      help: null,
    },
    {
      path: ["a"],
      data: { message: "no such host", part: "type" },
      message: "Computing the type of the option `a` threw: no such host.",
      help: null,
    },
    {
      path: ["a"],
      data: { message: "no such host", part: "default" },
      message: "Computing the default of the option `a` threw: no such host.",
      help: null,
    },
    {
      path: ["a"],
      data: { message: "no such host", part: "findings" },
      message: "Computing the findings of the option `a` threw: no such host.",
      help: null,
    },
  ],
  "infinite-recursion": [
    {
      path: ["a"],
      data: { steps: [{ kind: "option", path: ["a"] }] },
      message: "Infinite recursion: `a` needs itself.",
      help: "break the circle: give one of them a value that does not read the others, or move the read below a key that does not need it",
    },
    {
      path: ["a"],
      data: {
        steps: [
          { kind: "option", path: ["a"] },
          { kind: "condition", path: ["b", "c"] },
          { kind: "type", path: ["d"] },
        ],
      },
      message: "Infinite recursion: `a` needs a condition around `b.c`, which needs the type of `d`, which needs `a`.",
      help: "break the circle: give one of them a value that does not read the others, or move the read below a key that does not need it",
    },
    {
      path: ["a"],
      data: {
        steps: [
          { kind: "condition", path: [] },
          { kind: "names", path: [] },
          { kind: "argument", path: ["pkgs"] },
        ],
      },
      message:
        "Infinite recursion: a condition around the definitions of a module needs the names in the configuration, which needs the module argument `pkgs`, which needs a condition around the definitions of a module.",
      help: "break the circle: give one of them a value that does not read the others, or move the read below a key that does not need it",
    },
    {
      path: ["o1"],
      data: {
        steps: [
          { kind: "option", path: ["o1"] },
          { kind: "option", path: ["o2"] },
          { kind: "option", path: ["o3"] },
          { kind: "option", path: ["o4"] },
          { kind: "option", path: ["o5"] },
          { kind: "option", path: ["o6"] },
          { kind: "option", path: ["o7"] },
          { kind: "option", path: ["o8"] },
          { kind: "option", path: ["o9"] },
          { kind: "option", path: ["o10"] },
          { kind: "option", path: ["o11"] },
          { kind: "option", path: ["o12"] },
          { kind: "option", path: ["o13"] },
          { kind: "option", path: ["o14"] },
          { kind: "option", path: ["o15"] },
          { kind: "option", path: ["o16"] },
          { kind: "option", path: ["o17"] },
          { kind: "option", path: ["o18"] },
          { kind: "option", path: ["o19"] },
          { kind: "option", path: ["o20"] },
        ],
      },
      message:
        "Infinite recursion: `o1` needs `o2`, which needs `o3`, which needs `o4`, which needs `o5`, which needs `o6`, which needs `o7`, and so on by way of 8 more to `o16`, which needs `o17`, which needs `o18`, which needs `o19`, which needs `o20`, which needs `o1`.",
      help: "break the circle: give one of them a value that does not read the others, or move the read below a key that does not need it",
    },
  ],
  "stack-overflow": [
    {
      path: ["a"],
      data: {},
      message:
        "Computing the option `a` used up the stack: a function calls itself without end, or data is nested too deeply.",
      help: "look for a function that calls itself without end, or nest the data less",
    },
    {
      path: null,
      data: {},
      message:
        "Computing a value used up the stack: a function calls itself without end, or data is nested too deeply.",
      help: "look for a function that calls itself without end, or nest the data less",
    },
  ],
  "failed-assertion": [
    {
      path: null,
      data: { message: "a site needs a certificate" },
      message: "Failed assertion: a site needs a certificate.",
      help: null,
    },
    {
      path: null,
      data: { message: "" },
      message: "An assertion failed.",
      help: null,
    },
  ],
  "module-warning": [
    {
      path: null,
      data: { message: "The site has no certificate." },
      message: "The site has no certificate.",
      help: null,
    },
    {
      path: null,
      data: { message: "" },
      message: "A module has a warning without a text.",
      help: null,
    },
  ],
  "no-such-value": [
    {
      path: ["services"],
      data: { name: "wbe", suggestions: ["web"] },
      message: "There is no `wbe` in `services`.",
      help: "did you mean `web`?",
    },
    {
      path: ["sites"],
      data: { name: "example", suggestions: ["example.org"] },
      message: "There is no `example` in `sites`.",
      help: 'did you mean `"example.org"`?',
    },
    {
      path: [],
      data: { name: "a.b", suggestions: [] },
      message: "There is no `a.b` in the configuration.",
      help: null,
    },
  ],
  "no-json-form": [
    {
      path: ["a"],
      data: { kind: "a function" },
      message: "The value of the option `a` is a function, which has no JSON form.",
      help: "keep it in an `internal` option, or turn it into data with `apply`",
    },
    {
      path: ["a"],
      data: { kind: "an object of the class `Site`", classes: ["Site"] },
      message: "The value of the option `a` is an object of the class `Site`, which has no JSON form.",
      help: "keep it in an `internal` option, or turn it into data with `apply`",
    },
    {
      path: ["a"],
      data: { kind: "a Buffer", classes: ["Buffer", "Uint8Array", "TypedArray"] },
      message: "The value of the option `a` is a Buffer, which has no JSON form.",
      help: "write it as text: `.toString()`",
    },
    {
      path: ["a"],
      data: { kind: "a promise", classes: ["Promise"] },
      message: "The value of the option `a` is a promise, which has no JSON form.",
      help: "values are computed synchronously: `await` it at the top of a file, and define what it comes to",
    },
    {
      path: ["a", "x"],
      data: { kind: "the property `mkForce(…)`", what: "property" },
      message: "The value of the option `a.x` is the property `mkForce(…)`, which has no JSON form.",
      help: "properties count around definitions, and inside them only where the type merges piece by piece; take it away, or use a type such as `listOf` or `attrsOf`",
    },
    {
      path: ["a"],
      data: { kind: "an option's declaration", what: "declaration" },
      message: "The value of the option `a` is an option's declaration, which has no JSON form.",
      help: "a declaration made by `mkOption` belongs under `options`",
    },
    {
      path: ["a"],
      data: { kind: "a module", what: "module" },
      message: "The value of the option `a` is a module, which has no JSON form.",
      help: "name the module in `imports`, or keep it in an option of type `deferredModule`",
    },
    {
      path: ["a", "1"],
      data: { kind: "a hole in a list", what: "hole" },
      message: 'The value of the option `a."1"` is a hole in a list, which has no JSON form.',
      help: "take one of the two commas away, or write `null` between them",
    },
    {
      path: ["a", "1"],
      data: { kind: "a function", what: "element" },
      message: 'The value of the option `a."1"` is a function, which has no JSON form.',
      help: "an element cannot be left out of a list, since those after it would move: take it away, or keep the list in an `internal` option",
    },
  ],
  "cyclic-value": [
    {
      path: ["a"],
      data: {},
      message: "The value of the option `a` contains itself, so it has no JSON form.",
      help: "keep it in an `internal` option, or turn it into data with `apply`",
    },
  ],
};
