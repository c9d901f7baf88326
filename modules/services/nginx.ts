// The web server nginx: sites as submodules, its configuration as text, a user, a service and open ports.
import { defineModule, mkDefault, mkEnableOption, mkIf, mkMerge, mkOption, types } from "confix";
import assertions from "../assertions.ts";
import environment from "../environment.ts";
import { explainSharedNames, explainWrongHosts } from "../lib/nginx/checks.ts";
import { renderNginx } from "../lib/nginx/config-text.ts";
import { listensOf, portsOf } from "../lib/nginx/listen.ts";
import { virtualHost } from "../lib/nginx/virtual-host.ts";
import { quoteExecutable } from "../lib/systemd/unit-text.ts";
import { accountName } from "../lib/users/account-name.ts";
import networking from "../networking.ts";
import systemd from "../systemd.ts";
import users from "../users.ts";

/** Declares `services.nginx`. */
export default defineModule({
  imports: [assertions, environment, networking, systemd, users],
  options: {
    services: {
      nginx: {
        enable: mkEnableOption("the web server nginx"),
        executable: mkOption({
          type: types.path,
          default: "/usr/sbin/nginx",
          example: "/opt/nginx/sbin/nginx",
          description: "The program.",
        }),
        user: mkOption({
          type: accountName,
          default: "nginx",
          example: "www-data",
          description: "The user under which requests are answered. It is made if it is the default.",
        }),
        group: mkOption({
          type: accountName,
          default: "nginx",
          example: "www-data",
          description: "The group under which requests are answered. It is made if it is the default.",
        }),
        openFirewall: mkOption({
          type: types.bool,
          default: true,
          example: false,
          description: "Whether the firewall lets connections to the sites through.",
        }),
        defaultListenAddresses: mkOption({
          type: types.nonEmptyListOf(types.nonEmptyStr),
          default: ["0.0.0.0", "[::]"],
          example: ["192.0.2.1"],
          description: "Where sites take connections that do not say so themselves.",
        }),
        defaultHTTPListenPort: mkOption({
          type: types.port,
          default: 80,
          example: 8080,
          description: "The port of connections without TLS to sites that do not say so themselves.",
        }),
        defaultSSLListenPort: mkOption({
          type: types.port,
          default: 443,
          example: 8443,
          description: "The port of connections by TLS to sites that do not say so themselves.",
        }),
        workerProcesses: mkOption({
          type: types.either(types.ints.positive, types.enum(["auto"])),
          default: "auto",
          example: 4,
          description: "How many processes answer requests; `auto` is one for each processor.",
        }),
        workerConnections: mkOption({
          type: types.ints.positive,
          default: 1024,
          example: 4096,
          description: "How many connections one process has at most.",
        }),
        clientMaxBodySize: mkOption({
          type: types.strMatching(/\d+[kKmMgG]?/),
          default: "10m",
          example: "1g",
          description: "How much a request may carry; `0` is any amount.",
        }),
        accessLog: mkOption({
          type: types.nullOr(types.path),
          default: "/var/log/nginx/access.log",
          example: "/srv/log/access.log",
          description: "The file in which requests are noted. Null: they are not.",
        }),
        errorLog: mkOption({
          type: types.either(types.enum(["stderr"]), types.path),
          default: "stderr",
          example: "/var/log/nginx/error.log",
          description: "The file in which errors are noted; `stderr` is the journal of systemd.",
        }),
        mimeTypes: mkOption({
          type: types.path,
          default: "/etc/nginx/mime.types",
          example: "/usr/share/nginx/mime.types",
          description: "The file that tells kinds of files by their names, in nginx's own syntax.",
        }),
        runtimeDirectory: mkOption({
          type: types.path,
          default: "/run/nginx",
          example: "/tmp/nginx",
          description: "The folder in which nginx notes the number of its process.",
        }),
        cacheDirectory: mkOption({
          type: types.path,
          default: "/var/cache/nginx",
          example: "/tmp/nginx",
          description: "The folder in which nginx keeps what does not fit into memory.",
        }),
        appendHttpConfig: mkOption({
          type: types.lines,
          default: "",
          example: "proxy_cache_path /var/cache/nginx/site keys_zone=site:10m;",
          description: "Directives for all sites, in nginx's own syntax, after all others.",
        }),
        virtualHosts: mkOption({
          type: types.attrsOf(types.submodule(virtualHost)),
          default: {},
          example: { "example.org": { root: "/srv/www" } },
          description: "The sites, by name.",
        }),
        configText: mkOption({
          type: types.lines,
          readOnly: true,
          description: "The configuration as nginx reads it.",
        }),
      },
    },
  },
}).config(
  mkMerge([
    { services: { nginx: { configText: ({ config }) => renderNginx(config.services.nginx) } } },
    mkIf(({ config }) => config.services.nginx.enable, {
      environment: { etc: { "nginx/nginx.conf": { text: ({ config }) => config.services.nginx.configText } } },
      networking: {
        firewall: {
          allowedTCPPorts: mkIf(
            ({ config }) => config.services.nginx.openFirewall,
            ({ config }) => {
              const { virtualHosts, ...defaults } = config.services.nginx;
              return Object.values(virtualHosts).flatMap((host) => portsOf(listensOf(host, defaults)));
            },
          ),
        },
      },
      users: {
        users: mkIf(({ config }) => config.services.nginx.user === "nginx", {
          nginx: { isSystemUser: true, description: "Web server", group: ({ config }) => config.services.nginx.group },
        }),
        groups: mkIf(({ config }) => config.services.nginx.group === "nginx", { nginx: {} }),
      },
      systemd: {
        services: {
          nginx: {
            description: "Web server nginx",
            documentation: ["man:nginx(8)"],
            after: ["network.target"],
            wantedBy: ["multi-user.target"],
            serviceConfig: ({ config }) => {
              const nginx = `${quoteExecutable(config.services.nginx.executable)} -c /etc/nginx/nginx.conf`;
              return {
                Type: "simple",
                ExecStartPre: `${nginx} -t -q`,
                ExecStart: `${nginx} -g "daemon off;"`,
                ExecReload: [`${nginx} -t -q`, "/bin/kill -HUP $MAINPID"],
                Restart: mkDefault("always"),
                RestartSec: mkDefault("10s"),
                RuntimeDirectory: "nginx",
                CacheDirectory: "nginx",
                LogsDirectory: "nginx",
                PrivateTmp: mkDefault(true),
                ProtectHome: mkDefault(true),
                ProtectSystem: mkDefault("full"),
              };
            },
          },
        },
      },
      assertions: ({ config }) =>
        explainWrongHosts(config.services.nginx).map((message) => ({ assertion: false, message })),
      warnings: ({ config }) => explainSharedNames(config.services.nginx),
    }),
  ]),
);
