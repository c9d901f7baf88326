// Options for open ports: of the whole machine and of one interface.
import { defineSubmodule, mkOption, type Option, types } from "confix";

/** Several ports in a row. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Which ports are open. */
export interface OpenPorts {
  readonly allowedTCPPorts: readonly number[];
  readonly allowedUDPPorts: readonly number[];
  readonly allowedTCPPortRanges: readonly PortRange[];
  readonly allowedUDPPortRanges: readonly PortRange[];
}

const portRange = defineSubmodule({
  options: {
    from: mkOption({ type: types.port, example: 60000, description: "The first port that is open." }),
    to: mkOption({ type: types.port, example: 61000, description: "The last port that is open." }),
  },
});

function mkPorts(protocol: string, example: readonly number[]): Option<readonly number[]> {
  return mkOption({
    type: types.listOf(types.port),
    default: [],
    example,
    apply: (ports) => [...new Set(ports)].sort((left, right) => left - right),
    description: `Ports that take ${protocol} from everywhere. What one reads is sorted, each port once.`,
  });
}

function mkPortRanges(protocol: string): Option<readonly PortRange[], readonly Partial<PortRange>[]> {
  return mkOption({
    type: types.listOf(types.submodule(portRange)),
    default: [],
    example: [{ from: 60000, to: 61000 }],
    description: `Ranges of ports that take ${protocol} from everywhere.`,
  });
}

/** The options that open ports. */
export const portOptions = {
  allowedTCPPorts: mkPorts("TCP connections", [80, 443]),
  allowedUDPPorts: mkPorts("UDP packets", [53]),
  allowedTCPPortRanges: mkPortRanges("TCP connections"),
  allowedUDPPortRanges: mkPortRanges("UDP packets"),
};

/** The submodule of `networking.firewall.interfaces`. */
export const interfacePorts = defineSubmodule({ options: portOptions });
