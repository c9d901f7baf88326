// Finds the groups: every file in `groups/` is one.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Group } from "./case.ts";

const groupFolder = join(import.meta.dirname, "groups");

/** All groups, in the order of the original. */
export async function loadGroups(): Promise<readonly Group[]> {
  const groups: Group[] = [];
  // One after the other: jiti hands out half a module if two files that are loading want it at once.
  for (const file of readdirSync(groupFolder).sort()) groups.push(await loadGroup(join(groupFolder, file)));
  return groups;
}

async function loadGroup(path: string): Promise<Group> {
  // The cast: every file in the folder exports a group; without one, the first to look at it fails.
  const { default: group } = (await import(path)) as { readonly default: Group };
  return group;
}
