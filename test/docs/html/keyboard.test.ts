// The page by keyboard alone, in a browser.
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { useChromium } from "./chromium.ts";
import { twentyThousand, varied } from "./placed.ts";
import { addressOf, countOn, eventually, focusOn, openedOn } from "./shown.ts";

const { open } = useChromium();
const html = renderHtml({ title: "Varied", options: varied });

test("`/` goes to the search, arrows to what is found, Enter opens it, Escape goes back", async () => {
  const page = await open(html);
  const { keyboard } = page;
  await keyboard.press("/");
  await eventually(() => focusOn(page)).toBe("search");
  await keyboard.type("nginx/x");
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe("nginx/x");
  await page.getByRole("searchbox").fill("");
  await keyboard.type("nginx");
  await keyboard.press("ArrowDown");
  await eventually(() => focusOn(page)).toBe("services.nginx.enable");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await eventually(() => focusOn(page)).toBe("services.nginx.package");
  await keyboard.press("Enter");
  await eventually(() => openedOn(page)).toBe("services.nginx.package");
  await eventually(() => focusOn(page)).toBe("services.nginx.package");
  await keyboard.press("Escape");
  await eventually(() => addressOf(page)).toBe("#q=nginx");
  expect(await page.getByRole("article").isVisible()).toBe(false);
  await eventually(() => focusOn(page)).toBe("services.nginx.package");
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowUp");
  await eventually(() => focusOn(page)).toBe("search");
  await keyboard.press("Escape");
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe("");
  await eventually(() => countOn(page)).toBe("9 options");
  await eventually(() => addressOf(page)).toBe("");
});

test("Enter in the search opens the first that is found", async () => {
  const page = await open(html);
  await page.keyboard.press("/");
  await page.keyboard.type("allowed");
  await page.keyboard.press("Enter");
  await eventually(() => openedOn(page)).toBe("networking.firewall.allowedTCPPorts");
});

test("Escape clears the search from elsewhere too", async () => {
  const page = await open(html, "#q=nginx");
  await page.locator("#results a").first().focus();
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe("");
  await eventually(() => focusOn(page)).toBe("search");
});

test("keys with others held down are the browser's", async () => {
  const page = await open(html);
  await page.keyboard.press("Control+/");
  await page.keyboard.press("Alt+/");
  await eventually(() => focusOn(page)).toBe("");
});

test("arrows go past what was made at first", async () => {
  const page = await open(renderHtml({ title: "Large", options: twentyThousand() }));
  const last = page.locator("#results a").last();
  const name = await last.innerText();
  const rows = await page.locator("#results a").count();
  await last.focus();
  await page.keyboard.press("ArrowDown");
  await eventually(() => focusOn(page)).not.toBe(name);
  expect(await page.locator("#results a").count()).toBeGreaterThan(rows);
});

test("arrows move in the groups, unfold them and fold them", async () => {
  const page = await open(html);
  const { keyboard } = page;
  await page.getByRole("navigation").getByRole("link", { name: "services" }).focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowDown");
  await eventually(() => focusOn(page)).toMatch(/^nginx/);
  await keyboard.press("ArrowLeft");
  await eventually(() => focusOn(page)).toMatch(/^services/);
  await keyboard.press("ArrowLeft");
  await keyboard.press("ArrowDown");
  await eventually(() => focusOn(page)).toMatch(/^system/);
  await keyboard.press("ArrowUp");
  await keyboard.press("ArrowUp");
  await eventually(() => focusOn(page)).toMatch(/^networking/);
});

test("the first stop leads past the groups", async () => {
  const page = await open(html);
  await page.keyboard.press("Tab");
  await eventually(() => focusOn(page)).toBe("Skip to the options");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await eventually(() => focusOn(page)).toBe("networking.hostName");
});

test("every stop can be seen", async () => {
  const page = await open(html);
  const outlines = new Set<unknown>();
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    outlines.add(
      await page.evaluate(`(() => {
        const seen = (pseudo) => getComputedStyle(document.activeElement, pseudo).outlineStyle !== "none";
        return seen() || seen("::after");
      })()`),
    );
  }
  expect([...outlines]).toEqual([true]);
});
