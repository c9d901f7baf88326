// The platforms a configuration is built on and for, and the settings of the package collection.
import { defineModule, literalExpression, mkOption, type Platform, type PlatformInput, systems, types } from "confix";
import assertions from "./assertions.ts";
import { defaultPriority, isGiven, showGiven, definedAt } from "./lib/given.ts";

/** A platform by name, or some of its attributes. */
const platform = types.either(types.str, types.attrs);

function elaborate(value: string | Readonly<Record<string, unknown>>): Platform {
  // The cast: whatever the type lets through that is no input, `elaborate` refuses with a message of its own.
  return systems.elaborate(value as PlatformInput);
}

/** Declares `nixpkgs`. Platforms are elaborated, so that whoever reads one sees all its attributes. */
export default defineModule({
  imports: [assertions],
  options: {
    nixpkgs: {
      system: mkOption({
        type: types.str,
        default: () => systems.current(),
        defaultText: literalExpression("systems.current()"),
        example: "aarch64-linux",
        description:
          "The system on which packages are built. It is the same as `nixpkgs.localSystem.system`, and counts for nothing " +
          "where `nixpkgs.localSystem` is given. It is not updated from there: read `nixpkgs.localSystem.system`.",
      }),
      localSystem: mkOption({
        type: platform,
        default: ({ config }) => ({ system: config.nixpkgs.system }),
        defaultText: literalExpression("{ system: config.nixpkgs.system }"),
        example: { system: "aarch64-linux" },
        apply: elaborate,
        description:
          "The platform on which packages are built; also the one they are built for, unless `nixpkgs.crossSystem` " +
          "names another. By name or by some of its attributes, of which the others are derived. Where it is given, " +
          "`nixpkgs.system` counts for nothing.",
      }),
      crossSystem: mkOption({
        type: types.nullOr(platform),
        default: null,
        example: { config: "riscv64-unknown-linux-gnu" },
        apply: (value) => (value === null ? null : elaborate(value)),
        description:
          "The platform for which packages are built, if it is another than `nixpkgs.localSystem`, which is described in " +
          "the same way; null to build for `nixpkgs.localSystem` itself.",
      }),
      hostPlatform: mkOption({
        type: platform,
        default: ({ config }) => config.nixpkgs.crossSystem ?? config.nixpkgs.localSystem,
        defaultText: literalExpression("config.nixpkgs.crossSystem ?? config.nixpkgs.localSystem"),
        example: "aarch64-linux",
        apply: elaborate,
        description:
          "The platform on which the configuration runs. Takes the place of `nixpkgs.system`, `nixpkgs.localSystem` and " +
          "`nixpkgs.crossSystem`, which must not be given beside it; a `nixpkgs.system` of `mkDefault` may.",
      }),
      buildPlatform: mkOption({
        type: platform,
        default: ({ config, options }) =>
          isGiven(options.nixpkgs.hostPlatform) ? config.nixpkgs.hostPlatform : config.nixpkgs.localSystem,
        defaultText: literalExpression("the given config.nixpkgs.hostPlatform, or else config.nixpkgs.localSystem"),
        example: "x86_64-linux",
        apply: elaborate,
        description:
          "The platform on which packages are built. Another than `nixpkgs.hostPlatform` means to cross-compile.",
      }),
      config: mkOption({
        type: types.nixpkgsConfig,
        default: {},
        defaultText: literalExpression("{}"),
        example: literalExpression("{ allowUnfree: true }"),
        description: "The settings of the package collection. Sets of several modules are merged, lists joined.",
      }),
    },
  },
}).config({
  assertions: ({ options: { nixpkgs } }) => {
    const today = [nixpkgs.hostPlatform, nixpkgs.buildPlatform].filter((option) => isGiven(option));
    const before = [
      // Libraries that evaluate configurations name the system for those that do not, with `mkDefault`.
      ...(isGiven(nixpkgs.system, defaultPriority) ? [nixpkgs.system] : []),
      ...[nixpkgs.localSystem, nixpkgs.crossSystem].filter((option) => isGiven(option)),
    ];
    const message = (): string =>
      `The platforms are given twice: by ${today.map(showGiven).join(", ")}, and in the older form by ` +
      `${before.map(showGiven).join(", ")}. Remove the latter.`;
    return [definedAt(before[0], { assertion: today.length === 0 || before.length === 0, message })];
  },
  // Whoever reads the whole configuration reads `system` too.
  warnings: ({ config, options: { nixpkgs } }) => {
    if (!isGiven(nixpkgs.localSystem)) return [];
    const { system, localSystem } = config.nixpkgs;
    if (system === localSystem.system) return [];
    const said =
      `Who reads nixpkgs.system gets ${JSON.stringify(system)}, but what counts is nixpkgs.localSystem, which says ` +
      `${JSON.stringify(localSystem.system)}: `;
    const overrides = `is overridden by ${showGiven(nixpkgs.localSystem)}.`;
    return [
      definedAt(
        nixpkgs.localSystem,
        isGiven(nixpkgs.system)
          ? `${said}${showGiven(nixpkgs.system)} ${overrides} Remove the former, and read nixpkgs.localSystem.system.`
          : `${said}the default of ${showGiven(nixpkgs.system)}, the machine that evaluates, ${overrides} ` +
              "Read nixpkgs.localSystem.system, or give nixpkgs.system as well.",
      ),
    ];
  },
});
