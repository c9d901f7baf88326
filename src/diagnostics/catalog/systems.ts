// Wording of what can be wrong with system strings and platforms.
import { type CatalogEntry, code, didYouMean, entry, quoteAll } from "./entry.ts";

/** The part of a system string that a diagnostic is about. */
export type SystemPart = "cpu" | "vendor" | "kernel" | "abi";

/** Codes about systems. */
export const systemEntries: {
  readonly "system-unknown-part": CatalogEntry<{
    input: string;
    part: SystemPart;
    given: string;
    /** The whole string with that part mended, where something near enough is known. */
    suggestion: string | null;
  }>;
  readonly "system-ambiguous": CatalogEntry<{ input: string; suggestions: readonly string[] }>;
  readonly "system-part-count": CatalogEntry<{ input: string; count: number }>;
  readonly "platform-without-system": CatalogEntry<{ attributes: readonly string[] }>;
  readonly "system-wrong-kind": CatalogEntry<{ found: string; wanted: string }>;
  readonly "platform-attribute-wrong-kind": CatalogEntry<{ attribute: string; found: string; wanted: string }>;
  readonly "platform-abi-unfit": CatalogEntry<{ config: string; abi: string; why: string; use: readonly string[] }>;
  readonly "platform-not-android": CatalogEntry<{ config: string }>;
  readonly "platform-name-gone": CatalogEntry<{ name: string; why: string }>;
  readonly "system-current-unknown": CatalogEntry<{ platform: string | null; arch: string | null }>;
} = {
  "system-unknown-part": entry({
    severity: "error",
    message: ({ input, part, given }) =>
      given === ""
        ? `The ${partNames[part]} in the system string ${code(input)} is empty.`
        : `${code(given)} in the system string ${code(input)} is no known ${partNames[part]}.`,
    help: ({ suggestion }) => (suggestion === null ? null : didYouMean([suggestion])),
    explanation:
      "A system string is made of a CPU, a vendor, a kernel and an ABI; vendor and ABI may be left out. One of these names is none that Confix knows.",
  }),
  "system-ambiguous": entry({
    severity: "error",
    message: ({ input }) =>
      input.includes("-")
        ? `The system string ${code(input)} does not say which of its parts is the CPU, the vendor, the kernel and the ABI.`
        : `The system string ${code(input)} has one part only; it must name at least a CPU and a kernel.`,
    help: ({ suggestions }) =>
      suggestions.length === 0
        ? "write `CPU-KERNEL`, `CPU-KERNEL-ABI` or `CPU-VENDOR-KERNEL-ABI`"
        : `write ${quoteAll(suggestions, "or")}`,
    explanation:
      "With one part, or three, a system string can often be read in more than one way; the forms that programs write are known, others have to be spelled out.",
  }),
  "system-part-count": entry({
    severity: "error",
    message: ({ input, count }) =>
      count === 0
        ? "A system string is empty."
        : `The system string ${code(input)} has ${count} parts; there are at most four: CPU, vendor, kernel and ABI.`,
    help: () => "write for example `x86_64-linux` or `aarch64-unknown-linux-musl`",
    explanation: "A system string has two to four parts, separated by hyphens.",
  }),
  "platform-without-system": entry({
    severity: "error",
    message: ({ attributes }) =>
      `A platform needs \`system\` or \`config\`, but ${attributes.length === 0 ? "nothing is given" : `only ${quoteAll(attributes, "and")} ${attributes.length === 1 ? "is" : "are"} given`}.`,
    help: () => 'give it a `system` such as `"x86_64-linux"`',
    explanation: "Everything about a platform is found from its double, `system`, or its triple, `config`.",
  }),
  "system-wrong-kind": entry({
    severity: "error",
    message: ({ found, wanted }) => `What is needed is ${wanted}, not ${found}.`,
    explanation: "A function of `systems` was called with a value of a kind that it does not take.",
  }),
  "platform-attribute-wrong-kind": entry({
    severity: "error",
    message: ({ attribute, found, wanted }) =>
      `The platform attribute ${code(attribute)} must be ${wanted}, not ${found}.`,
    explanation: "Attributes from which others are found have fixed kinds, and all attributes of a platform are data.",
  }),
  "platform-abi-unfit": entry({
    severity: "error",
    message: ({ config, abi, why }) => `The ABI ${code(abi)} of ${code(config)} ${why}.`,
    help: ({ use }) => `use ${quoteAll(use, "or")}`,
    explanation: "On some CPUs an ABI does not say enough to build programs for it, or there is none of that name.",
  }),
  "platform-not-android": entry({
    severity: "error",
    message: ({ config }) =>
      `\`useAndroidPrebuilt\` is set, but ${code(config)} is not an Android platform: its ABI is neither \`android\` nor \`androideabi\`.`,
    help: () => "leave `useAndroidPrebuilt` out, or name an Android platform",
    explanation: "The prebuilt tools of Android make programs for Android only.",
  }),
  "platform-name-gone": entry({
    severity: "error",
    message: ({ name }) => `${code(name)} is gone.`,
    help: ({ why }) => why,
    explanation: "The name existed once, and what it said was not precise enough.",
  }),
  "system-current-unknown": entry({
    severity: "error",
    message: ({ platform, arch }) =>
      platform === null || arch === null
        ? "This JavaScript engine does not say which machine it runs on."
        : `There is no system for this machine (platform ${code(platform)}, architecture ${code(arch)}).`,
    help: () => "name the system, for example `x86_64-linux`",
    explanation:
      "`systems.current()` finds the system from what the JavaScript engine says about its machine. A browser says nothing, and not every machine is one that Confix knows.",
  }),
};

const partNames: Readonly<Record<SystemPart, string>> = { cpu: "CPU", vendor: "vendor", kernel: "kernel", abi: "ABI" };
