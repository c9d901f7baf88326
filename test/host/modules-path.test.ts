import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { modulesPath } from "../../src/node.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { declare, evaluate } from "./load.ts";

test("every module gets `modulesPath`, the absolute path of the shipped modules", async () => {
  const text =
    'import { mkOption } from "confix";\nexport default ({ modulesPath }) => ({ options: { a: mkOption({ default: modulesPath }) } });';
  expect(await evaluate({ "host.ts": text }, "host.ts")).toEqual({ a: modulesPath });
});

test("a file below it that is not there is named with its whole path", async () => {
  const text = `${declare("a").replace("export default {", "export default ({ modulesPath }) => ({ imports: [`${modulesPath}/no/such`],").trimEnd().replace(/;$/, ");")}`;
  const [found] = await diagnosticsOf(async () => await evaluate({ "host.ts": text }, "host.ts"));
  expect(found).toMatchObject({ code: "file-not-found", data: { file: join(modulesPath, "no/such") } });
});

describe("a shipped module", () => {
  const byPath = "export default ({ modulesPath }) => ({ imports: [`${modulesPath}/services/nginx`] });";
  const byValue = 'import nginx from "confix/modules/services/nginx";\nexport default { imports: [nginx] };';
  const enable = { set: { "services.nginx.enable": true } };

  test.each([
    ["by path", { "host.ts": byPath }, ["host.ts"]],
    ["by value", { "host.ts": byValue }, ["host.ts"]],
    ["by both, which is one module", { "a.ts": byPath, "b.ts": byValue }, ["a.ts", "b.ts"]],
    ["in a data file", { "host.yaml": "imports: [confix/modules/services/nginx]\n" }, ["host.yaml"]],
    ["on the command line", {}, ["confix/modules/services/nginx"]],
  ])("is imported %s, named without extension", async (_name, files, main) => {
    expect(await evaluate(files, main, enable)).toMatchObject({ services: { nginx: { enable: true } } });
  });

  test("is disabled by a bare relative string; with `./` that is another file", async () => {
    const disable = (item: string): Record<string, string> => ({
      "off.ts": `export default { disabledModules: ["${item}"] };`,
    });
    const main = ["host.ts", "off.ts"];
    expect(await evaluate({ "host.ts": byPath, ...disable("services/nginx") }, main)).not.toHaveProperty(
      "services.nginx",
    );
    expect(await evaluate({ "host.ts": byPath, ...disable("./services/nginx") }, main)).toHaveProperty(
      "services.nginx",
    );
  });
});
