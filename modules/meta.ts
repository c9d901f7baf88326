// What modules say about themselves: who looks after them, and where their documentation begins.
import { defineModule, mkOption, type OptionType, types } from "confix";

/** What modules said, under the file of each. */
type ByFile<T> = Readonly<Record<string, T>>;

/**
 * Values of `type` that are not merged across modules: what one reads is an attribute set from the file of a module to
 * what that module says.
 */
function perModule<T, I>(name: string, type: OptionType<T, I>): OptionType<ByFile<T>, I> {
  return types.mkOptionType<ByFile<T>, I>({
    name,
    description: type.description,
    descriptionClass: type.descriptionClass,
    check: (value) => type.check(value),
    explain: (value) => type.explain(value),
    merge: (context, definitions) => {
      const files = new Set(definitions.map(({ origin }) => origin.file));
      const merged = [...files].map((file) => {
        const own = definitions.filter(({ origin }) => origin.file === file);
        return [file, type.merge(context, own)] as const;
      });
      return Object.freeze(Object.fromEntries(merged));
    },
    emptyValue: () => Object.freeze({}),
    nestedTypes: { elemType: type },
  });
}

/** Declares `meta`, to which the attribute `meta` of a module is a definition. */
export default defineModule({
  options: {
    meta: {
      maintainers: mkOption({
        type: perModule("maintainers", types.listOf(types.nonEmptyStr)),
        internal: true,
        example: ["Ada <ada@example.org>"],
        description:
          "Who looks after a module. What one reads is an attribute set from files of modules to their maintainers.",
      }),
      doc: mkOption({
        type: perModule("documentation file", types.nonEmptyStr),
        internal: true,
        example: "./web.chapter.md",
        description:
          "A file with the introduction to the options of a module, relative to the module's own; one for each module. " +
          "What one reads is an attribute set from files of modules to these.",
      }),
    },
  },
});
