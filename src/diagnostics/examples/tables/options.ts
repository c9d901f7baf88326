// Examples of what can be wrong with declarations of options, and with the names that definitions and readers use.
import type { optionEntries } from "../../catalog/options.ts";
import { type ExamplesFor, text } from "../example.ts";

const web = text`
  import { defineModule, mkOption, types } from "confix";

  export default defineModule({
    options: { services: { web: { port: mkOption({ type: types.port, default: 80 }) } } },
  });
`;

/** Examples for the codes about options. */
export const optionExamples: ExamplesFor<typeof optionEntries> = {
  "undeclared-option": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        services:
          web:
            prot: 8080
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
  "unknown-name": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            hostName: mkOption({ type: types.str, default: "web1" }),
            motd: mkOption({ type: types.str }),
          },
        }).config({
          motd: ({ config }) => \`Welcome to \${config.hostname}\`,
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
            motd: ({ config }) => \`Welcome to \${config.hostName}\`,
          });
        `,
      },
    },
  },
  "declaration-not-a-set": {
    files: {
      "web.ts": text`
        export default {
          options: { services: { web: { port: 80 } } },
        };
      `,
    },
    right: { files: { "web.ts": web } },
  },
  "definition-not-a-set": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        services:
          web: 8080
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
  "not-an-option": {
    files: {
      "web.ts": text`
        import { types } from "confix";

        export default {
          options: { services: { web: { port: types.port } } },
        };
      `,
    },
    right: {
      files: {
        "web.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { services: { web: { port: mkOption({ type: types.port, default: 80 }) } } },
          };
        `,
      },
    },
  },
  "nested-under-option": {
    files: {
      "tls.ts": text`
        import { defineModule, mkEnableOption } from "confix";
        import web from "./web.ts";

        export default defineModule({
          imports: [web],
          options: { services: { web: { tls: mkEnableOption("TLS") } } },
        });
      `,
      "web.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: { services: { web: mkOption({ type: types.attrsOf(types.int), default: {} }) } },
        });
      `,
    },
    right: { files: { "web.ts": web } },
  },
  "incompatible-declarations": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";
        import web from "./web.ts";

        export default defineModule({
          imports: [web],
          options: { services: { web: { port: mkOption({ type: types.str }) } } },
        });
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";
          import web from "./web.ts";

          export default defineModule({
            imports: [web],
            options: { services: { web: { port: mkOption({ type: types.port }) } } },
          });
        `,
      },
    },
  },
  "bad-option-attribute": {
    files: {
      "web.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { port: mkOption({ type: types.port, defualt: 80 }) },
        };
      `,
    },
    right: {
      files: {
        "web.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { port: mkOption({ type: types.port, default: 80 }) },
          };
        `,
      },
    },
  },
  "submodule-conflict": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";
        import sites from "./sites.ts";

        const site = types.submoduleWith({ class: "virtualHost", modules: [] });

        export default {
          imports: [sites],
          options: { sites: mkOption({ type: types.attrsOf(site) }) },
        };
      `,
      "sites.ts": text`
        import { mkOption, types } from "confix";

        const site = types.submoduleWith({ class: "site", modules: [] });

        export default {
          options: { sites: mkOption({ type: types.attrsOf(site) }) },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";
          import sites from "./sites.ts";

          const site = types.submoduleWith({ class: "site", modules: [] });

          export default {
            imports: [sites],
            options: { sites: mkOption({ type: types.attrsOf(site) }) },
          };
        `,
      },
    },
  },
  "bad-type-argument": {
    files: {
      "web.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { domains: mkOption({ type: types.listOf("str"), default: [] }) },
        };
      `,
    },
    right: {
      files: {
        "web.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { domains: mkOption({ type: types.listOf(types.str), default: [] }) },
          };
        `,
      },
    },
  },
  "rename-target-missing": {
    files: {
      "host.ts": text`
        import { mkOption, mkRenamedOptionModule } from "confix";

        export default {
          imports: [mkRenamedOptionModule(["services", "www", "port"], ["services", "web", "port"])],
          options: { motd: mkOption({}) },
          config: { motd: ({ config }) => \`Port \${config.services.www.port}\` },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, mkRenamedOptionModule } from "confix";
          import web from "./web.ts";

          export default {
            imports: [web, mkRenamedOptionModule(["services", "www", "port"], ["services", "web", "port"])],
            options: { motd: mkOption({}) },
            config: { motd: ({ config }) => \`Port \${config.services.www.port}\` },
          };
        `,
        "web.ts": web,
      },
    },
  },
  "removed-option": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        services:
          web:
            ssl: true
      `,
      "web.ts": text`
        import { mkEnableOption, mkRemovedOptionModule } from "confix";

        export default {
          imports: [mkRemovedOptionModule(["services", "web", "ssl"], "Use \`services.web.tls\`.")],
          options: { services: { web: { tls: mkEnableOption("TLS") } } },
        };
      `,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          services:
            web:
              tls: true
        `,
      },
    },
  },
  "option-not-readable": {
    files: {
      "host.ts": text`
        import { mkOption, mkSinkUndeclaredOptions } from "confix";

        export default {
          options: {
            fonts: mkSinkUndeclaredOptions(),
            fontCount: mkOption({}),
          },
          config: { fontCount: ({ config }) => config.fonts.length },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: {
              fonts: mkOption({ type: types.listOf(types.str) }),
              fontCount: mkOption({}),
            },
            config: { fontCount: ({ config }) => config.fonts.length },
          };
        `,
      },
    },
  },
  "option-renamed": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        services:
          www:
            port: 8080
      `,
      "web.ts": text`
        import { mkOption, mkRenamedOptionModule, types } from "confix";

        export default {
          imports: [mkRenamedOptionModule(["services", "www", "port"], ["services", "web", "port"])],
          options: { services: { web: { port: mkOption({ type: types.port, default: 80 }) } } },
        };
      `,
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
  "option-changed": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        timeoutSeconds: 30
      `,
      "web.ts": text`
        import { mkChangedOptionModule, mkOption, types } from "confix";

        export default {
          imports: [mkChangedOptionModule(["timeoutSeconds"], ["timeout"], (config) => \`\${config.timeoutSeconds}s\`)],
          options: { timeout: mkOption({ type: types.str }) },
        };
      `,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./web.ts]
          timeout: 30s
        `,
      },
    },
  },
  "deprecated-type": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { ports: mkOption({ type: types.loaOf(types.port) }) },
          config: { ports: { web: 80 } },
        };
      `,
    },
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: { ports: mkOption({ type: types.attrsOf(types.port) }) },
            config: { ports: { web: 80 } },
          };
        `,
      },
    },
  },
};
