// Diagnostics as SARIF 2.1.0: for code scanning and editors. https://docs.oasis-open.org/sarif/sarif/v2.1.0/
import type { Origin } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import type { StackFrame } from "../kernel/thrown-at.ts";
import { catalog, type DiagnosticCode } from "./catalog.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { type ShownStack, shownFrames } from "./render-stack.ts";
import { helpOf, hostsOf, messageOf } from "./render-text.ts";

/** What the report says of the program, and how it names files. */
export interface SarifRequest {
  readonly version: string;
  /** A file as a URI reference; relative ones are relative to the top of the sources. */
  readonly uriOf: (file: string) => string;
  /** How much of stacks is told. Default: the calls in user code. */
  readonly stack?: ShownStack;
}

/** The report as data. Codes are rules, whose long text comes from the catalogue. */
export function renderSarif(diagnostics: readonly Diagnostic[], request: SarifRequest): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  const { version } = request;
  const rules = codes.map(ruleOf);
  const results = diagnostics.map((diagnostic) => resultOf(diagnostic, codes, request));
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "confix", version, rules } },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
}

function ruleOf(code: DiagnosticCode): object {
  // A diagnostic of another installed copy of Confix may have a code that this one does not know.
  const known = Object.hasOwn(catalog, code) ? catalog[code].explanation : null;
  return { id: code, ...(known !== null && { fullDescription: { text: known } }) };
}

function resultOf(diagnostic: Diagnostic, codes: readonly string[], request: SarifRequest): object {
  const { code, severity, path, origin, related, edit, hosts } = diagnostic;
  const [help, of] = [helpOf(diagnostic), hostsOf(diagnostic)];
  const parts = [
    messageOf(diagnostic),
    ...(of === null ? [] : [`on ${of}`]),
    ...(help === null ? [] : [`help: ${help}`]),
  ];
  const text = parts.join("\n");
  const frames = shownFrames(diagnostic, request.stack ?? "own");
  const logicalLocations =
    path === null || path.length === 0 ? [] : [{ fullyQualifiedName: showPath(path), kind: "member" }];
  const location = {
    ...(origin !== null && { physicalLocation: physicalLocation(origin, request) }),
    ...(logicalLocations.length > 0 && { logicalLocations }),
  };
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text },
    ...(Object.keys(location).length > 0 && { locations: [location] }),
    ...(related.length > 0 && { relatedLocations: related.map((each, id) => relatedLocation(each, id, request)) }),
    ...(frames.length > 0 && { stacks: [{ frames: frames.map((each) => frameOf(each, request)) }] }),
    ...(edit !== null && { fixes: [fixOf(edit, request)] }),
    ...(hosts !== undefined && { properties: { hosts } }),
  };
}

function frameOf({ name, origin }: StackFrame, request: SarifRequest): object {
  const logicalLocations = name === null ? [] : [{ fullyQualifiedName: name, kind: "function" }];
  const physical = physicalLocation(origin, request);
  return { location: { physicalLocation: physical, ...(name !== null && { logicalLocations }) } };
}

function relatedLocation(
  { message, origin }: Diagnostic["related"][number],
  id: number,
  request: SarifRequest,
): object {
  return {
    id,
    physicalLocation: physicalLocation(origin, request),
    ...(message !== "" && { message: { text: message } }),
  };
}

function physicalLocation(origin: Origin, { uriOf }: SarifRequest): object {
  const region = regionOf(origin);
  return { artifactLocation: { uri: uriOf(origin.file) }, ...(region !== null && { region }) };
}

function regionOf({ line, column, endLine, endColumn }: Origin): object | null {
  if (line === undefined) return null;
  return {
    startLine: line,
    ...(column !== undefined && { startColumn: column }),
    ...(endLine !== undefined && { endLine }),
    ...(endColumn !== undefined && { endColumn }),
  };
}

function fixOf({ origin, text }: NonNullable<Diagnostic["edit"]>, { uriOf }: SarifRequest): object {
  const replacement = { deletedRegion: regionOf(origin), insertedContent: { text } };
  return { artifactChanges: [{ artifactLocation: { uri: uriOf(origin.file) }, replacements: [replacement] }] };
}
