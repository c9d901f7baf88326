// What a newcomer types first: `npm start` and `npx confix` in the repository, through npm as it is installed here.
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../repository/files.ts";
import { run } from "./packed.ts";

test("`npm start` prints the example's JSON and nothing else", () => {
  const output = run(root, "npm", ["start"]);
  expect(output.startsWith("{")).toBe(true);
  const bin = join(root, "dist/src/cli/bin.js");
  expect(output).toBe(run(root, process.execPath, [bin, "eval", "examples/webserver/host.ts"]));
  expect(JSON.parse(output)).toHaveProperty("networking.hostName");
});

test("`npx confix` is the command that was built here", () => {
  // The cast: package.json is our own.
  const { version } = JSON.parse(run(root, "npm", ["pkg", "get", "--json"])) as { version: string };
  expect(run(root, "npx", ["confix", "--version"])).toBe(`${version}\n`);
});
