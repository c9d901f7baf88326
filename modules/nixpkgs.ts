// The platforms a configuration is built on and for, and the settings of the package collection.
import { defineModule, literalExpression, mkOption, systems, types } from "confix";
import assertions from "./assertions.ts";

type Platform = ReturnType<typeof systems.elaborate>;
type PlatformInput = Parameters<typeof systems.elaborate>[0];
type Attributes = Readonly<Record<string, unknown>>;

/** A platform by name, or some of its attributes. */
const platform = types.either(types.str, types.attrs);

function elaborate(value: string | Attributes): Platform {
  // The cast: whatever the type lets through that is no input, `elaborate` refuses with a message of its own.
  return systems.elaborate(value as PlatformInput);
}

/** The priority below which somebody other than the option itself gave the value. */
const optionDefault = 1500;

/** Whether anybody defines an option of this module. */
function isGiven(options: Attributes, name: string): boolean {
  // The casts: these options are declared below, and every option of a tree has a priority.
  const nixpkgs = options["nixpkgs"] as Readonly<Record<string, { readonly highestPrio: number }>>;
  const option = nixpkgs[name];
  return option !== undefined && option.highestPrio < optionDefault;
}

const legacyNames = ["system", "localSystem", "crossSystem"] as const;

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
        description: "The system on which packages are built. Ignored where `nixpkgs.localSystem` is given.",
      }),
      localSystem: mkOption({
        type: platform,
        default: ({ config }) => ({ system: config.nixpkgs.system }),
        defaultText: literalExpression("{ system: config.nixpkgs.system }"),
        example: { system: "aarch64-linux" },
        apply: elaborate,
        description:
          "The platform on which packages are built; also the one they are built for, unless `nixpkgs.crossSystem` " +
          "names another. Where it is given, `nixpkgs.system` counts for nothing.",
      }),
      crossSystem: mkOption({
        type: types.nullOr(platform),
        default: null,
        example: { config: "riscv64-unknown-linux-gnu" },
        apply: (value) => (value === null ? null : elaborate(value)),
        description: "The platform for which packages are built, if it is another than `nixpkgs.localSystem`.",
      }),
      hostPlatform: mkOption({
        type: platform,
        default: ({ config }) => config.nixpkgs.crossSystem ?? config.nixpkgs.localSystem,
        defaultText: literalExpression("config.nixpkgs.crossSystem ?? config.nixpkgs.localSystem"),
        example: "aarch64-linux",
        apply: elaborate,
        description:
          "The platform on which the configuration runs. Takes the place of `nixpkgs.localSystem` and " +
          "`nixpkgs.crossSystem`, which must not be given beside it.",
      }),
      buildPlatform: mkOption({
        type: platform,
        default: ({ config, options }) =>
          isGiven(options, "hostPlatform") ? config.nixpkgs.hostPlatform : config.nixpkgs.localSystem,
        defaultText: literalExpression("the given config.nixpkgs.hostPlatform, or else config.nixpkgs.localSystem"),
        example: "x86_64-linux",
        apply: elaborate,
        description:
          "The platform on which packages are built. Another than `nixpkgs.hostPlatform` means to cross-compile.",
      }),
      config: mkOption({
        type: types.nixpkgsConfig,
        default: {},
        example: { allowUnfree: true },
        description: "The settings of the package collection. Sets of several modules are merged, lists joined.",
      }),
    },
  },
}).config({
  assertions: [
    {
      assertion: ({ options }) =>
        !["hostPlatform", "buildPlatform"].some((name) => isGiven(options, name)) ||
        !legacyNames.some((name) => isGiven(options, name)),
      message: ({ options }) => {
        const given = legacyNames.filter((name) => isGiven(options, name)).map((name) => `nixpkgs.${name}`);
        return (
          `The platforms are given twice: by nixpkgs.hostPlatform or nixpkgs.buildPlatform, and by ${given.join(", ")}. ` +
          "Remove the latter."
        );
      },
    },
  ],
});
