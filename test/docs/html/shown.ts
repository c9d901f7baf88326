// What a reader sees on a page, for tests.
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** For what comes true after a while: browsers follow links when they have the time. */
export function eventually<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 30_000 });
}

/** The names in the list, as far as it is filled. */
export async function namesOn(page: Page): Promise<readonly string[]> {
  return await page.locator("#results a").allInnerTexts();
}

/** How many options the page says that it lists. */
export async function countOn(page: Page): Promise<string> {
  return await page.getByRole("status").innerText();
}

/** The heading of the option that is open. */
export async function openedOn(page: Page): Promise<string> {
  return await page.getByRole("article").getByRole("heading").innerText();
}

/** The text of what has the focus; empty: nothing has. */
export async function focusOn(page: Page): Promise<string> {
  // The cast: it is what the expression makes.
  return (await page.evaluate(
    "document.activeElement === document.body ? '' : document.activeElement.innerText || document.activeElement.id",
  )) as string;
}

/** What stands behind `#` in the address. */
export function addressOf(page: Page): string {
  return new URL(page.url()).hash;
}
