// Writes the tables of docs/systems.md from the code: `npm run systems-tables`. With `--check` it only tells whether they are fresh.
// A file may be named in place of docs/systems.md.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";
import { askedFile, writeOrCheck } from "./written-file.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const load = (path) => createJiti(import.meta.url).import(join(root, path));
const { systems } = await load("src/systems/index.ts");
const { patterns } = await load("src/systems/tables/patterns.ts");
const { listPredicates } = await load("src/systems/tables/doubles.ts");
const { featureAttributes } = await load("src/systems/tables/architectures.ts");

const line = (cells) => `| ${cells.join(" | ")} |`;

/** A Markdown table. */
function table(heads, rows) {
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

const code = (text) => `\`${text}\``;
const codes = (names) => names.map(code).join(", ");

/** `cpu.family = "arm"` and `cpu.bits = 32`, as the attributes of what `parse` returns are called. */
const attributeNames = { "cpu.order": "cpu.significantByte.name", "kernel.format": "kernel.execFormat.name" };

function condition([name, value]) {
  if (name === "kernel.family") return code(`kernel.families.${value}`);
  return code(`${attributeNames[name] ?? name} = ${JSON.stringify(value)}`);
}

function describe(alternatives) {
  const texts = alternatives.map((pattern) =>
    Object.entries(pattern)
      .flatMap(([part, wanted]) => Object.entries(wanted).map(([name, value]) => condition([`${part}.${name}`, value])))
      .join(" and "),
  );
  return texts.join("; or ");
}

function someOf(names) {
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const more = names.length - shown.length;
  return names.length === 0 ? "none" : `${codes(shown)}${more === 0 ? "" : ` and ${more} more`}`;
}

const byName = (left, right) => (left[0].toLowerCase() < right[0].toLowerCase() ? -1 : 1);

const tables = {
  predicates: table(
    ["predicate", "true where", "of the supported doubles"],
    Object.entries(patterns)
      .toSorted(byName)
      .map(([name, alternatives]) => [
        code(name),
        describe(alternatives),
        someOf(systems.doubles.all.filter((double) => systems.predicates[name](double))),
      ]),
  ),
  doubles: table(
    ["list", "its doubles are those with", "how many"],
    [
      ...Object.entries(listPredicates).map(([name, predicate]) => [name, code(predicate)]),
      ["all", "every supported double"],
      ["gnu", "Linux, and a GNU ABI by default"],
      ["none", "nothing: it is empty"],
    ]
      .toSorted(byName)
      .map(([name, what]) => [code(`doubles.${name}`), what, systems.doubles[name].length]),
  ),
  features: table(
    ["attribute", "micro-architectures (`gcc.arch`) of which it is true"],
    Object.entries(featureAttributes).map(([name, feature]) => [
      code(name),
      codes(
        Object.entries(systems.architectures.features).flatMap(([arch, has]) => (has.includes(feature) ? [arch] : [])),
      ),
    ]),
  ),
};

const file = askedFile(join(root, "docs/systems.md"));
const text = readFileSync(file, "utf8");
const fresh = Object.entries(tables).reduce((page, [name, content]) => {
  const [begin, end] = [`<!-- begin ${name}: written by scripts/systems-tables.mjs -->`, `<!-- end ${name} -->`];
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`${file} has no place for the table "${name}": ${begin} … ${end}`);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}, text);

writeOrCheck(file, fresh, "npm run systems-tables");
