// The SSH server: its configuration as text, keys of users, a user, a service and open ports.
import { defineModule, mkDefault, mkEnableOption, mkIf, mkMerge, mkOption, types } from "confix";
import assertions from "../assertions.ts";
import environment from "../environment.ts";
import { renderSsh } from "../lib/ssh/config-text.ts";
import { authorizedKeys, hostKey, listenAddress, sshSettings } from "../lib/ssh/options.ts";
import { quoteExecutable } from "../lib/systemd/unit-text.ts";
import networking from "../networking.ts";
import systemd from "../systemd.ts";
import users from "../users.ts";

/** Settings that stand elsewhere, with where to put them. */
const misplaced: Readonly<Record<string, string>> = {
  AuthorizedKeysFile: "services.openssh.authorizedKeysFiles",
  HostKey: "services.openssh.hostKeys",
  Include: "services.openssh.extraConfig",
  ListenAddress: "services.openssh.listenAddresses",
  Match: "services.openssh.extraConfig, since everything after it belongs to it",
  Port: "services.openssh.ports",
};

/** Declares `services.openssh`, and keys in `users.users`. */
export default defineModule({
  imports: [assertions, environment, networking, systemd, users],
  options: {
    services: {
      openssh: {
        enable: mkEnableOption("the SSH server"),
        executable: mkOption({
          type: types.path,
          default: "/usr/sbin/sshd",
          example: "/opt/openssh/sbin/sshd",
          description: "The program.",
        }),
        ports: mkOption({
          type: types.listOf(types.port),
          default: [22],
          example: [2222],
          description: "The ports at which the server takes connections.",
        }),
        openFirewall: mkOption({
          type: types.bool,
          default: true,
          example: false,
          description: "Whether the firewall lets connections to the server through.",
        }),
        listenAddresses: mkOption({
          type: types.listOf(types.submodule(listenAddress)),
          default: [],
          example: [{ addr: "192.0.2.1", port: 2222 }],
          description: "The addresses at which the server takes connections. Empty: all.",
        }),
        hostKeys: mkOption({
          type: types.listOf(types.submodule(hostKey)),
          default: [{ path: "/etc/ssh/ssh_host_ed25519_key" }, { path: "/etc/ssh/ssh_host_rsa_key" }],
          example: [{ path: "/srv/keys/ssh_host_ed25519_key" }],
          description: "The keys by which clients know the machine.",
        }),
        authorizedKeysFiles: mkOption({
          type: types.listOf(types.strMatching(/[^\n\r]+/)),
          default: ["%h/.ssh/authorized_keys", "/etc/ssh/authorized_keys.d/%u"],
          example: ["/etc/ssh/authorized_keys.d/%u"],
          description: "The files with the keys of users; sshd expands `%h` to their home, `%u` to their name.",
        }),
        settings: mkOption({
          type: sshSettings,
          default: {},
          example: { PasswordAuthentication: false, Ciphers: ["aes256-gcm@openssh.com"], AcceptEnv: ["LANG", "LC_*"] },
          description:
            "Settings of `sshd_config(5)`. True and false become `yes` and `no`; lists are joined as each setting " +
            "wants it, their words quoted; a string stands as it is; null leaves a setting out.",
        }),
        extraConfig: mkOption({
          type: types.lines,
          default: "",
          example: "Match Group sftp\n  ForceCommand internal-sftp",
          description: "Lines of `sshd_config(5)` after all others.",
        }),
        configText: mkOption({
          type: types.lines,
          readOnly: true,
          description: "The configuration as sshd reads it.",
        }),
      },
    },
    users: {
      users: mkOption({ type: types.attrsOf(types.submodule(authorizedKeys)) }),
    },
  },
}).config(
  mkMerge([
    { services: { openssh: { configText: ({ config }) => renderSsh(config.services.openssh) } } },
    mkIf(({ config }) => config.services.openssh.enable, {
      environment: {
        etc: mkMerge([
          { "ssh/sshd_config": { text: ({ config }) => config.services.openssh.configText } },
          ({ config }) => {
            const withKeys = Object.values(config.users.users).filter(
              ({ openssh }) => openssh.authorizedKeys.keys.length > 0,
            );
            return Object.fromEntries(
              withKeys.map(({ name, openssh }) => [
                `ssh/authorized_keys.d/${name}`,
                { text: openssh.authorizedKeys.keys.map((key) => `${key}\n`).join("") },
              ]),
            );
          },
        ]),
      },
      networking: {
        firewall: {
          allowedTCPPorts: mkIf(
            ({ config }) => config.services.openssh.openFirewall,
            ({ config }) => {
              const { ports, listenAddresses } = config.services.openssh;
              return [...ports, ...listenAddresses.flatMap(({ port }) => (port === null ? [] : [port]))];
            },
          ),
        },
      },
      users: {
        users: { sshd: { isSystemUser: true, description: "SSH privilege separation", group: "sshd" } },
        groups: { sshd: {} },
      },
      systemd: {
        services: {
          sshd: {
            description: "SSH server",
            documentation: ["man:sshd(8)"],
            after: ["network.target"],
            wantedBy: ["multi-user.target"],
            serviceConfig: ({ config }) => {
              const sshd = `${quoteExecutable(config.services.openssh.executable)} -f /etc/ssh/sshd_config`;
              return {
                Type: "notify",
                ExecStartPre: `${sshd} -t`,
                ExecStart: `${sshd} -D`,
                ExecReload: [`${sshd} -t`, "/bin/kill -HUP $MAINPID"],
                KillMode: "process",
                Restart: mkDefault("on-failure"),
                RuntimeDirectory: "sshd",
                RuntimeDirectoryMode: "0755",
              };
            },
          },
        },
      },
      assertions: ({ config }) =>
        Object.keys(config.services.openssh.settings)
          .flatMap((name) => {
            const place = Object.entries(misplaced).find(([each]) => each.toLowerCase() === name.toLowerCase());
            return place === undefined ? [] : [`services.openssh.settings.${name} belongs into ${place[1]}.`];
          })
          .map((message) => ({ assertion: false, message })),
    }),
  ]),
);
