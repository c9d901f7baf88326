// What each code about systems says, for one or more examples of what it is about.
import type { systemEntries } from "../../../src/diagnostics/catalog/systems.ts";
import type { ExamplesOf } from "../example.ts";

export const systemExamples: ExamplesOf<typeof systemEntries> = {
  "system-unknown-part": [
    {
      path: null,
      data: { input: "aarch46-linux", part: "cpu", given: "aarch46", suggestion: "aarch64-linux" },
      message: "`aarch46` in the system string `aarch46-linux` is no known CPU.",
      help: "did you mean `aarch64-linux`?",
    },
    {
      path: null,
      data: { input: "x86_64-", part: "kernel", given: "", suggestion: null },
      message: "The kernel in the system string `x86_64-` is empty.",
      help: null,
    },
  ],
  "system-ambiguous": [
    {
      path: null,
      data: { input: "x86_64-unknown-linux", suggestions: ["x86_64-linux", "x86_64-unknown-linux-ABI"] },
      message:
        "The system string `x86_64-unknown-linux` does not say which of its parts is the CPU, the vendor, the kernel and the ABI.",
      help: "write `x86_64-linux` or `x86_64-unknown-linux-ABI`",
    },
    {
      path: null,
      data: { input: "linux", suggestions: ["x86_64-linux"] },
      message: "The system string `linux` has one part only; it must name at least a CPU and a kernel.",
      help: "write `x86_64-linux`",
    },
    {
      path: null,
      data: { input: "x86_64-darwin-macho", suggestions: [] },
      message:
        "The system string `x86_64-darwin-macho` does not say which of its parts is the CPU, the vendor, the kernel and the ABI.",
      help: "write `CPU-KERNEL`, `CPU-KERNEL-ABI` or `CPU-VENDOR-KERNEL-ABI`",
    },
  ],
  "system-part-count": [
    {
      path: null,
      data: { input: "", count: 0 },
      message: "A system string is empty.",
      help: "write for example `x86_64-linux` or `aarch64-unknown-linux-musl`",
    },
    {
      path: null,
      data: { input: "x86_64-unknown-linux-gnu-extra", count: 5 },
      message:
        "The system string `x86_64-unknown-linux-gnu-extra` has 5 parts; there are at most four: CPU, vendor, kernel and ABI.",
      help: "write for example `x86_64-linux` or `aarch64-unknown-linux-musl`",
    },
  ],
  "platform-without-system": [
    {
      path: null,
      data: { attributes: [] },
      message: "A platform needs `system` or `config`, but nothing is given.",
      help: 'give it a `system` such as `"x86_64-linux"`',
    },
    {
      path: null,
      data: { attributes: ["libc"] },
      message: "A platform needs `system` or `config`, but only `libc` is given.",
      help: 'give it a `system` such as `"x86_64-linux"`',
    },
    {
      path: null,
      data: { attributes: ["gcc", "libc"] },
      message: "A platform needs `system` or `config`, but only `gcc` and `libc` are given.",
      help: 'give it a `system` such as `"x86_64-linux"`',
    },
  ],
  "system-wrong-kind": [
    {
      path: null,
      data: { found: "the number 64", wanted: "a system string" },
      message: "What is needed is a system string, not the number 64.",
      help: null,
    },
  ],
  "platform-attribute-wrong-kind": [
    {
      path: null,
      data: { attribute: "isStatic", found: 'the string "yes"', wanted: "true or false" },
      message: 'The platform attribute `isStatic` must be true or false, not the string "yes".',
      help: null,
    },
  ],
  "platform-abi-unfit": [
    {
      path: null,
      data: {
        config: "arm-unknown-linux-gnu",
        abi: "gnu",
        why: "does not say how a 32-bit ARM passes floating point numbers",
        use: ["gnueabi", "gnueabihf"],
      },
      message: "The ABI `gnu` of `arm-unknown-linux-gnu` does not say how a 32-bit ARM passes floating point numbers.",
      help: "use `gnueabi` or `gnueabihf`",
    },
  ],
  "platform-not-android": [
    {
      path: null,
      data: { config: "x86_64-unknown-linux-gnu" },
      message:
        "`useAndroidPrebuilt` is set, but `x86_64-unknown-linux-gnu` is not an Android platform: its ABI is neither `android` nor `androideabi`.",
      help: "leave `useAndroidPrebuilt` out, or name an Android platform",
    },
  ],
  "platform-name-gone": [
    {
      path: null,
      data: { name: "isArm", why: "ask `isAarch32` or `isAarch64`" },
      message: "`isArm` is gone.",
      help: "ask `isAarch32` or `isAarch64`",
    },
  ],
  "system-current-unknown": [
    {
      path: null,
      data: { platform: null, arch: null },
      message: "This JavaScript engine does not say which machine it runs on.",
      help: "name the system, for example `x86_64-linux`",
    },
    {
      path: null,
      data: { platform: "aix", arch: "ppc64" },
      message: "There is no system for this machine (platform `aix`, architecture `ppc64`).",
      help: "name the system, for example `x86_64-linux`",
    },
  ],
};
