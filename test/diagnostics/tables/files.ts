// What each code about files says, for one or more examples of what it is about.
import type { fileEntries } from "../../../src/diagnostics/catalog/files.ts";
import type { ExamplesOf } from "../example.ts";

export const fileExamples: ExamplesOf<typeof fileEntries> = {
  "git-failed": [
    {
      path: null,
      data: { revision: "HEAD", file: "host.ts", reason: "fatal: not a git repository" },
      message: "The file `host.ts` of the revision `HEAD` cannot be taken from Git: fatal: not a git repository.",
      help: "a path hangs off the top of the repository, one that begins with `./` off the current directory",
    },
  ],
  "file-not-found": [
    {
      path: null,
      data: { file: "/hots.ts", from: null, suggestions: ["/host.ts"] },
      message: "The file `/hots.ts` does not exist.",
      help: "did you mean `/host.ts`?",
    },
    {
      path: null,
      data: { file: "/site.ts", from: null },
      message: "The file `/site.ts` does not exist.",
      help: null,
    },
    {
      path: null,
      data: { file: "/site.ts", from: "/host.ts" },
      message: "The file `/site.ts` does not exist (named by `/host.ts`).",
      help: null,
    },
    {
      path: null,
      data: { file: "/nginx", from: "/host.yaml" },
      message: "The file `/nginx` does not exist (named by `/host.yaml`).",
      help: "write the name with its extension; a shipped module is named `confix/modules/services/nginx`, say",
    },
  ],
  "file-unreadable": [
    {
      path: null,
      data: { file: "/site.ts", reason: "it is a folder" },
      message: "The file `/site.ts` cannot be read: it is a folder.",
      help: null,
    },
  ],
  "unsupported-file": [
    {
      path: null,
      data: { file: "/site.txt", supported: [".ts", ".json", ".yaml"] },
      message: "`/site.txt` is not of a kind that can be a module; such kinds are `.ts`, `.json` and `.yaml`.",
      help: null,
    },
  ],
  "bad-encoding": [
    {
      path: null,
      data: { file: "/site.json", offset: 12 },
      message: "`/site.json` is not UTF-8: the byte at offset 12 does not belong there.",
      help: "save it as UTF-8",
    },
  ],
  "syntax-error": [
    {
      path: null,
      data: { format: "JSON", problem: "a comma is missing" },
      message: "This is not correct JSON: a comma is missing.",
      help: null,
    },
  ],
  "duplicate-key": [
    {
      path: null,
      data: { key: "port", format: "YAML" },
      message: "The key `port` stands twice in one mapping of this YAML.",
      help: "remove one of the two",
    },
  ],
  "data-not-representable": [
    {
      path: null,
      data: { format: "TOML", problem: "the integer 99999999999999999999 is too large to be kept exactly" },
      message:
        "This TOML holds what a configuration cannot: the integer 99999999999999999999 is too large to be kept exactly.",
      help: null,
    },
  ],
  "data-not-a-module": [
    {
      path: null,
      data: { found: "a list" },
      message: "A data file used as a module must hold a mapping at its top, but this holds a list.",
      help: "write the names of options at its top",
    },
  ],
  "no-default-export": [
    {
      path: null,
      data: { file: "/site.ts", from: null, exports: ["site", "helper"] },
      message: "`/site.ts` has no default export (it exports `site` and `helper`).",
      help: "write `export default defineModule({ … })`",
    },
    {
      path: null,
      data: { file: "/site.ts", from: "/host.yaml", exports: [] },
      message: "`/site.ts` (named by `/host.yaml`) has no default export.",
      help: "write `export default defineModule({ … })`",
    },
  ],
  "bad-default-export": [
    {
      path: null,
      data: { file: "/site.ts", from: null, found: "the number 3" },
      message: "The default export of `/site.ts` is no module, but the number 3.",
      help: "a module is an object, a function that returns one, or what `defineModule` returns",
    },
    {
      path: null,
      data: { file: "/site.ts", from: "/host.yaml", found: "the number 3" },
      message: "The default export of `/site.ts` (named by `/host.yaml`) is no module, but the number 3.",
      help: "a module is an object, a function that returns one, or what `defineModule` returns",
    },
  ],
  "package-not-found": [
    {
      path: null,
      data: { name: "left-pad", from: "/site.ts" },
      message: "The package `left-pad`, which `/site.ts` imports, is not installed there.",
      help: "install it with `npm install`",
    },
    {
      path: null,
      data: { name: "other.ts", from: "/site.ts" },
      message: "The package `other.ts`, which `/site.ts` imports, is not installed there.",
      help: "write `./other.ts` if a file beside it is meant",
    },
  ],
  "missing-export": [
    {
      path: null,
      data: { name: "ports", specifier: "./net.ts", from: "/site.ts", suggestions: ["port"] },
      message: "`./net.ts` does not export `ports`, which `/site.ts` imports.",
      help: "did you mean `port`?",
    },
    {
      path: null,
      data: { name: "default", specifier: "./net.ts", from: "/site.ts", suggestions: [], available: ["host", "port"] },
      message: "`./net.ts` has no default export, which `/site.ts` imports.",
      help: "it exports `host` and `port`",
    },
    {
      path: null,
      data: { name: "net", specifier: "./net.ts", from: "/site.ts", suggestions: [] },
      message: "`./net.ts` does not export `net`, which `/site.ts` imports.",
      help: null,
    },
  ],
  "load-threw": [
    {
      path: null,
      data: { file: "/site.ts", message: "x is not defined" },
      message: "Loading `/site.ts` failed: x is not defined.",
      help: null,
    },
  ],
  "top-level-await": [
    {
      path: null,
      data: { file: "/site.ts" },
      message: "`/site.ts` uses `await` at its top, but it is only found during evaluation, which is synchronous.",
      help: "name the file where it is known before evaluation (on the command line, or in `imports` of a plain module), or await elsewhere",
    },
  ],
  "never-settles": [
    {
      path: null,
      data: { file: "/site.ts" },
      message: "`/site.ts` waits at its top for something that never happens.",
      help: "look for the promise behind its `await` that nothing resolves",
    },
  ],
  "unhandled-error": [
    {
      path: null,
      data: { kind: "promise", message: "out of cheese" },
      message: "A module left a promise that was rejected, and that nobody awaits: out of cheese.",
      help: "await the promise, or catch its error",
    },
    {
      path: null,
      data: { kind: "error", message: "out of cheese" },
      message: "A module threw an error where nobody catches it: out of cheese.",
      help: null,
    },
  ],
  "process-exit": [
    {
      path: null,
      data: { call: "process.exit" },
      message: "A module calls `process.exit`, which would end the command without a result.",
      help: "throw an error that says what is wrong, or use `assertions`",
    },
  ],
  "no-result": [
    {
      path: null,
      data: { how: "SIGABRT" },
      message: "The process that evaluates the modules ended without a result: SIGABRT.",
      help: "run it without `--restricted` to see more, if you trust the modules",
    },
  ],
  "worker-ended": [
    {
      path: null,
      data: { how: "exit code 3" },
      message: "The worker that evaluates this host ended without a result: exit code 3.",
      help: "a module must not end its process; run `confix eval` with this host alone to see more",
    },
  ],
  "out-of-memory": [
    {
      path: null,
      data: { limit: 512 },
      message: "Evaluating this host needs more memory than the 512 MB that a host may use.",
      help: "look for a list or a recursion without end, or allow more with `--host-memory MB`",
    },
  ],
  "out-of-time": [
    {
      path: null,
      data: { limit: 60 },
      message: "Evaluating this host takes longer than the 60 seconds that a host may take.",
      help: "look for a loop or a recursion without end, or for what the host waits for, or allow more with `--host-timeout SECONDS`",
    },
    {
      path: null,
      data: { limit: 1 },
      message: "Evaluating this host takes longer than the 1 second that a host may take.",
      help: "look for a loop or a recursion without end, or for what the host waits for, or allow more with `--host-timeout SECONDS`",
    },
  ],
  "no-current-folder": [
    {
      path: null,
      data: {},
      message: "The current directory does not exist any more.",
      help: "go to another one",
    },
  ],
  "bad-set": [
    {
      path: null,
      data: { flag: "--set a.b", problem: "an `=` is missing" },
      message: "`--set a.b`: an `=` is missing.",
      help: "the form is `--set PATH=JSON`; a string needs its quotes, and the shell takes one pair: `--set 'networking.hostName=\"web1\"'`",
    },
  ],
  "bad-extra-modules": [
    {
      path: null,
      data: { variable: "CONFIX_EXTRA_MODULES", entry: "./extra.ts", problem: "The file `/extra.ts` does not exist." },
      message:
        "The environment variable `CONFIX_EXTRA_MODULES` names the module `./extra.ts`, which cannot be used: The file `/extra.ts` does not exist.",
      help: null,
    },
  ],
  "bad-config-file": [
    {
      path: null,
      data: { problem: "it has no key `module`", suggestions: ["modules"] },
      message: "This is not a correct configuration of Confix: it has no key `module`.",
      help: "did you mean `modules`?",
    },
  ],
  "no-modules": [
    {
      path: null,
      data: { searched: "/home/me" },
      message:
        "There is nothing to evaluate: no file was given, and no `confix.config.*` with `modules` was found from `/home/me` upwards.",
      help: "name a module file, or list modules in a `confix.config.ts`",
    },
  ],
  "bad-flag": [
    {
      path: null,
      data: { problem: "`--formt` is not a flag of `confix eval`", suggestions: ["--format"] },
      message: "`--formt` is not a flag of `confix eval`.",
      help: "did you mean `--format`?",
    },
    {
      path: null,
      data: { problem: "a restricted run cannot allow `/a*`, because of the `*` in its name", suggestions: [] },
      message: "A restricted run cannot allow `/a*`, because of the `*` in its name.",
      help: null,
    },
  ],
  "restricted-access": [
    {
      path: null,
      data: { permission: "to read", resource: "/etc/passwd", module: "/site.ts" },
      message: "The module `/site.ts` tried to read `/etc/passwd`, which a restricted run does not allow.",
      help: "allow it with `--allow-read PATH`",
    },
    {
      path: null,
      data: { permission: "to start a process", resource: "", module: null },
      message: "A module tried to start a process, which a restricted run does not allow.",
      help: null,
    },
  ],
  "output-failed": [
    {
      path: null,
      data: { file: "/out.json", reason: "EACCES" },
      message: "`/out.json` cannot be written: EACCES.",
      help: null,
    },
  ],
  "no-such-format": [
    {
      path: null,
      data: { format: "TOML", problem: "TOML has no null" },
      message: "The result has no TOML form: TOML has no null.",
      help: null,
    },
  ],
  "no-such-option": [
    {
      path: null,
      data: { sought: "prot", suggestions: ["port"] },
      message: "No option is called or described by `prot`.",
      help: "did you mean `port`?",
    },
    {
      path: null,
      data: { sought: "web server", suggestions: [] },
      message: "No option is called or described by `web server`.",
      help: null,
    },
  ],
};
