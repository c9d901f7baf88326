import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Ways } from "../../src/host/ways.ts";
import { writeFiles } from "./temporary-files.ts";

/** The spots on the way of a path in a folder with files and links, as paths in that folder. */
function spots(path: string, links: Readonly<Record<string, string>> = {}): readonly string[] {
  const folder = writeFiles({ "real/in/a.yaml": "", "real/b.yaml": "" });
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, name));
  const found = new Ways().spots(join(folder, path));
  return found.map((spot) => join(spot.folder, spot.name).replace(`${folder}/`, ""));
}

test("of a file without links is where it lies", () => {
  expect(spots("real/in/a.yaml")).toEqual(["real/in/a.yaml"]);
});

test("are all links, in the order in which they are followed, and the end", () => {
  const links = { one: "two/in", two: "real", "real/in/c.yaml": "../b.yaml" };
  expect(spots("one/c.yaml", links)).toEqual(["one", "two", "real/in/c.yaml", "real/b.yaml"]);
});

test("take `..` in a link from where the links before it lead", () => {
  expect(spots("b", { deep: "real/in", b: "deep/../b.yaml" })).toEqual(["b", "deep", "real/b.yaml"]);
});

test("end where something is missing, also behind links", () => {
  expect(spots("real/no/such/a.yaml")).toEqual(["real/no"]);
  expect(spots("gone/a.yaml", { gone: "real/no/such" })).toEqual(["gone", "real/no"]);
});

test("end at a file that stands where a folder should be", () => {
  expect(spots("by/in/a.yaml", { by: "real/b.yaml" })).toEqual(["by", "real/b.yaml"]);
});

test("come to an end where links go round in a circle", () => {
  const found = spots("one/a.yaml", { one: "two/x", two: "one/../two" });
  expect(new Set(found)).toEqual(new Set(["one", "two"]));
});
