// Where a virtual host takes connections.

/** An address at which nginx listens. */
export interface Listen {
  /** An IP address, a host name, `*`, or `unix:` and a path. */
  readonly addr: string;
  /** Null: 80, or none for the socket of a path. */
  readonly port: number | null;
  readonly ssl: boolean;
  readonly extraParameters: readonly string[];
}

/** What a virtual host says about connections. */
export interface Listener {
  readonly listen: readonly Listen[];
  readonly addSSL: boolean;
  readonly forceSSL: boolean;
  readonly onlySSL: boolean;
}

/** Where virtual hosts listen that do not say so themselves. */
export interface ListenDefaults {
  readonly defaultListenAddresses: readonly string[];
  readonly defaultHTTPListenPort: number;
  readonly defaultSSLListenPort: number;
}

/** Whether a virtual host takes connections by TLS. */
export function hasSSL(host: Listener): boolean {
  return host.addSSL || host.forceSSL || host.onlySSL || host.listen.some(({ ssl }) => ssl);
}

/** All addresses at which a virtual host listens. */
export function listensOf(host: Listener, defaults: ListenDefaults): readonly Listen[] {
  if (host.listen.length > 0) return host.listen;
  return defaults.defaultListenAddresses.flatMap((addr) => [
    ...(hasSSL(host) ? [at(addr, defaults.defaultSSLListenPort, true)] : []),
    ...(host.onlySSL ? [] : [at(addr, defaults.defaultHTTPListenPort, false)]),
  ]);
}

function at(addr: string, port: number, ssl: boolean): Listen {
  return { addr, port, ssl, extraParameters: [] };
}

/** The TCP ports of addresses. */
export function portsOf(listens: readonly Listen[]): readonly number[] {
  return listens.flatMap(({ addr, port }) => (isUnixSocket(addr) ? [] : [port ?? 80]));
}

/** An address as the directive `listen` takes it. */
export function showListen({ addr, port }: Listen): string {
  if (isUnixSocket(addr)) return addr;
  const host = addr.includes(":") && !addr.startsWith("[") ? `[${addr}]` : addr;
  return `${host}:${port ?? 80}`;
}

function isUnixSocket(addr: string): boolean {
  return addr.startsWith("unix:");
}
