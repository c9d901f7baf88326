// Every case of the evaluator is linted: its tests evaluate by way of `lint-cases.ts`.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folders = ["evaluate", "types", "authoring"];
const direct = /import \{[^}]*\bevalModules\b[^}]*\} from "(?:confix|[./]*\/src\/[^"]*)"/;

test("no test of the evaluator evaluates without being linted", () => {
  const found = folders.flatMap((folder) => {
    const all = readdirSync(new URL(`../${folder}/`, import.meta.url)).filter((name) =>
      /(?<!\.test-d)\.ts$/.test(name),
    );
    expect(all.length).toBeGreaterThan(10);
    return all
      .filter((name) => direct.test(readFileSync(new URL(`../${folder}/${name}`, import.meta.url), "utf8")))
      .map((name) => `${folder}/${name}`);
  });
  expect(found).toEqual(["evaluate/lint-cases.ts"]);
});
