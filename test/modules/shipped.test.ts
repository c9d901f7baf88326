// What holds for all shipped modules together: they are modules, do nothing by themselves, and each of their options is documented.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type AnyOptionType, evalModules, type Module, type Option, type OptionState, showPath, types } from "confix";
import { describe, expect, test } from "vitest";
import { moduleBrand } from "../../src/model/brands.ts";
import { isDefinedModule } from "../../src/model/module.ts";
import { isOptionType } from "../../src/model/option-type.ts";
import { isOption } from "../../src/model/option.ts";
import { isOptionState } from "../../src/model/option-state.ts";

const folder = fileURLToPath(new URL("../../modules", import.meta.url));

function listModules(below: string): readonly string[] {
  return readdirSync(join(folder, below)).flatMap((name) => {
    const path = join(below, name);
    if (statSync(join(folder, path)).isDirectory()) return path === "lib" ? [] : listModules(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

const names = listModules("");

async function load(name: string): Promise<unknown> {
  // The cast: what an import of a computed path gives is not known to TypeScript.
  const namespace = (await import(/* @vite-ignore */ join(folder, name))) as Readonly<Record<string, unknown>>;
  expect(Object.keys(namespace)).toEqual(["default"]);
  return namespace["default"];
}

async function loadAll(): Promise<readonly Module[]> {
  // The cast: the test of forms below shows that each is a module; the evaluator refuses what is none.
  return (await Promise.all(names.map(load))) as readonly Module[];
}

function optionsIn(tree: object): readonly OptionState[] {
  return Object.entries(tree).flatMap(([name, each]: [string, unknown]): readonly OptionState[] => {
    if (name === "_module" || typeof each !== "object" || each === null) return [];
    return isOptionState(each) ? [each, ...optionsBelow(each.type)] : optionsIn(each);
  });
}

function optionsBelow(type: AnyOptionType): readonly OptionState[] {
  const { subModules } = type;
  return subModules === null ? [] : optionsIn(evalModules({ modules: subModules }).options);
}

// A default that needs its instance cannot be computed without one, but it is there.
function hasDefault(option: OptionState): boolean {
  try {
    return option.default !== undefined;
  } catch {
    return true;
  }
}

interface Declared {
  readonly loc: readonly string[];
  readonly option: Option<unknown, unknown>;
}

/** The declarations of a module as they are written, with those of its submodules. */
function declarationsIn(module: unknown, loc: readonly string[]): readonly Declared[] {
  return isDefinedModule(module) ? declarationsBelow(module[moduleBrand].options ?? {}, loc) : [];
}

function declarationsBelow(tree: unknown, loc: readonly string[]): readonly Declared[] {
  if (isOption(tree)) {
    const below = isOptionType(tree.type) ? (tree.type.subModules ?? []) : [];
    return [{ loc, option: tree }, ...below.flatMap((module) => declarationsIn(module, loc))];
  }
  return Object.entries(Object(tree)).flatMap(([name, each]) => declarationsBelow(each, [...loc, name]));
}

describe("the shipped modules", () => {
  test("are those that the documentation names", () => {
    expect(names.toSorted()).toEqual([
      "assertions.ts",
      "environment.ts",
      "meta.ts",
      "networking.ts",
      "nixpkgs.ts",
      "services/nginx.ts",
      "services/openssh.ts",
      "systemd.ts",
      "users.ts",
    ]);
  });

  test.each(names)("%s stands alone", async (name) => {
    expect(evalModules({ modules: [await load(name)] }).output().diagnostics).toEqual([]);
  });

  test("change nothing until they are told to", async () => {
    const { config } = evalModules({ modules: await loadAll() });
    expect(config).toMatchObject({
      assertions: [{ assertion: true }],
      environment: { etc: {} },
      networking: { firewall: { allowedTCPPorts: [], enable: false } },
      services: { nginx: { enable: false }, openssh: { enable: false } },
      systemd: { services: {}, timers: {}, sockets: {}, targets: {} },
      users: { users: {}, groups: {} },
      warnings: [],
    });
  });

  test("document each of their options with a sentence, a type, and an example or a default", async () => {
    const options = optionsIn(evalModules({ modules: await loadAll() }).options);
    expect(options.length).toBeGreaterThan(100);
    const undocumented = options.filter(
      (option) =>
        !/^[A-Z][^]*[.]$/.test(String(option.description)) ||
        option.type.name === "unspecified" ||
        (option.example === undefined && !hasDefault(option) && option.readOnly !== true),
    );
    expect(undocumented.map(({ loc }) => showPath(loc))).toEqual([]);
  });

  test("say in words what a computed default is, and only there", async () => {
    const options = (await loadAll()).flatMap((module) => declarationsIn(module, []));
    // Settings of a package collection are never shown as they are.
    const hasText = ({ default: value, type }: Option<unknown>): boolean =>
      typeof value === "function" || type === types.nixpkgsConfig;
    const wrong = options.filter(({ option }) => hasText(option) !== (option.defaultText !== undefined));
    expect(options.length).toBeGreaterThan(100);
    expect(wrong.map(({ loc }) => showPath(loc))).toEqual([]);
  });

  test("give examples that their options accept", async () => {
    const options = optionsIn(evalModules({ modules: await loadAll() }).options);
    const examples = options.filter(({ example }) => example !== undefined && typeof example !== "function");
    const refused = examples.filter(({ example, type }) => !isText(example) && !type.check(example));
    expect(examples.length).toBeGreaterThan(80);
    expect(refused.map(({ loc }) => showPath(loc))).toEqual([]);
  });
});

function isText(example: unknown): boolean {
  return typeof example === "object" && example !== null && "_type" in example;
}
