// Helpers that make definitions: where TypeScript needs their type, and what it then checks.
import { type Definitions, defineModule, mkBefore, mkDefault, mkForce, mkIf, mkMerge, mkOption, types } from "confix";
import type { Property } from "confix";
import { describe, test } from "vitest";

const web = defineModule({
  options: {
    tags: mkOption({ type: types.listOf(types.str) }),
    level: mkOption({ type: types.enum(["a", "b"]) }),
    web: { enable: mkOption({ type: types.bool }), port: mkOption({ type: types.port }) },
  },
});

describe("a helper that returns a property", () => {
  test("says of what, by its return type or by the argument of the property", () => {
    const tag = (text: string): Property<readonly string[]> => mkBefore([text]);
    const other = (text: string) => mkBefore<readonly string[]>([text]);
    const level = (): Property<"a" | "b"> => mkForce("a");
    web.config({ tags: tag("x"), level: level() });
    web.config(mkIf(({ config }) => config.web.enable, { tags: mkMerge([tag("x"), other("y"), ["z"]]) }));
    // @ts-expect-error a helper for another option
    web.config({ level: tag("a") });
    // @ts-expect-error its content is checked
    void ((): Property<readonly string[]> => mkBefore([1]));
    const untold = (text: string) => mkBefore([text]);
    // @ts-expect-error without its type TypeScript does not know what it defines
    web.config({ tags: untold("x") });
  });

  test("defines options of a module as `Definitions` of it, and knows `config`", () => {
    const open = (port: number): Definitions<typeof web> =>
      mkIf(({ config }) => config.web.enable, { web: mkDefault({ port }), level: ({ config }) => config.level });
    web.config(open(80));
    web.config(mkMerge([open(80), mkIf(true, open(81))]));
    // @ts-expect-error a misspelt option
    void ((): Definitions<typeof web> => mkIf(true, { web: { port: 1, prt: 1 } }));
    // @ts-expect-error a wrong value
    void ((): Definitions<typeof web> => mkForce({ level: "c" }));
  });
});
