// The place of a caller: what engines with and without captureStackTrace give, and what is unknown.
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callerPlace, captureCaller } from "../../src/authoring/caller-place.ts";
import type { CallPlace } from "../../src/model/module.ts";

const here = fileURLToPath(import.meta.url);

function called(): () => CallPlace | null {
  return callerPlace(captureCaller(called) ?? new Error("called"));
}

describe("in Node and Chrome", () => {
  test("is the file and line of the call, found when somebody asks", () => {
    const line = Number(/:(\d+):\d+\)?$/.exec(new Error("here").stack?.split("\n")[1] ?? "")?.[1]);
    expect(called()()).toMatchObject({ file: here, line: line + 1 });
  });

  test("asks the engine for a single frame, and leaves its settings as they were", () => {
    const capture = (): string => String(captureCaller(capture)?.stack);
    const before = Error.stackTraceLimit;
    expect(capture().match(/^ {4}at /gm)).toHaveLength(1);
    expect(Error.stackTraceLimit).toBe(before);
  });

  test("the text of the stack is not made before somebody asks", () => {
    const prepare = vi.fn<() => string>(() => "    at /srv/other.ts:1:1");
    const before = Error.prepareStackTrace;
    const place = called();
    try {
      Error.prepareStackTrace = prepare;
      expect(prepare).not.toHaveBeenCalled();
      expect(place()).toMatchObject({ file: "/srv/other.ts", line: 1 });
      expect(place()).toMatchObject({ file: "/srv/other.ts", line: 1 });
      expect(prepare).toHaveBeenCalledOnce();
    } finally {
      Object.assign(Error, { prepareStackTrace: before });
    }
  });

  test("is null where a program makes something else of its stacks", () => {
    expect(callerPlace({ stack: [1, 2] })()).toBeNull();
    expect(callerPlace({})()).toBeNull();
  });
});

describe("in other engines", () => {
  const capture = Error.captureStackTrace;

  beforeEach(() => {
    Object.assign(Error, { captureStackTrace: undefined });
  });

  afterEach(() => {
    Object.assign(Error, { captureStackTrace: capture });
  });

  function errorWith(stack: string): Error {
    return Object.assign(new Error("called"), { stack });
  }

  test("nothing is captured", () => {
    expect(captureCaller(called)).toBeNull();
  });

  test("is the first file outside the one of the function that was called", () => {
    const error = errorWith(`defineModule@http://h/define-module.js:1:1\n@http://h/web.js:3:9\n@http://h/host.js:1:1`);
    expect(callerPlace(error)()).toMatchObject({ file: "http://h/web.js", line: 3 });
  });

  test("is null where all code stands in one file", () => {
    expect(callerPlace(errorWith("defineModule@http://h/app.js:1:1\n@http://h/app.js:900:9"))()).toBeNull();
  });
});
