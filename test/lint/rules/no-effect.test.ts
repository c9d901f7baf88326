// definition/no-effect: a definition that holds has an effect.
import { expect, test } from "vitest";
import { findInConfiguration } from "../evaluated.ts";

const rule = "definition/no-effect";
const port = 'mkOption({ type: types.port, description: "Port to listen on." })';
const declaring = { "port.ts": `export default { options: { port: ${port} } };` };

/** The host, further files, and where something is found. */
const rows: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    "a default of its own file that is overridden there",
    {
      "a.ts": `export default { imports: ["./port.ts"], config: mkMerge([\n{ port: mkDefault(80) },\n{ port: 8080 }]) };`,
    },
    ["a.ts:3:19"],
  ],
  [
    "a plain definition that another file forces away",
    {
      "a.ts": 'export default { imports: ["./port.ts", "./b.ts"], config: { port: mkForce(1) } };',
      "b.ts": "export default {\nport: 2 };",
    },
    ["b.ts:3:7"],
  ],
  [
    "a default that another file overrides is there for that",
    {
      "a.ts": 'export default { imports: ["./port.ts", "./b.ts"], config: { port: 1 } };',
      "b.ts": "export default { port: mkDefault(2) };",
    },
    [],
  ],
  [
    "a condition that is false",
    { "a.ts": 'export default { imports: ["./port.ts"], config: mkMerge([{ port: 1 }, mkIf(false, { port: 2 })]) };' },
    [],
  ],
];

test.each(rows)("%s", async (_name, files, expected) => {
  expect(await findInConfiguration(rule, { ...files, ...declaring })).toEqual(expected);
});

test.each([
  ["while its module is disabled", "port: 1", ["a.ts:4:7"]],
  ["while it is enabled", "enable: true, port: 1", []],
  ["as a default", "port: mkDefault(1)", []],
] as const)("a definition %s", async (_name, config, expected) => {
  const web = `enable: mkOption({ type: types.bool, default: false }), port: ${port.replace("description", "default: 2, description")}`;
  const files = {
    "a.ts": `export default { imports: ["./web.ts"], config: {\nweb: {\n${config} } } };`,
    "web.ts": `export default { options: { web: { ${web} } } };`,
  };
  expect(await findInConfiguration(rule, files)).toEqual(expected);
});
