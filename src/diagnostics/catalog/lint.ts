// Wording of what the linter finds in declarations of options, and in definitions. A rule's id is its code.
import { capital, type CatalogEntry, closed, code, entry, ofOption, quoteAll, theOption } from "./entry.ts";

/** What a rule says about one attribute of an option. */
type About = { readonly attribute: string };

/** Codes of the linter: one for each rule, and those of the linter itself. */
export const lintEntries: {
  readonly "option/default-text": CatalogEntry<{ missing: "default" | "defaultText"; isComputed: boolean }>;
  readonly "option/example-literal": CatalogEntry<object>;
  readonly "option/needless-default-text": CatalogEntry<{ hasDefault: boolean }>;
  readonly "option/missing-type": CatalogEntry<object>;
  readonly "option/literal-example": CatalogEntry<About>;
  readonly "option/missing-description": CatalogEntry<object>;
  readonly "option/placeholder-description": CatalogEntry<{
    shown: string;
    why: "placeholder" | "name" | "doubled" | "empty";
  }>;
  readonly "option/default-type": CatalogEntry<{ type: string; shown: string; detail: string | null }>;
  readonly "option/example-type": CatalogEntry<{ type: string; shown: string; detail: string | null }>;
  readonly "option/enable-option": CatalogEntry<{ type: string | null; text: string | null }>;
  readonly "option/name-style": CatalogEntry<{ name: string; suggestion: string | null }>;
  readonly "option/literal-secret": CatalogEntry<object>;
  readonly "option/recursive-type": CatalogEntry<object>;
  readonly "option/undocumentable-type": CatalogEntry<{ part: string; problem: string }>;
  readonly "option/rename-overdue": CatalogEntry<{ since: number; oldest: number }>;
  readonly "option/read-only-default": CatalogEntry<object>;
  readonly "option/unused": CatalogEntry<object>;
  readonly "definition/no-effect": CatalogEntry<{ why: "overridden" | "disabled"; by: string }>;
  readonly "definition/redundant": CatalogEntry<{ by: "default" | "definition" }>;
  readonly "definition/needless-force": CatalogEntry<object>;
  readonly "lint/skipped": CatalogEntry<{ part: "type" | "values"; problem: string }>;
  readonly "lint/bad-suppression": CatalogEntry<{
    problem: "rule" | "reason" | "no-rules";
    rule: string;
    suggestions: readonly string[];
  }>;
  readonly "lint/unused-suppression": CatalogEntry<{ rule: string }>;
} = {
  "option/default-text": entry({
    severity: "error",
    message: ({ missing, isComputed }, path) => {
      if (missing === "default")
        return `${theOption(path)} has a \`defaultText\`, but no \`default\` of which it could tell.`;
      return isComputed
        ? `${theOption(path)} has a computed \`default\`, but no \`defaultText\`.`
        : `${theOption(path)} has a \`default\` that holds packages, but no \`defaultText\`.`;
    },
    help: ({ missing }) =>
      missing === "default"
        ? "leave out the `defaultText`, or give the `default`"
        : 'say what documentation shows: `defaultText: literalExpression("…")`',
    explanation:
      "The type of the option derives from `package`, `packageSet` or `nixpkgsConfig`, so its default cannot stand in documentation as it is: whoever writes the documentation would have to build or at least describe the package, and would show a different text on each platform. With a `default` there must be a `defaultText` that is shown instead, and a `defaultText` without a `default` describes something that is not there. The preset `recommended` asks for `defaultText` also where a default is computed by a function, as a warning.",
  }),
  "option/example-literal": entry({
    severity: "error",
    message: (_data, path) =>
      `The \`example\` of ${ofOption(path)} holds packages, but is not wrapped in \`literalExpression\`.`,
    help: () => 'write the example as text: `literalExpression("…")`',
    explanation:
      "The type of the option derives from `package`, `packageSet` or `nixpkgsConfig`. An example of such a type is a piece of code that a reader copies, such as `pkgs.hello`. Given as a value it would be printed as the package's description, which nobody can copy, and documentation could not be written without the packages. `literalExpression` gives the code as text.",
  }),
  "option/needless-default-text": entry({
    severity: "warning",
    message: ({ hasDefault }, path) =>
      hasDefault
        ? `${theOption(path)} has a \`defaultText\`, but its \`default\` can be shown as it is.`
        : `${theOption(path)} has a \`defaultText\`, but no \`default\` of which it could tell.`,
    help: () => "leave out the `defaultText`",
    explanation:
      "The type of the option does not derive from `package`, `packageSet` or `nixpkgsConfig`, so documentation can show the default itself. A text beside it says the same twice, and is wrong as soon as only the default is changed. The preset `recommended` does not complain where the default is computed by a function, because then there is nothing to show.",
  }),
  "option/missing-type": entry({
    severity: "warning",
    message: (_data, path) => `${theOption(path)} has no \`type\`.`,
    help: () =>
      "say what may be defined, such as `type: types.str`; `types.anything` or `types.raw` if it is really anything",
    explanation:
      "Without a type an option takes whatever it is given: a misspelt value is not found where it is written, definitions of several modules are merged by guessing from their shape, and documentation cannot say what the option takes. Give every option a type.",
  }),
  "option/literal-example": entry({
    severity: "warning",
    message: ({ attribute }, path) =>
      `The ${code(attribute)} of ${ofOption(path)} is written with the old \`literalExample\`.`,
    help: () => "it is called `literalExpression` now",
    explanation:
      "`literalExample` is the old name of `literalExpression`, from the time when only examples could be given as text. It still works and means the same. One name for one thing is easier to search for and to learn.",
  }),
  "option/missing-description": entry({
    severity: "warning",
    message: (_data, path) => `${theOption(path)} has no \`description\`.`,
    help: () => "say in a sentence what the option is for",
    explanation:
      "Whoever looks for an option in the documentation sees its name, its type and its description. Without a description they have to read the module. Options that documentation does not show, because they are `internal` or not `visible`, need none.",
  }),
  "option/placeholder-description": entry({
    severity: "warning",
    message: ({ shown, why }, path) => {
      switch (why) {
        case "empty":
          return `The \`description\` of ${ofOption(path)} is empty.`;
        case "name":
          return `The \`description\` of ${ofOption(path)} only repeats its name: ${code(shown)}.`;
        case "doubled":
          return `The \`description\` of ${ofOption(path)} says twice what \`mkEnableOption\` says already: ${code(shown)}.`;
        case "placeholder":
          return `The \`description\` of ${ofOption(path)} is a placeholder: ${code(shown)}.`;
      }
    },
    help: ({ why }) =>
      why === "doubled"
        ? 'give `mkEnableOption` only the name of what is enabled: `mkEnableOption("the web server")`'
        : "say in a sentence what the option is for",
    explanation:
      "The description was left for later, repeats the name of the option, or begins twice, because the text given to `mkEnableOption` begins with `Whether to enable` although `mkEnableOption` puts that in front. A reader learns nothing from any of these.",
  }),
  "option/default-type": entry({
    severity: "error",
    message: ({ type, shown }, path) =>
      `The \`default\` of ${ofOption(path)} is not of its type ${code(type)}: ${shown}.`,
    help: ({ detail }) => detail,
    explanation:
      "The option's own type refuses its default. Nobody notices as long as everybody defines the option; the first who relies on the default gets an error about something they did not write. Only defaults that stand there as values are judged, not those that a function computes.",
  }),
  "option/example-type": entry({
    severity: "warning",
    message: ({ type, shown }, path) =>
      `The \`example\` of ${ofOption(path)} is not of its type ${code(type)}: ${shown}.`,
    help: ({ detail }) => detail,
    explanation:
      "The option's own type refuses its example, so that whoever copies it gets an error. Often the type was changed and the example forgotten, or the example shows one element where the option takes a list. Examples given as text are not judged.",
  }),
  "option/enable-option": entry({
    severity: "warning",
    message: ({ type }, path) =>
      type === null
        ? `${theOption(path)} is called \`enable\`, but not made by \`mkEnableOption\`.`
        : `${theOption(path)} is called \`enable\`, but its type is ${code(type)} instead of a boolean.`,
    help: ({ text }) =>
      text === null
        ? "an option that switches something on is true or false; give any other a name that says what it is"
        : `write \`mkEnableOption(${JSON.stringify(text)})\``,
    explanation:
      "By convention an option called `enable` switches a whole module on: it is a boolean, its default is false, and its description begins with `Whether to enable`. Users and tools rely on it. `mkEnableOption` makes exactly this option, so that nothing of it can be forgotten.",
  }),
  "option/name-style": entry({
    severity: "warning",
    message: ({ name }, path) => `The name ${code(name)} of ${ofOption(path)} is not written in camel case.`,
    help: ({ suggestion }) => (suggestion === null ? null : `call it ${code(suggestion)}`),
    explanation:
      "Options are named in camel case, beginning with a small letter: `openFirewall`, `extraConfig`. With one style for all modules nobody has to look up whether it is `open_firewall` or `OpenFirewall`. Options inside freeform settings, which have the names of another program, are not declared and not judged; declared options that mirror such a name may be excepted by a suppression.",
  }),
  "option/literal-secret": entry({
    severity: "warning",
    message: (_data, path) => `${theOption(path)} seems to hold a secret, and its \`default\` is a literal text.`,
    help: () => "leave out the default, or take the path of a file that holds the secret: `passwordFile`",
    explanation:
      "The name of the option says that it holds a password, a token or a key, and its default stands in the module as text. A secret that everybody can read in the source is none, and machines that nobody configured further share it. The result of an evaluation is usually readable by all, so secrets belong in files that are named by path.",
  }),
  "option/recursive-type": entry({
    severity: "warning",
    message: (_data, path) => `The type of ${ofOption(path)} contains itself and has no name of its own.`,
    help: () =>
      'give the type that contains itself a `description` that is a name: `{ ...type, description: "expression tree" }`',
    explanation:
      "A type that contains itself cannot be described by its parts, since its description would never end. Messages and documentation need a name for it. Types of submodules have one; a type made of `either`, `listOf` and the like gets one by its `description`.",
  }),
  "option/undocumentable-type": entry({
    severity: "warning",
    message: ({ part, problem }, path) =>
      `The type of ${ofOption(path)} cannot be documented: asking for ${part} threw: ${closed(problem)}`,
    help: () => null,
    explanation:
      "Documentation asks each type for its description and for the options inside it. This type fails when it is asked, so that the documentation of the whole configuration cannot be written. Messages about wrong values need the description as well.",
  }),
  "option/rename-overdue": entry({
    severity: "warning",
    message: ({ since, oldest }, path) =>
      `${theOption(path)} was renamed in ${since}; since every supported release, from ${oldest} on, knows the new name, the old one can go.`,
    help: () => "remove the rename, or make it an error with `mkRemovedOptionModule`",
    explanation:
      "A rename keeps an old name working for a time. It was made with `mkRenamedOptionModuleWith`, which says since which release the new name exists and which is the oldest release still in use. All of these know the new name, so whoever still uses the old one has been warned for at least one release, and the old name only makes the module longer.",
  }),
  "option/read-only-default": entry({
    severity: "warning",
    message: (_data, path) => `${theOption(path)} is \`readOnly\`, but nothing gives it a value.`,
    help: () => "give it a `default`, or define it in the module that declares it",
    explanation:
      "A read-only option takes exactly one definition, which the module itself has to give: as the default, or as a definition beside the declaration. Here neither is there, so that reading the option fails, and the first user who defines it takes the place of the module.",
  }),
  "option/unused": entry({
    severity: "warning",
    message: (_data, path) => `${theOption(path)} is never read, and is no part of the result.`,
    help: () => "remove it, or read it where it was meant to count",
    explanation:
      "Everything was computed, and nothing asked for the value of this option; it is also left out of the printed result, because it is `internal`. Whatever is defined there has no effect. This rule evaluates the configuration, and holds for the configuration that was given: another one may read the option.",
  }),
  "definition/no-effect": entry({
    severity: "warning",
    message: ({ why, by }, path) =>
      why === "overridden"
        ? `This definition of ${ofOption(path)} has no effect: ${by}.`
        : `This definition of ${ofOption(path)} has no effect while ${code(by)} is false.`,
    help: ({ why }) => (why === "overridden" ? "remove it, or change its priority" : null),
    explanation:
      "The definition holds, but does not reach the result: every value it gives is hidden by a definition of a stronger priority, or it configures something whose `enable` option is false. This rule evaluates the configuration.",
  }),
  "definition/redundant": entry({
    severity: "warning",
    message: ({ by }, path) =>
      by === "default"
        ? `This definition of ${ofOption(path)} gives the value that is its default anyway.`
        : `This definition of ${ofOption(path)} gives the value that another definition gives already.`,
    help: () => "remove it",
    explanation:
      "Without this definition the option would have the same value. It may stay on purpose, to hold the value where a default changes; then say so in a suppression. This rule evaluates the configuration once more without the definition.",
  }),
  "definition/needless-force": entry({
    severity: "warning",
    message: (_data, path) =>
      `\`mkForce\` around this definition of ${ofOption(path)} changes nothing: no other definition would win or take part.`,
    help: () => "write the value without `mkForce`",
    explanation:
      "`mkForce` makes a definition win over others. Here there are none of the usual priority, so that the plain value would win as well. A needless `mkForce` hides the next definition that somebody adds, without a word. This rule evaluates the configuration.",
  }),
  "lint/skipped": entry({
    severity: "warning",
    message: ({ part, problem }, path) =>
      part === "type"
        ? `${theOption(path)} was not judged, because its type could not be computed: ${closed(problem)}`
        : `${path.length === 0 ? "The configuration" : theOption(path)} was not judged completely: ${closed(problem)}`,
    explanation:
      "The type of the option is given as a function, or its declarations contradict one another, and computing it failed. The linter judges declarations by their type and can say nothing about this one. With `--evaluate`, judging all values might never end: submodules that contain one another are followed to some depth only, and of very many definitions or very large values not all are compared. It is said, so that nobody takes silence for approval.",
  }),
  "lint/bad-suppression": entry({
    severity: "error",
    message: ({ problem, rule }) => {
      switch (problem) {
        case "rule":
          return `This comment is to suppress ${code(rule)}, but there is no such rule.`;
        case "reason":
          return `This comment suppresses ${code(rule)} without a reason.`;
        case "no-rules":
          return "This comment does not say which rule it suppresses.";
      }
    },
    help: ({ suggestions }) =>
      suggestions.length > 0
        ? `did you mean ${quoteAll(suggestions, "or")}?`
        : "write the rule, a colon, and why: `// confix-lint-ignore option/missing-type: any value is passed on`",
    explanation:
      "A finding is suppressed by a comment at the declaration, `// confix-lint-ignore RULE: reason`. It needs the id of a rule, or several separated by commas, and a reason: whoever reads it later must be able to tell whether the reason still holds.",
  }),
  "lint/unused-suppression": entry({
    severity: "warning",
    message: ({ rule }) => `${capital(code(rule))} is suppressed here, but finds nothing.`,
    help: () => "remove the comment",
    explanation:
      "A comment suppresses a rule that has nothing to say about the declaration. What it was for was mended, or it stands at the wrong place. Left there, it would silently hide the next finding.",
  }),
};
