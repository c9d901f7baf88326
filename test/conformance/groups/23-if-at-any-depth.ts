// `mkIf` at each level above an option of a submodule.
import { mkIf } from "confix";
import { defineGroup, gives, lacks } from "../case.ts";

const at = "config.attrsOfSub.foo.enable";
const declare = ["declare-enable", "declare-attrsOfSub-any-enable"];
const conditions = [
  "define-if-attrsOfSub-foo-enable",
  "define-attrsOfSub-if-foo-enable",
  "define-attrsOfSub-foo-if-enable",
] as const;
const atValue = "define-attrsOfSub-foo-enable-if";

export default defineGroup({
  number: "23",
  title: "mkIf depth",
  files: {
    [conditions[0]]: mkIf(({ config }) => config.enable, { attrsOfSub: { foo: { enable: true } } }),
    [conditions[1]]: { attrsOfSub: mkIf(({ config }) => config.enable, { foo: { enable: true } }) },
    [conditions[2]]: { attrsOfSub: { foo: mkIf(({ config }) => config.enable, { enable: true }) } },
    [atValue]: { attrsOfSub: { foo: { enable: mkIf(({ config }) => config.enable, true) } } },
  },
  cases: [
    lacks(at, declare, "foo"),
    ...conditions.map((condition) => lacks(at, [...declare, condition], "foo")),
    gives(at, [...declare, atValue], false),
    ...[...conditions, atValue].map((condition) => gives(at, [...declare, "define-enable", condition], true)),
  ],
});
