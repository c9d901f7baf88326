// Examples of what can be wrong with system strings and platforms.
import type { systemEntries } from "../../catalog/systems.ts";
import { type ExamplesFor, text } from "../example.ts";

/** Examples for the codes about systems. */
export const systemExamples: ExamplesFor<typeof systemEntries> = {
  "system-unknown-part": {
    files: {},
    command: "confix system x86_64-linx",
    right: { command: "confix system x86_64-linux" },
  },
  "system-ambiguous": {
    files: {},
    command: "confix system linux",
    right: { command: "confix system x86_64-linux" },
  },
  "system-part-count": {
    files: {},
    command: "confix system x86_64-unknown-linux-gnu-static",
    right: { command: "confix system x86_64-unknown-linux-gnu" },
  },
  "platform-without-system": {
    files: {
      "host.ts": text`
        import nixpkgs from "confix/modules/nixpkgs";

        export default {
          imports: [nixpkgs],
          config: { nixpkgs: { hostPlatform: { gcc: { arch: "skylake" } } } },
        };
      `,
    },
    command: "confix eval host.ts --at nixpkgs.hostPlatform.system",
    right: {
      files: {
        "host.ts": text`
          import nixpkgs from "confix/modules/nixpkgs";

          export default {
            imports: [nixpkgs],
            config: { nixpkgs: { hostPlatform: { system: "x86_64-linux", gcc: { arch: "skylake" } } } },
          };
        `,
      },
    },
  },
  "system-wrong-kind": {
    files: {
      "platform.mjs": text`
        import { systems } from "confix";

        console.log(systems.parse(["x86_64", "linux"]));
      `,
    },
    command: "node platform.mjs",
    right: {
      files: {
        "platform.mjs": text`
          import { systems } from "confix";

          console.log(systems.parse("x86_64-linux"));
        `,
      },
    },
  },
  "platform-attribute-wrong-kind": {
    files: {
      "platform.mjs": text`
        import { systems } from "confix";

        console.log(systems.elaborate({ system: "x86_64-linux", isStatic: "yes" }).config);
      `,
    },
    command: "node platform.mjs",
    right: {
      files: {
        "platform.mjs": text`
          import { systems } from "confix";

          console.log(systems.elaborate({ system: "x86_64-linux", isStatic: true }).config);
        `,
      },
    },
  },
  "platform-abi-unfit": {
    files: {},
    command: "confix system armv7l-unknown-linux-gnu",
    right: { command: "confix system armv7l-unknown-linux-gnueabihf" },
  },
  "platform-not-android": {
    files: {
      "platform.mjs": text`
        import { systems } from "confix";

        console.log(systems.elaborate({ config: "aarch64-unknown-linux-gnu", useAndroidPrebuilt: true }).config);
      `,
    },
    command: "node platform.mjs",
    right: {
      files: {
        "platform.mjs": text`
          import { systems } from "confix";

          console.log(systems.elaborate({ config: "aarch64-unknown-linux-android", useAndroidPrebuilt: true }).config);
        `,
      },
    },
  },
  "platform-name-gone": {
    files: {
      "platform.mjs": text`
        import { systems } from "confix";

        console.log(systems.elaborate("armv7l-linux").isArm);
      `,
    },
    command: "node platform.mjs",
    right: {
      files: {
        "platform.mjs": text`
          import { systems } from "confix";

          console.log(systems.elaborate("armv7l-linux").isAarch32);
        `,
      },
    },
  },
  "system-current-unknown": {
    files: {
      "page.mjs": text`
        import { systems } from "confix";

        document.title = systems.current();
      `,
    },
    right: {
      files: {
        "page.mjs": text`
          import { systems } from "confix";

          document.title = systems.elaborate("x86_64-linux").system;
        `,
      },
    },
    runs: "browser",
  },
};
