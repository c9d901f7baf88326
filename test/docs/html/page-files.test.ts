// The script and the styles of the page are what their sources make.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readText, root } from "../../repository/files.ts";

function check(...args: readonly string[]) {
  const script = join(root, "scripts/options-page.mjs");
  return spawnSync(process.execPath, [script, "--check", ...args], { encoding: "utf8", cwd: root });
}

test("src/docs/html/tables/page-files.ts is fresh (`npm run options-page` writes it)", () => {
  expect(check()).toMatchObject({ status: 0, stderr: "" });
});

test("what is stale is seen", () => {
  const folder = mkdtempSync(join(tmpdir(), "confix-page-files-"));
  try {
    const file = join(folder, "page-files.ts");
    writeFileSync(file, readText("src/docs/html/tables/page-files.ts").replace("sha256-", "sha256-x"));
    const { status, stderr } = check(file);
    expect(status).toBe(1);
    expect(stderr).toContain("npm run options-page");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
