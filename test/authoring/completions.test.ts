// What an editor offers while definitions are written: the names of options, also directly inside properties.
import { beforeAll, describe, expect, test } from "vitest";
import { completionsOf, here } from "./language-server.ts";

const web = ["enable", "level", "site"];
const top = ["networking", "services"];

const cases: readonly (readonly [code: string, offered: readonly string[]])[] = [
  [`web.config({ ${here} })`, top],
  [`web.config(() => ({ ${here} }))`, top],
  [`web.config(mkIf(true, { ${here} }))`, top],
  [`web.config(mkIf(({ config }) => config.services.web.enable, { ${here} }))`, top],
  [`web.config(mkMerge([{ ${here} }]))`, top],
  [`web.config(mkForce({ ${here} }))`, top],
  [`web.config(mkAssert(true, "", { ${here} }))`, top],
  [`web.config(mkMerge([mkIf(true, { services: { ${here} } })]))`, ["web"]],
  [`web.config({ services: { web: mkDefault({ ${here} }) } })`, web],
  [`web.config({ services: { web: mkOverride(5, { ${here} }) } })`, web],
  [`web.config({ services: { web: { site: mkBefore({ ${here} }) } } })`, ["root"]],
  [`web.config({ services: { web: { level: "${here}" } } })`, ["debug", "info"]],
  [`web.config({ services: { web: { level: mkForce("${here}") } } })`, ["debug", "info"]],
  [`web.config({ services: { web: { level: mkMerge(["${here}"]) } } })`, ["debug", "info"]],
  [`web.config(mkIf(({ config }) => config.${here}, {}))`, top],
  [`web.config({ networking: { ports: ({ config }) => config.services.web.${here} } })`, web],
  [`mkOption({ type: types.enum(["debug", "info"]), default: "${here}" })`, ["debug", "info"]],
  [`mkOption({ type: types.submodule(site), default: { ${here} } })`, ["root"]],
  [`site.config(mkIf(true, { ${here} }))`, ["root"]],
];

const program = `
  import { defineModule, defineSubmodule, mkAssert, mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption, mkOverride, types } from "confix";
  const site = defineSubmodule({ freeformType: types.attrsOf(types.str), options: { root: mkOption({ type: types.str }) } });
  const web = defineModule({
    options: {
      networking: { ports: mkOption({ type: types.listOf(types.port) }) },
      services: {
        web: {
          enable: mkOption({ type: types.bool }),
          level: mkOption({ type: types.enum(["debug", "info"]) }),
          site: mkOption({ type: types.submodule(site) }),
        },
      },
    },
  });
${cases.map(([code]) => `  ${code};`).join("\n")}
`;

let offered: readonly (readonly string[] | null)[] = [];

beforeAll(async () => {
  offered = await completionsOf(program);
}, 120_000);

describe("an editor offers", () => {
  test.each(cases.map(([code, names], at) => [code, names, at] as const))("%s", (_code, names, at) => {
    expect(offered[at]).toEqual(names);
  });
});
