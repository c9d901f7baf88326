import { expect, test } from "vitest";
import { externalPath, path, pathInStore, pathWith } from "../../src/types/path.ts";
import { str } from "../../src/types/str.ts";
import { accepts, conflicts, failureOf, merges, refuses } from "./expect-type.ts";

const hash = "0lz9p8xhf89kb1c1kk6jxrzskaiygnlh";

accepts(path, ["/", "/etc/hosts", "/with space", `/nix/store/${hash}-bash`, "/../x"]);
refuses(path, [
  ["", '"" does not start with `/`'],
  ["etc/hosts", '"etc/hosts" does not start with `/`'],
  ["./x", '"./x" does not start with `/`'],
  ["~/x", '"~/x" does not start with `/`'],
  [1, null],
  [null, null],
  [new URL("file:///x"), null],
]);
merges(path, [[["/x", "/x"], "/x"]]);
conflicts(path, [[["/x", "/x/"], "conflict"]]);

const notInObject = (text: string): string => `"${text}" is not in an object of \`/nix/store\``;
accepts(pathInStore, [
  `/nix/store/${hash}-bash-5.2-p15.drv`,
  `/nix/store/${hash}-bash-5.2-p15`,
  `/nix/store/${hash}-bash-5.2-p15/bin/bash`,
  `//nix//store/./${hash}-x`,
  `/nix/store/../store/${hash}-x`,
]);
refuses(pathInStore, [
  ["", notInObject("")],
  ["/nix/store", notInObject("/nix/store")],
  ["/nix/store/", notInObject("/nix/store/")],
  ["/nix/store/.links", notInObject("/nix/store/.links")],
  ["/foo/bar", notInObject("/foo/bar")],
  [`/nix/store/${hash}`, notInObject(`/nix/store/${hash}`)],
  [`/nix/store/${hash}-`, notInObject(`/nix/store/${hash}-`)],
  [`/nix/store/${hash}-a/../..`, notInObject(`/nix/store/${hash}-a/../..`)],
  [`nix/store/${hash}-a`, notInObject(`nix/store/${hash}-a`)],
  [null, null],
]);

accepts(externalPath, ["/foo/bar", "/", "/nix/store", "/nix/var"]);
refuses(externalPath, [
  [`/nix/store/${hash}-bash`, `"/nix/store/${hash}-bash" is in \`/nix/store\``],
  [`/nix/./store/${hash}-bash/bin`, `"/nix/./store/${hash}-bash/bin" is in \`/nix/store\``],
  ["", '"" does not start with `/`'],
  ["./foo/bar", '"./foo/bar" does not start with `/`'],
]);

const relative = pathWith({ absolute: false });
accepts(relative, ["", "x", "../x", "C:\\x"]);
refuses(relative, [["/x", '"/x" starts with `/`']]);
accepts(pathWith({}), ["", "x", "/x"]);
refuses(pathWith({}), [[1, null]]);

test("agrees with equal parameters alone", () => {
  expect(path.typeMerge(pathWith({ absolute: true, inStore: null }))).toBe(path);
  expect(path.typeMerge(externalPath)).toBeNull();
  expect(pathInStore.typeMerge(pathWith({ inStore: true, absolute: true }))).toBeNull();
  expect(path.typeMerge(str)).toBeNull();
});

test("no path is relative and in the store", () => {
  const message = "`types.pathWith`: a path in the store is absolute.";
  expect(failureOf(() => pathWith({ absolute: false, inStore: true }))).toBe(message);
});
