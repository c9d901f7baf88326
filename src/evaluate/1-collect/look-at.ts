// Looks at what is meant to be a module without trusting it: its members may be getters, or it may be a proxy.
import { diagnostic } from "../../diagnostics/report.ts";
import { runUserCode } from "../../model/force.ts";

/** Runs code that reads of a module; what that throws is the module's fault, which is called by its file, or its key. */
export function lookAt<T>({ key, file }: { readonly key: string; readonly file: string | null }, code: () => T): T {
  const place = file === null ? {} : { origin: { file } };
  return runUserCode(code, (message) => diagnostic("module-threw", place, { message, module: file ?? key }));
}
