// Writes the JSON Schema of every document in schemas/ beside it: `npm run schemas`. A test checks that they are fresh.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "schemas");
const { documents, jsonSchemaText } = await createJiti(import.meta.url).import(join(folder, "json-schema.ts"));

for (const [name, document] of Object.entries(documents)) {
  writeFileSync(join(folder, `${name}.json`), jsonSchemaText(document));
}
