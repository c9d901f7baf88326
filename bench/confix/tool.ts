// Confix as a tool beside the others: its command, on ES modules.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { builtCommand } from "../measure/in-fresh-process.ts";
import type { MeasuredCommand } from "../measure/run-command.ts";
import type { Tool } from "../peers/tool.ts";
import { moduleFiles } from "./files.ts";

/** The built command; `cache` is the folder in which it keeps what it has compiled. */
export function confixTool(cache: string): Tool {
  const run = (folder: string, file: string, ...flags: readonly string[]): MeasuredCommand => ({
    file: process.execPath,
    args: [builtCommand, "eval", "--compact", join(folder, file), ...flags],
    env: { XDG_CACHE_HOME: cache },
  });
  const { stdout } = spawnSync(process.execPath, [builtCommand, "--version"], { encoding: "utf8" });
  return {
    name: "confix",
    version: stdout.trim(),
    files: moduleFiles,
    command: (folder, asked, { request }) =>
      run(
        folder,
        "host.js",
        ...(asked === "one" ? ["--at", request.one.map((name) => JSON.stringify(name)).join(".")] : []),
      ),
    empty: { file: "empty.js", text: "export default {};\n" },
    start: (folder) => run(folder, "empty.js"),
  };
}
