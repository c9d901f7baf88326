// The examples do what their first lines promise.
import { join } from "node:path";
import { loadConfig } from "confix/node";
import { describe, expect, test, vi } from "vitest";
import { root, runCli } from "./run-cli.ts";

describe("the quick start", () => {
  test("prints what the README shows", async () => {
    expect(await runCli("eval", "examples/quickstart/host.yaml", "--compact")).toEqual({
      code: 0,
      stderr: "",
      stdout:
        '{"networking":{"firewall":{"allowedTCPPorts":[8080]}},"services":{"web":{"enable":true,"port":8080,' +
        '"sites":{"blog":{"root":"/srv/blog"},"shop":{"root":"/data/shop"}}}}}\n',
    });
  });

  test("closes the firewall again when the web server is off", async () => {
    const off = ["--set", "services.web.enable=false", "--at", "networking.firewall.allowedTCPPorts", "--compact"];
    expect((await runCli("eval", "examples/quickstart/host.yaml", ...off)).stdout).toBe("[]\n");
  });
});

describe("the web server", () => {
  test("prints its JSON and nothing else", async () => {
    const { code, stdout, stderr } = await runCli("eval", "examples/webserver/host.ts");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      networking: { hostName: "web1", firewall: { allowedTCPPorts: [22, 80, 443], allowedUDPPorts: [60001] } },
      systemd: { timers: { backup: { timerConfig: { OnCalendar: ["03:30"] } } } },
      users: {
        users: {
          ada: { home: "/home/ada" },
          backup: { isSystemUser: true },
          nginx: { group: "nginx" },
          sshd: { group: "sshd" },
        },
      },
    });
  });

  test("is the same with its sites in a data file", async () => {
    const [code, data] = await Promise.all([
      runCli("eval", "examples/webserver/host.ts"),
      runCli("eval", "examples/webserver/host-with-data.ts"),
    ]);
    expect(data).toEqual(code);
  });

  test("says which part of it is wrong", async () => {
    const { code, stdout, stderr } = await runCli(
      "eval",
      "examples/webserver/host.ts",
      "--set",
      'services.nginx.virtualHosts."example.org".sslCertificate=null',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain("needs sslCertificate and sslCertificateKey");
  });

  test("can be loaded by a program", async () => {
    const evaluation = await loadConfig({ files: [join(root, "examples/webserver/host-with-data.ts")], env: {} });
    expect(evaluation.output({ at: ["networking", "firewall", "allowedTCPPorts"] }).value).toEqual([22, 80, 443]);
  });
});

describe("the embedding", () => {
  test("reads, extends, reports and loads", async () => {
    const printed = vi.spyOn(console, "log").mockImplementation(() => {});
    await import("../../examples/embed.ts");
    const lines = printed.mock.calls.map(([line]) => String(line));
    printed.mockRestore();
    expect(lines).toEqual([
      "open ports: 22, 80, 443",
      "with SSH elsewhere: 80, 443, 2222",
      "as before: 22, 80, 443",
      expect.stringMatching(/^wrong-type: .*services\.nginx\.workerProcesses[^]*<form>: "many"/),
      'from files: "web2\\n"',
    ]);
  });
});
