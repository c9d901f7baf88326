// What a submodule type is made of.

/** The arguments of `submoduleWith`, all of them said. */
export interface SubmodulePayload {
  readonly modules: readonly unknown[];
  readonly specialArgs: Readonly<Record<string, unknown>>;
  readonly shorthandOnlyDefinesConfig: boolean | null;
  readonly description: string | null;
  readonly class: string | null;
}
