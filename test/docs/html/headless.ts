// Starts the Chromium of this machine without a window, for tests that need a real browser.
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Why a test is skipped where there is no browser. */
export const noBrowser: string = `no browser here: none of ${browsers.join(", ")}`;

/** Starts it, in a new user data folder that is removed again; null: there is none. Whoever starts it closes it. */
export async function startBrowser(): Promise<Browser | null> {
  const executablePath = browsers.find((path) => existsSync(path));
  return executablePath === undefined ? null : await chromium.launch({ executablePath, headless: true, args: flags });
}
