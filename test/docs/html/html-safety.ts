// Judges HTML that was made of Markdown: nothing stands in it but what can only be read.

const allowedTags: ReadonlySet<string> = new Set(
  "p em strong code pre ul ol li blockquote hr br a span div".split(" "),
);

const allowedValues: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/|mailto:|#opt-)/i,
  rel: /^noreferrer$/,
  class: /^(?:heading|note [a-z]+|language-[^"]*)$/,
  role: /^note$/,
  start: /^\d+$/,
  title: /^/,
};

const tag = /<(?<end>\/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+="[^"<>]*")*)>/g;

/** What is in the HTML that must not be; empty: nothing. Every `<` has to begin a tag that is known, as we write tags. */
export function dangersIn(html: string): readonly string[] {
  const found: string[] = [];
  const open: string[] = [];
  const text = html.replace(tag, (whole, end: string, name: string, attributes: string) => {
    if (!allowedTags.has(name)) found.push(whole);
    for (const [each, attribute = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (allowedValues[attribute]?.test(value) !== true) found.push(each);
    }
    if (end === "/" && open.pop() !== name) found.push(`${whole} out of order`);
    if (end === "" && name !== "br" && name !== "hr") open.push(name);
    return "";
  });
  if (/[<>]/.test(text)) found.push(text);
  return [...found, ...open.map((name) => `<${name}> is open`)];
}
