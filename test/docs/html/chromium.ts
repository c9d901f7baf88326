// Opens pages in headless Chromium, as files, and notes everything that a page should not do.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { noBrowser, startBrowser } from "./headless.ts";

/** Opens a page at an address inside of it. `options` say what the browser is like; a desktop in light colours by default. */
export type OpenPage = (html: string, address?: string, options?: BrowserContextOptions) => Promise<Page>;

/** What the tests of a file have. */
export interface Chromium {
  readonly open: OpenPage;
  /** What pages did since they were opened that they should not do; a test that takes it does not fail of it. */
  readonly takeProblems: () => readonly string[];
}

/**
 * Starts a browser for the tests of a file, and ends it after them. Where there is none, the tests are skipped. A test
 * fails if a page asks for anything but itself, opens a dialog, or reports an error.
 */
export function useChromium(): Chromium {
  const folder = mkdtempSync(join(tmpdir(), "confix-options-page-"));
  let browser: Browser | null = null;
  let problems: string[] = [];

  beforeAll(async () => {
    browser = await startBrowser();
  });
  beforeEach((context) => {
    if (browser === null) context.skip(noBrowser);
    problems = [];
  });
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open: OpenPage = async (html, address = "", options = {}) => {
    if (browser === null) throw new Error("no browser");
    const file = join(folder, "options.html");
    writeFileSync(file, html);
    const url = pathToFileURL(file).href;
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    const note = (problem: string): void => void problems.push(problem);
    page.on("request", (request) => {
      const asked = request.url().split("#")[0] ?? "";
      if (asked !== url && asked !== "data:,") note(`request: ${asked}`);
    });
    page.on("pageerror", ({ message }) => note(`error: ${message}`));
    page.on("console", (message) => note(`console: ${message.text()}`));
    page.on("popup", () => note("popup"));
    page.on("dialog", (dialog) => {
      note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(url + address);
    return page;
  };
  return { open, takeProblems: () => problems.splice(0) };
}
