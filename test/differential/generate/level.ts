// Generates modules that are evaluated together: first the options, then who declares, imports and defines what.
import type {
  DisabledDescription,
  ImportDescription,
  LevelDescription,
  ModuleDescription,
  OptionDescription,
  Path,
  RenameDescription,
  TypeDescription,
} from "../description/description.ts";
import type { Choices } from "./choices.ts";
import { type Argument, generateConfig } from "./module.ts";
import { type Declared, generateOptions } from "./options.ts";
import type { Toolbox } from "./toolbox.ts";

/** Modules and their options. The deeper they stand, the fewer; at the paths `taken` nothing is declared. */
export function generateLevel(toolbox: Toolbox, depth: number, taken: readonly Path[]): LevelDescription {
  const { choices } = toolbox;
  const isRoot = depth === 0;
  const ids = choices.several(1, isRoot ? 5 : 2, isRoot ? 65 : 25, () => toolbox.nextId());
  const { options, declared } = generateOptions(toolbox, depth, taken, ids.length);
  const renames = ids.map((): RenameDescription[] => []);
  if (choices.chance(7)) generateRename(choices, options, declared, renames, taken);
  const freeform = choices.chance(8) ? generateFreeform(toolbox, depth) : null;
  const freeformHome = freeform === null ? -1 : choices.draw(ids.length);
  const args = choices.several(0, 2, 10, (at) => generateArgument(choices, at, options.length, ids.length));
  const { imports, roots, isShared } = generateImports(choices, ids, isRoot);
  const hasFiles = isRoot && choices.chance(10);
  const isFile = ids.map(() => hasFiles && choices.chance(50));
  const keys = ids.map((id, at) => {
    const isWanted = isShared[at] === true && isFile[at] !== true;
    return isWanted || choices.chance(20) ? `/keys/${id}` : null;
  });
  if (!hasFiles && choices.chance(2)) keys.push(...keys.splice(0, 1, keys.at(-1) ?? null));
  const modules = ids.map((id, at): ModuleDescription => {
    const plan = { options, freeform, args };
    // Describing a submodule calls no functions in Confix, and does not ask which modules are disabled.
    const forms = at === freeformHome ? (["object", "defined"] as const) : (["object", "function", "defined"] as const);
    const others = keys.filter((key, other) => key !== null && other !== freeformHome);
    return {
      id,
      key: keys[at] ?? null,
      isKeyHidden: isShared[at] === true && isFile[at] !== true && choices.chance(50),
      isFile: isFile[at] ?? false,
      class: choices.chance(3) ? choices.pick(["host", "user"]) : null,
      form: choices.pick(forms),
      imports: imports[at] ?? [],
      isShort: choices.chance(30),
      disabled: [
        ...(choices.chance(3) ? generateDisabled(choices, others, isRoot) : []),
        ...(hasFiles && choices.chance(10)
          ? ids
              .filter((_id, other) => isFile[other])
              .map((file) => ({ id: file, how: "file" as const }))
              .slice(0, 1)
          : []),
      ],
      renames: renames[at] ?? [],
      options: declared.filter(({ home }) => home === at).map(({ path, option }) => [path, option]),
      config: generateConfig({ toolbox, depth, plan, isInside: !isRoot, home: at }),
      freeform: at === freeformHome ? freeform : null,
    };
  });
  return { modules: withoutHiddenKeys(modules), roots, plan: { options, freeform } };
}

// A key that somebody refers to, or that another module has too, is no secret.
function withoutHiddenKeys(modules: readonly ModuleDescription[]): readonly ModuleDescription[] {
  const named = new Set(
    modules.flatMap(({ disabled }) => disabled.flatMap((item) => ("key" in item ? [item.key] : []))),
  );
  const isNamed = ({ key }: ModuleDescription): boolean =>
    key !== null && (named.has(key) || modules.filter((other) => other.key === key).length > 1);
  return modules.map((module) => (isNamed(module) ? { ...module, isKeyHidden: false } : module));
}

// Only the root says where its modules are.
function generateDisabled(choices: Choices, keys: readonly (string | null)[], isRoot: boolean): DisabledDescription[] {
  const hows = isRoot ? (["key", "set", "short"] as const) : (["key", "set"] as const);
  return keys.flatMap((key) => (key === null ? [] : [{ key, how: choices.pick(hows) }])).slice(0, 1);
}

function generateRename(
  choices: Choices,
  options: ReturnType<typeof generateOptions>["options"],
  declared: Declared[],
  renames: readonly RenameDescription[][],
  taken: readonly Path[],
): void {
  const at = choices.draw(options.length);
  const target = options[at];
  const home = choices.draw(renames.length);
  const list = renames[home];
  if (target === undefined || list === undefined || target.isReadOnly) return;
  const sources = [["old"], ["n", "old"]].filter((path) => !taken.some((other) => path[0] === other[0]));
  if (sources.length === 0) return;
  const from = choices.pick(sources);
  const rename = choices.pick(["alias", "renamed", "changed", "removed", "weak", "dated", "merged"] as const);
  if (rename === "removed") list.push({ rename, from });
  else if (rename === "merged") list.push({ rename, from: [from, ["older"]], to: target.path });
  else list.push({ rename, from, to: target.path });
  const isData = rename === "changed" || rename === "removed" || rename === "merged";
  // Beside its target, so that what may read the one may read the other.
  const isReadable = target.isReadable && !isData;
  options.splice(at + 1, 0, {
    ...target,
    path: from,
    isReadable,
    isData,
    standsFor: 1,
  });
  // What nixpkgs expects to be declared for these. Warnings are worded differently, so they are counted.
  const counted = (name: string, of: TypeDescription, apply: OptionDescription["apply"]): Declared => {
    const option: OptionDescription = {
      type: { type: "listOf", of },
      default: null,
      apply,
      description: null,
      isReadOnly: false,
      internal: null,
      visible: null,
    };
    return { home, path: [name], option };
  };
  if (rename === "removed" || choices.chance(50)) {
    declared.push(counted("assertions", { type: "plain", name: "raw" }, "failing"));
  }
  if (rename === "changed" || rename === "merged" || choices.chance(50)) {
    declared.push(counted("warnings", { type: "plain", name: "str" }, "counted"));
  }
}

function generateFreeform(toolbox: Toolbox, depth: number): TypeDescription {
  const { choices } = toolbox;
  if (choices.chance(30)) return { type: "plain", name: choices.pick(["anything", "json"] as const) };
  return { type: choices.pick(["attrsOf", "lazyAttrsOf"] as const), of: toolbox.type(depth + 2) };
}

function generateArgument(choices: Choices, at: number, ranks: number, homes: number): Argument {
  return {
    name: `extra${at}`,
    type: { type: "plain", name: choices.pick(["int", "str", "bool"] as const) },
    rank: choices.draw(ranks + 1),
    home: choices.draw(homes),
  };
}

interface Imports {
  readonly imports: readonly (readonly ImportDescription[])[];
  readonly roots: readonly string[];
  readonly isShared: readonly boolean[];
}

// Every module is a root or imported by earlier ones, some several times. Only the root has special arguments.
function generateImports(choices: Choices, ids: readonly string[], isRoot: boolean): Imports {
  const imports = ids.map((): ImportDescription[] => []);
  const roots: string[] = [];
  const isShared = ids.map((id, at) => {
    const importers = at === 0 ? [0] : choices.several(1, 2, 15, () => choices.draw(at + 1));
    for (const importer of importers) {
      const isFirst = choices.chance(20);
      if (importer === 0) roots.splice(isFirst ? 0 : roots.length, 0, id);
      const list = imports[importer - 1];
      const argument = isRoot && choices.chance(8) ? choices.pick(["on", "off"]) : null;
      list?.splice(isFirst ? 0 : list.length, 0, { id, argument });
    }
    return importers.length > 1;
  });
  return { imports, roots, isShared };
}
