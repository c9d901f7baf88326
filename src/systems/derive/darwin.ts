// What Apple's tools want to know.
import type { Platform } from "../platform.ts";
import { firstMatch } from "./first-match.ts";

/** The platform's name in Apple's linker. */
export function darwinPlatform(platform: Platform): string | null {
  return firstMatch<string | null>(
    platform,
    [
      ["isMacOS", "macos"],
      ["isiOS", "ios"],
    ],
    null,
  );
}

/** The version of the SDK to build with. */
export function darwinSdkVersion(platform: Platform): string {
  return platform.sdkVer ?? "14.4";
}

/** The variable of the environment that names the oldest version to run on. */
export function darwinMinVersionVariable(platform: Platform): string | null {
  return firstMatch<string | null>(
    platform,
    [
      ["isMacOS", "MACOSX_DEPLOYMENT_TARGET"],
      ["isiOS", "IPHONEOS_DEPLOYMENT_TARGET"],
    ],
    null,
  );
}
