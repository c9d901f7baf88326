// A module that two others import goes only when both are disabled.
import { defineGroup, fails, gives } from "../case.ts";

const main = "disable-recursive/main";
const disableFoo = "disable-recursive/disable-foo";
const disableBar = "disable-recursive/disable-bar";

export default defineGroup({
  number: "35",
  title: "recursive disabling",
  files: {
    [main]: { imports: ["./foo", "./bar"], enable: true },
    "disable-recursive/foo": { imports: ["../declare-enable"] },
    "disable-recursive/bar": { imports: ["../declare-enable"] },
    [disableFoo]: { disabledModules: ["./foo"] },
    [disableBar]: { disabledModules: ["./bar"] },
  },
  cases: [
    gives("config.enable", [main], true),
    gives("config.enable", [main, disableFoo], true),
    gives("config.enable", [main, disableBar], true),
    fails(
      "config.enable",
      [main, disableFoo, disableBar],
      [{ code: "undeclared-option", path: "enable", files: [main] }],
    ),
  ],
});
