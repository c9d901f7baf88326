// `--set PATH=JSON` as settings.
import { fail, isConfixError } from "../diagnostics/errors.ts";
import { messageOf } from "../diagnostics/render-text.ts";
import { diagnostic } from "../diagnostics/report.ts";
import { dataLibraries } from "../host/data-libraries.ts";
import { makeSetting } from "../host/set-modules.ts";
import type { Setting } from "../model/setting.ts";
import { parseData } from "../source/parse-data.ts";

/** One flag as a setting. Throws a ConfixError that shows the quoting if the text is not `PATH=JSON`. */
export function parseSetting(text: string): Setting {
  const flag = `--set ${text}`;
  const equals = equalsSign(text);
  if (equals === -1) return fail(diagnostic("bad-set", {}, { flag, problem: "an `=` is missing" }));
  return makeSetting(text.slice(0, equals), parseValue(text.slice(equals + 1), flag), flag);
}

// Names in quotes may hold an equals sign.
function equalsSign(text: string): number {
  const before = /^(?:[^"=]|"(?:[^"\\]|\\.)*"?)*/.exec(text)?.[0].length ?? 0;
  return before < text.length ? before : -1;
}

function parseValue(text: string, flag: string): unknown {
  try {
    return parseData(dataLibraries, { file: flag, text, format: "json" });
  } catch (error) {
    if (!isConfixError(error)) throw error;
    const problem = error.diagnostics.map((each) => messageOf(each).replace(/\.$/, "")).join("; ");
    return fail(diagnostic("bad-set", {}, { flag, problem: `\`${text}\`: ${lowerFirst(problem)}` }));
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
