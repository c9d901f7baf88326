// Diagnostics as a JUnit report: CI systems show each error as a failed test.
import { showOrigin } from "../kernel/origin.ts";
import { showPath } from "../kernel/path.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { messageOf, renderText } from "./render-text.ts";

/**
 * A report with one test case for each diagnostic; warnings pass, with their text as output. With nothing wrong there is
 * one case that passes, since a report without cases counts as broken in many places. `suite` names what was checked.
 */
export function renderJunit(diagnostics: readonly Diagnostic[], suite: string): string {
  const failures = diagnostics.filter(({ severity }) => severity === "error").length;
  const cases = diagnostics.length === 0 ? [passed(suite)] : diagnostics.map(testCase);
  const counts = `tests="${cases.length}" failures="${failures}" errors="0" skipped="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quote(suite)} ${counts}>`,
    `  <testsuite name=${quote(suite)} ${counts}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function passed(suite: string): string {
  return `    <testcase classname=${quote(suite)} name="nothing is wrong"/>`;
}

function testCase(diagnostic: Diagnostic): string {
  const { code, severity, path, origin } = diagnostic;
  const name = path === null || path.length === 0 ? code : `${code}: ${showPath(path)}`;
  const place =
    origin === null ? "" : ` file=${quote(origin.file)}${origin.line === undefined ? "" : ` line="${origin.line}"`}`;
  const classname = origin === null ? "confix" : showOrigin({ file: origin.file });
  const text = escapeXml(renderText(diagnostic));
  const body =
    severity === "error"
      ? `<failure type=${quote(code)} message=${quote(messageOf(diagnostic))}>${text}</failure>`
      : `<system-out>${text}</system-out>`;
  return `    <testcase classname=${quote(classname)} name=${quote(name)}${place}>\n      ${body}\n    </testcase>`;
}

function quote(text: string): string {
  return `"${escapeXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
}

// XML 1.0 has no way to write most control characters, lone surrogates and the two last code points of a plane.
const unwritable = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(unwritable, "\u{FFFD}")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
