// Places in what a restricted run reports: the process that may not load the parser has them found by the one that may.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confix, writeFiles } from "./run.ts";

const head = 'import { mkDefinition, mkOption, types } from "confix";\n';
const options = "options: { port: mkOption({ type: types.port, default: 80 }) }";

test("they are the same as without restriction", async () => {
  const cwd = writeFiles({
    "host.ts": `${head}export default { imports: ["./more.yaml"], ${options}, config: { prot: 1 } };\n`,
    "more.yaml": "port: x\n",
  });
  const open = await confix(["eval", "host.ts"], { cwd });
  const restricted = await confix(["eval", "host.ts", "--restricted"], { cwd });
  expect(open.stderr).toContain("> 1 | port: x");
  expect(restricted).toEqual(open);
});

test("so are the edits, also of a definition before one that cannot be changed", async () => {
  const cwd = writeFiles({
    "host.ts": `${head}export default { imports: ["./b.ts", "./more.yaml"], ${options}, config: { prot: 1, name: 1 } };\n`,
    "more.yaml": "port: 81\nname: 2\n",
    "b.ts": `${head}export default { options: { name: mkOption({ type: types.int }) }, config: { port: 82 } };\n`,
  });
  const args = ["eval", "host.ts", "more.yaml", "--error-format", "json"];
  const open = await confix(args, { cwd });
  const restricted = await confix([...args, "--restricted"], { cwd });
  const { diagnostics } = JSON.parse(open.stderr) as { diagnostics: readonly { code: string; edit: unknown }[] };
  expect(diagnostics.map(({ code, edit }) => [code, edit === null])).toEqual([
    ["conflict", false],
    ["undeclared-option", false],
    ["conflict", false],
  ]);
  expect(restricted).toEqual(open);
});

test("no line is shown of a file that the run may not read, whoever names it", async () => {
  const cwd = writeFiles({ "secret/key.txt": "the secret\n" });
  const secret = join(cwd, "secret/key.txt");
  const link = join(cwd, "host/link.txt");
  mkdirSync(join(cwd, "host"));
  symlinkSync(secret, link);
  for (const file of [secret, link]) {
    const value = `mkDefinition({ file: ${JSON.stringify(file)}, line: 1, value: "x" })`;
    writeFileSync(join(cwd, "host/host.ts"), `${head}export default { ${options}, config: { port: ${value} } };\n`);
    const run = await confix(["eval", "host/host.ts", "--restricted"], { cwd });
    expect(run.stderr).toContain(`in ${file}:1`);
    expect(run.stderr).not.toContain("the secret");
  }
});
