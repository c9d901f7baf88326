// Starts main.ts on Node 20, which cannot read TypeScript by itself; `confix` is the source of this repository.
import { fileURLToPath } from "node:url";
import { createJiti } from "jiti";

const alias = { confix: fileURLToPath(new URL("../../src/index.ts", import.meta.url)) };
const { main } = await createJiti(import.meta.url, { alias }).import("./main.ts");
process.exitCode = await main(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
