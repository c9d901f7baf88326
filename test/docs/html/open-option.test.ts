// What the page shows of one option, and the addresses that lead to it, in a browser.
import { describe, expect, test } from "vitest";
import { renderHtml } from "../../../src/docs/html/render-html.ts";
import { showPath } from "../../../src/kernel/path.ts";
import { useChromium } from "./chromium.ts";
import { placed, varied } from "./placed.ts";
import { addressOf, countOn, eventually, namesOn, openedOn } from "./shown.ts";

const { open } = useChromium();
const html = renderHtml({ title: "Varied", options: varied });

const odd = [
  ["services", "nginx", "virtualHosts", "<name>", "root"],
  ["a b", "c.d", 'say "x"'],
  ["100%", "%41", "?q=1&in=2#3"],
  ["*", "ü", "日本", "\u{1f600}"],
  ["back\\slash", "'quote'", "`tick`"],
  ["line\nbreak", "tab\t", "$x", "${y}"],
  ["then", "__proto__", "constructor"],
  ["half \ud800 of one"],
];
const oddHtml = renderHtml({ title: "Odd", options: odd.map((loc) => placed(loc, { type: `type of ${loc.length}` })) });

describe("an address", () => {
  test.each(odd.map((loc) => showPath(loc).replace(/\p{Surrogate}/gu, "\u{fffd}")))("of %s opens it", async (name) => {
    const page = await open(oddHtml, `#opt-${encodeURIComponent(name)}`);
    expect(await page.getByRole("article").getByRole("heading").textContent()).toBe(name);
    expect(await page.title()).toBe(`${name.replace(/\s+/g, " ")} – Odd`);
  });

  test("is what the list leads to, and is still that after a reload", async () => {
    const page = await open(oddHtml);
    const names = await page.locator("#results a").allTextContents();
    expect(names).toEqual(odd.map(showPath));
    const heading = page.getByRole("article").getByRole("heading");
    for (const [at, name] of names.entries()) {
      await page.locator("#results a").nth(at).click();
      await eventually(() => heading.textContent()).toBe(name);
      await page.reload();
      expect(await heading.textContent()).toBe(name);
    }
  });

  test.each(["#opt-services.nginx.virtualHosts.<name>.root", "#opt-services.nginx.virtualHosts.%3Cname>.root"])(
    "may be written by hand: %s",
    async (address) => {
      expect(await openedOn(await open(html, address))).toBe("services.nginx.virtualHosts.<name>.root");
    },
  );

  test.each(["#opt-services.nginx.gone", "#opt-%", "#opt-"])("of nothing says so: %s", async (address) => {
    const page = await open(html, address);
    expect(await page.getByRole("article").innerText()).toContain("There is no option of this name");
  });

  test("is followed when it changes", async () => {
    const page = await open(html, "#opt-services.nginx.enable");
    await page.evaluate("location.hash = '#opt-networking.hostName'");
    await eventually(() => openedOn(page)).toBe("networking.hostName");
    await page.goBack();
    await eventually(() => openedOn(page)).toBe("services.nginx.enable");
  });
});

describe("an option", () => {
  test("is told in full", async () => {
    const page = await open(html, "#opt-services.nginx.enable");
    const article = page.getByRole("article");
    expect(await article.locator("dt").allInnerTexts()).toEqual([
      "Type",
      "Default",
      "Example",
      "Current value",
      "Defined in",
      "Declared in",
    ]);
    expect(await article.locator("dd").allInnerTexts()).toEqual([
      "boolean",
      "false",
      "true",
      "true",
      "hosts/gate.ts:12:5",
      "hosts/common.yaml:3",
      "modules/services/nginx.ts:22:9",
    ]);
    expect(await article.innerText()).toContain("Whether to enable nginx.");
  });

  test("shows code to the letter", async () => {
    const text = ' \tx <b>\n\n&amp; \u00a0"\u{1f600}  ${1}\\n `*a*` \r\n</code></script><!-- \u0000 ';
    const option = placed(["a"], { example: { _type: "literalExpression", text } });
    const page = await open(renderHtml({ title: "Code", options: [option] }), "#opt-a");
    expect(await page.locator("dd pre code").textContent()).toBe(text);
  });

  test("links to others, and leads on by them", async () => {
    const page = await open(html, "#opt-services.nginx.virtualHosts");
    const article = page.getByRole("article");
    await article.getByRole("link", { name: "networking.hostName" }).click();
    await eventually(() => openedOn(page)).toBe("networking.hostName");
    await page.goBack();
    await article.getByRole("link", { name: "2 options inside" }).click();
    await eventually(() => addressOf(page)).toBe("#in=services.nginx.virtualHosts");
    await eventually(() => countOn(page)).toMatch(/^3 options/);
  });

  test("stands beside those around it on a wide screen", async () => {
    const page = await open(html, "#opt-services.nginx.enable");
    await eventually(() => page.locator("#list").isVisible()).toBe(true);
    await eventually(async () => (await namesOn(page))[0]).toBe("services.nginx.enable");
    await eventually(() => countOn(page)).toMatch(/^5 options/);
    expect(await page.locator("#results [aria-current]").innerText()).toBe("services.nginx.enable");
  });

  test("keeps the search that found it, over a reload", async () => {
    const page = await open(html, "#q=ports");
    await page.locator("#results a").first().click();
    await eventually(() => openedOn(page)).toBe("networking.firewall.allowedTCPPorts");
    await eventually(() => addressOf(page)).toBe("#opt-networking.firewall.allowedTCPPorts");
    await page.reload();
    await eventually(() => page.getByRole("searchbox").inputValue()).toBe("ports");
    await page.getByRole("link", { name: "Back to the list" }).click();
    await eventually(() => addressOf(page)).toBe("#q=ports");
  });

  test("keeps the list beside it when one comes back, though nobody chose that list", async () => {
    const page = await open(html, "#opt-services.nginx.enable");
    await page.getByRole("navigation").getByRole("link", { name: "networking" }).click();
    await page.locator("#results a").first().click();
    await page.goBack();
    await page.goBack();
    await eventually(() => openedOn(page)).toBe("services.nginx.enable");
    expect(await countOn(page)).toMatch(/^5 options/);
    expect((await namesOn(page))[0]).toBe("services.nginx.enable");
  });

  test("links to its files where they can be seen", async () => {
    const page = await open(
      renderHtml({
        title: "Linked",
        options: varied,
        urlOf: (file) => (file.startsWith("hosts/") ? null : `https://example.org/${file}`),
      }),
      "#opt-services.nginx.enable",
    );
    const links = page.getByRole("article").locator("dd").getByRole("link");
    expect(await links.allInnerTexts()).toEqual(["modules/services/nginx.ts:22:9"]);
    expect(await links.getAttribute("href")).toBe("https://example.org/modules/services/nginx.ts");
  });

  test("of alternatives is told for each", async () => {
    const options = ["the first", "the second"].map((description) => placed(["a"], { description }));
    const page = await open(renderHtml({ title: "Two", options }), "#opt-a");
    expect(await page.getByRole("article").locator(".description").allInnerTexts()).toEqual([
      "the first",
      "the second",
    ]);
  });
});

test("without scripts, names and types are listed, and addresses lead to them", async () => {
  const page = await open(html, "#opt-system.stateVersion", { javaScriptEnabled: false });
  const items = await page.getByRole("listitem").allInnerTexts();
  expect(items.map((text) => text.split(" ")[0])).toContain("services.nginx.virtualHosts.<name>.root");
  expect(items).toHaveLength(varied.length);
  expect(await page.locator(":target").innerText()).toBe("system.stateVersion string");
  expect(await page.getByRole("searchbox").isVisible()).toBe(false);
});
