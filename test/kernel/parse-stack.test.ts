// The places in a stack trace, as the engines write it.
import { expect, test } from "vitest";
import { framesOfStack, namedFramesOfStack } from "../../src/kernel/parse-stack.ts";

const filesOfStack = (stack: string): readonly string[] => framesOfStack(stack).map(({ file }) => file);

test("Node and Chrome", () => {
  const stack = `Error: called
    at Object.<anonymous> (/srv/site a/web.ts:3:9)
    at file:///srv/b%20c/host.mjs:10:1
    at async main (file:///srv/main.js:1:2)
    at new Maker (http://localhost:3000/src/maker.js?t=17#x:4:5)
    at Array.map (<anonymous>)
    at eval (eval at run (/srv/eval.js:1:1), <anonymous>:1:1)
    at node:internal/modules/run_main:81:12
    at https://example.org:8443/app.js:1:20`;
  expect(filesOfStack(stack)).toEqual([
    "/srv/site a/web.ts",
    "/srv/b c/host.mjs",
    "/srv/main.js",
    "http://localhost:3000/src/maker.js",
    "https://example.org:8443/app.js",
  ]);
});

test("Node on Windows", () => {
  const stack = `Error
    at Object.<anonymous> (C:\\site\\web.ts:3:9)
    at file:///C:/site/host.mjs:10:1
    at file://server/share/host.mjs:10:1`;
  expect(filesOfStack(stack)).toEqual(["C:\\site\\web.ts", "C:\\site\\host.mjs", "\\\\server\\share\\host.mjs"]);
});

test("Firefox", () => {
  const stack = `defineModule@http://localhost/confix.js:10:17
@http://localhost/web.js:3:9
run/<@http://localhost/run.js:8:1
run@http://localhost/eval.js line 5 > eval:1:1
`;
  expect(filesOfStack(stack)).toEqual([
    "http://localhost/confix.js",
    "http://localhost/web.js",
    "http://localhost/run.js",
  ]);
});

test("Safari", () => {
  const stack = `defineModule@http://localhost/confix.js:10:17
module code@http://localhost/web.js:3:9
evaluate@[native code]
moduleEvaluation@[native code]
http://localhost/old.js:1:1`;
  expect(filesOfStack(stack)).toEqual([
    "http://localhost/confix.js",
    "http://localhost/web.js",
    "http://localhost/old.js",
  ]);
});

test("anything else names no file", () => {
  expect(filesOfStack("")).toEqual([]);
  expect(filesOfStack("Error: at home\n  somewhere\nat /srv/no-line.ts")).toEqual([]);
});

test("a percent sign that escapes nothing stands for itself", () => {
  expect(filesOfStack("    at file:///srv/100%/a.ts:1:1")).toEqual(["/srv/100%/a.ts"]);
});

test("lines and columns are those that the engines tell", () => {
  const stack = `Error: at /srv/message.ts:1:1
    at compute (/srv/web.ts:12:9)
    at file:///srv/host.mjs:10`;
  expect(framesOfStack(stack)).toEqual([
    { file: "/srv/web.ts", line: 12, column: 9 },
    { file: "/srv/host.mjs", line: 10 },
  ]);
  expect(framesOfStack("run@http://localhost/run.js:8:1")).toEqual([
    { file: "http://localhost/run.js", line: 8, column: 1 },
  ]);
});

test.each([
  ["    at outer (/srv/lib.ts:5:1)", "outer"],
  ["    at async Site.root (/srv/lib.ts:5:1)", "Site.root"],
  ["    at new Maker (/srv/lib.ts:5:1)", "new Maker"],
  ["    at Object.<anonymous> (/srv/lib.ts:5:1)", null],
  ["    at <anonymous> (/srv/lib.ts:5:1)", null],
  ["    at /srv/lib.ts:5:1", null],
  ["    at async file:///srv/lib.ts:5:1", null],
  ["outer@http://localhost/lib.js:5:1", "outer"],
  ["outer/<@http://localhost/lib.js:5:1", "outer/<"],
  ["@http://localhost/lib.js:5:1", null],
  ["http://localhost/@scope/lib.js:5:1", null],
])("%s ran in %j", (frame, name) => {
  expect(namedFramesOfStack(frame)).toMatchObject([{ name, line: 5 }]);
});
