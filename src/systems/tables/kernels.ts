// The kernels a system string may name, with the format of their programs; a new one is one row.

/** The container a kernel loads programs from. */
export interface ExecFormat {
  readonly name: "aout" | "elf" | "macho" | "pe" | "wasm" | "unknown";
}

/** A group of kernels that have much in common. */
export interface KernelFamily {
  readonly name: KernelFamilyName;
}

/** The name of a group of kernels. */
export type KernelFamilyName = "bsd" | "darwin";

/** The kernel part of a system. */
export interface Kernel {
  readonly name: KernelName;
  readonly execFormat: ExecFormat;
  /** The groups it belongs to, by name. */
  readonly families: { readonly [F in KernelFamilyName]?: KernelFamily };
}

interface KernelRow {
  readonly format: ExecFormat["name"];
  readonly family?: KernelFamilyName;
}

const rows = {
  cygwin: { format: "pe" },
  darwin: { format: "macho", family: "darwin" },
  freebsd: { format: "elf", family: "bsd" },
  genode: { format: "elf" },
  ghcjs: { format: "unknown" },
  ios: { format: "macho", family: "darwin" },
  linux: { format: "elf" },
  mmixware: { format: "unknown" },
  netbsd: { format: "elf", family: "bsd" },
  none: { format: "unknown" },
  openbsd: { format: "elf", family: "bsd" },
  redox: { format: "elf" },
  solaris: { format: "elf" },
  uefi: { format: "pe" },
  wasi: { format: "wasm" },
  windows: { format: "pe" },
} as const;

/** The canonical name of a kernel. */
export type KernelName = keyof typeof rows;

/** Other names a system string may use; what is parsed has the canonical name. */
const aliases: Readonly<Record<string, KernelName>> = {
  macos: "darwin",
  tvos: "ios",
  watchos: "ios",
  win32: "windows",
};

/** Every kernel by each name a system string may use. */
export const kernels: ReadonlyMap<string, Kernel> = namedKernels();

function namedKernels(): ReadonlyMap<string, Kernel> {
  const named = new Map<string, Kernel>();
  // `rows` is a literal above, so its keys are exactly the names.
  for (const [name, row] of Object.entries(rows) as readonly (readonly [KernelName, KernelRow])[]) {
    named.set(name, kernel(name, row));
  }
  for (const [alias, name] of Object.entries(aliases)) named.set(alias, kernel(name, rows[name]));
  return named;
}

function kernel(name: KernelName, { format, family }: KernelRow): Kernel {
  const families = family === undefined ? {} : { [family]: Object.freeze({ name: family }) };
  return Object.freeze({ name, execFormat: Object.freeze({ name: format }), families: Object.freeze(families) });
}
