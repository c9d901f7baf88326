// option/literal-secret: secrets do not stand in modules.
import { types } from "confix";
import { expect, test } from "vitest";
import { bomb, judgeInShort, option } from "../judge.ts";

const rule = "option/literal-secret";

function isFound(name: string, value: unknown): boolean {
  return judgeInShort(rule, { web: { [name]: option({ type: types.str, default: value }) } }).length > 0;
}

test.each([
  ["password", "sesame"],
  ["adminPassword", "sesame"],
  ["hashedPassword", "$6$abc"],
  ["apiToken", "t0k3n"],
  ["secret", "x"],
  ["clientSecret", "x"],
  ["secretKey", "x"],
  ["api_key", "x"],
  ["privateKey", "x"],
  ["passphrase", "x"],
])("%s = %j", (name, value) => {
  expect(isFound(name, value)).toBe(true);
});

test.each([
  ["password", ""],
  ["password", null],
  ["password", bomb],
  ["passwordFile", "/run/keys/password"],
  ["password", "/run/keys/password"],
  ["tokenUrl", "https://example.org"],
  ["passwordLength", 12],
  ["secretName", "web"],
  ["keyboard", "de"],
  ["publicKey", "ssh-ed25519 AAAA"],
  ["host", "sesame"],
])("not %s = %j", (name, value) => {
  expect(isFound(name, value)).toBe(false);
});
