// The SSH server: what the module changes elsewhere, and that sshd reads its configuration as it was meant.
import { join } from "node:path";
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import openssh from "../../../modules/services/openssh.ts";
import { findings } from "../findings.ts";
import { makeFolder, missing, run, writeBelow } from "../tools.ts";

function evaluate(definitions: object, ...more: readonly object[]) {
  return evalModules({ modules: [openssh, { services: { openssh: { enable: true, ...definitions } } }, ...more] });
}

describe("services.openssh", () => {
  test("brings a user, a service, a file and open ports", () => {
    const { config } = evaluate({ ports: [22, 2222], listenAddresses: [{ addr: "192.0.2.1", port: 2022 }] });
    expect(config.users.users["sshd"]).toMatchObject({ isSystemUser: true, group: "sshd" });
    expect(Object.keys(config.users.groups)).toEqual(["sshd"]);
    expect(config.networking.firewall.allowedTCPPorts).toEqual([22, 2022, 2222]);
    expect(config.environment.etc["ssh/sshd_config"]?.text).toBe(config.services.openssh.configText);
    expect(config.systemd.services["sshd"]?.text).toContain("ExecStart=/usr/sbin/sshd -f /etc/ssh/sshd_config -D\n");
  });

  test("leaves the firewall alone if told to", () => {
    expect(evaluate({ openFirewall: false }).config.networking.firewall.allowedTCPPorts).toEqual([]);
  });

  test("makes files of the keys of users", () => {
    const keys = ["ssh-ed25519 AAAA ada@example.org", "ssh-ed25519 BBBB"];
    const { config } = evaluate(
      {},
      {
        users: {
          users: { ada: { isNormalUser: true, openssh: { authorizedKeys: { keys } } }, bob: { isNormalUser: true } },
        },
      },
    );
    expect(config.environment.etc["ssh/authorized_keys.d/ada"]?.text).toBe(`${keys.join("\n")}\n`);
    expect(Object.keys(config.environment.etc)).not.toContain("ssh/authorized_keys.d/bob");
  });

  test("writes each kind of setting", () => {
    const { config } = evaluate({
      listenAddresses: [{ addr: "::1", port: 22 }, { addr: "192.0.2.1" }],
      hostKeys: [{ path: "/srv/my key" }],
      authorizedKeysFiles: ["%h/.ssh/authorized_keys", "/srv/my keys/%u"],
      settings: {
        AcceptEnv: ["LANG", "LC_*"],
        AllowUsers: ["ada", 'do main\\"ada'],
        Ciphers: ["aes256-gcm@openssh.com", "aes256-ctr"],
        DenyGroups: [],
        LogLevel: null,
        MaxAuthTries: 3,
        PermitTTY: null,
        Subsystem: "sftp internal-sftp",
        UseDNS: false,
      },
      extraConfig: "Match Group sftp\n  ForceCommand internal-sftp\n",
    });
    expect(config.services.openssh.configText).toBe(`Port 22
ListenAddress [::1]:22
ListenAddress 192.0.2.1
HostKey "/srv/my key"
AuthorizedKeysFile %h/.ssh/authorized_keys "/srv/my keys/%u"
AcceptEnv LANG LC_*
AllowUsers ada "do main\\\\\\"ada"
Ciphers aes256-gcm@openssh.com,aes256-ctr
KbdInteractiveAuthentication yes
MaxAuthTries 3
PasswordAuthentication yes
PermitRootLogin prohibit-password
Subsystem sftp internal-sftp
UseDNS no
X11Forwarding no
Match Group sftp
  ForceCommand internal-sftp
`);
  });

  test("refuses settings that have a place of their own, in whatever case", () => {
    const evaluation = evaluate({ settings: { port: 22, Match: "User ada", UseDNS: true } });
    expect(findings(evaluation, "error")).toEqual([
      "services.openssh.settings.Match belongs into services.openssh.extraConfig, since everything after it belongs to it.",
      "services.openssh.settings.port belongs into services.openssh.ports.",
    ]);
  });

  test("refuses settings of several lines and wrong values", () => {
    expect(() => evaluate({ settings: { Banner: "a\nb" } }).config.services.openssh.configText).toThrow("Banner");
    expect(() => evaluate({ settings: { PermitRootLogin: "maybe" } }).config.services.openssh.configText).toThrow(
      "PermitRootLogin",
    );
  });
});

describe("sshd -T", () => {
  const reason = missing("sshd", "ssh-keygen");

  test.skipIf(reason !== "")(`reads the configuration as it was meant${reason}`, () => {
    const folder = makeFolder();
    const key = join(folder, "my key");
    expect(run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]).status).toBe(0);
    const { config } = evaluate({
      ports: [2222, 2022],
      hostKeys: [{ path: key }],
      authorizedKeysFiles: ["%h/.ssh/keys", "/srv/my keys/%u"],
      settings: {
        AcceptEnv: ["LANG", "LC_*"],
        AllowUsers: ["ada", "grace hopper"],
        Ciphers: ["aes256-gcm@openssh.com", "aes256-ctr"],
        MaxAuthTries: 3,
        PasswordAuthentication: false,
        PermitRootLogin: "no",
      },
      extraConfig: "Match User ada\n  PasswordAuthentication yes",
    });
    const file = writeBelow(folder, "sshd_config", config.services.openssh.configText);
    const { status, stdout, stderr } = run("sshd", ["-T", "-f", file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining([
        "port 2222",
        "port 2022",
        `hostkey ${key}`,
        "authorizedkeysfile %h/.ssh/keys /srv/my keys/%u",
        "acceptenv LANG",
        "acceptenv LC_*",
        "allowusers ada",
        "allowusers grace hopper",
        "ciphers aes256-gcm@openssh.com,aes256-ctr",
        "maxauthtries 3",
        "passwordauthentication no",
        "permitrootlogin no",
        "x11forwarding no",
      ]),
    );
  });
});
