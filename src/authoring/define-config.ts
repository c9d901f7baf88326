// The configuration of the tool itself.

/** What `confix.config.ts` exports. */
export interface ConfixConfig {
  /** For editors, in a data file. */
  readonly $schema?: string | undefined;
  /** The modules to evaluate when the command line names none: paths, relative to this file, or modules. */
  readonly modules?: readonly (string | object)[] | undefined;
  /** Arguments for modules that are known while modules are collected. */
  readonly specialArgs?: Readonly<Record<string, unknown>> | undefined;
  /** Configuration files that this one builds on, relative to it. Theirs comes first, this one's own wins. */
  readonly extends?: string | readonly string[] | undefined;
  /** What `confix lint` checks. */
  readonly lint?: LintConfig | undefined;
}

/** Which rules `confix lint` applies. */
export interface LintConfig {
  /** The set of rules to start from. */
  readonly preset?: string | undefined;
  /** Single rules by name, over what the preset says. */
  readonly rules?: Readonly<Record<string, "off" | "warn" | "error">> | undefined;
}

/**
 * Gives the configuration of the tool its type: `export default defineConfig({ modules: ["./host.ts"] })`. Returns its
 * argument; whether it is correct is checked when the file is read.
 */
export function defineConfig(config: ConfixConfig): ConfixConfig {
  return config;
}
