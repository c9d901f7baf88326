// Keeps one `nix repl` running: it loads nixpkgs' library once, and survives errors that no tryEval catches.
import { type ChildProcess, spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** What became of an expression. */
export type NixAnswer = { readonly value: string } | { readonly error: string };

interface Question {
  readonly expression: string;
  readonly mark: string;
  readonly resolve: (answer: NixAnswer) => void;
}

/** A running Nix. */
export class NixSession {
  readonly #definitions = new Map<string, string>();
  readonly #waiting: Question[] = [];
  #process: ChildProcess;
  #text = "";
  #asked = 0;

  constructor() {
    this.#process = this.#start();
  }

  /** Binds a name for later expressions. ASCII only: the line goes through a terminal library. */
  define(name: string, expression: string): void {
    this.#definitions.set(name, expression);
    this.#send(`${name} = ${expression}`);
  }

  /** Evaluates an expression, which must be a string. ASCII only. */
  evaluate(expression: string): Promise<NixAnswer> {
    this.#asked += 1;
    const mark = `end-${this.#asked}`;
    return new Promise((resolve) => {
      const question = { expression, mark, resolve };
      this.#waiting.push(question);
      this.#ask(question);
    });
  }

  /** Ends the process. */
  end(): void {
    this.#process.removeAllListeners("close");
    // It takes a softer signal for the key that stops an evaluation.
    this.#process.kill("SIGKILL");
  }

  #start(): ChildProcess {
    // Errors go to the same pipe as values, so that they arrive in order. Deep evaluations need a large stack.
    const started = spawn(
      "sh",
      [
        "-c",
        "ulimit -s 200000 2>/dev/null; exec nix repl --extra-experimental-features nix-command --store dummy:// 2>&1",
      ],
      {
        stdio: ["pipe", "pipe", "inherit"],
        env: { ...process.env, TERM: "dumb", LC_ALL: "C" },
      },
    );
    started.stdin?.on("error", () => {
      // Nix ended while it was being asked: `close` follows.
    });
    started.stdout?.setEncoding("utf8").on("data", (chunk: string) => this.#receive(chunk));
    started.on("close", () => this.#restart());
    return started;
  }

  // Nix ends when its stack overflows: that is the answer, and the next question goes to a new process.
  #restart(): void {
    const failed = this.#waiting.shift();
    if (failed === undefined) throw new Error(`nix repl ended unasked: ${this.#text}`);
    const text = this.#text;
    this.#text = "";
    this.#process = this.#start();
    for (const [name, expression] of this.#definitions) this.#send(`${name} = ${expression}`);
    for (const question of this.#waiting) this.#ask(question);
    failed.resolve({ error: withoutColour(text) });
  }

  #ask({ expression, mark }: Question): void {
    // The marks are put together by Nix, so that the echo of the line is not taken for the answer.
    this.#send(`"@@" + "value:" + (${expression})`);
    this.#send(`"@@" + "${mark}"`);
  }

  #send(line: string): void {
    this.#process.stdin?.write(`${line}\n`);
  }

  #receive(chunk: string): void {
    this.#text += chunk;
    for (let first = this.#waiting[0]; first !== undefined; first = this.#waiting[0]) {
      const end = this.#text.indexOf(`"@@${first.mark}"`);
      if (end === -1) return;
      this.#waiting.shift();
      first.resolve(answerIn(this.#text.slice(0, end)));
      this.#text = this.#text.slice(end + first.mark.length + 4);
    }
  }
}

function answerIn(text: string): NixAnswer {
  const start = text.indexOf('"@@value:');
  if (start === -1) return { error: withoutColour(text) };
  // Strings are printed in colour, and hold no escape characters themselves.
  const end = text.indexOf('"\u001b[0m', start);
  // The few escapes that Nix uses when it prints a string.
  const printed = text.slice(start + 9, end);
  const value = printed.replace(/\\(.)/gs, (_all, next: string) => ({ n: "\n", r: "\r", t: "\t" })[next] ?? next);
  return { value };
}

// Without the lines that echo what was asked.
function withoutColour(text: string): string {
  const plain = stripVTControlCharacters(text);
  const start = plain.indexOf("error:");
  return start === -1
    ? plain
    : plain
        .slice(start)
        .replaceAll(/^nix-repl>.*$/gm, "")
        .trim();
}
