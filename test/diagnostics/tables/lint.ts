// What each code of the linter says, for one or more examples of what it is about.
import type { lintEntries } from "../../../src/diagnostics/catalog/lint.ts";
import type { ExamplesOf } from "../example.ts";

const path = ["web", "package"];

export const lintExamples: ExamplesOf<typeof lintEntries> = {
  "option/default-text": [
    {
      path,
      data: { missing: "defaultText", isComputed: false },
      message: "The option `web.package` has a `default` that holds packages, but no `defaultText`.",
      help: 'say what documentation shows: `defaultText: literalExpression("…")`',
    },
    {
      path,
      data: { missing: "defaultText", isComputed: true },
      message: "The option `web.package` has a computed `default`, but no `defaultText`.",
      help: 'say what documentation shows: `defaultText: literalExpression("…")`',
    },
    {
      path,
      data: { missing: "default", isComputed: false },
      message: "The option `web.package` has a `defaultText`, but no `default` of which it could tell.",
      help: "leave out the `defaultText`, or give the `default`",
    },
  ],
  "option/example-literal": [
    {
      path,
      data: {},
      message: "The `example` of the option `web.package` holds packages, but is not wrapped in `literalExpression`.",
      help: 'write the example as text: `literalExpression("…")`',
    },
  ],
  "option/needless-default-text": [
    {
      path,
      data: { hasDefault: true },
      message: "The option `web.package` has a `defaultText`, but its `default` can be shown as it is.",
      help: "leave out the `defaultText`",
    },
    {
      path,
      data: { hasDefault: false },
      message: "The option `web.package` has a `defaultText`, but no `default` of which it could tell.",
      help: "leave out the `defaultText`",
    },
  ],
  "option/missing-type": [
    {
      path,
      data: {},
      message: "The option `web.package` has no `type`.",
      help: "say what may be defined, such as `type: types.str`; `types.anything` or `types.raw` if it is really anything",
    },
  ],
  "option/literal-example": [
    {
      path,
      data: { attribute: "example" },
      message: "The `example` of the option `web.package` is written with the old `literalExample`.",
      help: "it is called `literalExpression` now",
    },
  ],
  "option/missing-description": [
    {
      path,
      data: {},
      message: "The option `web.package` has no `description`.",
      help: "say in a sentence what the option is for",
    },
  ],
  "option/placeholder-description": [
    {
      path,
      data: { shown: "TODO", why: "placeholder" },
      message: "The `description` of the option `web.package` is a placeholder: `TODO`.",
      help: "say in a sentence what the option is for",
    },
    {
      path,
      data: { shown: "", why: "empty" },
      message: "The `description` of the option `web.package` is empty.",
      help: "say in a sentence what the option is for",
    },
    {
      path,
      data: { shown: "Package.", why: "name" },
      message: "The `description` of the option `web.package` only repeats its name: `Package.`.",
      help: "say in a sentence what the option is for",
    },
    {
      path: ["web", "enable"],
      data: { shown: "Whether to enable Whether to enable it.", why: "doubled" },
      message:
        "The `description` of the option `web.enable` says twice what `mkEnableOption` says already: `Whether to enable Whether to enable it.`.",
      help: 'give `mkEnableOption` only the name of what is enabled: `mkEnableOption("the web server")`',
    },
  ],
  "option/default-type": [
    {
      path: ["web", "port"],
      data: { type: "string", shown: "80", detail: null },
      message: "The `default` of the option `web.port` is not of its type `string`: 80.",
      help: null,
    },
    {
      path: ["web", "mode"],
      data: { type: 'one of "a"', shown: '"b"', detail: "did you mean `a`?" },
      message: 'The `default` of the option `web.mode` is not of its type `one of "a"`: "b".',
      help: "did you mean `a`?",
    },
  ],
  "option/example-type": [
    {
      path: ["web", "port"],
      data: { type: "string", shown: "80", detail: null },
      message: "The `example` of the option `web.port` is not of its type `string`: 80.",
      help: null,
    },
  ],
  "option/enable-option": [
    {
      path: ["web", "enable"],
      data: { type: null, text: "the web server" },
      message: "The option `web.enable` is called `enable`, but not made by `mkEnableOption`.",
      help: 'write `mkEnableOption("the web server")`',
    },
    {
      path: ["web", "enable"],
      data: { type: "string", text: null },
      message: "The option `web.enable` is called `enable`, but its type is `string` instead of a boolean.",
      help: "an option that switches something on is true or false; give any other a name that says what it is",
    },
  ],
  "option/name-style": [
    {
      path: ["web", "open_firewall"],
      data: { name: "open_firewall", suggestion: "openFirewall" },
      message: "The name `open_firewall` of the option `web.open_firewall` is not written in camel case.",
      help: "call it `openFirewall`",
    },
    {
      path: ["web", "__"],
      data: { name: "__", suggestion: null },
      message: "The name `__` of the option `web.__` is not written in camel case.",
      help: null,
    },
  ],
  "option/literal-secret": [
    {
      path: ["web", "password"],
      data: {},
      message: "The option `web.password` seems to hold a secret, and its `default` is a literal text.",
      help: "leave out the default, or take the path of a file that holds the secret: `passwordFile`",
    },
  ],
  "option/recursive-type": [
    {
      path: ["menu"],
      data: {},
      message: "The type of the option `menu` contains itself and has no name of its own.",
      help: 'give the type that contains itself a `description` that is a name: `{ ...type, description: "expression tree" }`',
    },
  ],
  "option/undocumentable-type": [
    {
      path: ["menu"],
      data: { part: "its description", problem: "no" },
      message: "The type of the option `menu` cannot be documented: asking for its description threw: no.",
      help: null,
    },
  ],
  "option/rename-overdue": [
    {
      path: ["www", "port"],
      data: { since: 2211, oldest: 2405 },
      message:
        "The option `www.port` was renamed in 2211; since every supported release, from 2405 on, knows the new name, the old one can go.",
      help: "remove the rename, or make it an error with `mkRemovedOptionModule`",
    },
  ],
  "option/read-only-default": [
    {
      path: ["version"],
      data: {},
      message: "The option `version` is `readOnly`, but nothing gives it a value.",
      help: "give it a `default`, or define it in the module that declares it",
    },
  ],
  "option/unused": [
    {
      path: ["web", "prefix"],
      data: {},
      message: "The option `web.prefix` is never read, and is no part of the result.",
      help: "remove it, or read it where it was meant to count",
    },
  ],
  "definition/no-effect": [
    {
      path: ["web", "port"],
      data: { why: "overridden", by: "a definition of priority 100 hides it" },
      message: "This definition of the option `web.port` has no effect: a definition of priority 100 hides it.",
      help: "remove it, or change its priority",
    },
    {
      path: ["web", "port"],
      data: { why: "disabled", by: "web.enable" },
      message: "This definition of the option `web.port` has no effect while `web.enable` is false.",
      help: null,
    },
  ],
  "definition/redundant": [
    {
      path: ["web", "port"],
      data: { by: "default" },
      message: "This definition of the option `web.port` gives the value that is its default anyway.",
      help: "remove it",
    },
    {
      path: ["web", "port"],
      data: { by: "definition" },
      message: "This definition of the option `web.port` gives the value that another definition gives already.",
      help: "remove it",
    },
  ],
  "definition/needless-force": [
    {
      path: ["web", "port"],
      data: {},
      message:
        "`mkForce` around this definition of the option `web.port` changes nothing: no other definition would win or take part.",
      help: "write the value without `mkForce`",
    },
  ],
  "lint/skipped": [
    {
      path: ["web", "port"],
      data: { part: "type", problem: "Computing the type threw: no" },
      message:
        "The option `web.port` was not judged, because its type could not be computed: Computing the type threw: no.",
      help: null,
    },
    {
      path: ["web", "port"],
      data: { part: "values", problem: "it has 300 definitions" },
      message: "The option `web.port` was not judged completely: it has 300 definitions.",
      help: null,
    },
    {
      path: [],
      data: { part: "values", problem: "the submodules are too many" },
      message: "The configuration was not judged completely: the submodules are too many.",
      help: null,
    },
  ],
  "lint/bad-suppression": [
    {
      path: null,
      data: { problem: "rule", rule: "option/missing-typ", suggestions: ["option/missing-type"] },
      message: "This comment is to suppress `option/missing-typ`, but there is no such rule.",
      help: "did you mean `option/missing-type`?",
    },
    {
      path: null,
      data: { problem: "reason", rule: "option/missing-type", suggestions: [] },
      message: "This comment suppresses `option/missing-type` without a reason.",
      help: "write the rule, a colon, and why: `// confix-lint-ignore option/missing-type: any value is passed on`",
    },
    {
      path: null,
      data: { problem: "no-rules", rule: "", suggestions: [] },
      message: "This comment does not say which rule it suppresses.",
      help: "write the rule, a colon, and why: `// confix-lint-ignore option/missing-type: any value is passed on`",
    },
  ],
  "lint/unused-suppression": [
    {
      path: null,
      data: { rule: "option/missing-type" },
      message: "`option/missing-type` is suppressed here, but finds nothing.",
      help: "remove the comment",
    },
  ],
};
