// The changes that diagnostics offer: made as they say, they mend what is wrong.
import { describe, expect, test } from "vitest";
import { check, type Place, type Reported } from "./marked-files.ts";

const head = 'import { mkOption, types } from "confix";\n';
const declarations = `${head}export default {
  options: {
    services: {
      web: mkOption({ type: types.int, default: 0 }),
      port: mkOption({ type: types.port, default: 80 }),
      "two words": mkOption({ type: types.int, default: 0 }),
    },
    host: mkOption({ type: types.str, default: "" }),
  },
};
`;

/** The text after a change. */
function changed(text: string, { origin, text: inserted }: NonNullable<Reported["edit"]>): string {
  const offset = (line = 1, column = 1): number =>
    text
      .split("\n")
      .slice(0, line - 1)
      .reduce((sum, each) => sum + each.length + 1, 0) +
    column -
    1;
  const { line, column, endLine, endColumn }: Place = origin;
  return text.slice(0, offset(line, column)) + inserted + text.slice(offset(endLine, endColumn));
}

async function mend(name: string, text: string, more: Readonly<Record<string, string>> = {}): Promise<string | null> {
  const files = { "declarations.ts": declarations, ...more };
  const main = [...Object.keys(more), name];
  const { found } = await check({ ...files, [name]: text }, ["declarations.ts", ...main]);
  expect(found).toHaveLength(1);
  const [{ edit } = { edit: null }] = found;
  if (edit === null) return null;
  expect(edit.origin.file.endsWith(`/${name}`)).toBe(true);
  const after = changed(text, edit);
  expect((await check({ ...files, [name]: after }, ["declarations.ts", ...main])).found).toEqual([]);
  return after;
}

describe("a misspelt name", () => {
  test.each([
    ["host.ts", "export default { services: { prot: 1 } };", "export default { services: { port: 1 } };"],
    ["host.ts", 'export default { "sevices": { port: 1 } };', "export default { services: { port: 1 } };"],
    [
      "host.ts",
      "const prot = 1;\nexport default { services: { prot } };",
      "const prot = 1;\nexport default { services: { port: prot } };",
    ],
    ["host.ts", "export default { services: { twowords: 1 } };", 'export default { services: { "two words": 1 } };'],
    ["host.json", '{ "services": { "prot": 1 } }', '{ "services": { "port": 1 } }'],
    ["host.jsonc", '{ "services": { /* that */ "prot": 1 } }', '{ "services": { /* that */ "port": 1 } }'],
    ["host.yaml", "services:\n  prot: 1\n", "services:\n  port: 1\n"],
    ["host.yaml", "services: { twowords: 1 }\n", 'services: { "two words": 1 }\n'],
    ["host.toml", "[services]\nprot = 1\n", "[services]\nport = 1\n"],
    ["host.toml", "services.prot = 1\n", "services.port = 1\n"],
  ])("in %s: %s", async (name, text, after) => {
    expect(await mend(name, text)).toBe(after);
  });

  test.each([
    ["that is near to nothing", "host.ts", "export default { services: { certificates: 1 } };"],
    ["whose right form is defined beside it", "host.ts", "export default { services: { prot: 1, port: 2 } };"],
    ["whose right form is defined beside it, as data", "host.yaml", "services:\n  prot: 1\n  port: 2\n"],
    ["that is computed", "host.ts", 'const name = "prot";\nexport default { services: { [name]: 1 } };'],
  ])("%s is left to its author", async (_which, name, text) => {
    expect(await mend(name, text)).toBeNull();
  });

  test("that several modules use is left to their authors", async () => {
    expect(
      await mend("host.ts", "export default { services: { prot: 1 } };", { "a.json": '{ "services": { "prot": 1 } }' }),
    ).toBeNull();
  });
});

describe("the old name of an option", () => {
  const renames = `import { mkRenamedOptionModule } from "confix";
export default {
  imports: [
    mkRenamedOptionModule(["services", "www"], ["services", "web"]),
    mkRenamedOptionModule(["webPort"], ["services", "port"]),
  ],
};
`;

  test("becomes the new one where they stand side by side", async () => {
    expect(await mend("host.yaml", "services:\n  www: 1\n", { "renames.ts": renames })).toBe("services:\n  web: 1\n");
  });

  test("is left to its author where the new one stands elsewhere", async () => {
    expect(await mend("host.yaml", "webPort: 1\n", { "renames.ts": renames })).toBeNull();
  });
});

describe("a conflict", () => {
  const other = { "a.json": '{ "host": "a" }' };

  test.each([
    [
      'import { mkForce } from "confix";\nexport default { host: "b" };',
      'import { mkForce } from "confix";\nexport default { host: mkForce("b") };',
    ],
    [
      'import { mkIf, mkForce as must } from "confix";\nexport default { host: mkIf(true, () => "b") };',
      'import { mkIf, mkForce as must } from "confix";\nexport default { host: mkIf(true, must(() => "b")) };',
    ],
    [
      'import * as confix from "confix";\nconst host = "b";\nexport default confix.mkIf(true, { host });',
      'import * as confix from "confix";\nconst host = "b";\nexport default confix.mkIf(true, { host: confix.mkForce(host) });',
    ],
    [
      'import { mkIf } from "confix";\nexport default { host: mkIf(true, "b") };',
      'import { mkIf, mkForce } from "confix";\nexport default { host: mkIf(true, mkForce("b")) };',
    ],
  ])("lets the last of the definitions in scripts win: %s", async (text, after) => {
    expect(await mend("host.ts", text, other)).toBe(after);
  });

  test("of definitions with a priority is left to their authors: it cannot have two", async () => {
    const text = 'import { mkDefault } from "confix";\nexport default { host: mkDefault("b") };';
    const weak = 'import { mkDefault } from "confix";\nexport default mkDefault({ host: "a" });';
    expect(await mend("host.ts", text, { "weak.ts": weak })).toBeNull();
  });

  test("in data files is left to their authors, who cannot write `mkForce` there", async () => {
    expect(await mend("host.yaml", "host: b\n", other)).toBeNull();
  });
});
