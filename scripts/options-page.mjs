// Writes the script and the styles of the page of all options as a table for src/docs/html: `npm run options-page`.
// With `--check` it only tells whether the table is fresh. A file may be named in its place.
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { askedFile, writeOrCheck } from "./written-file.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The text of a file with all that it imports, small. */
async function bundle(path) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [path],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    // Nothing of the settings is for browsers.
    tsconfigRaw: {},
    target: "es2022",
    charset: "ascii",
    legalComments: "none",
    write: false,
    logLevel: "warning",
  });
  const text = outputFiles[0].text.trim();
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${path} cannot stand in an HTML document`);
  return text;
}

/** As a Content-Security-Policy names a text that it allows. */
function hash(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function literal(text) {
  return `\`${text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
}

const script = await bundle("src/docs/html/client/page.ts");
const style = await bundle("src/docs/html/client/page.css");
const fresh = `// The script and the styles of the page of all options. Written by scripts/options-page.mjs from ../client: \`npm run options-page\`.

/** Each text, and its hash as the policy of the page names it. */
export const pageFiles: Readonly<Record<"script" | "scriptHash" | "style" | "styleHash", string>> = {
  script: ${literal(script)},
  scriptHash: "${hash(script)}",
  style: ${literal(style)},
  styleHash: "${hash(style)}",
};
`;

writeOrCheck(askedFile(join(root, "src/docs/html/tables/page-files.ts")), fresh, "npm run options-page");
