// How the tests run: `confix` means the source of this repository, and no more workers than cores.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: ViteUserConfig = defineConfig({
  resolve: {
    alias: [
      { find: /^confix$/, replacement: here("./src/index.ts") },
      { find: /^confix\/node$/, replacement: here("./src/node.ts") },
      { find: /^confix\/modules\/(.+)$/, replacement: `${here("./modules")}/$1.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    maxWorkers: availableParallelism(),
    // Some tests start npm, a browser or a compiler, and the machine may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    typecheck: {
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./test/tsconfig.types.json",
    },
  },
});

export default config;
