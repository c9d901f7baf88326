// Changes scripts before they are transformed.
import type { ScriptText } from "../source/script/index.ts";
import type { TraceLibraries } from "../source/trace/instrument.ts";
import { isInstalled } from "./node-scripts.ts";
import { traceLibraries } from "./script-text.ts";

/** Changes the text of a script, on the same lines. */
export type PrepareText = (text: string, file: string) => string;

/**
 * Prepares the scripts that people write by a change of their text; null: it stays as it is. Packages are left alone: they are
 * not what people would change.
 */
export function prepareOwn(change: (libraries: TraceLibraries, script: ScriptText) => string | null): PrepareText {
  return (text, file) => (isInstalled(file) ? text : (change(traceLibraries(), { file, text }) ?? text));
}

/** Prepares once what several transformers get, one after the other. */
export function preparedOnce(prepare: PrepareText): PrepareText {
  let last: Readonly<Record<"text" | "file" | "made", string>> | null = null;
  return (text, file) => {
    if (last?.file !== file || last.text !== text) last = { text, file, made: prepare(text, file) };
    return last.made;
  };
}
