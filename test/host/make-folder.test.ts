// Folders are made with those above them, and where none can be made that ends.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../src/host/make-folder.ts";
import { writeFiles } from "./temporary-files.ts";

test("makes what is missing, for whom it is meant, and leaves what is there", () => {
  const root = writeFiles({ "there/file": "" });
  for (const folder of ["there", "there/a/b/c", "there/a/b/c", "d"]) makeFolder(join(root, folder), 0o700);
  expect(existsSync(join(root, "there/file"))).toBe(true);
  expect(["there/a", "there/a/b/c", "d"].map((folder) => statSync(join(root, folder)).mode & 0o777)).toEqual([
    0o700, 0o700, 0o700,
  ]);
});

test("says where a file is in the way", () => {
  const root = writeFiles({ file: "" });
  expect(() => makeFolder(join(root, "file"))).toThrow("EEXIST");
  expect(() => makeFolder(join(root, "file/below"))).toThrow("ENOTDIR");
});

test.skipIf(!existsSync("/proc/self"))("ends where the system says that a folder which is there is not", () => {
  expect(() => makeFolder("/proc/nowhere/below")).toThrow("ENOENT");
});
