// Sets of files in a folder, to be copied to the Nix store.
import { defineGroup, leftOut } from "../case.ts";

const names = ["ok1", "ok2", "ok3", "ok4", "ok5", "err1", "err2", "err3", "err4"];

export default defineGroup({
  number: "12",
  title: "fileset",
  cases: names.map((name) =>
    leftOut(`config.filesetCardinal.${name}`, ["fileset"], "File sets describe what is copied to the Nix store."),
  ),
});
