// An example as pieces to show in order: files, then what is run.
import type { Attempt, CodeExample, Files } from "./example.ts";

/** The text of a file; without a name, what is typed in a shell. */
export interface Piece {
  readonly file: string | null;
  readonly text: string;
}

/** The files of an example and its command, then those that are different where it is mended. */
export interface ShownExample {
  readonly wrong: readonly Piece[];
  readonly right: readonly Piece[];
}

/** What is to be shown of an example. */
export function showExample(example: CodeExample): ShownExample {
  const { files, before, right } = example;
  const mended = rightAttempt(example);
  const isSameRun = mended.command === commandOf(example) && mended.before === (before ?? "");
  return {
    wrong: [...filePieces(files), ...shellPieces(before ?? "", commandOf(example))],
    right: [...filePieces(right.files ?? {}), ...(isSameRun ? [] : shellPieces(mended.before, mended.command))],
  };
}

/** All that the mended example is made of. */
export function rightAttempt(example: CodeExample): Required<Attempt> {
  const { files, right } = example;
  return {
    files: { ...files, ...right.files },
    before: right.before ?? "",
    command: right.command ?? commandOf(example),
  };
}

/** What is run to see the mistake; empty where there is no command. */
export function commandOf({ command, files, runs }: CodeExample): string {
  if (command !== undefined) return command;
  return runs === "browser" ? "" : `confix eval ${Object.keys(files)[0]}`;
}

function filePieces(files: Files): readonly Piece[] {
  return Object.entries(files).map(([file, content]) => ({ file, text: content }));
}

function shellPieces(before: string, command: string): readonly Piece[] {
  const lines = `${before}\n${command}`.split("\n").filter((line) => line !== "");
  return lines.length === 0 ? [] : [{ file: null, text: lines.map((line) => `$ ${line}\n`).join("") }];
}
