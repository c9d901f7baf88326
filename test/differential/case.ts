// A case, and what it looks like in both languages.
import type { CaseDescription, OptionDescription, Path } from "./description/description.ts";
import { type NixText, writeNix } from "./write/nix.ts";
import { writeTypeScript } from "./write/typescript.ts";

/** An option whose state is compared. */
export interface StatePath {
  readonly path: Path;
  /** Whether the files of its definitions are: Confix keeps those that Nix forgets. */
  readonly showsFiles: boolean;
}

/** A case. */
export interface Case {
  readonly description: CaseDescription;
  readonly nix: NixText;
  readonly typescript: string;
  readonly states: readonly StatePath[];
  /** Whether the graph of modules is compared: not where TypeScript tells modules by identity, and Nix by a key. */
  readonly showsGraph: boolean;
}

/** The case of a description. */
export function makeCase(description: CaseDescription): Case {
  return {
    description,
    nix: writeNix(description),
    typescript: writeTypeScript(description),
    states: statesOf(description),
    showsGraph: !description.level.modules.some(
      ({ isKeyHidden, renames }) =>
        isKeyHidden || renames.some(({ rename }) => rename === "changed" || rename === "merged"),
    ),
  };
}

function statesOf({ level: { modules } }: CaseDescription): readonly StatePath[] {
  const isForwarded = modules.some(({ renames }) => renames.length > 0) || JSON.stringify(modules).includes('"alias"');
  const declared = modules.flatMap(({ options }) => options.map(([path, option]) => ({ path, option })));
  const states = new Map<string, StatePath>();
  for (const { path } of declared) {
    const here = declared.filter((each) => startsWith(each.path, path));
    // An option inside a submodule that is declared from outside is no option of this evaluation, and where Nix refuses
    // a value that is set twice, it also refuses to say by whom.
    const isInside = declared.some((each) => each.path.length < path.length && startsWith(path, each.path));
    if (isInside || here.some(({ option }) => option.isReadOnly || isCounted(option))) continue;
    states.set(JSON.stringify(path), { path, showsFiles: !isForwarded && here.length === 1 });
  }
  return [...states.values()];
}

// How many times something is said in them is up to the functions that rename options.
function isCounted({ apply }: OptionDescription): boolean {
  return apply === "counted" || apply === "failing";
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((name, at) => path[at] === name);
}
