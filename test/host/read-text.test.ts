import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeUtf8, readText } from "../../src/host/read-text.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { writeFiles } from "./temporary-files.ts";

test("a byte order mark is no part of the text", () => {
  const folder = writeFiles({ "a.txt": new Uint8Array([0xef, 0xbb, 0xbf, 0x61]) });
  expect(readText(join(folder, "a.txt"), null)).toBe("a");
});

test("a file that is not there names who asked for it", async () => {
  const [found] = await diagnosticsOf(() => readText("/nowhere/a.yaml", "/etc/site.ts"));
  expect(found).toMatchObject({ code: "file-not-found", data: { file: "/nowhere/a.yaml", from: "/etc/site.ts" } });
  const folder = writeFiles({ "a.txt": "" });
  expect(await diagnosticsOf(() => readText(join(folder, "a.txt/b"), null))).toMatchObject([
    { code: "file-not-found" },
  ]);
});

test("a folder is no file", async () => {
  const folder = writeFiles({ "sub/a.txt": "" });
  const [found] = await diagnosticsOf(() => readText(join(folder, "sub"), null));
  expect(found).toMatchObject({ code: "file-unreadable", data: { reason: "it is a folder" } });
});

test.each([
  ["a lone byte above ASCII", [0x61, 0x62, 0xff, 0x63], 2],
  ["a sequence that breaks off", [0x61, 0xc3, 0x28], 1],
  ["a sequence cut off by the end", [0x61, 0xe2, 0x82], 1],
  ["an overlong form", [0xc0, 0xaf], 0],
  ["a surrogate", [0x61, 0xed, 0xa0, 0x80], 1],
])("%s is said to be at its offset", async (_name, bytes, offset) => {
  const [found] = await diagnosticsOf(() => decodeUtf8(new Uint8Array(bytes), "/a"));
  expect(found).toMatchObject({ code: "bad-encoding", data: { offset } });
});

test("the place of a bad byte is exact in a large file", async () => {
  const bytes = new Uint8Array(100_000).fill(0x61);
  bytes[77_777] = 0xff;
  const [found] = await diagnosticsOf(() => decodeUtf8(bytes, "/a"));
  expect(found).toMatchObject({ data: { offset: 77_777 } });
});
