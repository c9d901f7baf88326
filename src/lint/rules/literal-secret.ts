// Secrets do not stand in modules.
import { rule, type Rule } from "../rule.ts";

const secret =
  /(?:password|passwd|passphrase|passcode|secret|token|credentials?|(?:api|private|access|encryption|signing|shared|secret)key|salt|pin)s?$/i;

export const literalSecret: Rule<"option/literal-secret"> = rule({
  id: "option/literal-secret",
  check: ({ name, given }) => {
    const { default: value } = given;
    if (typeof value !== "string" || value.trim() === "") return [];
    // What is named by a path stands elsewhere. The end of a name says what it is: a `passwordFile` is a file.
    if (/^(?:[/~]|\.\.?\/)/.test(value) || !secret.test(name.replace(/[-_]/g, ""))) return [];
    return [{ about: "default", data: {} }];
  },
});
