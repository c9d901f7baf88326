// The shipped modules pass the linter without a finding.
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { listSources, root } from "../repository/files.ts";
import { lintIn } from "./lint-files.ts";

test("`recommended` finds nothing in the shipped modules", async () => {
  const files = listSources("modules").filter((file) => !file.startsWith("modules/lib/"));
  expect(files.length).toBeGreaterThan(8);
  const { found, exitCode, stderr } = await lintIn(
    root,
    files.map((file) => resolve(root, file)),
  );
  expect({ found, exitCode, stderr }).toEqual({ found: [], exitCode: 0, stderr: "" });
});

test("nor in the examples", async () => {
  const { found, exitCode } = await lintIn(root, ["examples/webserver/host.ts"]);
  expect({ found, exitCode }).toEqual({ found: [], exitCode: 0 });
});
