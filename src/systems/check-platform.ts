// Refuses platforms whose attributes contradict one another.
import { fail } from "../diagnostics/errors.ts";
import { diagnostic } from "../diagnostics/report.ts";
import type { Platform } from "./platform.ts";
import { unfitAbis } from "./tables/abis.ts";

/** Throws for `useAndroidPrebuilt` elsewhere than on Android, and for an ABI that does not fit the CPU. */
export function refuseUnfit(platform: Platform): void {
  const { config } = platform;
  if (platform.useAndroidPrebuilt && !platform.isAndroid) fail(diagnostic("platform-not-android", {}, { config }));
  const abi = platform.parsed.abi.name;
  const unfit = unfitAbis.find((row) => row.abi === abi && row.when.every((question) => platform[question]));
  if (unfit === undefined) return;
  fail(diagnostic("platform-abi-unfit", {}, { config, abi, why: unfit.why, use: unfit.use }));
}
