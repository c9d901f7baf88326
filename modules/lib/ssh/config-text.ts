// Writes the configuration of the SSH server.

/** The value of a setting: null leaves it out. */
export type SshSetting = boolean | number | string | readonly (string | number)[] | null;

/** What the SSH server is told. */
export interface SshValues {
  readonly ports: readonly number[];
  readonly listenAddresses: readonly { readonly addr: string; readonly port: number | null }[];
  readonly hostKeys: readonly { readonly path: string }[];
  readonly authorizedKeysFiles: readonly string[];
  readonly settings: Readonly<Record<string, SshSetting>>;
  readonly extraConfig: string;
}

/** The text of `sshd_config`. The first value of a setting counts, so what is extra stands last. */
export function renderSsh(ssh: SshValues): string {
  const lines = [
    ...ssh.ports.map((port) => `Port ${port}`),
    ...ssh.listenAddresses.map((each) => `ListenAddress ${showAddress(each)}`),
    ...ssh.hostKeys.map(({ path }) => `HostKey ${quote(path)}`),
    ...(ssh.authorizedKeysFiles.length === 0
      ? []
      : [`AuthorizedKeysFile ${ssh.authorizedKeysFiles.map(quote).join(" ")}`]),
    ...Object.entries(ssh.settings).flatMap(([name, value]) => renderSetting(name, value)),
    ...(ssh.extraConfig.trim() === "" ? [] : [ssh.extraConfig.trimEnd()]),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function showAddress({ addr, port }: { readonly addr: string; readonly port: number | null }): string {
  if (port === null) return addr;
  return addr.includes(":") && !addr.startsWith("[") ? `[${addr}]:${port}` : `${addr}:${port}`;
}

function renderSetting(name: string, value: SshSetting): readonly string[] {
  if (value === null) return [];
  if (typeof value === "boolean") return [`${name} ${value ? "yes" : "no"}`];
  if (typeof value !== "object") return [`${name} ${value}`];
  if (value.length === 0) return [];
  return [`${name} ${commaLists.has(name) ? value.join(",") : value.map((each) => quote(String(each))).join(" ")}`];
}

// Lists of algorithms and methods are one word; all other lists are several.
const commaLists: ReadonlySet<string> = new Set([
  "CASignatureAlgorithms",
  "Ciphers",
  "HostKeyAlgorithms",
  "HostbasedAcceptedAlgorithms",
  "KexAlgorithms",
  "MACs",
  "PubkeyAcceptedAlgorithms",
]);

/** A word of which sshd makes exactly `text`. */
function quote(text: string): string {
  if (/^[^\s"'#\\]+$/.test(text)) return text;
  return `"${text.replaceAll(/[\\"]/g, "\\$&")}"`;
}
