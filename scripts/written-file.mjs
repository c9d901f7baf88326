// A file that a script writes, as its command line asks: with `--check` it only tells whether the file is fresh, and
// another file may be named in its place.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** The file that is named, or else `usual`. */
export function askedFile(usual) {
  return process.argv.slice(2).find((argument) => argument !== "--check") ?? usual;
}

/** Writes the file where it is not `fresh`, or only says so; `command` is what writes it. */
export function writeOrCheck(file, fresh, command) {
  if (existsSync(file) && readFileSync(file, "utf8") === fresh) return;
  if (process.argv.includes("--check")) {
    console.error(`${file} is stale: run \`${command}\``);
    process.exitCode = 1;
  } else {
    writeFileSync(file, fresh);
  }
}
