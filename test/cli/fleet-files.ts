// A fleet for tests of `confix eval --fleet`: common modules, hosts, and what comes of them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { evalFiles, type Run } from "./run.ts";

/** What the hosts of a fleet have in common. */
export const common = `
import { mkIf, mkOption, types } from "confix";
import store from "./parts/store.ts";

const user = types.submodule({
  options: {
    id: mkOption({ type: types.int }),
    home: mkOption({ default: ({ name }) => "/home/" + name }),
  },
});

export default {
  imports: [store, "./parts/users.yaml"],
  options: {
    name: mkOption({ type: types.str }),
    role: mkOption({ type: types.enum(["web", "store"]), default: "web" }),
    ports: mkOption({ type: types.listOf(types.port), default: [] }),
    users: mkOption({ type: types.attrsOf(user), default: {} }),
  },
  config: { ports: mkIf(({ config }) => config.role === "web", [80]) },
};
`;

/** What they import: a function, and data. */
export const parts = {
  "parts/store.ts": `
import { mkOption, types } from "confix";

export default () => ({
  options: { path: mkOption({ type: types.str, default: ({ config }) => "/srv/" + config.name }) },
});
`,
  "parts/users.yaml": "users: { root: { id: 0 } }\n",
};

/** The module of a host. */
export const hostText = (name: string, more = ""): string => `export default { name: "${name}"${more} };\n`;

/** Where results go. */
export const into = ["--out-dir", "out"] as const;

/** Runs `confix eval` in a new folder with files, those above among them. */
export async function fleet(
  files: Readonly<Record<string, string>>,
  ...argv: readonly string[]
): Promise<Run & { readonly cwd: string }> {
  return await evalFiles({ "common.ts": common, ...parts, ...files }, argv);
}

/** The results by their files. */
export function results(cwd: string): Readonly<Record<string, unknown>> {
  const out = join(cwd, "out");
  if (!existsSync(out)) return {};
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  return Object.fromEntries(
    names.map((file) => [file.slice(out.length + 1), JSON.parse(readFileSync(file, "utf8")) as unknown]),
  );
}
