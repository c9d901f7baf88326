// Starts main.ts on Node 20, which cannot read TypeScript by itself.
import { createJiti } from "jiti";

const { main } = await createJiti(import.meta.url).import("./main.ts");
process.exitCode = await main(process.argv.slice(2), process.env, (line) => process.stdout.write(`${line}\n`));
