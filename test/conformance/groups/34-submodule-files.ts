// Options of a submodule know the file of a definition that stands outside it.
import { mkOption, types } from "confix";
import { defineGroup, gives } from "../case.ts";

const inside = {
  options: {
    value: mkOption(),
    internalFiles: mkOption({ default: ({ options }) => options.value.files }),
  },
};

export default defineGroup({
  number: "34",
  title: "submodule files",
  files: {
    submoduleFiles: {
      options: { submodule: mkOption({ type: types.submoduleWith({ modules: [inside] }), default: {} }) },
      imports: [{ _file: "the-file", submodule: { value: 10 } }],
    },
  },
  cases: [gives("config.submodule.internalFiles.0", ["submoduleFiles"], "the-file")],
});
