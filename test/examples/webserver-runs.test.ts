// What the web server example writes is accepted by the programs that read it.
import { join } from "node:path";
import { evalModules, mkForce } from "confix";
import { describe, expect, test } from "vitest";
import host from "../../examples/webserver/host.ts";
import { makeFolder, missing, run, writeBelow } from "../modules/tools.ts";

/** The text of each file below /etc, by path. */
function filesOf(...more: readonly object[]): Readonly<Record<string, string>> {
  const { config } = evalModules({ modules: [host, ...more] });
  return Object.fromEntries(Object.entries(config.environment.etc).map(([path, { text }]) => [path, text ?? ""]));
}

describe("the web server example", () => {
  const withoutNginx = missing("nginx", "openssl");

  test.skipIf(withoutNginx !== "")(`is accepted by nginx -t${withoutNginx}`, () => {
    const folder = makeFolder();
    const [certificate, key] = [join(folder, "cert.pem"), join(folder, "key.pem")];
    const request = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=example.org"];
    expect(run("openssl", [...request, "-keyout", key, "-out", certificate]).status).toBe(0);
    const here = {
      accessLog: null,
      cacheDirectory: folder,
      defaultHTTPListenPort: 18080,
      defaultListenAddresses: ["127.0.0.1"],
      defaultSSLListenPort: 18443,
      mimeTypes: writeBelow(folder, "mime.types", "types { text/html html; }\n"),
      runtimeDirectory: folder,
      virtualHosts: {
        "example.org": { sslCertificate: mkForce(certificate), sslCertificateKey: mkForce(key) },
      },
    };
    const { "nginx/nginx.conf": text = "" } = filesOf({ services: { nginx: here } });
    const { status, stderr } = run("nginx", ["-e", "stderr", "-t", "-c", writeBelow(folder, "nginx.conf", text)]);
    expect(stderr).toContain("test is successful");
    expect(status).toBe(0);
  });

  const withoutSystemd = missing("systemd-analyze", "nginx", "sshd");

  test.skipIf(withoutSystemd !== "")(`is accepted by systemd-analyze verify${withoutSystemd}`, () => {
    const folder = makeFolder();
    const units = Object.entries(filesOf()).filter(([path]) => path.startsWith("systemd/system/"));
    const files = units.map(([path, text]) =>
      // The script is not installed here; what systemd does with it does not depend on which program it is.
      writeBelow(
        folder,
        path.replace("systemd/system/", ""),
        text.replace("=/etc/systemd/scripts/backup", "=/bin/true"),
      ),
    );
    expect(files.length).toBe(4);
    expect(run("systemd-analyze", ["verify", "--man=no", ...files])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("has a script that a shell accepts", () => {
    const { "systemd/scripts/backup": script = "" } = filesOf({
      services: { backup: { folders: ["/srv/it's mine"] } },
    });
    expect(script).toContain("rsync -a --delete '/srv/it'\\''s mine' \"$BACKUP_TARGET\"\n");
    expect(run("sh", ["-n", writeBelow(makeFolder(), "backup", script)])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });
});
