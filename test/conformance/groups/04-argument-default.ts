// What `_module.args` gives wins over the default of a parameter.
import { mkOption } from "confix";
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "4",
  title: "argument default",
  files: {
    "module-argument-default": {
      options: { result: mkOption() },
      config: {
        _module: { args: { a: true } },
        result: ({ a = false }: { readonly a?: boolean }) => a,
      },
    },
  },
  cases: [gives("config.result", ["module-argument-default"], true)],
});
