// Records of options as pages take them, for tests.
import type { PlacedOption } from "../../../src/docs/documented-place.ts";
import { showPath } from "../../../src/kernel/path.ts";

/** The record of an option at a path, with what a test says of it. */
export function placed(loc: readonly string[], told: Partial<PlacedOption> = {}): PlacedOption {
  return {
    loc,
    name: showPath(loc),
    description: null,
    declarations: [],
    internal: false,
    visible: true,
    readOnly: false,
    type: "string",
    declaredAt: [],
    ...told,
  };
}

const programs = ["backup", "cache", "database", "gateway", "mail", "metrics", "proxy", "queue", "search", "web"];
const members = [
  "enable",
  "package",
  "port",
  "user",
  "group",
  "settings",
  "dataDir",
  "openFirewall",
  "logLevel",
  "extra",
];

/** As many options as a large configuration has: 200 groups of 10 programs with 10 options each. */
export function twentyThousand(): readonly PlacedOption[] {
  return Array.from({ length: 200 }, (_, site) =>
    programs.flatMap((program) =>
      members.map((member) =>
        placed(["services", `site${site}`, program, member], {
          description: `What \`${member}\` is for ${program} number ${site}.\n\nIt is *read* when the service starts.`,
          type: member === "enable" ? "boolean" : "string",
          default: { _type: "literalExpression", text: member === "enable" ? "false" : `"${program}"` },
          declaredAt: [{ file: `modules/services/${program}.ts`, line: site + 1, column: 3 }],
        }),
      ),
    ),
  ).flat();
}

const code = (text: string) => ({ _type: "literalExpression", text }) as const;

/** A page on which something of everything stands. */
export const varied: readonly PlacedOption[] = [
  placed(["networking", "hostName"], {
    description: "The name of the machine. Leave it empty to let the network decide.",
    type: 'string matching the pattern "^$|^[a-z0-9][a-z0-9-]*$"',
    default: code('"machine"'),
    declaredAt: [{ file: "modules/networking.ts", line: 14, column: 7 }],
    current: { value: '"gate"', definedIn: [{ file: "hosts/gate.ts", line: 9, column: 5 }] },
  }),
  placed(["networking", "firewall", "allowedTCPPorts"], {
    description: "Ports on which connections are let in.",
    type: "list of 16 bit unsigned integer; between 0 and 65535 (both inclusive)",
    default: code("[]"),
    example: code("[\n  22,\n  80,\n]"),
    declaredAt: [{ file: "modules/networking.ts", line: 40, column: 9 }],
  }),
  placed(["services", "nginx", "enable"], {
    description: "Whether to enable nginx.",
    type: "boolean",
    default: code("false"),
    example: code("true"),
    declaredAt: [{ file: "modules/services/nginx.ts", line: 22, column: 9 }],
    current: {
      value: "true",
      definedIn: [
        { file: "hosts/gate.ts", line: 12, column: 5 },
        { file: "hosts/common.yaml", line: 3, column: null },
      ],
    },
  }),
  placed(["services", "nginx", "package"], {
    description: "The program.",
    type: "package",
    default: code("pkgs.nginx"),
    relatedPackages: "- `nginxMainline`: the newest\n- `nginxStable`\n",
  }),
  placed(["services", "nginx", "virtualHosts"], {
    description: `The sites, by name. See {option}\`services.nginx.enable\`, {file}\`/etc/nginx\` and
[](#opt-networking.hostName), or [the manual](https://nginx.org/en/docs/).

::: {.note}
A site without a name of its own answers to its name here.
:::

::: {.warning}
Names are not checked. They are:

1. written to {file}\`nginx.conf\`,
2. and read by {command}\`nginx -t\`.
:::

\`\`\`ts
services: { nginx: { virtualHosts: { "example.org": { root: "/srv/www" } } } }
\`\`\`

> Whoever has no site has no web server either.

# Longer names

They may have dots.`,
    type: "attribute set of (submodule)",
    default: code("{}"),
    example: { _type: "literalMD", text: 'As in `{ "example.org" = {}; }`, *quoted*.' },
    declaredAt: [
      { file: "modules/services/nginx.ts", line: 60, column: 9 },
      { file: "modules/services/nginx/sites.ts", line: null, column: null },
    ],
  }),
  placed(["services", "nginx", "virtualHosts", "<name>", "root"], {
    description: "The folder of its files.",
    type: "null or absolute path",
    default: code("null"),
    declaredAt: [{ file: "modules/services/nginx.ts", line: 71, column: 11 }],
  }),
  placed(["services", "nginx", "virtualHosts", "<name>", "locations", "<name>", "basicAuthenticationFile"], {
    description: "A file of names and passwords.",
    type: "null or absolute path",
    internal: true,
    readOnly: true,
  }),
  placed(["services", "a b.c", 'quo"te', "50% of ?x=1&q=2#y"], { description: "An odd name.", type: "string" }),
  placed(["system", "stateVersion"], { type: "string", visible: false }),
];
