// Holds package.json, the lock file and .ci/run to what the sources and the README say.
import { describe, expect, test } from "vitest";
import { listSources, readText } from "./files.ts";
import { readImports } from "./read-imports.ts";

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly version: string;
  readonly packages: Readonly<Record<string, Manifest & { readonly resolved?: string; readonly link?: boolean }>>;
}

// The casts: both files are our own, and npm has read them before this test could run.
const manifest = JSON.parse(readText("package.json")) as Manifest;
const lock = JSON.parse(readText("package-lock.json")) as Lock;

describe("package.json", () => {
  test("depends on exactly the packages that the sources import", () => {
    const imported = listSources("src", "schemas", "modules")
      .flatMap((file) => readImports(file, readText(file)))
      .flatMap(({ specifier }) => specifier ?? [])
      .filter((specifier) => !/^(\.|node:|confix(\/|$))/.test(specifier))
      .map((specifier) => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0]);
    expect([...new Set(imported)].toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted());
  });

  test("pins every version", () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

describe("package-lock.json", () => {
  test("is of this package.json", () => {
    const { version, dependencies, devDependencies } = lock.packages[""] ?? {};
    expect({ version, dependencies, devDependencies }).toEqual({
      version: manifest.version,
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  test("names no address but the public registry's", () => {
    const addresses = Object.entries(lock.packages).filter(([path]) => path !== "");
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter(([, entry]) => !entry.resolved?.startsWith("https://registry.npmjs.org/"))).toEqual([]);
  });

  test("knows every platform's packages, which npm leaves out where the registry has only some", () => {
    const optional = Object.values(lock.packages).flatMap((entry) =>
      Object.keys((entry as { optionalDependencies?: Readonly<Record<string, string>> }).optionalDependencies ?? {}),
    );
    expect(optional.length).toBeGreaterThan(50);
    expect(optional.filter((name) => !(`node_modules/${name}` in lock.packages))).toEqual([]);
  });
});

test(".ci/run ends with the test command of the README, which opens with it", () => {
  const command = readText(".ci/run").trimEnd().split("\n").at(-1) ?? "";
  expect(command).toBe("npm ci && npm test");
  const opening = readText("README.md").split("\n").slice(0, 40).join("\n");
  expect(opening).toContain(command);
  expect(opening).toContain("npm ci && npm start");
});
