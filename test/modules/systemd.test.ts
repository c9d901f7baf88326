// Units: what is written for each kind, and that systemd reads it as it was meant.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import systemd from "../../modules/systemd.ts";
import { findings } from "./findings.ts";
import { makeFolder, missing, run, writeBelow } from "./tools.ts";

function evaluate(...definitions: readonly object[]) {
  return evalModules({ modules: [systemd, ...definitions.map((each) => ({ systemd: each }))] });
}

const awkward = `100% "a" 'b' \\n \\\\ $HOME \${X} ; # ä\n\tsecond line=\\`;

describe("systemd.services", () => {
  test("writes sections, lists as repeated lines, booleans as true and false", () => {
    const { config } = evaluate({
      services: {
        web: {
          description: "The site",
          documentation: ["https://example.org", "man:web(8)"],
          after: ["network.target", "db.service"],
          wantedBy: ["multi-user.target"],
          environment: { B: 2, A: "x y", GONE: null },
          path: ["/opt/bin", "/usr/bin"],
          serviceConfig: { ExecStart: ["", "/usr/bin/web"], PrivateTmp: true, Restart: null, TimeoutSec: 5 },
          unitConfig: { After: "late.service", StartLimitBurst: 3 },
        },
      },
    });
    expect(config.systemd.services["web"]?.text).toBe(`[Unit]
Description=The site
Documentation=https://example.org
Documentation=man:web(8)
After=network.target
After=db.service
After=late.service
StartLimitBurst=3

[Service]
Environment="PATH=/opt/bin:/usr/bin"
Environment="A=x y"
Environment="B=2"
ExecStart=
ExecStart=/usr/bin/web
PrivateTmp=true
TimeoutSec=5

[Install]
WantedBy=multi-user.target
`);
    expect(config.environment.etc["systemd/system/web.service"]?.text).toBe(config.systemd.services["web"]?.text);
  });

  test("joins a setting of several modules where one of them gives a list, else wants one value", () => {
    const { config } = evaluate(
      { services: { web: { serviceConfig: { ExecStartPre: "/bin/b", Type: "exec" } } } },
      { services: { web: { serviceConfig: { ExecStartPre: ["/bin/a"], Type: "simple" } } } },
    );
    expect(config.systemd.services["web"]?.serviceConfig["ExecStartPre"]).toEqual(["/bin/b", "/bin/a"]);
    expect(() => config.systemd.services["web"]?.serviceConfig["Type"]).toThrow("serviceConfig.Type");
  });

  test("makes a file of a script", () => {
    const { config } = evaluate({ services: { job: { script: "echo one\necho two\n" } } });
    expect(config.systemd.services["job"]?.text).toContain("ExecStart=/etc/systemd/scripts/job\n");
    expect(config.environment.etc["systemd/scripts/job"]).toMatchObject({
      mode: "0755",
      text: "#!/bin/sh\nset -e\necho one\necho two\n",
    });
  });

  test("makes a timer of startAt", () => {
    const { config } = evaluate({
      services: { job: { startAt: "daily", script: "true" }, off: { enable: false, startAt: ["hourly"] } },
    });
    expect(config.systemd.services["job"]?.startAt).toEqual(["daily"]);
    expect(config.environment.etc["systemd/system/job.timer"]?.text).toBe(
      "[Timer]\nOnCalendar=daily\n\n[Install]\nWantedBy=timers.target\n",
    );
    expect(Object.keys(config.environment.etc)).toEqual([
      "systemd/scripts/job",
      "systemd/system/job.service",
      "systemd/system/job.timer",
    ]);
  });

  test("computes the text of a unit only when it is read, so that it may name other files", () => {
    const { config } = evaluate({
      services: {
        web: {
          serviceConfig: {
            ExecStart: ({ config }: { readonly config: { readonly environment: { readonly etc: object } } }) =>
              `/usr/bin/web ${Object.keys(config.environment.etc).length}`,
          },
        },
      },
    });
    expect(config.environment.etc["systemd/system/web.service"]?.text).toContain("ExecStart=/usr/bin/web 1\n");
  });

  test("refuses what would end the line, with the reason", () => {
    const setting = (value: string) =>
      evaluate({ services: { web: { serviceConfig: { ExecStart: value } } } }).config.systemd.services["web"]?.text;
    expect(() => setting("/bin/a\nUser=root")).toThrow("it has more than one line");
    expect(() => setting("/bin/a\\")).toThrow("it ends with a backslash");
    expect(setting("/bin/a \\\\")).toContain("ExecStart=/bin/a \\\\\n");
  });

  test("refuses names that cannot be units, variables or settings", () => {
    const { config } = evaluate({ services: { "a/b": {} } });
    expect(() => config.systemd.services).toThrow('"a/b" cannot be the name of a unit');
    const web = evaluate({ services: { web: { environment: { "A B": "" }, serviceConfig: { "X=Y": 1 } } } }).config;
    expect(() => web.systemd.services["web"]?.environment).toThrow(
      '"A B" cannot be the name of an environment variable',
    );
    expect(() => web.systemd.services["web"]?.serviceConfig).toThrow('"X=Y" cannot be the name of a setting');
  });
});

describe("units that systemd would refuse", () => {
  test("fail the configuration, unless they are off", () => {
    const evaluation = evaluate({
      services: {
        both: { script: "true", serviceConfig: { ExecStart: "/bin/true" } },
        nothing: {},
        emptied: { serviceConfig: { ExecStart: ["/bin/true", ""] } },
        off: { enable: false },
      },
      timers: { never: { timerConfig: { Persistent: true } } },
      sockets: { deaf: {}, ears: { socketConfig: { ListenFIFO: "/run/x" } } },
    });
    expect(findings(evaluation, "error")).toEqual([
      'systemd.services."both" sets both script and serviceConfig.ExecStart; only one of them can say what runs.',
      'systemd.services."emptied" runs nothing: set script or serviceConfig.ExecStart.',
      'systemd.services."nothing" runs nothing: set script or serviceConfig.ExecStart.',
      'systemd.timers."never" never elapses: set timerConfig.OnCalendar or one of its relatives.',
      'systemd.sockets."deaf" listens nowhere: set listenStreams or listenDatagrams.',
    ]);
  });
});

function writeUnits(folder: string, config: ReturnType<typeof evaluate>["config"]): readonly string[] {
  return Object.entries(config.environment.etc)
    .filter(([path]) => path.startsWith("systemd/system/"))
    .map(([path, { text }]) => writeBelow(folder, path.replace("systemd/system/", ""), text ?? ""));
}

describe("systemd-analyze verify", () => {
  const reason = missing("systemd-analyze");
  const verify = (files: readonly string[]) => run("systemd-analyze", ["verify", "--man=no", ...files]);

  test.skipIf(reason !== "")(`accepts units of all kinds${reason}`, () => {
    const { config } = evaluate({
      services: {
        "confix-web": {
          description: "The site",
          after: ["network.target"],
          requires: ["confix-web.socket"],
          wantedBy: ["multi-user.target"],
          environment: { AWKWARD: awkward },
          path: ["/usr/bin"],
          serviceConfig: { ExecStart: "/bin/sleep 1", PrivateTmp: true, Restart: "on-failure", RestartSec: 1.5 },
        },
        "confix-job": {
          serviceConfig: { Type: "oneshot", ExecStart: ["/bin/true", "/bin/true"] },
          startAt: "Sun 14:00",
        },
      },
      sockets: {
        "confix-web": {
          wantedBy: ["sockets.target"],
          listenStreams: ["127.0.0.1:8080"],
          listenDatagrams: ["/run/x.sock"],
        },
      },
      targets: { confix: { description: "All of it", wants: ["confix-web.service"], wantedBy: ["multi-user.target"] } },
    });
    const files = writeUnits(makeFolder(), config);
    expect(files).toHaveLength(5);
    expect(verify(files)).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test.skipIf(reason !== "")(`would notice a setting that does not exist${reason}`, () => {
    const { config } = evaluate({
      services: { "confix-web": { serviceConfig: { ExecStart: "/bin/true", Nonsense: 1 } } },
    });
    expect(verify(writeUnits(makeFolder(), config)).stderr).toContain("Nonsense");
  });
});

describe("systemd itself", () => {
  const dump = (unit: string, environment: NodeJS.ProcessEnv = {}) =>
    run("systemd", ["--test", "--system", "--no-pager", `--unit=${unit}`], environment).stdout;
  // It wants a little of the machine even for a test, which a container may not have.
  const absent = missing("systemd");
  const reason =
    absent === "" && !dump("basic.target").includes("Unit basic.target:") ? ": systemd --test cannot run here" : absent;

  test.skipIf(reason !== "")(`gives services exactly the environment that was asked for${reason}`, () => {
    const { config } = evaluate({
      services: { "confix-web": { environment: { AWKWARD: awkward }, serviceConfig: { ExecStart: "/bin/true" } } },
    });
    const folder = makeFolder();
    writeUnits(folder, config);
    const stdout = dump("confix-web.service", { SYSTEMD_UNIT_PATH: `${folder}:` });
    const [, environment] =
      /Unit confix-web\.service:[^]*?\n\t+Environment: ([^]*?)\n\t+RuntimeDirectoryPreserve/.exec(stdout) ?? [];
    expect(environment).toBe(`AWKWARD=${awkward}`);
  });
});
