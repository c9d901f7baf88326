// An example for every code of the catalogue. Not needed to report anything: only what explains a code loads it.
import type { DiagnosticCode } from "../catalog.ts";
import type { CodeExample } from "./example.ts";
import { fileExamples } from "./tables/files.ts";
import { lintExamples } from "./tables/lint.ts";
import { moduleExamples } from "./tables/modules.ts";
import { optionExamples } from "./tables/options.ts";
import { systemExamples } from "./tables/systems.ts";
import { valueExamples } from "./tables/values.ts";

/** Code → example. The compiler sees to it that none is missing. */
export const codeExamples: { readonly [C in DiagnosticCode]: CodeExample } = {
  ...optionExamples,
  ...valueExamples,
  ...moduleExamples,
  ...fileExamples,
  ...systemExamples,
  ...lintExamples,
};
