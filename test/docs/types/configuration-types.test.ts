// What the declarations of a configuration look like, and that they say what its users rely on.
import { describe, expect, test } from "vitest";
import { mkOption } from "../../../src/authoring/mk-option.ts";
import { mkRemovedOptionModule } from "../../../src/authoring/renames/mk-removed-option-module.ts";
import { mkRenamedOptionModule } from "../../../src/authoring/renames/do-rename.ts";
import { configurationTypes } from "../../../src/docs/types/configuration-types.ts";
import { knownTypes } from "../../../src/docs/types/types-writer.ts";
import { evalModules } from "../../../src/evaluate/index.ts";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { types } from "../../../src/types/types.ts";
import { samples } from "../json-schema/samples.ts";
import { compile } from "./compile.ts";

function typesOf(...modules: readonly unknown[]): string {
  return configurationTypes(evalModules({ modules }));
}

function typesOfOptions(options: object): string {
  return typesOf({ options });
}

const tree: AnyOptionType = types.submodule({
  options: { label: mkOption({ type: types.str }), kids: mkOption({ type: () => types.attrsOf(tree) }) },
});
const expression: AnyOptionType = types.attrTag({
  value: mkOption({ type: types.int }),
  sum: mkOption({ type: () => types.listOf(expression) }),
});
const freeform = types.submodule({
  freeformType: types.attrsOf(types.int),
  options: { b: mkOption({ type: types.str }) },
});

describe("the text", () => {
  test("tells every option with its description, names sorted", () => {
    const port = mkOption({ type: types.port, default: 80, description: "The {option}`port`.\n\nSecond paragraph." });
    expect(
      typesOfOptions({
        web: { port, enable: mkOption({ type: types.bool }) },
        "odd name": mkOption({ type: types.str }),
      }),
    ).toBe(`// What the configuration holds. Written by \`confix options --format types\`: changes here get lost.

export interface Configuration {
  readonly "odd name": string;
  readonly web: {
    readonly enable: boolean;
    /**
     * The \`port\`.
     *
     * Second paragraph.
     * @default 80
     */
    readonly port: number;
  };
}
`);
  });

  test("is the same for the same options, in whatever order they are declared", () => {
    const [a, b] = [mkOption({ type: tree }), mkOption({ type: types.json })];
    expect(typesOf({ options: { a } }, { options: { b } })).toBe(typesOf({ options: { b } }, { options: { a } }));
  });

  test("tells submodules of one module function apart by their special arguments", () => {
    const byArgument = ({ kind }: { kind: string }): object => ({ options: { [kind]: mkOption({ type: types.int }) } });
    const of = (kind: string): AnyOptionType => types.submoduleWith({ modules: [byArgument], specialArgs: { kind } });
    const text = typesOfOptions({ a: mkOption({ type: of("x") }), b: mkOption({ type: of("y") }) });
    expect(text).toMatch(/readonly x: number;[^]*readonly y: number;/u);
  });

  test("says what is old, removed or internal", () => {
    const modules = [
      { options: { now: mkOption({ type: types.int }), own: mkOption({ type: types.str, internal: true }) } },
      mkRenamedOptionModule(["before"], ["now"]),
      mkRemovedOptionModule(["gone"], "Use `now`."),
    ];
    const text = typesOf(...modules);
    expect(text).toContain("   * @deprecated Alias of `now`.\n   */\n  readonly before: unknown;");
    expect(text).toContain("  /** @deprecated Use `now`. */\n  readonly gone: never;");
    expect(text).toContain("  /** @internal */\n  readonly own: string;");
  });

  test("shows no secret, and fails for nothing that fails", () => {
    const fails = (): never => {
      throw new Error("must not be asked");
    };
    const text = typesOfOptions({
      secret: mkOption({ type: types.str, default: "hunter2", sensitive: true }),
      user: mkOption({
        type: types.submodule({ options: { password: mkOption({ type: types.str, sensitive: true }) } }),
        default: { password: "hunter2" },
      }),
      broken: mkOption({ type: types.int, default: fails, description: fails, example: fails }),
      untyped: mkOption({ type: fails }),
    });
    expect(text).not.toContain("hunter2");
    expect(text).toContain("readonly broken: number;");
    expect(text).toContain("readonly untyped: unknown;");
  });

  test("a description stays within its comment, and is no tag", () => {
    const description = "Ends */ here.\n@deprecated not really\n/* `x */`";
    expect(typesOfOptions({ a: mkOption({ type: types.int, description }) })).toContain(
      "  /**\n   * Ends *\\/ here.\n   * \\@deprecated not really\n   * /* `x *\\/`\n   */\n  readonly a: number;",
    );
  });
});

test("every type that Confix offers has a row", () => {
  const { mkOptionType: _ofPeople, ...own } = samples;
  const names = Object.values(own).flatMap((each) => each.map(({ functor }) => functor.name));
  expect(names.filter((name) => !knownTypes.includes(name))).toEqual([]);
});

test("the declarations compile, and mean what they should", { timeout: 60_000 }, () => {
  const declarations = typesOf(
    {
      options: {
        mode: mkOption({ type: types.enum(["a", "b", 3, null, { x: [1] }]), description: "*/ export type X = 1; /*" }),
        list: mkOption({ type: types.listOf(types.nullOr(types.functionTo(types.listOf(types.int)))) }),
        coerced: mkOption({ type: types.coercedTo(types.int, String, types.str) }),
        applied: mkOption({ type: types.int, apply: (value: number) => String(value) }),
        tree: mkOption({ type: tree }),
        "part-1": mkOption({ type: expression }),
        data: mkOption({ type: types.toml }),
        user: mkOption({ type: types.mkOptionType({ name: "user" }) }),
        freeform: mkOption({ type: freeform }),
        set: {
          $a_1: mkOption({ type: types.package }),
          "1": mkOption({ type: types.number }),
          ["__proto__"]: mkOption({}),
        },
      },
    },
    { freeformType: types.json },
  );
  const uses = `
import type { Configuration, DataWithoutNull, JsonValue, Tree } from "./configuration.d.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <T extends true>(value?: T): T | undefined => value;

declare const printed: { toJSON(): unknown };
const config = printed.toJSON() as Configuration;

isTrue<Same<typeof config.mode, "a" | "b" | 3 | null | { readonly x: readonly [1] }>>();
isTrue<Same<typeof config.list, readonly (((...args: unknown[]) => readonly number[]) | null)[]>>();
isTrue<Same<typeof config.coerced, string>>();
isTrue<Same<typeof config.applied, unknown>>();
isTrue<Same<typeof config.tree, Tree>>();
isTrue<Same<typeof config.data, DataWithoutNull>>();
isTrue<Same<typeof config.user, unknown>>();
isTrue<Same<typeof config.freeform.b, string>>();
isTrue<Same<(typeof config.freeform)[string], number>>();
isTrue<Same<(typeof config)["anything else"], JsonValue>>();
isTrue<Same<(typeof config.set)["anything else"], JsonValue>>();
isTrue<Same<(typeof config.set)[1], number>>();

export const label: string | undefined = config.tree.kids["a"]?.kids["b"]?.label;
export const sum = "sum" in config["part-1"] ? config["part-1"].sum.length : config["part-1"].value;
export const name: string = typeof config.set.$a_1 === "string" ? config.set.$a_1 : config.set.$a_1.name;
// @ts-expect-error It is for reading alone.
config.coerced = "";
// @ts-expect-error There is no such label.
config.tree.lable;
`;
  expect(compile({ "configuration.d.ts": declarations, "uses.ts": uses })).toBe("");
});

test("an empty configuration has a type", () => {
  expect(compile({ "configuration.d.ts": typesOf() })).toBe("");
});
