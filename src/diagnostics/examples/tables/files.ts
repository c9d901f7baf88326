// Examples of what can be wrong with files, flags and the environment.
import type { fileEntries } from "../../catalog/files.ts";
import { type ExamplesFor, text } from "../example.ts";

const web = text`
  import { mkOption, types } from "confix";

  export default {
    options: { port: mkOption({ type: types.port, default: 80 }) },
  };
`;

const motd = text`
  import { mkOption, types } from "confix";

  export default {
    options: { motd: mkOption({ type: types.str }) },
  };
`;

/** Examples for the codes about what comes from outside. */
export const fileExamples: ExamplesFor<typeof fileEntries> = {
  "git-failed": {
    files: { "web.ts": web },
    before: "git init --quiet",
    command: "confix diff git:HEAD:web.ts web.ts",
    right: {
      before: text`
        git init --quiet
        git add web.ts
        git -c user.name=Ada -c user.email=ada@example.org commit --quiet --message first
      `,
    },
  },
  "file-not-found": {
    files: {
      "host.yaml": text`
        imports: [./wbe.ts]
        port: 8080
      `,
      "web.ts": web,
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
  "file-unreadable": {
    files: {
      "host.yaml": text`
        imports: [./services]
        port: 8080
      `,
      "services/web.ts": web,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./services/web.ts]
          port: 8080
        `,
      },
    },
  },
  "unsupported-file": {
    files: {
      "host.ini": text`
        port = 8080
      `,
      "web.ts": web,
    },
    command: "confix eval web.ts host.ini",
    right: {
      files: {
        "host.toml": text`
          port = 8080
        `,
      },
      command: "confix eval web.ts host.toml",
    },
  },
  "bad-encoding": {
    files: { "motd.ts": motd },
    before: "printf 'motd: caf\\351\\n' > host.yaml",
    command: "confix eval motd.ts host.yaml",
    right: {
      files: {
        "host.yaml": text`
          motd: café
        `,
      },
    },
  },
  "syntax-error": {
    files: {
      "host.yaml": text`
        imports: [./motd.ts]
        motd: "Welcome
      `,
      "motd.ts": motd,
    },
    right: {
      files: {
        "host.yaml": text`
          imports: [./motd.ts]
          motd: "Welcome"
        `,
      },
    },
  },
  "duplicate-key": {
    files: {
      "host.yaml": text`
        imports: [./web.ts]
        port: 80
        port: 8080
      `,
      "web.ts": web,
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
  "data-not-representable": {
    files: {
      "host.json": text`
        { "imports": ["./disk.ts"], "serial": 12345678901234567890 }
      `,
      "disk.ts": text`
        import { mkOption, types } from "confix";

        export default {
          options: { serial: mkOption({ type: types.either(types.int, types.str) }) },
        };
      `,
    },
    right: {
      files: {
        "host.json": text`
          { "imports": ["./disk.ts"], "serial": "12345678901234567890" }
        `,
      },
    },
  },
  "data-not-a-module": {
    files: {
      "host.yaml": text`
        - imports: [./web.ts]
        - port: 8080
      `,
      "web.ts": web,
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
  "no-default-export": {
    files: {
      "web.ts": text`
        import { mkOption, types } from "confix";

        export const web = {
          options: { port: mkOption({ type: types.port, default: 80 }) },
        };
      `,
    },
    right: { files: { "web.ts": web } },
  },
  "bad-default-export": {
    files: {
      "web.ts": text`
        export default 8080;
      `,
    },
    right: { files: { "web.ts": web } },
  },
  "package-not-found": {
    files: {
      "host.ts": text`
        import web from "web.ts";

        export default { imports: [web], config: { port: 8080 } };
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import web from "./web.ts";

          export default { imports: [web], config: { port: 8080 } };
        `,
      },
    },
  },
  "missing-export": {
    files: {
      "host.ts": text`
        import { portOff } from "./ports.ts";

        export default { port: portOff("web") };
      `,
      "ports.ts": text`
        export const portOf = (name: string): number => 8000 + name.length;
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import web from "./web.ts";
          import { portOf } from "./ports.ts";

          export default { imports: [web], config: { port: portOf("web") } };
        `,
      },
    },
  },
  "load-threw": {
    files: {
      "host.ts": text`
        import web from "./web.ts";

        const { port } = JSON.parse("port: 8080");

        export default { imports: [web], config: { port } };
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import web from "./web.ts";

          const { port } = JSON.parse('{ "port": 8080 }');

          export default { imports: [web], config: { port } };
        `,
      },
    },
  },
  "top-level-await": {
    files: {
      "host.ts": text`
        import web from "./web.ts";

        export default () => ({ imports: [web, "./site.ts"] });
      `,
      "site.ts": text`
        import { readFile } from "node:fs/promises";

        const port = Number(await readFile(new URL("./port.txt", import.meta.url), "utf8"));

        export default { port };
      `,
      "port.txt": text`
        8080
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import web from "./web.ts";

          export default { imports: [web, "./site.ts"] };
        `,
      },
    },
  },
  "never-settles": {
    files: {
      "host.ts": text`
        import { EventEmitter, once } from "node:events";
        import web from "./web.ts";

        const settings = new EventEmitter();
        const [port] = await once(settings, "port");
        settings.emit("port", 8080);

        export default { imports: [web], config: { port } };
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import { EventEmitter, once } from "node:events";
          import web from "./web.ts";

          const settings = new EventEmitter();
          setImmediate(() => settings.emit("port", 8080));
          const [port] = await once(settings, "port");

          export default { imports: [web], config: { port } };
        `,
      },
    },
    runs: "own-process",
  },
  "unhandled-error": {
    files: {
      "host.ts": text`
        import { readFile } from "node:fs/promises";
        import web from "./web.ts";

        const settings = { port: 8080 };
        void readFile("/nowhere/port.txt", "utf8").then((port) => (settings.port = Number(port)));

        export default { imports: [web], config: settings };
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import { readFile } from "node:fs/promises";
          import web from "./web.ts";

          const port = await readFile("/nowhere/port.txt", "utf8").catch(() => "8080");

          export default { imports: [web], config: { port: Number(port) } };
        `,
      },
    },
    runs: "own-process",
  },
  "process-exit": {
    files: {
      "host.ts": text`
        import { exit } from "node:process";
        import web from "./web.ts";

        export default {
          imports: [web],
          config: { port: () => exit(1) },
        };
      `,
      "web.ts": web,
    },
    right: {
      files: {
        "host.ts": text`
          import web from "./web.ts";

          export default {
            imports: [web],
            config: { port: 8080 },
          };
        `,
      },
    },
    runs: "own-process",
  },
  "no-result": {
    files: {
      "host.ts": text`
        import web from "./web.ts";

        process.disconnect();

        export default { imports: [web], config: { port: 8080 } };
      `,
      "web.ts": web,
    },
    command: "confix eval host.ts --restricted",
    right: {
      files: {
        "host.ts": text`
          import web from "./web.ts";

          export default { imports: [web], config: { port: 8080 } };
        `,
      },
    },
  },
  "worker-ended": {
    files: {
      "hosts/mail.ts": text`
        import { execSync } from "node:child_process";

        execSync('kill -9 "$PPID"');

        export default { config: { port: 25 } };
      `,
      "hosts/www.ts": "export default { port: 443 };\n",
      "web.ts": web,
    },
    command: "confix eval web.ts --fleet hosts/mail.ts hosts/www.ts --out-dir out",
    right: {
      files: { "hosts/mail.ts": "export default { config: { port: 25 } };\n" },
    },
  },
  "out-of-memory": {
    files: {
      "hosts/mail.ts": text`
        const ports = [];
        while (ports.length < 1e9) ports.push({ port: ports.length });

        export default { config: { port: ports[25].port } };
      `,
      "hosts/www.ts": "export default { port: 443 };\n",
      "web.ts": web,
    },
    command: "confix eval web.ts --fleet hosts/mail.ts hosts/www.ts --out-dir out --host-memory 64",
    right: {
      files: { "hosts/mail.ts": "export default { config: { port: 25 } };\n" },
    },
  },
  "out-of-time": {
    files: {
      "hosts/mail.ts": text`
        let port = 0;
        while (port !== 25) port += 2;

        export default { config: { port } };
      `,
      "hosts/www.ts": "export default { port: 443 };\n",
      "web.ts": web,
    },
    command: "confix eval web.ts --fleet hosts/mail.ts hosts/www.ts --out-dir out --host-timeout 5",
    right: {
      files: { "hosts/mail.ts": "export default { config: { port: 25 } };\n" },
    },
  },
  "no-current-folder": {
    files: { "web.ts": web },
    command: 'mkdir gone && cd gone && rmdir "$PWD" && confix eval ../web.ts',
    right: { command: "confix eval web.ts" },
    runs: "own-process",
  },
  "bad-set": {
    files: { "web.ts": web },
    command: "confix eval web.ts --set port",
    right: { command: "confix eval web.ts --set port=8080" },
  },
  "bad-extra-modules": {
    files: { "web.ts": web },
    command: "CONFIX_EXTRA_MODULES=site.yaml confix eval web.ts",
    right: {
      files: {
        "site.yaml": text`
          port: 8080
        `,
      },
    },
  },
  "bad-config-file": {
    files: {
      "confix.config.yaml": text`
        module: [./web.ts]
      `,
      "web.ts": web,
    },
    command: "confix eval",
    right: {
      files: {
        "confix.config.yaml": text`
          modules: [./web.ts]
        `,
      },
    },
  },
  "no-modules": {
    files: { "web.ts": web },
    command: "confix eval",
    right: { command: "confix eval web.ts" },
  },
  "bad-flag": {
    files: { "web.ts": web },
    command: "confix eval web.ts --allow-read /srv",
    right: { command: "confix eval web.ts --restricted --allow-read /srv" },
  },
  "restricted-access": {
    files: {
      "host/host.ts": text`
        import { readFileSync } from "node:fs";
        import { mkOption, types } from "confix";

        export default {
          options: { key: mkOption({ type: types.str }) },
          config: { key: () => readFileSync(new URL("../keys/web.pub", import.meta.url), "utf8") },
        };
      `,
      "keys/web.pub": text`
        ssh-ed25519 AAAAC3Nz…
      `,
    },
    command: "confix eval host/host.ts --restricted",
    right: { command: "confix eval host/host.ts --restricted --allow-read keys" },
  },
  "output-failed": {
    files: { "web.ts": web },
    command: "confix eval web.ts --output build/web.json",
    right: { before: "mkdir build" },
  },
  "no-such-format": {
    files: { "web.ts": web },
    command: "confix eval web.ts --format raw",
    right: { command: "confix eval web.ts --format yaml" },
  },
  "no-such-option": {
    files: { "web.ts": web },
    command: "confix options web.ts --match prot",
    right: { command: "confix options web.ts --match port" },
  },
};
