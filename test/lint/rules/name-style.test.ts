// option/name-style: options are named in one style.
import { types } from "confix";
import { expect, test } from "vitest";
import { judge, judgeInShort, option } from "../judge.ts";

const rule = "option/name-style";

function suggestion(name: string): unknown {
  const [found] = judge(rule, { web: { [name]: option({ type: types.str }) } });
  return found === undefined ? "fine" : found.data["suggestion"];
}

test.each([
  ["port", "fine"],
  ["openFirewall", "fine"],
  ["allowedTCPPorts", "fine"],
  ["x11", "fine"],
  ["_hidden", "fine"],
  ["open_firewall", "openFirewall"],
  ["open-firewall", "openFirewall"],
  ["OpenFirewall", "openFirewall"],
  ["PORT", "port"],
  ["max clients", "maxClients"],
  ["tls.version", "tlsVersion"],
  ["1st", null],
])("%s", (name, expected) => {
  expect(suggestion(name)).toBe(expected);
});

test("names that mirror those of another program are not judged", () => {
  const settings = { options: { Max_Clients: option({ type: types.int }) } };
  const open = types.submodule({ ...settings, freeformType: types.attrsOf(types.str) });
  expect(judgeInShort(rule, { settings: option({ type: open }) })).toEqual([]);
  expect(judgeInShort(rule, { settings: option({ type: types.submodule(settings) }) })).toEqual([
    "warning settings.Max_Clients",
  ]);
});
