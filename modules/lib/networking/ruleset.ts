// Writes the rules of a firewall for nftables.
import type { OpenPorts, PortRange } from "./ports.ts";

/** A firewall that drops what is not allowed. */
export interface Firewall extends OpenPorts {
  readonly allowPing: boolean;
  readonly trustedInterfaces: readonly string[];
  readonly interfaces: Readonly<Record<string, OpenPorts>>;
  readonly extraInputRules: string;
}

/**
 * The text of a file for `nft -f`. It replaces the table `inet firewall` in one step and touches no other: naming the
 * table first makes sure that there is one to delete.
 */
export function renderRuleset(firewall: Firewall): string {
  const trusted = ["lo", ...firewall.trustedInterfaces];
  const rules = [
    "ct state { established, related } accept",
    "ct state invalid drop",
    `iifname ${setOf([...new Set(trusted)].map((name) => JSON.stringify(name)))} accept`,
    // Without these IPv6 does not work at all: neighbours find each other by ICMP.
    "icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept",
    ...(firewall.allowPing ? ["icmp type echo-request accept", "icmpv6 type echo-request accept"] : []),
    ...acceptRules("", firewall),
    ...Object.entries(firewall.interfaces).flatMap(([name, ports]) =>
      acceptRules(`iifname ${JSON.stringify(name)} `, ports),
    ),
    ...firewall.extraInputRules.split("\n").filter((line) => line.trim() !== ""),
  ];
  return `table inet firewall
delete table inet firewall
table inet firewall {
\tchain input {
\t\ttype filter hook input priority filter; policy drop;
${rules.map((rule) => `\t\t${rule}\n`).join("")}\t}
}
`;
}

function acceptRules(match: string, ports: OpenPorts): readonly string[] {
  const tcp = portSet(ports.allowedTCPPorts, ports.allowedTCPPortRanges);
  const udp = portSet(ports.allowedUDPPorts, ports.allowedUDPPortRanges);
  return [
    ...(tcp === null ? [] : [`${match}tcp dport ${tcp} accept`]),
    ...(udp === null ? [] : [`${match}udp dport ${udp} accept`]),
  ];
}

/** A set of ports, or null for none. nftables refuses sets whose ranges overlap, so these are joined. */
function portSet(ports: readonly number[], ranges: readonly PortRange[]): string | null {
  const all = [...ports.map((port) => ({ from: port, to: port })), ...ranges].filter(({ from, to }) => from <= to);
  const joined: PortRange[] = [];
  for (const range of all.sort((left, right) => left.from - right.from)) {
    const last = joined.at(-1);
    if (last === undefined || range.from > last.to) joined.push(range);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return joined.length === 0 ? null : setOf(joined.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)));
}

function setOf(elements: readonly string[]): string {
  return `{ ${elements.join(", ")} }`;
}
