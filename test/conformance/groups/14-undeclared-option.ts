// Definitions of options that nobody declares. Telling of them computes nothing.
import { defineGroup, fails, gives, type Problem } from "../case.ts";

function undeclared(file: string): readonly Problem[] {
  return [{ code: "undeclared-option", path: "enable", files: [file] }];
}

function abort(): never {
  throw new RangeError("a message must not compute what it shows");
}

const notComputed = fails("config.enable", ["define-enable-abort"], undeclared("define-enable-abort"), {
  differs: "A message computes the values it shows",
});

export default defineGroup({
  number: "14",
  title: "undeclared option",
  files: {
    "define-enable-throw": {
      enable: (): never => {
        throw new Error("oops");
      },
    },
    "define-enable-abort": { enable: abort },
  },
  cases: [
    gives("config.enable", ["declare-enable"], false),
    fails("config.enable", ["define-enable"], undeclared("define-enable")),
    fails("config.enable", ["define-enable-throw"], undeclared("define-enable-throw")),
    notComputed,
    notComputed,
  ],
});
