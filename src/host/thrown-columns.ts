// Tells the columns of what modules threw, of which stacks know the line.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";
import { placeOfThrow, type Thrown } from "../source/thrown-place.ts";
import { originOf } from "../source/text-place.ts";
import { scriptParser, scriptText } from "./script-text.ts";

/** The diagnostic with the columns of what was thrown, where the text of the line shows what threw it. */
export function withThrownColumns(diagnostic: Diagnostic): Diagnostic {
  const { origin, related } = diagnostic;
  const thrown = thrownIn(diagnostic);
  if (thrown === null) return diagnostic;
  return Object.freeze({
    ...diagnostic,
    origin: origin === null ? null : withColumn(origin, thrown),
    related: related.map((each) =>
      each.message === "thrown here" ? { ...each, origin: withColumn(each.origin, thrown) } : each,
    ),
  });
}

function thrownIn({ code, origin, data, stack = [] }: Diagnostic): Thrown | null {
  const { message } = data;
  // What caused it stands below.
  if (stack.length > 0)
    return typeof message === "string" ? { message: message.replace(/\n *caused by: [^]*$/, "") } : null;
  if (origin?.line === undefined || origin.column !== undefined) return null;
  const refusedBy = code === "bad-type-argument" ? data["type"] : code === "bad-argument" ? data["call"] : "mkOption";
  const isRefusal = code === "bad-type-argument" || code === "bad-argument" || code === "bad-option-attribute";
  return isRefusal && typeof refusedBy === "string" ? { refusedBy } : null;
}

function withColumn(origin: Origin, thrown: Thrown): Origin {
  const { file, line, column } = origin;
  const script = line === undefined || column !== undefined ? null : scriptText(file);
  if (script === null || line === undefined) return origin;
  try {
    const place = placeOfThrow(scriptParser(), script, line, thrown);
    return place === null ? origin : originOf(file, place);
  } catch {
    return origin; // The line alone is better than no message: the parser is a native library, and nesting may be too deep.
  }
}
