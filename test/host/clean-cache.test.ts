// The cache of scripts does not grow for ever.
import {
  existsSync,
  lutimesSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanCache } from "../../src/host/clean-cache.ts";
import { CodeStore } from "../../src/host/code-store.ts";
import { writeFiles } from "./temporary-files.ts";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 23);

/** A cache in which each file was written so many days ago. */
function cacheOf(files: Readonly<Record<string, number>>): string {
  const cache = join(writeFiles({}), "confix");
  for (const [name, days] of Object.entries(files)) age(cache, name, days);
  return cache;
}

function age(cache: string, name: string, days: number): void {
  const file = join(cache, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, name);
  utimesSync(file, (now - days * day) / 1000, (now - days * day) / 1000);
}

function left(cache: string): readonly string[] {
  const entries = readdirSync(cache, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(cache.length + 1)).toSorted();
}

describe("cleaning the cache", () => {
  test("removes what was made more than 30 days ago, also by other versions, and nothing else", () => {
    const cache = cacheOf({
      "modules-2/node-v20/a": 29,
      "modules-2/node-v20/b": 31,
      "modules-2/node-v20/tomorrow": -0.5,
      "modules-2/node-v20/next-year": -365,
      "modules-2/node-v18/c": 400,
      "modules-2/notes.txt": 400,
      "modules-1/node-v20/d": 400,
      "modules-1/cleaned": 390,
      "modules-3/node-v24/e": 3,
      "mine/node-v20/f": 400,
      g: 400,
    });
    cleanCache(join(cache, "modules-2"), now);
    expect(left(cache)).toEqual([
      "g",
      "mine/node-v20/f",
      "modules-2/cleaned",
      "modules-2/node-v20/a",
      "modules-2/node-v20/tomorrow",
      "modules-2/notes.txt",
      "modules-3/node-v24/e",
    ]);
    expect([existsSync(join(cache, "modules-1")), existsSync(join(cache, "modules-2/node-v18"))]).toEqual([
      false,
      false,
    ]);
  });

  test("is done once a day, and also where the clock was put back", () => {
    for (const [days, isCleaned] of [
      [0.9, false],
      [1.1, true],
      [-400, true],
    ] as const) {
      const cache = cacheOf({ "modules-2/node-v20/old": 40, "modules-2/cleaned": days });
      cleanCache(join(cache, "modules-2"), now);
      expect([days, existsSync(join(cache, "modules-2/node-v20/old"))]).toEqual([days, !isCleaned]);
    }
  });

  test("follows no links", () => {
    const cache = cacheOf({ "modules-2/node-v20/a": 1, "elsewhere/old": 400 });
    symlinkSync(join(cache, "elsewhere"), join(cache, "modules-2/node-linked"));
    symlinkSync(join(cache, "elsewhere/old"), join(cache, "modules-2/cleaned"));
    lutimesSync(join(cache, "modules-2/cleaned"), (now - 2 * day) / 1000, (now - 2 * day) / 1000);
    cleanCache(join(cache, "modules-2"), now);
    expect(readFileSync(join(cache, "elsewhere/old"), "utf8")).toBe("elsewhere/old");
    expect(readFileSync(join(cache, "modules-2/cleaned"), "utf8")).toBe("");
  });

  test("says nothing of a folder that is not there", () => {
    expect(() => cleanCache("/nowhere/confix/modules-2", now)).not.toThrow();
  });

  test("is done by whoever writes to it", () => {
    const cache = cacheOf({ "modules-2/node-v20/old": 0 });
    age(cache, "modules-2/node-v20/old", (now - Date.now()) / day + 40);
    new CodeStore(join(cache, "modules-2")).write("new", { head: "", code: "1", data: Buffer.alloc(8) });
    expect(left(cache).filter((name) => name.endsWith("old") || name.endsWith("new"))).toHaveLength(1);
  });
});
