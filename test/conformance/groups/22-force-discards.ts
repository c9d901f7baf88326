// Forcing a set discards the names other definitions give it; forcing a member does not.
import { defineGroup, gives, lacks } from "../case.ts";

const at = "config.attrsOfSub.bar.enable";
const declare = "declare-attrsOfSub-any-enable";
const both = [declare, "define-attrsOfSub-foo", "define-attrsOfSub-bar-enable"];

export default defineGroup({
  number: "22",
  title: "mkForce discards",
  files: {
    "define-attrsOfSub-bar": { attrsOfSub: { bar: {} } },
    "define-attrsOfSub-bar-enable": { attrsOfSub: { bar: { enable: true } } },
  },
  cases: [
    lacks(at, [declare, "define-attrsOfSub-foo"], "bar"),
    gives(at, [declare, "define-attrsOfSub-foo", "define-attrsOfSub-bar"], false),
    gives(at, both, true),
    lacks(at, [...both, "define-force-attrsOfSub-foo-enable"], "bar"),
    lacks(at, [...both, "define-attrsOfSub-force-foo-enable"], "bar"),
    gives(at, [...both, "define-attrsOfSub-foo-force-enable"], true),
    gives(at, [...both, "define-attrsOfSub-foo-enable-force"], true),
  ],
});
