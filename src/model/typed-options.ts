// What TypeScript knows of a tree of options: what one reads from it, and what one may write.
import type { OptionState } from "./option-state.ts";
import type { OptionType } from "./option-type.ts";
import type { Option } from "./option.ts";

/** What one reads from a tree of options: each option's value, read-only. */
export type ConfigOf<O> = O extends Option<infer T, infer _I> ? T : { readonly [K in keyof O]: ConfigOf<O[K]> };

/** What one may write for a tree of options: every name may be left out. */
export type InputOf<O> = O extends Option<infer _T, infer I> ? I : { readonly [K in keyof O]?: InputOf<O[K]> };

/** A tree of options as the argument `options` shows it: what became of each. */
export type OptionsOf<O> =
  O extends Option<infer T, infer _I> ? TypedOptionState<T> : { readonly [K in keyof O]: OptionsOf<O[K]> };

/** An evaluated option whose value has a known type. */
export interface TypedOptionState<T> extends OptionState {
  readonly value: T;
}

/** What one reads from an option of a type. */
export type ValueOf<T> = T extends OptionType<infer V, infer _I> ? V : never;

/** A configuration of which TypeScript knows nothing, so that any name may be read from it. */
// The only `any` there is: `unknown` would ask for a cast at every name that a function module reads.
// oxlint-disable-next-line typescript/no-explicit-any
export type Untyped = any;

/** A tree of options of which nothing is known but that any name may stand in it. */
export type AnyOptions = Readonly<Record<string, Option<Untyped>>>;

// ---- Freeform types.

/** What a freeform type adds to a tree of options: any name. `Opened` lets it in at every level. */
export type FreeformOptions<F> = F extends undefined
  ? unknown
  : F extends OptionType<infer T, infer I>
    ? { readonly [name: string]: Option<MemberOf<T>, MemberOf<I>> }
    : AnyOptions;

// What the values of a set are; never: it is no set that takes any name.
type MemberOf<T> = unknown extends T
  ? T
  : T extends readonly unknown[]
    ? never
    : T extends { readonly [name: string]: infer V }
      ? V
      : never;

/** The options of a module that is a plain object, with what its freeform type adds. */
export type OptionsOfObject<M extends { readonly options: unknown }> = M extends { readonly freeformType: infer F }
  ? M["options"] & FreeformOptions<F>
  : M["options"];

/**
 * A tree of options with what its freeform type takes at every level: below a declared set, the values of the sets that
 * it takes there. A tree without one stays as it is.
 */
export type Opened<O> = string extends keyof O ? (O[string] extends Option<infer T, infer I> ? Open<O, T, I> : O) : O;

type Open<O, T, I> = {
  readonly [K in keyof O as string extends K ? never : K]: O[K] extends Option<infer _T, infer _I>
    ? O[K]
    : [MemberOf<I>] extends [never]
      ? O[K]
      : Open<O[K], MemberOf<T>, MemberOf<I>>;
} & { readonly [name: string]: Option<T, I> };

/** What one may write for such a tree. */
export type OpenedInput<O> = string extends keyof O
  ? O[string] extends Option<infer _T, infer I>
    ? OpenInput<O, I>
    : InputOf<O>
  : InputOf<O>;

type OpenInput<O, I> = OpenMembers<
  {
    readonly [K in keyof O as string extends K ? never : K]?: O[K] extends Option<infer _T, infer V>
      ? V
      : [MemberOf<I>] extends [never]
        ? InputOf<O[K]>
        : OpenInput<O[K], MemberOf<I>>;
  },
  I
>;

// TypeScript holds declared names to what any name takes as well, so any name takes also what they do.
type OpenMembers<N, I> = N & { readonly [name: string]: I | N[keyof N] };
