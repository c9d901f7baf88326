// Modules that are imported by very many ways: each of 40 layers imports both files of the next one.
import { expect, test } from "vitest";
import { confix, writeFiles } from "./run.ts";

const layers = 40;

function layered(last: string): Readonly<Record<string, string>> {
  const files: Record<string, string> = { "host.js": "export default { imports: ['./a0.js', './b0.js'] };\n" };
  for (let at = 0; at < layers; at += 1) {
    const next = at + 1 === layers ? last : `"./a${at + 1}.js", "./b${at + 1}.js"`;
    for (const side of ["a", "b"]) files[`${side}${at}.js`] = `export default { imports: [${next}] };\n`;
  }
  return files;
}

const declared = {
  "end.js":
    'import { mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.int, default: 1 }) } };\n',
};

test("are shown once each in the graph", async () => {
  const cwd = writeFiles({ ...layered('"./end.js"'), ...declared });
  const { stdout, exitCode } = await confix(["graph", "host.js", "--format", "json"], { cwd });
  expect(exitCode).toBe(0);
  const { nodes, edges } = JSON.parse(stdout) as { nodes: unknown[]; edges: unknown[] };
  expect(nodes).toHaveLength(2 * layers + 2);
  expect(edges).toHaveLength(2 + 4 * (layers - 1) + 2);
});

test("are documented, into files", async () => {
  const cwd = writeFiles({ ...layered('"./end.js"'), ...declared });
  const argv = ["options", "host.js", "--format", "json"];
  expect(await confix([...argv, "--out", "options.json"], { cwd })).toMatchObject({ exitCode: 0 });
  const over = await confix([...argv, "--out", "end.js"], { cwd });
  expect(over).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("would overwrite a module") });
});

test("are told to be missing, once", async () => {
  const cwd = writeFiles(layered('"./missing.js"'));
  const { stderr, exitCode } = await confix(["eval", "host.js"], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr.match(/missing\.js/gu)?.length).toBeLessThan(10);
});
