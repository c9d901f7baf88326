// What a failing call says is wrong.
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { isConfixError } from "../../src/diagnostics/errors.ts";
import { messageOf } from "../../src/diagnostics/render-text.ts";

/** A diagnostic as tests compare it: what steers tools, and the sentence. */
export interface Found {
  readonly code: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly data: Diagnostic["data"];
  readonly message: string;
}

/** The diagnostics with which a call fails. */
export async function diagnosticsOf(call: () => unknown): Promise<readonly Found[]> {
  try {
    await call();
  } catch (error) {
    if (!isConfixError(error)) throw error;
    return error.diagnostics.map((each) => ({
      code: each.code,
      file: each.origin?.file,
      line: each.origin?.line,
      column: each.origin?.column,
      data: each.data,
      message: messageOf(each),
    }));
  }
  throw new Error("the call did not fail");
}
