// The module files that several groups use.
import { mkForce, mkOption, type Option, types } from "confix";
import type { ModuleItem } from "../../src/model/typed.ts";

/** By the name of the original, without extension. */
export const sharedModules: Readonly<Record<string, ModuleItem>> = {
  "declare-enable": { options: { enable: enable() } },
  "declare-enable-nested": { options: { set: { enable: enable() } } },
  "define-enable": { enable: true },
  "define-enable-force": { enable: mkForce(false) },
  "define-force-enable": mkForce({ enable: false }),

  "declare-int-positive-value": { options: { value: mkOption({ type: types.ints.positive }) } },
  "declare-int-unsigned-value": { options: { value: mkOption({ type: types.ints.unsigned }) } },
  "define-value-int-negative": { value: -23 },
  "define-value-int-positive": { value: 42 },
  "define-value-int-zero": { value: 0 },
  "define-value-list": { value: [] },
  "define-value-string": { value: "24" },

  "declare-attrsOfSub-any-enable": {
    options: {
      attrsOfSub: mkOption({
        type: types.attrsOf(types.submodule([() => ({ options: { enable: enable() } })])),
        default: {},
        example: {},
        description: "Sets that may be enabled.",
      }),
    },
  },
  "define-attrsOfSub-foo": { attrsOfSub: { foo: {} } },
  "define-attrsOfSub-foo-enable": { attrsOfSub: { foo: { enable: true } } },
  "define-attrsOfSub-foo-enable-force": { attrsOfSub: { foo: { enable: mkForce(false) } } },
  "define-attrsOfSub-foo-force-enable": { attrsOfSub: { foo: mkForce({ enable: false }) } },
  "define-attrsOfSub-force-foo-enable": { attrsOfSub: mkForce({ foo: { enable: false } }) },
  "define-force-attrsOfSub-foo-enable": mkForce({ attrsOfSub: { foo: { enable: false } } }),
};

function enable(): Option<boolean> {
  return mkOption({ type: types.bool, default: false, example: true, description: "Whether to do it." });
}
