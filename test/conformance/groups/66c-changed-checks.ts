// Types whose `check` was changed as that of a record, which nixpkgs refuses where the type checks while it merges.
import { mkOption, type Option, types } from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { type Case, defineGroup, fails, gives, lacks } from "../case.ts";

const file = "v2-check-coherence";
const differs = "The `check` of some types must not be changed";

const refusing: AnyOptionType = { ...types.lazyAttrsOf(types.raw), check: () => false };
const withFoo = types.addCheck(types.lazyAttrsOf(types.raw), (value) => "foo" in value);

function option(type: AnyOptionType): Option<unknown> {
  return mkOption({ type });
}

function refused(path: string, at: string = path): Case {
  return fails(`config.${at}`, [file], [{ code: "wrong-type", path, files: [file] }], { differs });
}

export default defineGroup({
  number: "66c",
  title: "v2 coherence",
  files: {
    [file]: {
      options: {
        adhocFail: option(types.lazyAttrsOf(refusing)),
        adhocOuterFail: option({ ...types.lazyAttrsOf(types.int), check: () => false }),
        eitherLeftFail: option(types.either(refusing, types.int)),
        eitherRightFail: option(types.either(types.int, refusing)),
        coercedFromFail: option(types.coercedTo(refusing, () => ({ bar: 1 }), types.lazyAttrsOf(types.int))),
        coercedToFail: option(types.coercedTo(types.str, () => ({}), refusing)),
        addCheckNested: option(types.addCheck(refusing, () => true)),
        addCheckPass: option(types.lazyAttrsOf(withFoo)),
        addCheckFail: option(types.lazyAttrsOf(withFoo)),
        normalPass: option(types.lazyAttrsOf(types.attrsOf(types.int))),
        result: mkOption({
          type: types.bool,
          default: ({ config }) => config.addCheckPass.bar.foo === "value" && config.normalPass.foo.bar === 42,
        }),
      },
      config: {
        adhocFail: { foo: {} },
        adhocOuterFail: { bar: 42 },
        eitherLeftFail: { foo: {} },
        eitherRightFail: { foo: {} },
        coercedFromFail: { foo: {} },
        coercedToFail: { foo: {} },
        addCheckNested: { foo: {} },
        addCheckPass: { bar: { foo: "value" } },
        addCheckFail: { bar: { baz: "value" } },
        normalPass: { foo: { bar: 42 } },
      },
    },
  },
  cases: [
    refused("adhocFail.foo"),
    refused("adhocOuterFail", "adhocOuterFail.bar"),
    refused("eitherLeftFail"),
    refused("eitherRightFail"),
    // What `refusing` does not take is not turned into anything.
    lacks("config.coercedFromFail.bar", [file], "bar", { differs }),
    refused("coercedToFail", "coercedToFail.foo"),
    refused("addCheckNested", "addCheckNested.foo"),
    refused("adhocFail.foo"),
    fails("config.addCheckFail.bar.baz", [file], [{ code: "wrong-type", path: "addCheckFail.bar", files: [file] }]),
    gives("config.result", [file], true),
  ],
});
