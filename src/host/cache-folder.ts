// Where transformed modules are kept between runs.
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { isRestricted } from "./access.ts";

// Part of the folder's name: raise it when the transformation changes.
const version = "3";

/**
 * The user's own cache folder, or false if there is none. Never a shared one such as /tmp: what lies there is run as
 * code. A restricted run writes nothing. Where the folder cannot be written jiti does without.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>): string | false {
  if (isRestricted()) return false;
  const base = baseFolder(env);
  return base === null ? false : join(base, "confix", `modules-${version}`);
}

function baseFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const chosen = env["XDG_CACHE_HOME"];
  if (chosen !== undefined && isAbsolute(chosen)) return chosen;
  const home = homeFolder(env);
  if (home === null) return null;
  switch (process.platform) {
    case "darwin":
      return join(home, "Library", "Caches");
    case "win32":
      return env["LOCALAPPDATA"] ?? join(home, "AppData", "Local");
    default:
      return join(home, ".cache");
  }
}

function homeFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env["HOME"];
  if (named !== undefined && isAbsolute(named)) return named;
  try {
    return homedir();
  } catch {
    return null; // The user has no entry in the system's list of users.
  }
}
