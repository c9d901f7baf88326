// Examples of what can be wrong with the values of options: computing, merging and printing them.
import type { valueEntries } from "../../catalog/values.ts";
import { type ExamplesFor, text } from "../example.ts";

const web = text`
  import { mkOption, types } from "confix";

  export default {
    options: { services: { web: { port: mkOption({ type: types.port }) } } },
  };
`;

/** Examples for the codes about values. */
export const valueExamples: ExamplesFor<typeof valueEntries> = {
  "wrong-type": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        services:
          web:
            port: "8080"
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          services:
            web:
              port: 8080
        `,
      },
    },
  },
  "undefined-value": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            hostName: mkOption({ type: types.str, default: "web1" }),
            motd: mkOption({ type: types.str }),
          },
        }).config({
          motd: ({ config }) => {
            \`Welcome to \${config.hostName}\`;
          },
        });
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              hostName: mkOption({ type: types.str, default: "web1" }),
              motd: mkOption({ type: types.str }),
            },
          }).config({
            motd: ({ config }) => {
              return \`Welcome to \${config.hostName}\`;
            },
          });
        `,
      },
    },
  },
  "missing-value": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          services:
            web:
              port: 8080
        `,
      },
    },
  },
  "read-only": {
    files: {
      "host.yaml": text`
        imports: [./version.ts]
        version: "2.0"
      `,
      "version.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { version: mkOption({ type: types.str, default: "1.4", readOnly: true }) },
        };
      `,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./version.ts]
        `,
      },
    },
  },
  "cannot-merge": {
    files: {
      "host.ts": text`
        import { mkMerge, mkOption } from "confix";

        export default {
          options: { timeout: mkOption({}) },
          config: mkMerge([{ timeout: 30 }, { timeout: "30s" }]),
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { timeout: mkOption({ type: types.int }) },
            config: { timeout: 30 },
          };
        `,
      },
    },
  },
  conflict: {
    files: {
      "host.yaml": text`
        imports: [./web.ts, ./common.yaml]
        services:
          web:
            port: 8080
      `,
      "common.yaml": text`
        services:
          web:
            port: 80
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.yaml": text`
          imports:
            - ./web.ts
            - path: ./common.yaml
              priority: default
          services:
            web:
              port: 8080
        `,
      },
    },
  },
  "not-unique": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          imports: [{ motd: "Welcome" }],
          options: { motd: mkOption({ type: types.uniq(types.lines) }) },
          config: { motd: "No trespassing" },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkForce, mkOption, types } from "confix";

          export default {
            imports: [{ motd: "Welcome" }],
            options: { motd: mkOption({ type: types.uniq(types.lines) }) },
            config: { motd: mkForce("No trespassing") },
          };
        `,
      },
    },
  },
  "null-and-value": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          imports: [{ user: null }],
          options: { user: mkOption({ type: types.nullOr(types.str) }) },
          config: { user: "alice" },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkDefault, mkOption, types } from "confix";

          export default {
            imports: [{ user: mkDefault(null) }],
            options: { user: mkOption({ type: types.nullOr(types.str) }) },
            config: { user: "alice" },
          };
        `,
      },
    },
  },
  "different-tags": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        const listen = types.attrTag({
          port: mkOption({ type: types.port }),
          socket: mkOption({ type: types.path }),
        });

        export default {
          imports: [{ listen: { port: 80 } }],
          options: { listen: mkOption({ type: listen }) },
          config: { listen: { socket: "/run/web.sock" } },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkDefault, mkOption, types } from "confix";

          const listen = types.attrTag({
            port: mkOption({ type: types.port }),
            socket: mkOption({ type: types.path }),
          });

          export default {
            imports: [{ listen: mkDefault({ port: 80 }) }],
            options: { listen: mkOption({ type: listen }) },
            config: { listen: { socket: "/run/web.sock" } },
          };
        `,
      },
    },
  },
  "different-kinds": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          imports: [{ settings: { log: "info" } }],
          options: { settings: mkOption({ type: types.anything }) },
          config: { settings: { log: { level: "debug" } } },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkForce, mkOption, types } from "confix";

          export default {
            imports: [{ settings: { log: "info" } }],
            options: { settings: mkOption({ type: types.anything }) },
            config: { settings: { log: mkForce({ level: "debug" }) } },
          };
        `,
      },
    },
  },
  "list-item-shape": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { routes: mkOption({ type: types.attrListOf(types.str) }) },
          config: { routes: [{ "/": "/srv/www", "/shop": "/srv/shop" }] },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { routes: mkOption({ type: types.attrListOf(types.str) }) },
            config: { routes: [{ "/": "/srv/www" }, { "/shop": "/srv/shop" }] },
          };
        `,
      },
    },
  },
  "no-arm-accepts": {
    files: {
      "host.ts": text`
        import { mkOption, mkOptionType, types } from "confix";

        const size = types.either(types.int, types.str);
        const limit = mkOptionType({ name: "limit", merge: size.merge });

        export default {
          options: { limit: mkOption({ type: limit }) },
          config: { limit: true },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, mkOptionType, types } from "confix";

          const size = types.either(types.int, types.str);
          const limit = mkOptionType({ name: "limit", check: size.check, merge: size.merge });

          export default {
            options: { limit: mkOption({ type: limit }) },
            config: { limit: "10M" },
          };
        `,
      },
    },
  },
  "condition-not-boolean": {
    files: {
      "host.ts": text`
        import { defineModule, mkIf, mkOption, types } from "confix";

        export default defineModule({
          options: {
            sites: mkOption({ type: types.listOf(types.str), default: ["blog"] }),
            ports: mkOption({ type: types.listOf(types.port), default: [] }),
          },
        }).config({
          ports: mkIf(({ config }) => config.sites.length, [80]),
        });
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkIf, mkOption, types } from "confix";

          export default defineModule({
            options: {
              sites: mkOption({ type: types.listOf(types.str), default: ["blog"] }),
              ports: mkOption({ type: types.listOf(types.port), default: [] }),
            },
          }).config({
            ports: mkIf(({ config }) => config.sites.length > 0, [80]),
          });
        `,
      },
    },
  },
  "value-threw": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            address: mkOption({ type: types.str, default: "web1.example.org" }),
            url: mkOption({ type: types.str }),
          },
        }).config({
          url: ({ config }) => new URL(config.address).href,
        });
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              address: mkOption({ type: types.str, default: "web1.example.org" }),
              url: mkOption({ type: types.str }),
            },
          }).config({
            url: ({ config }) => new URL(\`https://\${config.address}\`).href,
          });
        `,
      },
    },
  },
  "infinite-recursion": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            hostName: mkOption({ type: types.str }),
            domain: mkOption({ type: types.str }),
          },
        }).config({
          hostName: ({ config }) => \`web1.\${config.domain}\`,
          domain: ({ config }) => config.hostName.replace("web1.", ""),
        });
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              hostName: mkOption({ type: types.str }),
              domain: mkOption({ type: types.str }),
            },
          }).config({
            hostName: ({ config }) => \`web1.\${config.domain}\`,
            domain: "example.org",
          });
        `,
      },
    },
  },
  "stack-overflow": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        function countDown(from: number): readonly number[] {
          return [from, ...countDown(from - 1)];
        }

        export default defineModule({
          options: { steps: mkOption({ type: types.listOf(types.int) }) },
        }).config({
          steps: () => countDown(3),
        });
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          function countDown(from: number): readonly number[] {
            return from === 0 ? [] : [from, ...countDown(from - 1)];
          }

          export default defineModule({
            options: { steps: mkOption({ type: types.listOf(types.int) }) },
          }).config({
            steps: () => countDown(3),
          });
        `,
      },
    },
  },
  "failed-assertion": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        tls: true
      `,
      "web.ts": text`
        import { defineModule, mkEnableOption, mkOption, types } from "confix";
        import assertions from "confix/modules/assertions";

        export default defineModule({
          imports: [assertions],
          options: {
            tls: mkEnableOption("TLS"),
            certificate: mkOption({ type: types.nullOr(types.path), default: null }),
          },
        }).config({
          assertions: ({ config }) => [
            { assertion: !config.tls || config.certificate !== null, message: "TLS needs a certificate." },
          ],
        });
      `,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          tls: true
          certificate: /etc/ssl/web.pem
        `,
      },
    },
  },
  "module-warning": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        tls: false
      `,
      "web.ts": text`
        import { defineModule, mkIf, mkOption, types } from "confix";
        import assertions from "confix/modules/assertions";

        export default defineModule({
          imports: [assertions],
          options: { tls: mkOption({ type: types.bool, default: true }) },
        }).config({
          warnings: mkIf(({ config }) => !config.tls, ["Without TLS, passwords can be read on the way."]),
        });
      `,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          tls: true
        `,
      },
    },
  },
  "no-such-value": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { ports: mkOption({ type: types.attrsOf(types.port) }) },
          config: { ports: { web: 80, ssh: 22 } },
        };
      `,
    },
    command: "confix eval host.ts --at ports.wbe",
    right: { command: "confix eval host.ts --at ports.web" },
  },
  "no-json-form": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { expires: mkOption({ type: types.raw }) },
          config: { expires: new Date("2030-01-01") },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { expires: mkOption({ type: types.raw }) },
            config: { expires: new Date("2030-01-01").toISOString() },
          };
        `,
      },
    },
  },
  "cyclic-value": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        const node = { name: "root", parent: {} };
        node.parent = node;

        export default {
          options: { tree: mkOption({ type: types.raw }) },
          config: { tree: node },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          const node = { name: "root", parent: null };

          export default {
            options: { tree: mkOption({ type: types.raw }) },
            config: { tree: node },
          };
        `,
      },
    },
  },
};
