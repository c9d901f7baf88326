// Examples of what the linter finds.
import type { lintEntries } from "../../catalog/lint.ts";
import { type ExamplesFor, text } from "../example.ts";

const command = "confix lint host.ts";
const evaluating = "confix lint host.ts --evaluate";

/** Examples for the codes of the linter. */
export const lintExamples: ExamplesFor<typeof lintEntries> = {
  "option/default-text": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        const nginx = { type: "derivation", name: "nginx-1.28", outPath: "/store/nginx-1.28" };

        export default defineModule({
          options: {
            server: mkOption({
              type: types.package,
              default: nginx,
              description: "The web server to run.",
            }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, literalExpression, mkOption, types } from "confix";

          const nginx = { type: "derivation", name: "nginx-1.28", outPath: "/store/nginx-1.28" };

          export default defineModule({
            options: {
              server: mkOption({
                type: types.package,
                default: nginx,
                defaultText: literalExpression("pkgs.nginx"),
                description: "The web server to run.",
              }),
            },
          });
        `,
      },
    },
  },
  "option/example-literal": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        const nginx = { type: "derivation", name: "nginx-1.28", outPath: "/store/nginx-1.28" };

        export default defineModule({
          options: {
            packages: mkOption({
              type: types.listOf(types.package),
              example: [nginx],
              description: "Packages to install.",
            }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, literalExpression, mkOption, types } from "confix";

          export default defineModule({
            options: {
              packages: mkOption({
                type: types.listOf(types.package),
                example: literalExpression("[pkgs.nginx]"),
                description: "Packages to install.",
              }),
            },
          });
        `,
      },
    },
  },
  "option/needless-default-text": {
    files: {
      "host.ts": text`
        import { defineModule, literalExpression, mkOption, types } from "confix";

        export default defineModule({
          options: {
            port: mkOption({
              type: types.port,
              default: 8080,
              defaultText: literalExpression("8080"),
              description: "Port to listen on.",
            }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
            },
          });
        `,
      },
    },
  },
  "option/missing-type": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption } from "confix";

        export default defineModule({
          options: {
            port: mkOption({ default: 8080, description: "Port to listen on." }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
            },
          });
        `,
      },
    },
  },
  "option/literal-example": {
    files: {
      "host.ts": text`
        import { defineModule, literalExample, mkOption, types } from "confix";

        export default defineModule({
          options: {
            user: mkOption({
              type: types.str,
              example: literalExample("config.users.web.name"),
              description: "User that runs the server.",
            }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, literalExpression, mkOption, types } from "confix";

          export default defineModule({
            options: {
              user: mkOption({
                type: types.str,
                example: literalExpression("config.users.web.name"),
                description: "User that runs the server.",
              }),
            },
          });
        `,
      },
    },
  },
  "option/missing-description": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: { port: mkOption({ type: types.port, default: 8080 }) },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
            },
          });
        `,
      },
    },
  },
  "option/placeholder-description": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            port: mkOption({ type: types.port, default: 8080, description: "TODO" }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
            },
          });
        `,
      },
    },
  },
  "option/default-type": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: {
            port: mkOption({ type: types.port, default: "8080", description: "Port to listen on." }),
          },
        };
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: {
              port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
            },
          };
        `,
      },
    },
  },
  "option/example-type": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: {
            domains: mkOption({
              type: types.listOf(types.str),
              example: "example.org",
              description: "Domains to serve.",
            }),
          },
        };
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: {
              domains: mkOption({
                type: types.listOf(types.str),
                example: ["example.org"],
                description: "Domains to serve.",
              }),
            },
          };
        `,
      },
    },
  },
  "option/enable-option": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            web: {
              enable: mkOption({ type: types.bool, default: false, description: "Runs the web server." }),
            },
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkEnableOption } from "confix";

          export default defineModule({
            options: {
              web: {
                enable: mkEnableOption("the web server"),
              },
            },
          });
        `,
      },
    },
  },
  "option/name-style": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            listen_port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              listenPort: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
            },
          });
        `,
      },
    },
  },
  "option/literal-secret": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            password: mkOption({
              type: types.str,
              default: "sesame",
              description: "Password of the database.",
            }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              passwordFile: mkOption({
                type: types.path,
                default: "/run/keys/database",
                description: "File that holds the password of the database.",
              }),
            },
          });
        `,
      },
    },
  },
  "option/recursive-type": {
    files: {
      "host.ts": text`
        import { mkOption, mkOptionType, types } from "confix";

        const tree = mkOptionType({
          name: "tree",
          check: (value) => types.attrsOf(types.str).check(value),
          nestedTypes: () => ({ elemType: tree }),
        });

        export default {
          options: {
            menu: mkOption({ type: tree, default: {}, description: "The menu, with menus in it." }),
          },
        };
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { mkOption, mkOptionType, types } from "confix";

          const tree = mkOptionType({
            name: "tree",
            description: "menu with menus in it",
            check: (value) => types.attrsOf(types.str).check(value),
            nestedTypes: () => ({ elemType: tree }),
          });

          export default {
            options: {
              menu: mkOption({ type: tree, default: {}, description: "The menu, with menus in it." }),
            },
          };
        `,
      },
    },
  },
  "option/undocumentable-type": {
    files: {
      "host.ts": text`
        import { mkOption, mkOptionType } from "confix";

        const colours = new Map([["fg", "black"]]);
        const colour = mkOptionType({
          name: "colour",
          description: () => \`one of \${colours.get("background").toUpperCase()}\`,
        });

        export default {
          options: {
            background: mkOption({ type: colour, default: "white", description: "Colour of the page." }),
          },
        };
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { mkOption, mkOptionType } from "confix";

          const colour = mkOptionType({
            name: "colour",
            description: "name of a colour",
          });

          export default {
            options: {
              background: mkOption({ type: colour, default: "white", description: "Colour of the page." }),
            },
          };
        `,
      },
    },
  },
  "option/rename-overdue": {
    files: {
      "host.ts": text`
        import { mkOption, mkRenamedOptionModuleWith, types } from "confix";

        export default {
          imports: [
            mkRenamedOptionModuleWith({
              from: ["www", "port"],
              to: ["web", "port"],
              sinceRelease: 2211,
              oldestSupportedRelease: 2405,
            }),
          ],
          options: {
            web: { port: mkOption({ type: types.port, default: 80, description: "Port to listen on." }) },
          },
        };
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: {
              web: { port: mkOption({ type: types.port, default: 80, description: "Port to listen on." }) },
            },
          };
        `,
      },
    },
  },
  "option/read-only-default": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            version: mkOption({ type: types.str, readOnly: true, description: "Version of the server." }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              version: mkOption({
                type: types.str,
                default: "1.4",
                readOnly: true,
                description: "Version of the server.",
              }),
            },
          });
        `,
      },
    },
  },
  "option/unused": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            prefix: mkOption({ type: types.str, default: "web", internal: true }),
            hostName: mkOption({ type: types.str, description: "Name of the machine." }),
          },
        }).config({
          hostName: "web1",
        });
      `,
    },
    command: evaluating,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              prefix: mkOption({ type: types.str, default: "web", internal: true }),
              hostName: mkOption({ type: types.str, description: "Name of the machine." }),
            },
          }).config({
            hostName: ({ config }) => \`\${config.prefix}1\`,
          });
        `,
      },
    },
  },
  "definition/no-effect": {
    files: {
      "host.ts": text`
        import { defineModule, mkDefault, mkMerge, mkOption, types } from "confix";

        export default defineModule({
          options: { port: mkOption({ type: types.port, description: "Port to listen on." }) },
        }).config(mkMerge([{ port: mkDefault(80) }, { port: 8080 }]));
      `,
    },
    command: evaluating,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: { port: mkOption({ type: types.port, description: "Port to listen on." }) },
          }).config({ port: 8080 });
        `,
      },
    },
  },
  "definition/redundant": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: { port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }) },
        }).config({ port: 8080 });
      `,
    },
    command: evaluating,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: { port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }) },
          });
        `,
      },
    },
  },
  "definition/needless-force": {
    files: {
      "host.ts": text`
        import { defineModule, mkForce, mkOption, types } from "confix";

        export default defineModule({
          options: { port: mkOption({ type: types.port, default: 80, description: "Port to listen on." }) },
        }).config({ port: mkForce(8080) });
      `,
    },
    command: evaluating,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: { port: mkOption({ type: types.port, default: 80, description: "Port to listen on." }) },
          }).config({ port: 8080 });
        `,
      },
    },
  },
  "lint/skipped": {
    files: {
      "host.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: {
            kind: mkOption({
              type: () => types[JSON.parse("kind")],
              description: "Kind of the server.",
            }),
          },
        };
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { mkOption, types } from "confix";

          export default {
            options: {
              kind: mkOption({
                type: () => types.enum(["nginx", "caddy"]),
                description: "Kind of the server.",
              }),
            },
          };
        `,
      },
    },
  },
  "lint/bad-suppression": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption } from "confix";

        export default defineModule({
          options: {
            // confix-lint-ignore option/missing-type
            settings: mkOption({ default: {}, description: "Settings, handed on as they are." }),
          },
        });
      `,
    },
    command,
    alongside: ["option/missing-type"],
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption } from "confix";

          export default defineModule({
            options: {
              // confix-lint-ignore option/missing-type: the server judges its settings itself
              settings: mkOption({ default: {}, description: "Settings, handed on as they are." }),
            },
          });
        `,
      },
    },
  },
  "lint/unused-suppression": {
    files: {
      "host.ts": text`
        import { defineModule, mkOption, types } from "confix";

        export default defineModule({
          options: {
            // confix-lint-ignore option/missing-type: the server judges its settings itself
            settings: mkOption({ type: types.raw, default: {}, description: "Settings, handed on as they are." }),
          },
        });
      `,
    },
    command,
    right: {
      files: {
        "host.ts": text`
          import { defineModule, mkOption, types } from "confix";

          export default defineModule({
            options: {
              settings: mkOption({ type: types.raw, default: {}, description: "Settings, handed on as they are." }),
            },
          });
        `,
      },
    },
  },
};
