// The shape of nixpkgs' `options.json`, and, where nixpkgs is at hand, what it says of the same options.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { literalCode, literalExpression, literalMD, mkEnableOption } from "../../src/authoring/index.ts";
import { documentOptions, type OptionsJson, optionsJson } from "../../src/docs/index.ts";
import { evalModules } from "../../src/evaluate/index.ts";
import { types } from "../../src/types/types.ts";
import { bomb, option } from "../evaluate/evaluation.ts";

const { attrsOf, bool, int, listOf, nullOr, port, str, submodule } = types;

function jsonOf(...modules: readonly object[]): OptionsJson {
  const options = documentOptions(evalModules({ modules }).options).filter(({ loc }) => loc[0] !== "_module");
  return optionsJson(options);
}

const site = {
  options: {
    root: option(str, { description: "The root.", example: "/srv" }),
    secret: option(str, { internal: true }),
  },
};

/** The module of nix/options-json.nix. */
const module = {
  _file: "web.ts",
  options: {
    web: {
      enable: mkEnableOption("the server"),
      port: option(port, { default: 80, description: "Where." }),
      sites: option(attrsOf(submodule(site)), { default: {}, description: "Sites." }),
      list: option(listOf(submodule(site)), { description: "More." }),
      text: option(nullOr(str), { defaultText: literalMD("as *it* is"), default: bomb, description: "T." }),
      code: option(int, { defaultText: literalExpression("config.a + 1"), default: bomb, description: "C." }),
      fixed: option(bool, { readOnly: true, default: true, description: "F." }),
      hidden: option(submodule(site), { visible: false, description: "H." }),
      shallow: option(submodule(site), { visible: "shallow", description: "S." }),
      through: option(submodule(site), { visible: "transparent", description: "T." }),
      inner: option(int, { internal: true, description: "I." }),
      "odd name": {
        x: option(int, {
          description: "O.",
          relatedPackages: ["tmux", ["a", "b"], { name: "c", title: "Sea", comment: "A comment." }],
        }),
      },
      none: option(int, { description: "N.", relatedPackages: [] }),
    },
  },
};

describe("an entry", () => {
  it("has nixpkgs' fields, and no others", () => {
    expect(jsonOf(module)["web.sites"]).toStrictEqual({
      declarations: ["web.ts"],
      default: { _type: "literalExpression", text: "{}" },
      description: "Sites.",
      loc: ["web", "sites"],
      readOnly: false,
      type: "attribute set of (submodule)",
    });
    expect(jsonOf(module)["web.sites.<name>.root"]).toStrictEqual({
      declarations: ["web.ts"],
      description: "The root.",
      example: { _type: "literalExpression", text: '"/srv"' },
      loc: ["web", "sites", "<name>", "root"],
      readOnly: false,
      type: "string",
    });
  });

  it("writes related packages as Markdown", () => {
    expect(jsonOf(module)['web."odd name".x']?.relatedPackages).toBe(
      "- [`pkgs.tmux`](\n    https://search.nixos.org/packages?show=tmux&sort=relevance&query=tmux\n  )\n" +
        "- [`pkgs.a.b`](\n    https://search.nixos.org/packages?show=a.b&sort=relevance&query=a.b\n  )\n" +
        "- [Sea aka `pkgs.c`](\n    https://search.nixos.org/packages?show=c&sort=relevance&query=c\n  )\n\n  A comment.\n",
    );
    expect(jsonOf({ options: { a: option(int, { relatedPackages: [3, null] }) } })["a"]).not.toHaveProperty(
      "relatedPackages",
    );
  });

  it.each([
    [null, "This option has no description."],
    [literalMD("m *d*"), "m *d*"],
    [{ a: 1 }, '{"a":1}'],
    [3, "3"],
  ])("has a text for a description, of %j: %j", (description, text) => {
    expect(jsonOf({ options: { a: option(int, { description }) } })["a"]?.description).toBe(text);
  });

  it("knows two kinds of text, whatever was given", () => {
    const a = option(int, { defaultText: { _type: "literalDocBook", text: "x" }, example: literalCode("nix", "y") });
    expect(jsonOf({ options: { a } })["a"]).toMatchObject({
      default: { _type: "literalExpression", text: "x" },
      example: { _type: "literalMD", text: "```nix\ny\n```" },
    });
  });

  it("names where files can be seen", () => {
    const options = documentOptions(evalModules({ modules: [module] }).options);
    const urlOf = (file: string): string | null => (file === "web.ts" ? "https://e.org/web.ts" : null);
    const json = optionsJson(options, { urlOf });
    expect(json["web.port"]?.declarations).toEqual([{ name: "web.ts", url: "https://e.org/web.ts" }]);
    expect(json["_module.args"]?.declarations).toEqual(["confix:internal"]);
  });
});

describe("the object", () => {
  it("leaves out what is internal or not visible, and what is inside of it", () => {
    expect(Object.keys(jsonOf(module))).toEqual([
      'web."odd name".x',
      "web.code",
      "web.enable",
      "web.fixed",
      "web.list",
      "web.list.*.root",
      "web.none",
      "web.port",
      "web.shallow",
      "web.sites",
      "web.sites.<name>.root",
      "web.text",
      "web.through.root",
    ]);
  });

  it("takes any name", () => {
    const json = jsonOf({
      options: Object.fromEntries([
        ["__proto__", option(int)],
        ["1", option(int)],
      ]),
    });
    expect(Object.keys(JSON.parse(JSON.stringify(json)) as object)).toEqual(['"1"', "__proto__"]);
  });
});

const library = process.env["NIXPKGS_LIB"] ?? "";

function whyNot(): string {
  if (!existsSync(join(library, "default.nix"))) return ": NIXPKGS_LIB names no library of nixpkgs";
  return spawnSync("nix-instantiate", ["--version"]).status === 0 ? "" : ": nix-instantiate not installed";
}

const reason = whyNot();

describe.skipIf(reason !== "")(`nixpkgs says the same${reason}`, () => {
  it("of every option, field by field", { timeout: 60_000 }, () => {
    const file = fileURLToPath(new URL("nix/options-json.nix", import.meta.url));
    const args = ["--eval", "--strict", "--json", file, "--argstr", "library", library];
    const nix = spawnSync("nix-instantiate", args, { encoding: "utf8" });
    if (nix.status !== 0) throw new Error(nix.stderr);
    // Code is that of the language: Nix writes the empty set with room in it.
    const expected = JSON.parse(nix.stdout.replaceAll('"text":"{ }"', '"text":"{}"')) as OptionsJson;
    expect(jsonOf(module)).toEqual(expected);
    // Nix sorts names, of options and of fields, and so do we.
    expect(Object.keys(jsonOf(module))).toEqual(Object.keys(expected));
    expect(Object.values(jsonOf(module)).map(Object.keys)).toEqual(Object.values(expected).map(Object.keys));
  });
});
