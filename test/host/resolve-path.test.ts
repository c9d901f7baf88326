import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { isBuilt, modulesPath } from "../../src/host/modules-path.ts";
import { packageRoot, packageVersion } from "../../src/host/package-root.ts";
import { resolvePath } from "../../src/host/resolve-path.ts";
import { modulesPath as publicPath } from "../../src/node.ts";
import { writeFiles } from "./temporary-files.ts";

test("a relative path hangs off the file that says it, or off the given folder", () => {
  expect(resolvePath("./b.yaml", "/etc/a.ts", "/home")).toBe("/etc/b.yaml");
  expect(resolvePath("../b.yaml", "/etc/x/a.ts", "/home")).toBe("/etc/b.yaml");
  expect(resolvePath("b.yaml", "/etc/a.ts", "/home")).toBe("/etc/b.yaml");
  for (const from of [null, "<stdin>", "--set a.b"]) expect(resolvePath("b.yaml", from, "/home")).toBe("/home/b.yaml");
});

test("an absolute path and a file URL are taken as they are", () => {
  expect(resolvePath("/srv/b.yaml", "/etc/a.ts", "/home")).toBe("/srv/b.yaml");
  expect(resolvePath(pathToFileURL("/srv/b c.yaml").href, "/etc/a.ts", "/home")).toBe("/srv/b c.yaml");
});

test("links are followed, so that one file has one path", () => {
  const folder = writeFiles({ "real/a.yaml": "" });
  symlinkSync(join(folder, "real"), join(folder, "linked"));
  symlinkSync(join(folder, "real/a.yaml"), join(folder, "b.yaml"));
  for (const path of ["linked/a.yaml", "b.yaml", "real/../real/a.yaml"]) {
    expect(resolvePath(path, null, folder)).toBe(join(folder, "real/a.yaml"));
  }
});

test("`modulesPath` is a plain string: the folder of the shipped modules of what runs", () => {
  expect(publicPath).toBe(modulesPath);
  expect(isBuilt).toBe(false);
  expect(modulesPath).toBe(join(packageRoot, "modules"));
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});

test("`confix/modules/x` lies below the shipped modules, whoever says it", () => {
  expect(resolvePath("confix/modules/no/such", "/etc/a.yaml", "/home")).toBe(join(modulesPath, "no/such"));
});
