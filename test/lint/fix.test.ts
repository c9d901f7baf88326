// `--fix` mends what can be mended, and leaves everything else byte for byte.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { confix, writeFiles } from "../cli/run.ts";
import { lintIn } from "./lint-files.ts";

const head =
  'import { literalExpression, mkOption, types } from "confix";\nconst pkgs = { hello: { type: "derivation", name: "hello" } };\n';

/** A text, and what becomes of it; null: it stays as it is. */
const rows: readonly (readonly [string, string, string | null])[] = [
  [
    "an example is wrapped",
    `${head}export default { options: { a: mkOption({ type: types.package, example: pkgs.hello, description: "What it is." }) } };\n`,
    `${head}export default { options: { a: mkOption({ type: types.package, example: literalExpression("pkgs.hello"), description: "What it is." }) } };\n`,
  ],
  [
    "quotes and lines of an example are kept",
    `${head}export default {\n  options: {\n    a: mkOption({\n      type: types.attrs,\n      description: "What it is.",\n    }),\n    b: mkOption({\n      type: types.packageSet,\n      example: {\n        "a": pkgs.hello, // \`\${x}\`\n      },\n      description: "What it is.",\n    }),\n  },\n};\n`,
    `${head}export default {\n  options: {\n    a: mkOption({\n      type: types.attrs,\n      description: "What it is.",\n    }),\n    b: mkOption({\n      type: types.packageSet,\n      example: literalExpression(\`{\n  "a": pkgs.hello, // \\\`\\\${x}\\\`\n}\`),\n      description: "What it is.",\n    }),\n  },\n};\n`,
  ],
  [
    "what a function gives is what is shown",
    `${head}export default { options: { a: mkOption({ type: types.package, example: () => pkgs.hello, description: "What it is." }) } };\n`,
    `${head}export default { options: { a: mkOption({ type: types.package, example: literalExpression("pkgs.hello"), description: "What it is." }) } };\n`,
  ],
  [
    "an example in Markdown is no code",
    `import { literalMD, mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, example: literalMD("any"), description: "What it is." }) } };\n`,
    null,
  ],
  [
    "the text of a default is added in a line of its own",
    `${head}export default {\n  options: {\n    a: mkOption({\n\t\ttype: types.package,\n\t\tdefault: ({ config }) => pkgs.hello, // the usual one\n\t\tdescription: "What it is.",\n    }),\n  },\n};\n`,
    `${head}export default {\n  options: {\n    a: mkOption({\n\t\ttype: types.package,\n\t\tdefault: ({ config }) => pkgs.hello,\n\t\tdefaultText: literalExpression("pkgs.hello"), // the usual one\n\t\tdescription: "What it is.",\n    }),\n  },\n};\n`,
  ],
  [
    "the text of a default is added beside it",
    `${head}export default { options: { a: mkOption({ type: types.package, description: "What it is.", default: (pkgs.hello) }) } };\n`,
    `${head}export default { options: { a: mkOption({ type: types.package, description: "What it is.", default: (pkgs.hello), defaultText: literalExpression("pkgs.hello") }) } };\n`,
  ],
  [
    "a needless text goes with its line, and the ends of lines stay",
    `${head}export default {\r\n  options: {\r\n    a: mkOption({\r\n      type: types.str,\r\n      default: "x",\r\n      defaultText: literalExpression("x"),\r\n      description: "What it is.",\r\n    }),\r\n  },\r\n};\r\n`,
    `${head}export default {\r\n  options: {\r\n    a: mkOption({\r\n      type: types.str,\r\n      default: "x",\r\n      description: "What it is.",\r\n    }),\r\n  },\r\n};\r\n`,
  ],
  [
    "a needless text at the end goes with the comma before it",
    `${head}export default { options: { a: mkOption({ type: types.str, default: "x", description: "What it is.", defaultText: "y" }) } };\n`,
    `${head}export default { options: { a: mkOption({ type: types.str, default: "x", description: "What it is." }) } };\n`,
  ],
  [
    "a missing import is added to the one that is there",
    'import { mkOption, types } from "confix";\nconst hello = "/store/hello";\nexport default { options: { a: mkOption({ type: types.package, example: hello, description: "What it is." }) } };\n',
    'import { mkOption, types, literalExpression } from "confix";\nconst hello = "/store/hello";\nexport default { options: { a: mkOption({ type: types.package, example: literalExpression("hello"), description: "What it is." }) } };\n',
  ],
  [
    "an import of everything is enough",
    'import * as c from "confix";\nexport default { options: { a: c.mkOption({ type: c.types.package, example: "/x", description: "What it is." }) } };\n',
    'import * as c from "confix";\nexport default { options: { a: c.mkOption({ type: c.types.package, example: c.literalExpression(`"/x"`), description: "What it is." }) } };\n',
  ],
  [
    "the old name is replaced where it is imported and called",
    'import { literalExample, mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, default: "/x", example: literalExample("literalExample"), description: "What it is." }) } };\n',
    'import { literalExpression, mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, default: "/x", defaultText: literalExpression(`"/x"`), example: literalExpression("literalExample"), description: "What it is." }) } };\n',
  ],
  [
    "the old name goes where the new one is imported already",
    'import { mkOption, literalExpression, types, literalExample } from "confix";\nexport default { options: { a: mkOption({ type: types.package, default: "/x", defaultText: literalExpression("x"), example: literalExample("y"), description: "What it is." }) } };\n',
    'import { mkOption, literalExpression, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, default: "/x", defaultText: literalExpression("x"), example: literalExpression("y"), description: "What it is." }) } };\n',
  ],
  [
    "a name that was given to it stays",
    'import { literalExample as code, mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, example: code("y"), description: "What it is." }) } };\n',
    'import { literalExpression as code, mkOption, types } from "confix";\nexport default { options: { a: mkOption({ type: types.package, example: code("y"), description: "What it is." }) } };\n',
  ],
  [
    "a mark of the byte order stays",
    `\uFEFF${head}export default { options: { a: mkOption({ type: types.package, example: "/x", description: "What it is." }) } };`,
    `\uFEFF${head}export default { options: { a: mkOption({ type: types.package, example: literalExpression(\`"/x"\`), description: "What it is." }) } };`,
  ],
  [
    "what the source does not show stays",
    `${head}const attributes = Object.assign({}, { type: types.package, example: "/x", description: "What it is." });\nexport default { options: { a: mkOption(attributes) } };\n`,
    null,
  ],
];

test.each(rows)("%s", async (_name, before, after) => {
  const cwd = writeFiles({ "a.ts": before });
  const shown = await confix(["lint", "a.ts", "--fix-dry-run"], { cwd });
  expect(readFileSync(join(cwd, "a.ts"), "utf8")).toBe(before);
  expect(shown.stderr).toMatch(
    after === null ? /^would mend 0 findings in 0 files$/m : /^would mend \d findings? in 1 file$/m,
  );
  expect(shown.stdout.includes("+++")).toBe(after !== null);
  await confix(["lint", "a.ts", "--fix"], { cwd });
  expect(readFileSync(join(cwd, "a.ts"), "utf8")).toBe(after ?? before);
  // It is a module as before, and nothing of what was mended is left.
  const again = await lintIn(cwd, ["a.ts"]);
  expect(again.stderr).toBe("");
  expect(again.found.length > 0).toBe(after === null);
});

test("the exit code and the report are about what is left", async () => {
  const text = `${head}export default { options: { a: mkOption({ type: types.package, example: "/x" }) } };\n`;
  const cwd = writeFiles({ "a.ts": text });
  const { exitCode, stdout, stderr } = await confix(["lint", "a.ts", "--fix"], { cwd });
  expect([exitCode, stderr]).toEqual([0, "mended 1 finding in 1 file\n"]);
  expect(stdout).toContain("0 errors, 1 warning");
});

test("a change is shown as a patch", async () => {
  const text = `${head}export default {\n  options: {\n    a: mkOption({ type: types.package, example: "/x", description: "What it is." }),\n  },\n};\n`;
  const cwd = writeFiles({ "a.ts": text });
  const { exitCode, stdout } = await confix(["lint", "a.ts", "--fix-dry-run"], { cwd });
  expect(exitCode).toBe(1);
  expect(stdout.split("\n").slice(0, 5)).toEqual([
    `--- ${cwd}/a.ts`,
    `+++ ${cwd}/a.ts`,
    "@@ -5 +5 @@",
    '-    a: mkOption({ type: types.package, example: "/x", description: "What it is." }),',
    '+    a: mkOption({ type: types.package, example: literalExpression(`"/x"`), description: "What it is." }),',
  ]);
});
