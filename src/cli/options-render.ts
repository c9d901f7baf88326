// The listing of options in each of its forms. Every renderer is loaded when it is asked for.
import type { PlacedOption } from "../docs/index.ts";
import type { Evaluation } from "../model/evaluation.ts";
import type { Written } from "./options-output.ts";

/** Forms of a list of options. */
export type ListFormat = "text" | "json" | "markdown" | "html";

/** Forms that tell of the configuration as a whole. */
export type ConfigurationFormat = "json-schema" | "types";

/** All of them. */
export const optionsFormats: readonly (ListFormat | ConfigurationFormat)[] = [
  "text",
  "json",
  "markdown",
  "html",
  "json-schema",
  "types",
];

/** Whether a form tells of the configuration as a whole, so that no options can be chosen. */
export function isOfConfiguration(format: ListFormat | ConfigurationFormat): format is ConfigurationFormat {
  return format === "json-schema" || format === "types";
}

/** What a list is made of. */
export interface RenderRequest {
  readonly title: string;
  readonly options: readonly PlacedOption[];
  readonly urlOf: (file: string) => string | null;
  /** Whether to make a file per module. */
  readonly isFolder: boolean;
}

/** Options in a form for programs or pages. */
export async function renderOptions(format: Exclude<ListFormat, "text">, request: RenderRequest): Promise<Written> {
  switch (format) {
    case "json": {
      const { optionsJson } = await import("../docs/index.ts");
      return await json(optionsJson(request.options, request));
    }
    case "markdown": {
      const { madeByConfix, renderMarkdown, renderMarkdownFiles } = await import("../docs/render-markdown.ts");
      return request.isFolder ? { files: renderMarkdownFiles(request), mark: madeByConfix } : renderMarkdown(request);
    }
    case "html": {
      const { renderHtml } = await import("../docs/html/render-html.ts");
      return renderHtml(request);
    }
  }
}

/** What a whole configuration may be. */
export async function renderConfiguration(format: ConfigurationFormat, evaluation: Evaluation): Promise<string> {
  switch (format) {
    case "json-schema": {
      const { configurationSchema } = await import("../docs/json-schema/configuration-schema.ts");
      return await json(configurationSchema(evaluation));
    }
    case "types": {
      const { configurationTypes } = await import("../docs/types/configuration-types.ts");
      return configurationTypes(evaluation);
    }
  }
}

async function json(value: unknown): Promise<string> {
  const { jsonText } = await import("./json-text.ts");
  return `${jsonText(value, "indented")}\n`;
}
