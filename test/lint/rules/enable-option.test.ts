// option/enable-option: an option called `enable` is what users expect of one.
import { lint, mkEnableOption, types } from "confix";
import { expect, test } from "vitest";
import { type Attributes, judge, option } from "../judge.ts";

const rule = "option/enable-option";

function data(enable: object): unknown {
  return judge(rule, { web: { enable } })[0]?.data ?? null;
}

test.each<readonly [Attributes, unknown]>([
  [
    { type: types.str, description: "Mode." },
    { type: "string", text: null },
  ],
  [
    { type: types.nullOr(types.bool), default: null },
    { type: "null or boolean", text: null },
  ],
  [
    { type: types.bool, default: false, description: "Enable the web server." },
    { type: null, text: "the web server" },
  ],
  [
    { type: types.bool, description: "Whether to enable the web server.", default: false },
    { type: null, text: "the web server" },
  ],
  [
    { type: types.bool, default: false },
    { type: null, text: "…" },
  ],
])("%#: is not", (attributes, expected) => {
  expect(data(option(attributes))).toEqual(expected);
});

test.each([
  [mkEnableOption("the web server")],
  [{ ...mkEnableOption("the web server"), default: true }],
  [option({ type: types.bool, default: true, description: "Whether the unit is written." })],
])("%#: is", (enable) => {
  expect(data(enable)).toBe(null);
});

test("options of other names are not judged", () => {
  expect(judge(rule, { enabled: option({ type: types.str }), enableIPv6: option({ type: types.str }) })).toEqual([]);
});

test("a further declaration need not say everything again", () => {
  const more = { options: { enable: option({ type: types.bool }) } };
  const first = { options: { enable: mkEnableOption("it") } };
  // Modules that are listed later declare first.
  expect(lint([more, first] as never).filter(({ code }) => code === rule)).toEqual([]);
});
