// How the page looks: in the dark, on a phone, for those who want nothing to move; in a browser.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { useChromium } from "./chromium.ts";
import { placed, varied } from "./placed.ts";
import { countOn, eventually, openedOn } from "./shown.ts";

const { open } = useChromium();
const html = renderHtml({ title: "Varied", options: varied });
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** How bright the page is behind the text, and the text, from 0 to 255. */
async function brightness(page: Page): Promise<{ readonly page: number; readonly text: number }> {
  const style = "getComputedStyle(document.body)";
  // The cast: the expression makes it.
  const [background, color] = (await page.evaluate(`[${style}.backgroundColor, ${style}.color]`)) as [string, string];
  const mean = (written: string): number => {
    const parts = (written.match(/\d+(?:\.\d+)?/g) ?? []).slice(0, 3).map(Number);
    return parts.reduce((sum, part) => sum + part, 0) / 3;
  };
  return { page: mean(background), text: mean(color) };
}

describe("colours", () => {
  test.each(["light", "dark"] as const)("are those of a %s system, and the other at a press", async (colorScheme) => {
    const page = await open(html, "", { colorScheme });
    const isDark = async () => {
      const { page: background, text } = await brightness(page);
      expect(Math.abs(background - text)).toBeGreaterThan(150);
      return background < text;
    };
    const button = page.getByRole("button", { name: "Dark mode" });
    const pressed = () => button.getAttribute("aria-pressed");
    const system = colorScheme === "dark";
    expect([await isDark(), await pressed()]).toEqual([system, String(system)]);
    await button.click();
    expect([await isDark(), await pressed()]).toEqual([!system, String(!system)]);
    await page.reload();
    expect([await isDark(), await pressed()]).toEqual([!system, String(!system)]);
    await button.click();
    await page.emulateMedia({ colorScheme: system ? "light" : "dark" });
    await eventually(isDark).toBe(!system);
    await eventually(pressed).toBe(String(!system));
  });
});

describe("on a phone", () => {
  const long = "x".repeat(300);
  const wide = renderHtml({
    title: `A title ${long}`,
    options: [
      ...varied,
      placed(["services", long, `${long}${long}`], {
        description: `${long}\n\n    ${long}\n\n\`${long}\`\n\n- ${long}`,
        type: long,
        default: { _type: "literalExpression", text: `"${long}"` },
        example: { _type: "literalExpression", text: `"${long}"\n"${long}"` },
        declaredAt: [{ file: `/${long}/${long}`, line: 1, column: 1 }],
      }),
    ],
  });

  test.each([
    "",
    "#q=x",
    `#opt-services.${long}.${long}${long}`,
    "#opt-services.nginx.virtualHosts",
    `#in=services.${long}`,
  ])("nothing is wider than the screen at %.40s", async (address) => {
    const page = await open(wide, address, phone);
    await page.getByRole("button", { name: "Groups", exact: true }).click();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(await page.evaluate("innerWidth")).toBe(360);
  });

  test("groups are there when asked for, and go once one is chosen", async () => {
    const page = await open(html, "", phone);
    const nav = page.getByRole("navigation");
    expect(await nav.getByRole("link").count()).toBe(0);
    await nav.getByRole("button", { name: "Groups", exact: true }).tap();
    await nav.getByRole("link", { name: "networking" }).tap();
    await eventually(() => nav.getByRole("link").count()).toBe(0);
    await eventually(() => countOn(page)).toMatch(/^2 options/);
  });

  test("an option takes the place of the list", async () => {
    const page = await open(html, "#q=host", phone);
    await page.locator("#results li").first().tap();
    await eventually(() => openedOn(page)).toBe("networking.hostName");
    await eventually(() => page.locator("#list").isVisible()).toBe(false);
    await page.getByRole("link", { name: "Back to the list" }).tap();
    await eventually(() => countOn(page)).toBe("4 of 9 options");
  });

  test("what is tapped is large enough, and the search stays in sight", async () => {
    const page = await open(wide, "", phone);
    for (const name of ["Dark mode", "Groups"]) {
      const box = await page.getByRole("button", { name, exact: true }).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(40);
    }
    await page.evaluate("scrollTo(0, 500)");
    await eventually(async () => (await page.getByRole("searchbox").boundingBox())?.y ?? -1).toBeLessThan(40);
    expect((await page.getByRole("searchbox").boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });
});

test.each([
  ["reduce", 0],
  ["no-preference", 1],
] as const)("what moves where the reader says %s", async (reducedMotion, moving) => {
  const page = await open(html, "", { reducedMotion });
  const durations = await page.evaluate(
    "[...document.querySelectorAll('*')].map((element) => getComputedStyle(element).transitionDuration)",
  );
  expect(new Set(durations as string[]).size).toBe(1 + moving);
});
