// The firewall: ports of all modules end up in rules that nftables accepts.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import networking from "../../modules/networking.ts";
import { findings } from "./findings.ts";
import { findTool, makeFolder, missing, runPrivileged, writeBelow } from "./tools.ts";

function evaluate(...definitions: readonly object[]) {
  return evalModules({ modules: [networking, ...definitions.map((each) => ({ networking: each }))] });
}

const everything = {
  firewall: {
    enable: true,
    allowedTCPPorts: [443, 80],
    allowedUDPPorts: [53],
    allowedTCPPortRanges: [
      { from: 8000, to: 8010 },
      { from: 8005, to: 8020 },
      { from: 443, to: 444 },
    ],
    trustedInterfaces: ["wg0", "wg0"],
    interfaces: { "eth0.7": { allowedTCPPorts: [9100], allowedUDPPortRanges: [{ from: 60000, to: 61000 }] } },
    extraInputRules: 'ip saddr 192.0.2.0/24 tcp dport 5432 accept\nlog prefix "dropped: "\n',
  },
};

describe("the firewall", () => {
  test("opens the ports of all modules, sorted, each once", () => {
    const { config } = evaluate(
      { firewall: { allowedTCPPorts: [443, 80, 443] } },
      { firewall: { allowedTCPPorts: [22, 80] } },
    );
    expect(config.networking.firewall.allowedTCPPorts).toEqual([22, 80, 443]);
  });

  test("is written as a table that replaces itself", () => {
    const { config } = evaluate(everything);
    expect(config.networking.nftables.ruleset).toBe(`table inet firewall
delete table inet firewall
table inet firewall {
	chain input {
		type filter hook input priority filter; policy drop;
		ct state { established, related } accept
		ct state invalid drop
		iifname { "lo", "wg0" } accept
		icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept
		icmp type echo-request accept
		icmpv6 type echo-request accept
		tcp dport { 80, 443-444, 8000-8020 } accept
		udp dport { 53 } accept
		iifname "eth0.7" tcp dport { 9100 } accept
		iifname "eth0.7" udp dport { 60000-61000 } accept
		ip saddr 192.0.2.0/24 tcp dport 5432 accept
		log prefix "dropped: "
	}
}
`);
  });

  test("becomes a file only where it is enabled", () => {
    expect(Object.keys(evaluate({}).config.environment.etc)).toEqual([]);
    const { config } = evaluate(everything);
    expect(config.environment.etc["nftables.conf"]?.text).toBe(config.networking.nftables.ruleset);
  });

  test("answers pings unless told not to", () => {
    const { config } = evaluate({ firewall: { allowPing: false } });
    expect(config.networking.nftables.ruleset).not.toContain("echo-request");
  });

  test("refuses ranges that end before they begin, and interfaces that cannot be", () => {
    const evaluation = evaluate({
      firewall: {
        allowedUDPPortRanges: [{ from: 2, to: 1 }],
        interfaces: { eth0: { allowedTCPPortRanges: [{ from: 9, to: 3 }] } },
      },
    });
    expect(findings(evaluation, "error")).toEqual([
      "networking.firewall.allowedUDPPortRanges has a range from 2 to 1, which ends before it begins.",
      'networking.firewall.interfaces."eth0".allowedTCPPortRanges has a range from 9 to 3, which ends before it begins.',
    ]);
    const { config } = evaluate({ firewall: { interfaces: { 'eth"0': {} } } });
    expect(() => config.networking.firewall.interfaces).toThrow('"eth\\"0" cannot be the name of a network interface');
  });

  test("cannot be written over", () => {
    const { config } = evaluate({ nftables: { ruleset: "" } });
    expect(() => config.networking.nftables.ruleset).toThrow("networking.nftables.ruleset");
  });
});

describe("the name of the machine", () => {
  test("becomes /etc/hostname", () => {
    const { config } = evaluate({ hostName: "web1" });
    expect(config.environment.etc["hostname"]?.text).toBe("web1\n");
  });

  test.each(["web 1", "-web", "web.example.org", "a".repeat(64)])("cannot be %j", (hostName) => {
    expect(() => evaluate({ hostName }).config.networking.hostName).toThrow("networking.hostName");
  });
});

describe("nft -c accepts", () => {
  const reason = unusable();

  test.skipIf(reason !== "").each([
    ["the empty firewall", {}],
    ["a firewall with everything in it", everything],
  ])(`%s${reason}`, (_, definitions) => {
    const { config } = evaluate(definitions);
    const file = writeBelow(makeFolder(), "nftables.conf", config.networking.nftables.ruleset);
    expect(runPrivileged("nft", ["-c", "-f", file])).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

// nft asks the kernel even when it only checks, for which it needs CAP_NET_ADMIN.
function unusable(): string {
  if (findTool("nft") === null) return missing("nft");
  const { status, stderr } = runPrivileged("nft", ["-c", "add table inet confix_test"]);
  return status === 0 ? "" : `: nft cannot run here (${stderr.trim().split("\n")[0]})`;
}
