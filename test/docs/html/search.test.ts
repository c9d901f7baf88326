// Searching and browsing in the page, in a browser, among twenty thousand options.
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { useChromium } from "./chromium.ts";
import { twentyThousand, varied } from "./placed.ts";
import { addressOf, countOn, eventually, namesOn, openedOn } from "./shown.ts";

const { open } = useChromium();
const options = twentyThousand();
const large = renderHtml({ title: "Large", options });

test("lists all options, of which only the first are made", async () => {
  const page = await open(large);
  await eventually(() => countOn(page)).toBe("20,000 options");
  const shown = await namesOn(page);
  expect(shown).toEqual(options.slice(0, shown.length).map(({ name }) => name));
  expect(shown.length).toBeGreaterThan(20);
  expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThan(1500);
});

test("makes more as one scrolls, and none twice", async () => {
  const page = await open(large);
  const before = (await namesOn(page)).length;
  await page.evaluate("scrollTo(0, document.body.scrollHeight)");
  await page.locator("#results li").nth(before).waitFor();
  const shown = await namesOn(page);
  expect(shown).toEqual(options.slice(0, shown.length).map(({ name }) => name));
});

test.each([
  ["site17.mail.port", 11],
  ["PORT mail 17", 300],
  ["site199", 100],
  ["number 150.", 100],
  ["enable boolean", 2000],
  ["nothing-like-it", 0],
])("finds %s, and what it should", async (query) => {
  const words = query.toLowerCase().split(" ");
  const expected = options.filter(({ name, description, type }) => {
    const told = `${name} ${String(description).replace(/[`*]/g, "")} ${type}`.toLowerCase();
    return words.every((word) => told.includes(word));
  });
  const page = await open(large);
  await page.getByRole("searchbox").pressSequentially(query);
  const found = expected.length === 0 ? /^No option/ : `${expected.length.toLocaleString("en")} of 20,000 options`;
  await eventually(() => countOn(page)).toMatch(found);
  const shown = await namesOn(page);
  const names = new Set(expected.map(({ name }) => name));
  expect(shown.filter((name) => !names.has(name))).toEqual([]);
  expect(shown.length).toBeGreaterThanOrEqual(Math.min(expected.length, 50));
  expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThan(1500);
});

test("names come before descriptions, and exact ones before all", async () => {
  const page = await open(renderHtml({ title: "Varied", options: varied }));
  await page.getByRole("searchbox").fill("services.nginx.enable");
  expect(await namesOn(page)).toEqual(["services.nginx.enable", "services.nginx.virtualHosts"]);
  expect(await page.locator("#results mark").allInnerTexts()).toContain("services.nginx.enable");
});

test("the search is in the address: it can be given on, and one step back undoes it", async () => {
  const page = await open(large, "#q=site17%20mail%20port");
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe("site17 mail port");
  await eventually(async () => (await namesOn(page))[0]).toBe("services.site17.mail.port");
  await page.getByRole("searchbox").fill("site3.web.user");
  await eventually(() => addressOf(page)).toBe("#q=site3.web.user");
  await page.reload();
  await eventually(async () => (await namesOn(page))[0]).toBe("services.site3.web.user");
  await page.getByRole("link", { name: "Large" }).click();
  await eventually(() => countOn(page)).toBe("20,000 options");
  await page.goBack();
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe("site3.web.user");
  await eventually(async () => (await namesOn(page))[0]).toBe("services.site3.web.user");
});

test("groups unfold, list what is in them, and are searched alone", async () => {
  const page = await open(large);
  const groups = page.getByRole("navigation", { name: "Groups of options" });
  await groups.getByRole("button", { name: "Groups in services" }).click();
  await groups.getByRole("button", { name: "Groups in services.site40", exact: true }).click();
  await groups.getByRole("link", { name: "queue" }).click();
  await eventually(() => addressOf(page)).toBe("#in=services.site40.queue");
  await eventually(() => countOn(page)).toMatch(/^10 options/);
  expect(await groups.locator("[aria-current]").innerText()).toMatch(/^queue/);
  await page.getByRole("searchbox").fill("port");
  await eventually(() => addressOf(page)).toBe("#q=port&in=services.site40.queue");
  await eventually(() => countOn(page)).toMatch(/^1 of 10 options/);
  await page.getByRole("link", { name: "Search all options" }).click();
  await eventually(() => countOn(page)).toMatch(/^2,000 of 20,000 options/);
});

test("one in many groups is found in the tree though it shows only the first", async () => {
  const wide = Array.from({ length: 1000 }, (_, at) => ({ ...varied[0]!, loc: [`g${at}`, "inner", "a"] }));
  const page = await open(renderHtml({ title: "Wide", options: wide }), "#in=g999.inner");
  const groups = page.getByRole("navigation", { name: "Groups of options" });
  expect(await groups.locator("[aria-current]").innerText()).toMatch(/^inner/);
  expect(await groups.getByRole("link").count()).toBeLessThan(250);
  await groups.getByRole("button", { name: "800 more" }).click();
  expect(await page.evaluate("document.activeElement.innerText")).toMatch(/^g200/);
  for (const left of [600, 400, 200]) await groups.getByRole("button", { name: `${left} more` }).click();
  const names = (await groups.locator("#tree > ul > li > a > code").allInnerTexts()).map((name) => name.trim());
  expect(names).toEqual(wide.map(({ loc }) => loc[0]));
});

test("what is found is opened, and Back leads to the same place in the list", async () => {
  const page = await open(large, "#q=logLevel", { viewport: { width: 1000, height: 700 } });
  await page.evaluate("scrollTo(0, 2500)");
  const link = page.locator("#results a").nth(30);
  const name = await link.innerText();
  await link.click();
  await eventually(() => openedOn(page)).toBe(name);
  await eventually(() => page.locator("#list").isVisible()).toBe(false);
  await eventually(() => page.evaluate("scrollY")).toBe(0);
  await page.goBack();
  await eventually(() => page.locator("#detail").isVisible()).toBe(false);
  expect(await page.evaluate("document.activeElement.innerText")).toBe(name);
  await eventually(() => page.evaluate("scrollY")).toBeGreaterThan(1500);
  await eventually(() => page.getByRole("searchbox").inputValue()).toBe("logLevel");
});
