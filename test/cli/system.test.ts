// What `confix system` prints, and what it refuses.
import { describe, expect, test } from "vitest";
import { systems } from "../../src/systems/index.ts";
import { confix } from "./run.ts";

/** What a run that succeeds and has nothing to say on stderr prints. */
async function stdoutOf(...argv: readonly string[]): Promise<string> {
  const run = await confix(["system", ...argv]);
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  return run.stdout;
}

describe("confix system NAME", () => {
  test("is a readable summary", async () => {
    const lines = (await stdoutOf("armv7l-linux-musleabihf")).split("\n");
    expect(lines[0]).toBe("armv7l-linux");
    expect(lines).toContain("  triple     armv7l-unknown-linux-musleabihf");
    expect(lines).toContain("  CPU        armv7l, arm, 32 bits, little-endian");
    expect(lines).toContain("  C library  musl");
    expect(lines).toContain("  GCC        arch=armv7-a fpu=vfpv3-d16");
    expect(lines).toContain("  Go         GOARCH=arm GOOS=linux GOARM=7");
    expect(lines.join(" ")).toMatch(/ true .*isAarch32.*isMusl/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.at(-1)).toBe("");
  });

  test("leaves out what is not known", async () => {
    const text = await stdoutOf("avr");
    expect(text).toContain("words of one byte");
    expect(text).toContain("  libraries  .a\n");
    expect(text).not.toMatch(/^ +(GCC|Node) /m);
  });

  test("takes a double, a triple, and the name of an example", async () => {
    expect(await stdoutOf("x86_64-windows")).toContain("x86_64-pc-windows-msvc");
    expect(await stdoutOf("x86_64-w64-mingw32")).toMatch(/^x86_64-windows\n +triple +x86_64-w64-windows-gnu\n/);
    expect(await stdoutOf("raspberryPi")).toMatch(/^armv6l-linux\n[^]*arch=armv6kz/);
  });
});

describe("--json", () => {
  test.each(["x86_64-linux", "aarch64-apple-ios", "avr"])("prints every attribute of %s, keys sorted", async (name) => {
    const text = await stdoutOf(name, "--json");
    expect(JSON.parse(text)).toEqual(systems.elaborate(name));
    const names = [...text.matchAll(/^ {2}"(\w+)":/gm)].map(([, key]) => key);
    expect(names).toEqual(Object.keys(systems.elaborate(name)).toSorted());
  });

  test("of an example has what the example says", async () => {
    const found: unknown = JSON.parse(await stdoutOf("fuloongminipc", "--json"));
    expect(found).toEqual(systems.elaborate(systems.examples.fuloongminipc));
  });
});

describe("--on", () => {
  test.each([
    ["i686-linux", "x86_64-linux", "x86_64-linux runs its programs itself."],
    ["aarch64-linux", "x86_64-linux", "x86_64-linux runs its programs with `qemu-aarch64`, of the package qemu-user."],
    ["x86_64-windows", "x86_64-linux-musl", "x86_64-linux-musl runs its programs with `wine`, of the package wine64."],
    ["aarch64-linux", "x86_64-darwin", "x86_64-darwin cannot run its programs: no emulator is known."],
  ])("%s %s", async (name, host, sentence) => {
    const text = await stdoutOf(name, "--on", host);
    expect(text).toBe(`${await stdoutOf(name)}${sentence}\n`);
  });

  test.each([
    ["i686-linux", true, null],
    ["wasm32-wasi", false, { program: "wasmtime", arguments: [], package: "wasmtime" }],
    ["x86_64-darwin", false, null],
  ])("with --json adds one attribute: %s", async (name, canExecute, emulator) => {
    const { on, ...platform } = JSON.parse(await stdoutOf(name, "--json", "--on", "x86_64-linux"));
    expect(on).toEqual({ host: "x86_64-linux", config: "x86_64-unknown-linux-gnu", canExecute, emulator });
    expect(platform).toEqual(systems.elaborate(name));
  });
});

describe("--list", () => {
  test("lists the supported doubles, one a line", async () => {
    expect((await stdoutOf("--list")).trimEnd().split("\n")).toEqual(systems.doubles.all);
  });

  test("--match takes those of which all attributes are true", async () => {
    expect((await stdoutOf("--list", "--match", "isLinux")).trimEnd().split("\n")).toEqual(systems.doubles.linux);
    expect(await stdoutOf("--list", "--match", "isLinux", "--match", "isS390")).toBe("s390-linux\ns390x-linux\n");
    expect(await stdoutOf("--list", "--match", "isStatic", "--match", "isWasm")).toBe("wasm64-wasi\nwasm32-wasi\n");
    expect(await stdoutOf("--list", "--match", "isLinux", "--match", "isDarwin")).toBe("");
  });

  test("--json is a list", async () => {
    expect(JSON.parse(await stdoutOf("--list", "--match", "isDarwin", "--json"))).toEqual(systems.doubles.darwin);
  });
});

describe("what is wrong is said, with what is near, and nothing is printed", () => {
  test.each([
    [["aarch46-linux"], "`aarch46`", "`aarch64-linux`"],
    [["raspberryPy"], "`raspberryPy`", "`raspberryPi`"],
    [["x86_64-linux", "--on", "x86_65-linux"], "`x86_65`", "`x86_64-linux`"],
    [["linux"], "one part", "`x86_64-linux`"],
    [["arm-linux-gnu"], "`gnu`", "`gnueabi` or `gnueabihf`"],
    [["--list", "--match", "isLinx"], "--match isLinx", "`isLinux`"],
    [["--list", "--match", "linux"], "--match linux", "`isLinux`"],
    [["--list", "--match", "isArm"], "isArm", "`isAarch32`, `isAarch64` or `isAarch`"],
    [["--list", "--match", "libc"], "--match libc", "is no attribute"],
    [["--match", "isLinux"], "--match", "--list"],
    [["x86_64-linux", "--list"], "x86_64-linux", "--list"],
    [["--list", "--on", "x86_64-linux"], "--on", "system"],
    [["zzz"], "zzz", "help:"],
    [[], "confix system NAME", "--list"],
    [["x86_64-linux", "--jsn"], "--jsn", "--json"],
  ])("%j", async (argv, wrong, near) => {
    const run = await confix(["system", ...argv]);
    expect(run).toMatchObject({ exitCode: 2, stdout: "" });
    expect(run.stderr).toMatch(/^error(?:\[[a-z-]+\])?: /);
    expect(run.stderr).toContain(wrong);
    expect(run.stderr).toContain(near);
  });
});

describe("--help", () => {
  test("has every flag, and examples that work", async () => {
    const text = await stdoutOf("--help");
    for (const flag of ["--json", "--on", "--list", "--match"]) expect(text).toContain(flag);
    const examples = [...text.matchAll(/^ {2}confix (system .*?)(?: {2,}.*)?$/gm)].map(([, line = ""]) => line);
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) {
      expect(await confix(example.split(" "))).toMatchObject({ exitCode: 0, stderr: "" });
    }
  });

  test("is found from the list of commands", async () => {
    expect((await confix(["--help"])).stdout).toMatch(/^ {2}system /m);
  });
});
