// The addresses inside the page: what stands behind `#` for an option, a search, or a group.

/** What the page shows. */
export interface View {
  /** The name of the option that is open; null: none is. */
  readonly option: string | null;
  /** What is searched for; empty: nothing is. */
  readonly query: string;
  /** The group that is listed, by the name its options begin with; empty: all are. */
  readonly group: string;
}

const optionPrefix = "opt-";

/** The address of an option: `#opt-` and its name, percent-encoded. */
export function addressOfOption(name: string): string {
  return `#${optionPrefix}${encodeURIComponent(wellFormed(name))}`;
}

/** The address of a list: `#q=WORDS&in=GROUP`, either part only where there is one. */
export function addressOfList(query: string, group: string): string {
  const parts = [
    ...(query === "" ? [] : [`q=${encodeURIComponent(wellFormed(query))}`]),
    ...(group === "" ? [] : [`in=${encodeURIComponent(wellFormed(group))}`]),
  ];
  return `#${parts.join("&")}`;
}

/** Reads an address, with or without `#`. What cannot be read is the list of everything. */
export function readAddress(address: string): View {
  const text = address.replace(/^#/, "");
  if (text.startsWith(optionPrefix)) {
    return { option: decode(text.slice(optionPrefix.length)), query: "", group: "" };
  }
  const values = new Map(
    text.split("&").map((part) => {
      const [name = "", ...rest] = part.split("=");
      return [name, decode(rest.join("="))];
    }),
  );
  return { option: null, query: values.get("q") ?? "", group: values.get("in") ?? "" };
}

/** The text without halves of characters, which no address can hold. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\u{fffd}");
}

// People write addresses by hand, with a `%` that encodes nothing.
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
