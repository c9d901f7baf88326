// Examples of what can be wrong with modules, their imports and their arguments.
import type { moduleEntries } from "../../catalog/modules.ts";
import { type ExamplesFor, text } from "../example.ts";

/** Examples for the codes about modules. */
export const moduleExamples: ExamplesFor<typeof moduleEntries> = {
  "not-a-module": {
    files: {
      "host.ts": text`
        const sites = ["./blog.yaml", "./shop.yaml"];

        export default { imports: ["./web.ts", sites] };
      `,
      "web.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { sites: mkOption({ type: types.attrsOf(types.str) }) },
        };
      `,
      "blog.yaml": text`
        sites: { blog: /srv/blog }
      `,
      "shop.yaml": text`
        sites: { shop: /srv/shop }
      `,
    },
    right: {
      files: {
        "host.ts": text`
          const sites = ["./blog.yaml", "./shop.yaml"];

          export default { imports: ["./web.ts", ...sites] };
        `,
      },
    },
  },
  "unsupported-attribute": {
    files: {
      "web.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { port: mkOption({ type: types.port }) },
          port: 8080,
        };
      `,
    },
    right: {
      files: {
        "web.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { port: mkOption({ type: types.port }) },
            config: { port: 8080 },
          };
        `,
      },
    },
  },
  "class-mismatch": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";
        import desktop from "./desktop.ts";

        const server = types.submoduleWith({ class: "server", modules: [desktop] });

        export default {
          options: { machines: mkOption({ type: types.attrsOf(server) }) },
          config: { machines: { web1: {} } },
        };
      `,
      "desktop.ts": text`
        import { mkEnableOption } from "confix";

        export default {
          _class: "desktop",
          options: { printing: mkEnableOption("printing") },
        };
      `,
    },
    right: {
      files: {
        "desktop.ts": text`
          import { mkEnableOption } from "confix";

          export default {
            _class: "server",
            options: { printing: mkEnableOption("printing") },
          };
        `,
      },
    },
  },
  "bad-disabled-module": {
    files: {
      "host.ts": text`
        import { mkEnableOption } from "confix";
        import web from "./web.ts";

        export default {
          imports: [web],
          disabledModules: [{ name: "web" }],
          options: { firewall: mkEnableOption("the firewall") },
        };
      `,
      "web.ts": text`
        import { mkEnableOption } from "confix";

        export default { options: { web: mkEnableOption("the web server") } };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkEnableOption } from "confix";
          import web from "./web.ts";

          export default {
            imports: [web],
            disabledModules: [web],
            options: { firewall: mkEnableOption("the firewall") },
          };
        `,
      },
    },
  },
  "bad-module-attribute": {
    files: {
      "host.yaml": text`
        imports: ./web.ts
        port: 8080
      `,
      "web.ts": text`
        import { mkOption, types } from "confix";

        export default { options: { port: mkOption({ type: types.port }) } };
      `,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          port: 8080
        `,
      },
    },
  },
  "no-loader": {
    files: {
      "evaluate.mjs": text`
        import { evalModules } from "confix";

        const { config } = evalModules({ modules: ["./host.yaml"] });
        console.log(Object.keys(config));
      `,
      "host.yaml": text`
        imports: [./web.ts]
      `,
      "web.ts": text`
        import { mkEnableOption } from "confix";

        export default { options: { web: mkEnableOption("the web server") } };
      `,
    },
    command: "node evaluate.mjs",
    right: {
      files: {
        "evaluate.mjs": text`
          import { loadConfig } from "confix/node";

          const { config } = await loadConfig({ files: [new URL("./host.yaml", import.meta.url).href] });
          console.log(Object.keys(config));
        `,
      },
    },
  },
  "unknown-base": {
    files: {
      "host.ts": text`
        import { mkOption } from "confix";
        import sites from "./sites/all.ts";

        export default {
          imports: [sites],
          options: { blog: mkOption({}) },
        };
      `,
      "sites/all.ts": text`
        const sites = { imports: ["./blog.yaml"] };

        export default sites;
      `,
      "sites/blog.yaml": text`
        blog: /srv/blog
      `,
    },
    right: {
      files: {
        "sites/all.ts": text`
          import { defineModule } from "confix";

          export default defineModule({ imports: ["./blog.yaml"] });
        `,
      },
    },
  },
  "module-threw": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default ({ modulesPath }) => {
          const [, region] = modulesPath.match(/\\/region-(\\w+)\\//);
          return {
            options: { region: mkOption({ type: types.str }) },
            config: { region },
          };
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default ({ modulesPath }) => {
            const region = modulesPath.match(/\\/region-(\\w+)\\//)?.[1] ?? "none";
            return {
              options: { region: mkOption({ type: types.str }) },
              config: { region },
            };
          };
        `,
      },
    },
  },
  "early-read": {
    files: {
      "host.ts": text`
        import { mkEnableOption, mkOption, types } from "confix";

        export default ({ config }) => ({
          options: {
            tls: mkEnableOption("TLS"),
            port: mkOption({ type: types.port }),
          },
          config: { port: config.tls ? 443 : 80 },
        });
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkEnableOption, mkOption, types } from "confix";

          export default {
            options: {
              tls: mkEnableOption("TLS"),
              port: mkOption({ type: types.port }),
            },
            config: { port: ({ config }) => (config.tls ? 443 : 80) },
          };
        `,
      },
    },
  },
  "missing-argument": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { motd: mkOption({ type: types.str }) },
          config: { motd: ({ region }) => \`Welcome to \${region}\` },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { motd: mkOption({ type: types.str }) },
            config: {
              _module: { args: { region: "eu" } },
              motd: ({ region }) => \`Welcome to \${region}\`,
            },
          };
        `,
      },
    },
  },
  "evaluation-superseded": {
    files: {
      "host.ts": text`
        import { evalModules, mkOption, types } from "confix";

        const base = evalModules({ modules: [{ options: { port: mkOption({ type: types.port, default: 80 }) } }] });
        base.update({ set: { port: 8080 } });

        export default {
          options: { port: mkOption({ type: types.port }) },
          config: { port: () => base.output({ at: ["port"] }).value },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { evalModules, mkOption, types } from "confix";

          const base = evalModules({ modules: [{ options: { port: mkOption({ type: types.port, default: 80 }) } }] });
          const changed = base.update({ set: { port: 8080 } });

          export default {
            options: { port: mkOption({ type: types.port }) },
            config: { port: () => changed.output({ at: ["port"] }).value },
          };
        `,
      },
    },
  },
  "replaces-nothing": {
    files: {
      "host.ts": text`
        import { evalModules, mkOption, types } from "confix";

        const web = (port) => ({ port });
        const declared = { options: { port: mkOption({ type: types.port }) } };
        const base = evalModules({ modules: [declared, web(80)] });
        const changed = base.update({ replace: [[web(80), web(8080)]] });

        export default {
          options: { port: mkOption({ type: types.port }) },
          config: { port: () => changed.config.port },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { evalModules, mkOption, types } from "confix";

          const web = (port) => ({ port });
          const declared = { options: { port: mkOption({ type: types.port }) } };
          const old = web(80);
          const base = evalModules({ modules: [declared, old] });
          const changed = base.update({ replace: [[old, web(8080)]] });

          export default {
            options: { port: mkOption({ type: types.port }) },
            config: { port: () => changed.config.port },
          };
        `,
      },
    },
  },
  "bad-argument": {
    files: {
      "host.ts": text`
        import { mkOption, mkOverride, types } from "confix";

        export default {
          options: { port: mkOption({ type: types.port }) },
          config: { port: mkOverride("force", 8080) },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkForce, mkOption, types } from "confix";

          export default {
            options: { port: mkOption({ type: types.port }) },
            config: { port: mkForce(8080) },
          };
        `,
      },
    },
  },
};
