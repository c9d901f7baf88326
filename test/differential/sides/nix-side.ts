// Evaluates the Nix of many cases at once.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case } from "../case.ts";
import { type NixAnswer, NixSession } from "./nix-session.ts";
import { type Observation, observeNix, readNix, type Steps } from "./observation.ts";
import { filesFolder } from "../write/files-folder.ts";
import { nixList, nixString } from "../write/nix-text.ts";

/** Something in a case. */
export interface Place {
  /** Which case of those loaded. */
  readonly number: number;
  readonly steps: Steps;
}

// A process is replaced before what it remembers of earlier cases fills the memory.
const loadsOfSession = 10;

/** Evaluates cases, with nixpkgs' library from a folder. */
export class NixSide {
  readonly #library: string;
  readonly #folder: string = mkdtempSync(join(tmpdir(), "confix-differential-"));
  #session: NixSession | null = null;
  #files = 0;
  #loads = 0;

  constructor(library: string) {
    this.#library = library;
  }

  /** Loads cases; what is asked later is about these. */
  load(cases: readonly Case[]): void {
    if (this.#loads % loadsOfSession === 0) this.#start();
    this.#loads += 1;
    const texts = cases.map((each, number) => `(${this.#named(resultOf(each), number)})`);
    for (const [number, { nix }] of cases.entries()) {
      if (nix.files.length > 0) mkdirSync(this.#folderOf(number), { recursive: true });
      for (const [name, text] of nix.files) {
        const whole = `let lib = import ${this.#library}; in ${text}`;
        writeFileSync(join(this.#folderOf(number), name), this.#named(whole, number));
      }
    }
    this.#define("cases", `import ${this.#write(`lib: stateAt: [\n${texts.join("\n")}\n]`)} lib stateAt`);
  }

  /** What can be seen at places, or the message of an error that no `tryEval` catches. */
  async observe(places: readonly Place[]): Promise<readonly (Observation | { readonly error: string })[]> {
    const answers = await this.#askAbout(places, (value) => `builtins.toJSON (observe ${value})`);
    return answers.map((answer, at) => {
      const number = places[at]?.number ?? 0;
      if ("error" in answer) return { error: this.#unnamed(answer.error, number) };
      return readNix(JSON.parse(this.#unnamed(answer.value, number)));
    });
  }

  /** The messages with which reading places fails; null: it does not. */
  async messages(places: readonly Place[]): Promise<readonly (string | null)[]> {
    const answers = await this.#askAbout(places, (value) => `builtins.seq ${value} ""`);
    return answers.map((answer, at) =>
      "error" in answer ? this.#unnamed(answer.error, places[at]?.number ?? 0) : null,
    );
  }

  /** Ends Nix, and removes what was written for it. */
  end(): void {
    this.#session?.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  // Nix remembers what is in a file, so each load has folders of its own.
  #folderOf(number: number): string {
    return join(this.#folder, `files-${this.#loads}-${number}`);
  }

  #named(text: string, number: number): string {
    return text.replaceAll(filesFolder, this.#folderOf(number));
  }

  #unnamed(text: string, number: number): string {
    return text.replaceAll(this.#folderOf(number), filesFolder);
  }

  #start(): void {
    this.#session?.end();
    this.#session = new NixSession();
    this.#define("lib", `import ${this.#library}`);
    const helpers = this.#write(`{ observe = (${observeNix}); valueAt = (${valueAtNix}); stateAt = (${stateAtNix}); }`);
    this.#define("helpers", `import ${helpers}`);
    this.#define("observe", "helpers.observe");
    this.#define("valueAt", "helpers.valueAt");
    this.#define("stateAt", "helpers.stateAt lib");
  }

  // Names in places may need characters that cannot be typed, so they go through a file.
  #askAbout(places: readonly Place[], ask: (value: string) => string): Promise<readonly NixAnswer[]> {
    const session = this.#session;
    if (session === null) throw new Error("no cases were loaded");
    if (places.length === 0) return Promise.resolve([]);
    const steps = places.map(({ steps: each }) => `[ ${each.map(nixStep).join(" ")} ]`);
    this.#define("steps", `import ${this.#write(`[\n${steps.join("\n")}\n]`)}`);
    return Promise.all(
      places.map(({ number }, at) =>
        session.evaluate(ask(`(valueAt (builtins.elemAt cases ${number}) (builtins.elemAt steps ${at}))`)),
      ),
    );
  }

  #define(name: string, expression: string): void {
    this.#session?.define(name, expression);
  }

  #write(text: string): string {
    this.#files += 1;
    const file = join(this.#folder, `${this.#files}.nix`);
    writeFileSync(file, text);
    return file;
  }
}

function nixStep(step: string | number): string {
  return typeof step === "number" ? String(step) : nixString(step);
}

function resultOf({ nix, states, showsGraph }: Case): string {
  const shown = states.map(
    ({ path, showsFiles }) => `{ state = stateAt ${showsFiles} ${nixList(path.map(nixString))} evaluation.options; }`,
  );
  const graph = showsGraph ? "evaluation.graph" : "null";
  return `let evaluation = ${nix.expression}; in { config = evaluation.config; graph = ${graph}; states = ${nixList(shown)}; }`;
}

const valueAtNix = `builtins.foldl'
    (value: step: if builtins.isInt step then builtins.elemAt value step else value.\${step})`;

// An option may have no state, because the module that declares it is disabled. Whatever asks for definitions computes
// all of them here: Confix cannot tell a property from a value without that.
const stateAtNix = `lib: showsFiles: path: options:
  if !(lib.hasAttrByPath path options) then null else let
    option = lib.getAttrFromPath path options;
    whole = builtins.foldl' (done: definition: builtins.seq definition done) true option.definitions;
  in {
    inherit (option) declarations highestPrio;
    description = option.description or null;
    internal = option.internal or null;
    visible = option.visible or null;
    count = builtins.seq whole (builtins.length option.definitions);
    files = if showsFiles then builtins.seq whole option.files else null;
    isDefined = builtins.seq whole option.isDefined;
    type = option.type.description;
  }`;
