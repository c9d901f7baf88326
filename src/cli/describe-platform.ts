// What is known of a platform, in words for a person.
import type { Emulator, Platform } from "../systems/index.ts";

const width = 100;

/** The most important attributes, a line each, and the names of those that are true. Ends in a line break. */
export function describePlatform(platform: Platform): string {
  const facts = factsOf(platform).filter((fact): fact is readonly [string, string] => fact[1] !== null);
  const indent = Math.max(...facts.map(([label]) => label.length)) + 4;
  const lines = facts.map(([label, text]) => `  ${label.padEnd(indent - 2)}${wrap(text, indent)}`);
  return `${[platform.system, ...lines].join("\n")}\n`;
}

/** How a host, as the caller calls it, runs the programs of the platform: a sentence, with a line break. */
export function describeRun(host: string, emulator: Emulator | null): string {
  if (emulator === null) return `${host} cannot run its programs: no emulator is known.\n`;
  if (emulator.program === null) return `${host} runs its programs itself.\n`;
  const command = [emulator.program, ...emulator.arguments].join(" ");
  return `${host} runs its programs with \`${command}\`, of the package ${emulator.package}.\n`;
}

/** Label and text of each line; null where there is nothing to say. */
function factsOf(platform: Platform): readonly (readonly [label: string, text: string | null])[] {
  const { parsed, extensions, go, node, nim } = platform;
  const { cpu, kernel, vendor, abi } = parsed;
  const names = Object.entries(platform).flatMap(([name, value]) => (value === true ? [name] : []));
  return [
    ["triple", platform.config],
    ["CPU", [cpu.name, cpu.family, `${cpu.bits} bits`, orders[cpu.significantByte?.name ?? "none"]].join(", ")],
    ["vendor", vendor.name],
    ["kernel", `${kernel.name}, programs in the format ${kernel.execFormat.name}`],
    ["ABI", abi.name],
    ["C library", platform.libc ?? "none"],
    ["linker", platform.linker],
    ["libraries", [extensions.sharedLibrary, extensions.staticLibrary].filter((name) => name !== undefined).join(", ")],
    ["GCC", pairs(platform.gcc)],
    ["Rust", platform.rust.rustcTargetSpec],
    ["Go", pairs(go)],
    ["Node", pairs(node)],
    ["Nim", pairs(nim)],
    ["QEMU", platform.qemuArch],
    ["true", names.join(" ")],
  ];
}

const orders = {
  bigEndian: "big-endian",
  littleEndian: "little-endian",
  none: "words of one byte",
} as const;

/** `arch=armv8-a fpu=neon`; null where nothing is known. */
function pairs(set: object): string | null {
  const known = Object.entries(set).filter(([, value]) => value !== null && value !== "");
  return known.length === 0 ? null : known.map(([name, value]) => `${name}=${String(value)}`).join(" ");
}

/** Breaks between words, so that no line goes beyond the width; further lines are indented. */
function wrap(text: string, indent: number): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && indent + line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join(`\n${" ".repeat(indent)}`);
}
