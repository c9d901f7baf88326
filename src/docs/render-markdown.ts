// The listing as a reference in CommonMark: in one file, or in one file per module with an index.
import { descriptionText } from "./listed-option.ts";
import type { DocumentedText } from "./documented-option.ts";
import type { PlacedOption } from "./documented-place.ts";
import { type LinkTo, MarkdownWriter } from "./markdown-text.ts";
import { codeSpan, escapeMarkdown, fenced } from "./markdown-words.ts";
import { anchorsOf, linkBetween, pageFiles } from "./markdown-pages.ts";
import { relatedPackagesText } from "./related-packages.ts";

/** What a reference in Markdown is made of. */
export interface MarkdownRequest {
  readonly title: string;
  readonly options: readonly PlacedOption[];
  /** Where a file can be seen; null: nowhere. Default: nowhere. */
  readonly urlOf?: (file: string) => string | null;
}

/** A file of a reference. */
export interface MarkdownFile {
  /** The path below the folder of the reference, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The first line of every file: whoever writes the reference again may replace and remove files that begin with it. */
export const madeByConfix = "<!-- Made by `confix options`: changes will be lost. -->";

/**
 * A reference in one file: a heading per option, in the order of the records. Descriptions are Markdown of module authors:
 * their HTML becomes text, their headings become bold, and nothing in them ends before or goes on after its place.
 */
export function renderMarkdown({ title, options, urlOf = () => null }: MarkdownRequest): string {
  const anchors = anchorsOf(options);
  const linkTo: LinkTo = (name) => linkBetween("", "", anchors.get(name));
  const writer = new OptionWriter({ urlOf, anchors, linkTo });
  return page(
    title,
    options.map((option) => writer.section(option)),
  );
}

/**
 * The same in one file per module, the first that declares an option, and `index.md`, which lists all options by file.
 * Files are named like the modules, with `.md` after the name.
 */
export function renderMarkdownFiles({ title, options, urlOf = () => null }: MarkdownRequest): readonly MarkdownFile[] {
  const anchors = anchorsOf(options);
  const pages = pageFiles(options);
  const pageOf = new Map(pages.flatMap(({ path, options: own }) => own.map(({ name }) => [name, path])));
  const linkFrom =
    (path: string): LinkTo =>
    (name) =>
      linkBetween(path, pageOf.get(name) ?? "", anchors.get(name));
  const files = pages.map(({ module, path, options: own }) => {
    const writer = new OptionWriter({ urlOf, anchors, linkTo: linkFrom(path) });
    return {
      path,
      text: page(
        module ?? "Declared in no file",
        own.map((option) => writer.section(option)),
      ),
    };
  });
  const fromIndex = linkFrom("index.md");
  const lists = pages.map(({ module, path, options: own }) => {
    const heading =
      module === null ? "Declared in no file" : `[${codeSpan(module)}](${linkBetween("index.md", path, undefined)})`;
    return [`## ${heading}`, own.map(({ name }) => `- [${codeSpan(name)}](${fromIndex(name) ?? ""})`).join("\n")].join(
      "\n\n",
    );
  });
  return [{ path: "index.md", text: page(title, lists) }, ...files];
}

function page(title: string, sections: readonly string[]): string {
  const heading = escapeMarkdown(title.replaceAll(/\s+/g, " "), false);
  return `${[madeByConfix, `# ${heading}`, ...sections].join("\n\n")}\n`;
}

interface OptionContext {
  readonly urlOf: (file: string) => string | null;
  readonly anchors: ReadonlyMap<string, string>;
  readonly linkTo: LinkTo;
}

class OptionWriter {
  readonly #context: OptionContext;
  readonly #markdown = new MarkdownWriter();

  constructor(context: OptionContext) {
    this.#context = context;
  }

  section(option: PlacedOption): string {
    const { name, description, type, readOnly, default: standard, example, declarations, current } = option;
    const packages = relatedPackagesText(option.relatedPackages);
    const parts = [
      `<a id="${this.#context.anchors.get(name) ?? ""}"></a>`,
      `## ${codeSpan(name)}`,
      this.#rewrite(descriptionText(description)),
      `*Type:* ${escapeMarkdown(type.replaceAll(/\s+/g, " "), false)}${readOnly ? " *(read only)*" : ""}`,
      this.#value("Default", standard),
      this.#value("Example", example),
      typeof packages === "string" ? `*Related packages:*\n\n${this.#rewrite(packages)}` : "",
      this.#files("Declared in", declarations),
      current === undefined ? "" : this.#value("Value", { _type: "literalExpression", text: current.value }),
      this.#files("Defined in", [...new Set(current?.definedIn.map(({ file }) => file))]),
    ];
    return parts.filter((part) => part !== "").join("\n\n");
  }

  #rewrite(text: string): string {
    return this.#markdown.rewrite(text, this.#context.linkTo);
  }

  #value(label: string, value: DocumentedText | undefined): string {
    if (value === undefined) return "";
    const { _type, text } = value;
    if (_type === "literalMD") {
      const written = this.#rewrite(text);
      const isLine = !written.includes("\n") && !/^([-*+>`]|\d)/.test(written);
      return isLine ? `*${label}:* ${written}` : `*${label}:*\n\n${written}`;
    }
    const isLine = !text.includes("\n") && text.trim() !== "";
    return isLine ? `*${label}:* ${codeSpan(text)}` : `*${label}:*\n\n${fenced(text, "")}`;
  }

  #files(label: string, files: readonly string[]): string {
    if (files.length === 0) return "";
    const written = files.map((file) => {
      const url = this.#context.urlOf(file);
      return url === null
        ? codeSpan(file)
        : `[${codeSpan(file)}](<${url.replaceAll(/[<>\n\\]/g, encodeURIComponent)}>)`;
    });
    return `*${label}:* ${written.join(", ")}`;
  }
}
