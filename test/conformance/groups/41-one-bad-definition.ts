// One definition of a wrong type is enough.
import { defineGroup, fails } from "../case.ts";

const modules = ["declare-int-unsigned-value", "define-value-list", "define-value-int-positive"];

export default defineGroup({
  number: "41",
  title: "one bad definition",
  cases: [fails("config.value", modules, [{ code: "wrong-type", path: "value", files: ["define-value-list"] }])],
});
