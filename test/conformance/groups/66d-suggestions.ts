// Names that were probably meant.
import { mkOption, type Option, types } from "confix";
import { type Case, defineGroup, fails } from "../case.ts";

function flag(): Option<boolean> {
  return mkOption({ type: types.bool, default: false });
}

function text(): Option<string> {
  return mkOption({ type: types.str, default: "" });
}

// A thousand names of three letters.
const letters = [..."abcdefghij"];
const generated = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => [a + b + c, flag()] as const)));

function suggests(at: string, file: string, path: string, suggestions: readonly string[]): Case {
  return fails(at, [file], [{ code: "undeclared-option", path, files: [file], data: { suggestions, hint: "none" } }]);
}

export default defineGroup({
  number: "66d",
  title: "suggestions",
  files: {
    "error-typo-nested": { options: { set: { enable: flag() } }, config: { set: { ena: true } } },
    "error-typo-outside-with-nested": { options: { set: { enable: flag() } }, config: { sea: { enable: true } } },
    "error-typo-multiple-suggestions": {
      options: { foo: flag(), bar: flag(), baz: flag() },
      config: { far: true },
    },
    "error-typo-large-attrset": {
      options: { ...Object.fromEntries(generated), enable: flag(), enabled: flag(), disable: flag() },
      config: { enble: true },
    },
    "error-typo-submodule": {
      options: {
        services: mkOption({
          type: types.attrsOf(
            types.submodule({ options: { enable: flag(), port: mkOption({ type: types.int, default: 8080 }) } }),
          ),
          default: {},
        }),
      },
      config: { services: { myservice: { prot: 9000 } } },
    },
    "error-typo-deeply-nested": {
      options: {
        services: {
          nginx: {
            enable: flag(),
            virtualHosts: mkOption({
              type: types.attrsOf(
                types.submodule({
                  options: { enableSSL: flag(), ssl: { certificate: text(), certificateKey: text() } },
                }),
              ),
              default: {},
            }),
          },
        },
      },
      config: {
        services: { nginx: { virtualHosts: { "example.com": { ssl: { certficate: "/path/to/cert" } } } } },
      },
    },
  },
  cases: [
    suggests("config.set", "error-typo-nested", "set.ena", ["set.enable"]),
    suggests("config", "error-typo-outside-with-nested", "sea", ["set"]),
    suggests("config", "error-typo-multiple-suggestions", "far", ["bar"]),
    suggests("config", "error-typo-large-attrset", "enble", ["enable", "ebe", "enabled"]),
    suggests("config.services.myservice", "error-typo-submodule", "services.myservice.prot", [
      "services.myservice.port",
    ]),
    suggests(
      'config.services.nginx.virtualHosts."example.com"',
      "error-typo-deeply-nested",
      'services.nginx.virtualHosts."example.com".ssl.certficate',
      [
        'services.nginx.virtualHosts."example.com".ssl.certificate',
        'services.nginx.virtualHosts."example.com".ssl.certificateKey',
      ],
    ),
  ],
});
