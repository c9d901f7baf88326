// The lines around places in files.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SecretNames } from "../../src/cli/secret-names.ts";
import { SourceFrames } from "../../src/cli/source-frames.ts";

const count = 1000;
const text = Array.from({ length: count }, (_, at) => `option${at}: ${at},\r\n`).join("");
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "confix-frames-"));
  file = join(folder, "host.ts");
  writeFileSync(file, text);
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ["with nothing to hide", null],
  ["with secrets to hide", new SecretNames(["password"])],
])("a file is taken apart once, however many places of it are shown: %s", (_, secrets) => {
  const source = new SourceFrames(secrets);
  const split = vi.spyOn(String.prototype, "split");
  for (let line = 1; line <= count; line += 1) {
    const shown = source.frame({ file, line, column: 1, endLine: line, endColumn: 7 });
    expect(shown).toContainEqual(expect.stringMatching(new RegExp(`^> +${line} \\| option${line - 1}: ${line - 1},$`)));
  }
  expect(split.mock.contexts.filter((each) => String(each) === text)).toHaveLength(1);
  split.mockRestore();
});
