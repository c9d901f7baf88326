// `specialArgs` may hold anything, and is itself an argument.
import { mkIf, mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const lib = {};

export default defineGroup({
  number: "6",
  title: "custom lib",
  files: {
    "specialArgs-lib": {
      options: {
        weird: mkOption({ type: types.submoduleWith({ specialArgs: { lib }, modules: [] }) }),
        result: mkOption({ default: ({ config }) => config.weird.foo }),
      },
      config: {
        weird: () => (args: { readonly lib: unknown; readonly specialArgs: object }) => {
          const isGiven = args.lib === lib && Object.keys(args.specialArgs).join() === "lib";
          return { options: { foo: mkOption() }, config: { foo: mkIf(true, isGiven ? "ok" : "not given") } };
        },
      },
    },
  },
  cases: [gives("config.result", ["specialArgs-lib"], "ok")],
});
