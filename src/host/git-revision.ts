// Files as they were in a revision of a Git repository.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";

/** A revision checked out to a folder of its own. */
export interface CheckedOut {
  readonly revision: string;
  /** The file in it. */
  readonly file: string;
  /** Where the revision's files are, and where those of the repository: to tell one as the other. */
  readonly folder: string;
  readonly repository: string;
  /** Removes the folder. */
  remove(): void;
}

/**
 * Checks a revision out to a temporary folder. `file` hangs off the top of the repository, as in Git's `REV:FILE`, or, if
 * it begins with `./` or `../`, off `cwd`. The packages installed beside the file are those of the working tree. Throws a
 * ConfixError where `cwd` is in no repository, or the revision has no such file.
 */
export function checkOut(revision: string, file: string, cwd: string): CheckedOut {
  const repository = realpathSync.native(git(["rev-parse", "--show-toplevel"], cwd, revision, file).toString().trim());
  const inTree = /^\.\.?\//.test(file) ? relative(repository, resolve(realpathSync.native(cwd), file)) : file;
  const named = inTree.split(sep).join("/");
  git(["cat-file", "-e", "--end-of-options", `${revision}:${named}`], cwd, revision, file);
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), "confix-revision-")));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const archive = join(folder, ".archive.tar");
    writeFileSync(archive, git(["archive", "--format=tar", "--end-of-options", revision], repository, revision, file));
    execFileSync("tar", ["-xf", archive, "-C", folder], { stdio: "pipe" });
    rmSync(archive);
    linkPackages(repository, folder, dirname(inTree));
  } catch (error) {
    remove();
    throw error;
  }
  return { revision, file: join(folder, inTree), folder, repository, remove };
}

// From the folder of the file up to the top: where Node looks for packages.
function linkPackages(repository: string, folder: string, from: string): void {
  const parts = from === "." ? [] : from.split(sep);
  for (let length = parts.length; length >= 0; length -= 1) {
    const below = parts.slice(0, length);
    const packages = join(repository, ...below, "node_modules");
    const link = join(folder, ...below, "node_modules");
    if (!existsSync(packages) || existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(packages, link, "dir");
  }
}

function git(args: readonly string[], cwd: string, revision: string, file: string): Buffer {
  try {
    return execFileSync("git", args, { cwd, stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 30 });
  } catch (error) {
    // The cast: what child_process throws when the program failed.
    const { stderr, message } = error as { readonly stderr?: Buffer; readonly message: string };
    const said = stderr?.toString().trim().split("\n")[0] ?? "";
    return fail(diagnostic("git-failed", {}, { revision, file, reason: said === "" ? message : said }));
  }
}
