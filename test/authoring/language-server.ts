// Asks the language server of TypeScript, as editors do, what may be written at places of a program.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiler, makeProject } from "./compile.ts";

/** Where completion is asked for, in the text of a program. */
export const here = "/*here*/";

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/**
 * What an editor offers at each `here` of a program: the names, without the mark of optional ones, sorted. Null stands
 * for so many names that they can only be all there are.
 */
export async function completionsOf(text: string): Promise<readonly (readonly string[] | null)[]> {
  const folder = makeProject({ "program.ts": text });
  const server = spawn(process.execPath, [compiler, "--lsp", "--stdio"], {
    cwd: folder,
    stdio: ["pipe", "pipe", "ignore"],
  });
  try {
    const connection = new Connection(server);
    const uri = pathToFileURL(join(folder, "program.ts")).href;
    await connection.request("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
    });
    connection.notify("initialized", {});
    const textDocument = { uri, languageId: "typescript", version: 1, text };
    connection.notify("textDocument/didOpen", { textDocument });
    const found: (readonly string[] | null)[] = [];
    for (const position of positionsIn(text)) {
      const result = await connection.request("textDocument/completion", { textDocument: { uri }, position });
      found.push(namesIn(result));
    }
    return found;
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function positionsIn(text: string): readonly { readonly line: number; readonly character: number }[] {
  const parts = text.split(here).slice(0, -1);
  return parts.map((_part, at) => {
    const lines = parts
      .slice(0, at + 1)
      .join(here)
      .split("\n");
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  });
}

const many = 100;

function namesIn(result: unknown): readonly string[] | null {
  // The protocol allows both a list and an object that holds it.
  const items = (Array.isArray(result) ? result : ((result as { items?: unknown } | null)?.items ?? [])) as readonly {
    readonly label: string;
  }[];
  return items.length > many ? null : items.map(({ label }) => label.replace(/\?$/, "")).toSorted();
}

/** JSON-RPC over the standard streams of a process. */
class Connection {
  readonly #server: ChildProcess;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #received: Buffer = Buffer.alloc(0);
  #last = 0;
  #ended: Error | null = null;

  constructor(server: ChildProcess) {
    this.#server = server;
    server.stdout?.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      for (let reply = this.#next(); reply !== null; reply = this.#next()) this.#take(reply);
    });
    server.on("exit", (code) => {
      this.#ended = new Error(`the language server ended with ${code}`);
      const error = { message: this.#ended.message };
      for (const settle of this.#waiting.values()) settle({ error });
    });
  }

  async request(method: string, params: object): Promise<unknown> {
    if (this.#ended !== null) throw this.#ended;
    const id = ++this.#last;
    const reply = new Promise<Reply>((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    const { result, error } = await reply;
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }

  notify(method: string, params: object): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#server.stdin?.write(body);
  }

  // One whole message out of what has arrived, or null.
  #next(): Reply | null {
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return null;
    const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("utf8", 0, end))?.[1]);
    const body = end + 4;
    if (this.#received.length < body + length) return null;
    const text = this.#received.toString("utf8", body, body + length);
    this.#received = this.#received.subarray(body + length);
    return JSON.parse(text) as Reply;
  }

  #take(message: Reply): void {
    const { id, method } = message;
    if (id === undefined) return;
    // The server may ask as well, for the settings of the editor for instance; there are none.
    if (method !== undefined) this.#send({ id, result: null });
    else this.#waiting.get(id)?.(message);
  }
}
