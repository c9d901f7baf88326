// Writes the configuration of nginx.
import { block, directive, type Directive, renderDirectives, verbatim } from "./directive.ts";
import { hasSSL, type Listen, type ListenDefaults, type Listener, listensOf, showListen } from "./listen.ts";
import { locationBlocks, type LocationValues } from "./location.ts";

/** A site. */
export interface VirtualHostValues extends Listener {
  readonly serverName: string;
  readonly serverAliases: readonly string[];
  readonly default: boolean;
  readonly http2: boolean;
  readonly sslCertificate: string | null;
  readonly sslCertificateKey: string | null;
  readonly sslTrustedCertificate: string | null;
  readonly root: string | null;
  readonly locations: Readonly<Record<string, LocationValues>>;
  readonly extraConfig: string;
}

/** What nginx is told. */
export interface NginxValues extends ListenDefaults {
  readonly user: string;
  readonly group: string;
  readonly workerProcesses: number | "auto";
  readonly workerConnections: number;
  readonly mimeTypes: string;
  readonly runtimeDirectory: string;
  readonly cacheDirectory: string;
  readonly accessLog: string | null;
  readonly errorLog: string;
  readonly clientMaxBodySize: string;
  readonly appendHttpConfig: string;
  readonly virtualHosts: Readonly<Record<string, VirtualHostValues>>;
}

/** The text of `nginx.conf`. */
export function renderNginx(nginx: NginxValues): string {
  return renderDirectives([
    directive("user", nginx.user, nginx.group),
    directive("worker_processes", String(nginx.workerProcesses)),
    directive("pid", `${nginx.runtimeDirectory}/nginx.pid`),
    directive("error_log", nginx.errorLog),
    block("events", [], [directive("worker_connections", String(nginx.workerConnections))]),
    block("http", [], httpBody(nginx)),
  ]);
}

function httpBody(nginx: NginxValues): readonly Directive[] {
  const hosts = Object.values(nginx.virtualHosts);
  const isProxyForWebsockets = hosts.some(({ locations }) =>
    Object.values(locations).some(({ proxyWebsockets }) => proxyWebsockets),
  );
  return [
    directive("include", nginx.mimeTypes),
    directive("default_type", "application/octet-stream"),
    directive("access_log", nginx.accessLog ?? "off"),
    ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) =>
      directive(`${kind}_temp_path`, `${nginx.cacheDirectory}/${kind}`),
    ),
    directive("client_max_body_size", nginx.clientMaxBodySize),
    directive("sendfile", "on"),
    directive("tcp_nopush", "on"),
    directive("server_tokens", "off"),
    ...(isProxyForWebsockets
      ? [
          block(
            "map",
            ["$http_upgrade", "$connection_upgrade"],
            [directive("default", "upgrade"), directive("''", "close")],
          ),
        ]
      : []),
    ...hosts.flatMap((host) => serverBlocks(host, nginx)),
    ...verbatim(nginx.appendHttpConfig),
  ];
}

function serverBlocks(host: VirtualHostValues, defaults: ListenDefaults): readonly Directive[] {
  const listens = listensOf(host, defaults);
  if (!host.forceSSL) return [block("server", [], serverBody(host, listens))];
  const secure = listens.filter(({ ssl }) => ssl);
  const open = listens.filter(({ ssl }) => !ssl);
  const port = secure[0]?.port ?? 443;
  const target = `https://$host${port === 443 ? "" : `:${port}`}$request_uri`;
  const redirect = [...listenDirectives(host, open), nameDirective(host), directive("return", "301", target)];
  return [...(open.length === 0 ? [] : [block("server", [], redirect)]), block("server", [], serverBody(host, secure))];
}

function serverBody(host: VirtualHostValues, listens: readonly Listen[]): readonly Directive[] {
  const files = {
    ssl_certificate: hasSSL(host) ? host.sslCertificate : null,
    ssl_certificate_key: hasSSL(host) ? host.sslCertificateKey : null,
    ssl_trusted_certificate: hasSSL(host) ? host.sslTrustedCertificate : null,
    root: host.root,
  };
  return [
    ...listenDirectives(host, listens),
    nameDirective(host),
    ...Object.entries(files).flatMap(([name, file]) => (file === null ? [] : [directive(name, file)])),
    ...verbatim(host.extraConfig),
    ...locationBlocks(host.locations),
  ];
}

function listenDirectives(host: VirtualHostValues, listens: readonly Listen[]): readonly Directive[] {
  return listens.map((listen) =>
    directive(
      "listen",
      showListen(listen),
      ...(listen.ssl ? ["ssl"] : []),
      // Not a directive of its own, which nginx has only since 1.25.
      ...(listen.ssl && host.http2 ? ["http2"] : []),
      ...(host.default ? ["default_server"] : []),
      ...listen.extraParameters,
    ),
  );
}

function nameDirective({ serverName, serverAliases }: VirtualHostValues): Directive {
  return directive("server_name", serverName, ...serverAliases);
}
