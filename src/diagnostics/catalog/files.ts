// Wording of what can be wrong with files, flags and the environment.
import { capital, type CatalogEntry, closed, code, didYouMean, entry, quoteAll, theModule } from "./entry.ts";

/** Codes about what comes from outside: files, flags, environment. */
export const fileEntries: {
  readonly "file-not-found": CatalogEntry<{ file: string; from: string | null; suggestions?: readonly string[] }>;
  readonly "file-unreadable": CatalogEntry<{ file: string; reason: string }>;
  readonly "unsupported-file": CatalogEntry<{ file: string; supported: readonly string[] }>;
  readonly "bad-encoding": CatalogEntry<{ file: string; offset: number }>;
  readonly "syntax-error": CatalogEntry<{ format: string; problem: string }>;
  readonly "duplicate-key": CatalogEntry<{ key: string; format: string }>;
  readonly "data-not-representable": CatalogEntry<{ format: string; problem: string }>;
  readonly "data-not-a-module": CatalogEntry<{ found: string }>;
  readonly "no-default-export": CatalogEntry<{ file: string; from: string | null; exports: readonly string[] }>;
  readonly "bad-default-export": CatalogEntry<{ file: string; from: string | null; found: string }>;
  readonly "package-not-found": CatalogEntry<{ name: string; from: string }>;
  readonly "missing-export": CatalogEntry<{
    name: string;
    specifier: string;
    from: string;
    suggestions: readonly string[];
    available?: readonly string[];
  }>;
  readonly "load-threw": CatalogEntry<{ file: string; message: string }>;
  readonly "top-level-await": CatalogEntry<{ file: string }>;
  readonly "never-settles": CatalogEntry<{ file: string }>;
  readonly "unhandled-error": CatalogEntry<{ kind: "promise" | "error"; message: string }>;
  readonly "process-exit": CatalogEntry<{ call: string }>;
  readonly "no-result": CatalogEntry<{ how: string }>;
  readonly "worker-ended": CatalogEntry<{ how: string }>;
  readonly "out-of-memory": CatalogEntry<{ limit: number }>;
  readonly "out-of-time": CatalogEntry<{ limit: number }>;
  readonly "no-current-folder": CatalogEntry<Record<never, never>>;
  readonly "bad-set": CatalogEntry<{ flag: string; problem: string }>;
  readonly "bad-extra-modules": CatalogEntry<{ variable: string; entry: string; problem: string }>;
  readonly "bad-config-file": CatalogEntry<{ problem: string; suggestions: readonly string[] }>;
  readonly "no-modules": CatalogEntry<{ searched: string }>;
  readonly "bad-flag": CatalogEntry<{ problem: string; suggestions: readonly string[] }>;
  readonly "restricted-access": CatalogEntry<{ permission: string; resource: string; module: string | null }>;
  readonly "output-failed": CatalogEntry<{ file: string; reason: string }>;
  readonly "no-such-format": CatalogEntry<{ format: string; problem: string }>;
  readonly "no-such-option": CatalogEntry<{ sought: string; suggestions: readonly string[] }>;
  readonly "git-failed": CatalogEntry<{ revision: string; file: string; reason: string }>;
} = {
  "git-failed": entry({
    severity: "error",
    message: ({ revision, file, reason }) =>
      `The file ${code(file)} of the revision ${code(revision)} cannot be taken from Git: ${closed(reason)}`,
    help: () => "a path hangs off the top of the repository, one that begins with `./` off the current directory",
    explanation:
      "`git:REV:FILE` names a file as it was in a revision of the Git repository around the current directory. The program `git` must be installed, and the revision must have the file.",
  }),
  "file-not-found": entry({
    severity: "error",
    message: ({ file, from }) => `The file ${code(file)} does not exist${namedBy(from)}.`,
    help: ({ file, suggestions = [] }) =>
      /\.[a-z]+$/i.test(file)
        ? didYouMean(suggestions)
        : "write the name with its extension; a shipped module is named `confix/modules/services/nginx`, say",
    explanation:
      "A path on the command line, in `imports`, in an `import` of a script or in the configuration of the tool names no file. Relative paths hang off the file that says them; those on the command line off the current directory.",
  }),
  "file-unreadable": entry({
    severity: "error",
    message: ({ file, reason }) => `The file ${code(file)} cannot be read: ${closed(reason)}`,
    explanation:
      "What the path names is there, but cannot be read as a file: it is a folder, or the system does not allow it.",
  }),
  "unsupported-file": entry({
    severity: "error",
    message: ({ file, supported }) =>
      `${code(file)} is not of a kind that can be a module; such kinds are ${quoteAll(supported, "and")}.`,
    explanation: "The kind of a module file is told by its extension.",
  }),
  "bad-encoding": entry({
    severity: "error",
    message: ({ file, offset }) => `${code(file)} is not UTF-8: the byte at offset ${offset} does not belong there.`,
    help: () => "save it as UTF-8",
    explanation: "Text files are read as UTF-8, and wrong bytes are not replaced silently.",
  }),
  "syntax-error": entry({
    severity: "error",
    message: ({ format, problem }) => `This is not correct ${format}: ${closed(problem)}`,
    explanation:
      "The text breaks the rules of its format, which the extension of the file tells; that on stdin is YAML or JSON. The place is where reading it failed, and the mistake may stand before it.",
  }),
  "duplicate-key": entry({
    severity: "error",
    message: ({ key, format }) => `The key ${code(key)} stands twice in one mapping of this ${format}.`,
    help: () => "remove one of the two",
    explanation: "A mapping has each key once; of two, one would be lost silently.",
  }),
  "data-not-representable": entry({
    severity: "error",
    message: ({ format, problem }) => `This ${format} holds what a configuration cannot: ${closed(problem)}`,
    explanation:
      "The file is correct, but one of its values would be changed or lost: a number that JavaScript cannot keep exactly, a key that is no string, a second document.",
  }),
  "data-not-a-module": entry({
    severity: "error",
    message: ({ found }) =>
      `A data file used as a module must hold a mapping at its top, but this holds ${closed(found)}`,
    help: () => "write the names of options at its top",
    explanation:
      "At the top of a JSON, YAML or TOML module stand names of options with their definitions, and beside them at most `imports`, `disabledModules` and `$schema`.",
  }),
  "no-default-export": entry({
    severity: "error",
    message: ({ file, from, exports }) =>
      `${code(file)}${namedBy(from)} has no default export${exports.length === 0 ? "" : ` (it exports ${quoteAll(exports, "and")})`}.`,
    help: () => "write `export default defineModule({ … })`",
    explanation: "The module of a TypeScript or JavaScript file is its default export.",
  }),
  "bad-default-export": entry({
    severity: "error",
    message: ({ file, from, found }) =>
      `The default export of ${code(file)}${namedBy(from)} is no module, but ${closed(found)}`,
    help: () => "a module is an object, a function that returns one, or what `defineModule` returns",
    explanation: "The module of a TypeScript or JavaScript file is its default export.",
  }),
  "package-not-found": entry({
    severity: "error",
    message: ({ name, from }) => `The package ${code(name)}, which ${code(from)} imports, is not installed there.`,
    help: ({ name }) =>
      /^[\w-]+\.\w+$/.test(name) ? `write \`./${name}\` if a file beside it is meant` : "install it with `npm install`",
    explanation:
      "A bare name in an `import` is a package, looked for in `node_modules` beside the file and above. Only `confix` itself need not be installed.",
  }),
  "missing-export": entry({
    severity: "error",
    message: ({ name, specifier, from }) =>
      name === "default"
        ? `${code(specifier)} has no default export, which ${code(from)} imports.`
        : `${code(specifier)} does not export ${code(name)}, which ${code(from)} imports.`,
    help: ({ suggestions, available = [] }) =>
      didYouMean(suggestions) ?? (available.length === 0 ? null : `it exports ${quoteAll(available, "and")}`),
    explanation:
      "A script imports a name that the other one does not export, so that it stands for `undefined`. That is told where something fails in the script, or a module is missing in its `imports`; TypeScript tells it everywhere.",
  }),
  "load-threw": entry({
    severity: "error",
    message: ({ file, message }) => `Loading ${code(file)} failed: ${closed(message)}`,
    explanation: "The file, or one it imports, threw while it was loaded.",
  }),
  "top-level-await": entry({
    severity: "error",
    message: ({ file }) =>
      `${code(file)} uses \`await\` at its top, but it is only found during evaluation, which is synchronous.`,
    help: () =>
      "name the file where it is known before evaluation (on the command line, or in `imports` of a plain module), or await elsewhere",
    explanation:
      "Files that are known before the evaluation starts are loaded asynchronously. Others are loaded when they are met, and then cannot wait.",
  }),
  "never-settles": entry({
    severity: "error",
    message: ({ file }) => `${code(file)} waits at its top for something that never happens.`,
    help: () => "look for the promise behind its `await` that nothing resolves",
    explanation:
      "A module may wait at its top. Here nothing is left, no timer and no file, that could end the waiting.",
  }),
  "unhandled-error": entry({
    severity: "error",
    message: ({ kind, message }) =>
      `${kind === "promise" ? "A module left a promise that was rejected, and that nobody awaits" : "A module threw an error where nobody catches it"}: ${closed(message)}`,
    help: ({ kind }) => (kind === "promise" ? "await the promise, or catch its error" : null),
    explanation:
      "Code of a module that runs beside the evaluation, in a promise, a timer or an event, failed. What the module is meant to be is then unknown, so there is no result.",
  }),
  "process-exit": entry({
    severity: "error",
    message: ({ call }) => `A module calls ${code(call)}, which would end the command without a result.`,
    help: () => "throw an error that says what is wrong, or use `assertions`",
    explanation: "A module describes a part of a configuration; it does not decide how the command ends.",
  }),
  "no-result": entry({
    severity: "error",
    message: ({ how }) => `The process that evaluates the modules ended without a result: ${closed(how)}`,
    help: () => "run it without `--restricted` to see more, if you trust the modules",
    explanation:
      "A restricted run evaluates in a process of its own. A module ended it, or used more memory than there is.",
  }),
  "worker-ended": entry({
    severity: "error",
    message: ({ how }) => `The worker that evaluates this host ended without a result: ${closed(how)}`,
    help: () => "a module must not end its process; run `confix eval` with this host alone to see more",
    explanation:
      "The hosts of a fleet are evaluated in workers. Something in a module ended this one; the host was tried once more in a worker of its own, which ended as well. The other hosts go on in a new worker.",
  }),
  "out-of-memory": entry({
    severity: "error",
    message: ({ limit }) => `Evaluating this host needs more memory than the ${limit} MB that a host may use.`,
    help: () => "look for a list or a recursion without end, or allow more with `--host-memory MB`",
    explanation:
      "The hosts of a fleet are evaluated in workers, each of which may use so much memory. The host was tried once more in a worker of its own, which did not suffice either. The other hosts go on in a new worker.",
  }),
  "out-of-time": entry({
    severity: "error",
    message: ({ limit }) =>
      `Evaluating this host takes longer than the ${limit} ${limit === 1 ? "second" : "seconds"} that a host may take.`,
    help: () =>
      "look for a loop or a recursion without end, or for what the host waits for, or allow more with `--host-timeout SECONDS`",
    explanation:
      "With `--host-timeout`, a host of a fleet may take so much time. Its worker was ended; the other hosts go on in a new one. The time counts from when a worker begins with the host; for the first host of a worker, to load what is common to all belongs to it.",
  }),
  "no-current-folder": entry({
    severity: "error",
    message: () => "The current directory does not exist any more.",
    help: () => "go to another one",
    explanation: "Relative paths hang off the current directory, which was removed after the shell went there.",
  }),
  "bad-set": entry({
    severity: "error",
    message: ({ flag, problem }) => `${code(flag)}: ${closed(problem)}`,
    help: () =>
      "the form is `--set PATH=JSON`; a string needs its quotes, and the shell takes one pair: `--set 'networking.hostName=\"web1\"'`",
    explanation: "`--set` gives one option a value, written as JSON.",
  }),
  "bad-extra-modules": entry({
    severity: "error",
    message: ({ variable, entry: item, problem }) =>
      `The environment variable \`${variable}\` names the module ${code(item)}, which cannot be used: ${closed(problem)}`,
    explanation:
      "CONFIX_EXTRA_MODULES is a list of module paths, separated like PATH. They are added to every evaluation.",
  }),
  "bad-config-file": entry({
    severity: "error",
    message: ({ problem }) => `This is not a correct configuration of Confix: ${closed(problem)}`,
    help: ({ suggestions }) => didYouMean(suggestions),
    explanation: "`confix.config.*` exports what `defineConfig` takes. Its shape is in `schemas/config.json`.",
  }),
  "no-modules": entry({
    severity: "error",
    message: ({ searched }) =>
      `There is nothing to evaluate: no file was given, and no \`confix.config.*\` with \`modules\` was found from ${code(searched)} upwards.`,
    help: () => "name a module file, or list modules in a `confix.config.ts`",
    explanation:
      "Where the command line names no file, the `modules` of the nearest `confix.config.*` are evaluated: it is looked for in the current directory and above.",
  }),
  "bad-flag": entry({
    severity: "error",
    message: ({ problem }) => capital(closed(problem)),
    help: ({ suggestions }) => didYouMean(suggestions),
    explanation:
      "A flag is given a value that it does not take, or does not fit what else stands there. `confix help COMMAND` tells what there is.",
  }),
  "restricted-access": entry({
    severity: "error",
    message: ({ permission, resource, module }) =>
      `${theModule(module)} tried ${permission}${resource === "" ? "" : ` ${code(resource)}`}, which a restricted run does not allow.`,
    help: ({ permission }) => (permission === "to read" ? "allow it with `--allow-read PATH`" : null),
    explanation:
      "With `--restricted`, modules read only the folders of the given files, the package, and what `--allow-read` names; they see no environment, start no process and write nothing.",
  }),
  "output-failed": entry({
    severity: "error",
    message: ({ file, reason }) => `${code(file)} cannot be written: ${closed(reason)}`,
    explanation:
      "The result could not be written: to the file that `--output` names, whose folder is not created, to a file in the folder of `--out-dir`, or to stdout.",
  }),
  "no-such-format": entry({
    severity: "error",
    message: ({ format, problem }) => `The result has no ${format} form: ${closed(problem)}`,
    explanation: "Not every value can be said in every format: `raw` takes one string, TOML a mapping without nulls.",
  }),
  "no-such-option": entry({
    severity: "error",
    message: ({ sought }) => `No option is called or described by ${code(sought)}.`,
    help: ({ suggestions }) => didYouMean(suggestions),
    explanation:
      "`confix options --match` takes the path of an option, a pattern for paths (`services.*.enable`), or text that stands in names or descriptions. Options that are internal or not visible are found with `--internal` only.",
  }),
};

function namedBy(from: string | null): string {
  return from === null ? "" : ` (named by ${code(from)})`;
}
