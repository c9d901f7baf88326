// The name of the machine, and a firewall whose ports every module may open.
import { defineModule, mkEnableOption, mkIf, mkOption, types } from "confix";
import assertions from "./assertions.ts";
import environment from "./environment.ts";
import { attrsNamed, type NameRule } from "./lib/named-attrs.ts";
import { interfacePorts, type OpenPorts, portOptions } from "./lib/networking/ports.ts";
import { renderRuleset } from "./lib/networking/ruleset.ts";

// The kernel takes 15 bytes; `/` and white space are refused, and nftables reads `*` and quotes itself.
const interfaceName: NameRule = {
  what: "the name of a network interface",
  allowed: "1 to 15 letters, digits and the characters `_.:@-`",
  pattern: /^[A-Za-z0-9_.:@-]{1,15}$/,
};

const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

/** The ranges that end before they begin, as sentences. */
function wrongRanges(option: string, ports: OpenPorts): readonly string[] {
  return (["allowedTCPPortRanges", "allowedUDPPortRanges"] as const).flatMap((name) =>
    ports[name]
      .filter(({ from, to }) => from > to)
      .map(({ from, to }) => `${option}.${name} has a range from ${from} to ${to}, which ends before it begins.`),
  );
}

/** Declares `networking`. */
export default defineModule({
  imports: [assertions, environment],
  options: {
    networking: {
      hostName: mkOption({
        type: types.strMatching(`|${label}`),
        default: "",
        example: "web1",
        description: "The name of the machine, without its domain. Empty: something else names it.",
      }),
      domain: mkOption({
        type: types.nullOr(types.strMatching(`${label}(?:\\.${label})*`)),
        default: null,
        example: "example.org",
        description: "The domain the machine belongs to.",
      }),
      firewall: {
        enable: mkEnableOption("the firewall, which refuses all connections from outside that are not allowed"),
        ...portOptions,
        allowPing: mkOption({
          type: types.bool,
          default: true,
          example: false,
          description: "Whether the machine answers pings.",
        }),
        trustedInterfaces: mkOption({
          type: types.listOf(types.strMatching(interfaceName.pattern)),
          default: [],
          example: ["wg0"],
          description: "Network interfaces from which everything is allowed, besides `lo`.",
        }),
        interfaces: mkOption({
          type: attrsNamed(interfaceName, types.submodule(interfacePorts)),
          default: {},
          example: { eth1: { allowedTCPPorts: [9100] } },
          description: "Ports that are open on one network interface only.",
        }),
        extraInputRules: mkOption({
          type: types.lines,
          default: "",
          example: "ip saddr 192.0.2.0/24 tcp dport 5432 accept",
          description: "Rules of nftables for packets to this machine, applied after those of the other options.",
        }),
      },
      nftables: {
        ruleset: mkOption({
          type: types.lines,
          readOnly: true,
          description: "The rules of the firewall, as `nft -f` reads them: `/etc/nftables.conf` where it is enabled.",
        }),
      },
    },
  },
}).config({
  networking: { nftables: { ruleset: ({ config }) => renderRuleset(config.networking.firewall) } },
  environment: {
    etc: {
      hostname: mkIf(({ config }) => config.networking.hostName !== "", {
        text: ({ config }) => `${config.networking.hostName}\n`,
      }),
      "nftables.conf": mkIf(({ config }) => config.networking.firewall.enable, {
        mode: "0600",
        text: ({ config }) => config.networking.nftables.ruleset,
      }),
    },
  },
  assertions: ({ config }) => {
    const { firewall } = config.networking;
    const wrong = [
      ...wrongRanges("networking.firewall", firewall),
      ...Object.entries(firewall.interfaces).flatMap(([name, ports]) =>
        wrongRanges(`networking.firewall.interfaces.${JSON.stringify(name)}`, ports),
      ),
    ];
    return wrong.map((message) => ({ assertion: false, message }));
  },
});
