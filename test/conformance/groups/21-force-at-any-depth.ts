// `mkForce` at each level above an option of a submodule.
import { defineGroup, gives, lacks } from "../case.ts";

const at = "config.attrsOfSub.foo.enable";
const declare = "declare-attrsOfSub-any-enable";
const enable = "define-attrsOfSub-foo-enable";

export default defineGroup({
  number: "21",
  title: "mkForce depth",
  cases: [
    lacks(at, [declare], "foo"),
    gives(at, [declare, "define-attrsOfSub-foo"], false),
    gives(at, [declare, enable], true),
    gives(at, [declare, enable, "define-force-attrsOfSub-foo-enable"], false),
    gives(at, [declare, enable, "define-attrsOfSub-force-foo-enable"], false),
    gives(at, [declare, enable, "define-attrsOfSub-foo-force-enable"], false),
    gives(at, [declare, enable, "define-attrsOfSub-foo-enable-force"], false),
  ],
});
