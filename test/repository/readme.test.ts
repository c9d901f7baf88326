// The README shows files of the repository and what the command prints: both have to be as they are.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runCli } from "../examples/run-cli.ts";
import { root } from "./files.ts";

const readme = readFileSync(`${root}/README.md`, "utf8");

/** The fenced blocks of the README, each with the last line of text before it. */
function blocks(): readonly { readonly before: string; readonly text: string }[] {
  return [...readme.matchAll(/(?<before>[^\n]*)\n+```\w*\n(?<text>.*?)\n```/gs)].map(({ groups }) => ({
    before: groups?.["before"] ?? "",
    text: groups?.["text"] ?? "",
  }));
}

describe("README", () => {
  it("begins with the two commands", () => {
    const [first] = blocks();
    expect(first?.text.split("\n").map((line) => line.replace(/ *#.*/, ""))).toEqual([
      "npm ci && npm start",
      "npm ci && npm test",
    ]);
  });

  it.each(["examples/quickstart/web.ts", "examples/quickstart/host.yaml", "examples/embed.ts"])("shows %s", (file) => {
    const shown = blocks().filter(({ before }) => before.includes(`\`${file}\``));
    expect(shown.map(({ text }) => text)).toEqual([readFileSync(`${root}/${file}`, "utf8").trimEnd()]);
  });

  it.each([
    ["eval", "examples/quickstart/host.yaml"],
    ["why", "services.web.port", "examples/quickstart/host.yaml"],
  ])("shows what `%s` prints", async (...argv) => {
    const shown = blocks().find(({ text }) => text.startsWith(`$ npx confix ${argv.join(" ")}\n`));
    const { stdout } = await runCli(...argv);
    expect(shown?.text.split("\n").slice(1).join("\n")).toBe(stdout.trimEnd());
  });
});
