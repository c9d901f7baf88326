// A library for GVariant text, whose values `types.attrs` hands through.
import { defineGroup, leftOut } from "../case.ts";

export default defineGroup({
  number: "5",
  title: "gvariant",
  cases: [
    leftOut(
      "config.assertion",
      ["gvariant"],
      "Tests nixpkgs' library for GVariant text, which no module system needs.",
    ),
  ],
});
