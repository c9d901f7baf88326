// What TypeScript knows of an evaluation that is extended.
import { defineModule, evalModules, mkOption, types } from "confix";
import { expectTypeOf, test } from "vitest";

const web = defineModule({
  options: { web: { port: mkOption({ type: types.port, default: 80, description: "Port." }) } },
});
const names = defineModule({
  options: { hostName: mkOption({ type: types.str, default: "a", description: "Name." }) },
});

test("what was known stays known when definitions are added", () => {
  const extended = evalModules({ modules: [web] }).extendModules({ modules: [{ web: { port: 81 } }] });
  expectTypeOf(extended.config.web.port).toEqualTypeOf<number>();
});

test("options of added modules are known, through several steps", () => {
  const extended = evalModules({ modules: [web] })
    .extendModules({ modules: [names] })
    .extendModules({ specialArgs: { region: "eu" } });
  expectTypeOf(extended.config.web.port).toEqualTypeOf<number>();
  expectTypeOf(extended.config.hostName).toEqualTypeOf<string>();
  // @ts-expect-error: no module declares it.
  void (() => extended.config.missing);
});
