// Compares platforms.
import { isEqualData } from "../kernel/plain.ts";
import type { Platform } from "./platform.ts";
import { requirePlatforms } from "./require-platform.ts";

/** Whether two elaborated platforms are the same in every attribute. Throws `system-wrong-kind` for anything else. */
export function equals(left: Platform, right: Platform): boolean {
  requirePlatforms(left, right);
  return isEqualData(left, right);
}
