// Writes the page of all options: one HTML file that needs nothing else, neither files nor a network.
import type { PlacedOption } from "../documented-place.ts";
import { escapeHtml, scriptJson } from "./escape.ts";
import { makeMarkdown } from "./markdown.ts";
import type { PageData, PageOption } from "./page-data.ts";
import { pageName, pageOption } from "./page-option.ts";
import { pageFiles } from "./tables/page-files.ts";

/** What a page tells. */
export interface HtmlPage {
  /** The heading, and the title of the window. */
  readonly title: string;
  /** All of them are listed, in this order. What is hidden or internal is marked; leave it out where it is not wanted. */
  readonly options: readonly PlacedOption[];
  /** Where a file can be seen on the web, to link to it; null for one that cannot. By default, none can. */
  readonly urlOf?: (file: string) => string | null;
}

/**
 * The HTML of a page that lists and searches options. Nothing in the options can run in it: Markdown is rendered without
 * its HTML, everything else is text, and the page's policy allows its own script and no connections. Without scripts, the
 * page is a plain list of names and types.
 */
export function renderHtml({ title, options, urlOf = () => null }: HtmlPage): string {
  const markdown = makeMarkdown(options.map(pageName));
  const data: PageData = { title, options: options.map((option) => pageOption(option, { markdown, urlOf })) };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${pageFiles.style}</style>
<script>${pageFiles.script}</script>
</head>
<body>
${skeleton(escapeHtml(title))}
<noscript><main class="plain">
<h1>${escapeHtml(title)}</h1>
<ul>
${data.options.map(plainItem).join("\n")}
</ul>
</main></noscript>
<script type="application/json" id="data">${scriptJson(data)}</script>
</body>
</html>
`;
}

const policy = [
  "default-src 'none'",
  `script-src '${pageFiles.scriptHash}'`,
  `style-src '${pageFiles.styleHash}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What the script fills in. It is hidden until then, and where no script runs. */
function skeleton(title: string): string {
  return `<div id="page" hidden>
<a class="skip" id="skip" href="#main">Skip to the options</a>
<header>
<h1><a href="#">${title}</a></h1>
<form role="search" id="search-form">
<label class="unseen" for="search">Search options</label>
<input id="search" type="search" placeholder="Search options" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-describedby="keys" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd>
<span class="unseen" id="keys">Arrow keys move through what is found, Enter opens, Escape clears.</span>
</form>
<button type="button" id="theme" aria-pressed="false" aria-label="Dark mode" title="Dark mode"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><circle cx="12" cy="12" r="8.25" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M12 3.75a8.25 8.25 0 0 1 0 16.5z" fill="currentColor"/></svg></button>
</header>
<nav id="groups" aria-label="Groups of options">
<button type="button" id="groups-toggle" aria-expanded="false" aria-controls="tree">Groups</button>
<div id="tree"></div>
</nav>
<main id="main" tabindex="-1">
<section id="list" aria-labelledby="list-title">
<h2 id="list-title" tabindex="-1"></h2>
<p id="count" role="status"></p>
<ol id="results"></ol>
<button type="button" id="more" hidden>Show more</button>
</section>
<article id="detail" aria-label="Option" hidden></article>
</main>
</div>`;
}

function plainItem({ path, type }: PageOption): string {
  const name = escapeHtml(path.join("."));
  return `<li id="opt-${name}"><code>${name}</code> <span>${escapeHtml(type)}</span></li>`;
}
