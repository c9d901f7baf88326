// Writes docs/diagnostics.md from the catalogue: `npm run diagnostics-page`. With `--check` it only tells whether it is fresh.
// A file may be named in place of docs/diagnostics.md.
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { askedFile, writeOrCheck } from "./written-file.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = (path) => createJiti(import.meta.url).import(join(root, "src/diagnostics", path));
const { catalog } = await load("catalog.ts");
const { codeExamples } = await load("examples/code-examples.ts");
const { explanationParagraphs } = await load("explain-code.ts");
const { showExample } = await load("examples/show-example.ts");

/** The tables of the catalogue, in the order in which a reader meets their codes. */
const themes = [
  ["Options and their names", "What modules declare, and the names under which others define and read it.", "options"],
  ["Values", "Computing, merging and printing what options hold.", "values"],
  ["Modules", "What stands in the place of a module, what it imports, and the arguments it gets.", "modules"],
  ["Files, flags and the environment", "What comes from outside.", "files"],
  ["Systems", "System strings and platforms.", "systems"],
  ["Lint", "What `confix lint` finds. The code is the name of the rule.", "lint"],
];

const head = `# Codes

Everything that Confix reports has a code. Codes are stable: the wording of a report may become better, its code stays.
\`confix explain CODE\` prints what stands here about one of them.

<!-- Written by scripts/diagnostics-page.mjs from src/diagnostics: \`npm run diagnostics-page\`. -->
`;

const languages = { ".ts": "ts", ".mjs": "js", ".json": "json", ".yaml": "yaml", ".toml": "toml", ".ini": "ini" };

function showPiece({ file, text }) {
  const name = file === null ? "" : `\`${file}\`:\n\n`;
  const language = file === null ? "console" : (languages[extname(file)] ?? "text");
  return `${name}\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

// Not every reader of Markdown makes anchors of headings, nor the same ones; a code is its own.
const anchor = (name) => `<a id="${name}"></a>`;

function showCode(code) {
  const { wrong, right } = showExample(codeExamples[code]);
  const [meaning, ...notes] = explanationParagraphs(code);
  return [
    `### ${anchor(code)}\`${code}\``,
    `*${catalog[code].severity}.* ${meaning}`,
    ...notes,
    ...wrong.map(showPiece),
    "Instead:",
    ...right.map(showPiece),
  ].join("\n\n");
}

async function codesOf(table) {
  const [entries] = Object.values(await load(`catalog/${table}.ts`)).filter((value) => typeof value === "object");
  return Object.keys(entries);
}

const sections = await Promise.all(
  themes.map(async ([title, about, table]) => ({ title, about, table, codes: await codesOf(table) })),
);
const listed = sections.flatMap(({ codes }) => codes);
const missing = Object.keys(catalog).filter((code) => !listed.includes(code));
if (missing.length > 0) throw new Error(`no theme has ${missing.join(", ")}: a table of the catalogue is missing`);

const contents = sections.map(({ title, table, codes }) => {
  const links = codes.map((code) => `[\`${code}\`](#${code})`);
  return `**[${title}](#${table})**: ${links.join(", ")}`;
});
const bodies = sections.map(({ title, about, table, codes }) =>
  [`## ${anchor(table)}${title}`, about, ...codes.map((code) => showCode(code))].join("\n\n"),
);
const fresh = `${[head.trimEnd(), ...contents, ...bodies].join("\n\n")}\n`;

writeOrCheck(askedFile(join(root, "docs/diagnostics.md")), fresh, "npm run diagnostics-page");
