// What the places in a script that was prepared for tracing are: by these, what ran tells where it is written.
import { type Span, TextLines } from "../text-place.ts";
import type { FilePlace } from "../script/index.ts";

/** A span of a script. */
export interface ScriptSpan {
  readonly script: TracedScript;
  readonly span: Span;
}

/** A script whose spans are meant. */
export class TracedScript {
  readonly file: string;
  readonly #lines: TextLines;

  constructor(file: string, text: string) {
    this.file = file;
    this.#lines = new TextLines(text);
  }

  /** A span of it as a place. */
  place(span: Span): FilePlace {
    return { ...this.#lines.place(span), file: this.file };
  }
}

/** A member of an object as it is written. */
export type MemberSite =
  | {
      readonly kind: "named";
      /** Null: the name is computed. */
      readonly name: string | null;
      readonly key: Span;
      readonly value: Span;
      /** The site of the function that a method or getter is; null: it is a value. */
      readonly code: number | null;
    }
  | { readonly kind: "spread" };

/** An expression of a script that tells when it runs. */
export type Site = ScriptSpan &
  (
    | {
        readonly kind: "object";
        readonly members: readonly MemberSite[];
        /** Computed names and spreads are told. Not so where code waits in between: others could tell theirs meanwhile. */
        readonly isTold: boolean;
      }
    | { readonly kind: "list"; readonly elements: readonly (Span | "spread")[]; readonly isTold: boolean }
    | {
        readonly kind: "call";
        /** The name of what is called, as it is written; null: it has none. */
        readonly callee: string | null;
        readonly isNew: boolean;
        /** Null from the first spread on. */
        readonly args: readonly (Span | null)[];
        /** The members of the object that is the first argument, if it says all its names; else null. */
        readonly attributes: ReadonlyMap<string, Span> | null;
        /** The elements of the list that is the first argument, if it says all of them; else null. */
        readonly elements: readonly Span[] | null;
      }
    | { readonly kind: "function" }
    /** What a function returns. */
    | { readonly kind: "result" }
    /** `a.b = c`, or a field of a class. */
    | { readonly kind: "assignment"; readonly key: Span; readonly value: Span }
    /** The import of a data file. */
    | { readonly kind: "import"; readonly from: string }
  );

/** The sites of all scripts of one run, by number. */
export class Sites {
  readonly #sites: Site[] = [];

  add(site: Site): number {
    return this.#sites.push(site) - 1;
  }

  get(id: number): Site {
    const site = this.#sites[id];
    if (site === undefined) throw new Error(`there is no site ${id}`);
    return site;
  }
}

/** The name under which a prepared script imports the functions that it tells. */
export const traceSpecifier = "confix:trace";

/** What a prepared script calls. Numbers are sites. What is given a value returns it. */
export interface TraceHooks {
  /** After a call. */
  readonly call: (id: number, value: unknown) => unknown;
  /** Instead of a call of a method that moves what it is given. */
  readonly method: (id: number, on: unknown, name: string, args: readonly unknown[]) => unknown;
  readonly object: (id: number, value: object) => object;
  readonly list: (id: number, value: readonly unknown[]) => readonly unknown[];
  /** A computed name, or what is spread, of an object or list that is being made. */
  readonly part: (id: number, value: unknown) => unknown;
  /** A function that is made with something to tell its results by. */
  readonly code: (id: number, make: (token: object) => unknown) => unknown;
  /** A function that is declared, whose results are told by its site. */
  readonly declare: (id: number, code: unknown) => void;
  /** What a function returns. `token`: what it was made with, or its site. */
  readonly result: (token: unknown, id: number, value: unknown) => unknown;
  readonly assign: (id: number, on: unknown, name: unknown, value: unknown) => unknown;
  readonly field: (id: number, on: object, name: string, value: unknown) => unknown;
  readonly data: (id: number, value: unknown) => unknown;
}
