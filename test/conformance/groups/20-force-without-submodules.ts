// `mkForce` around a whole module, and around a value.
import { defineGroup, gives } from "../case.ts";

export default defineGroup({
  number: "20",
  title: "mkForce plain",
  cases: [
    gives("config.enable", ["declare-enable", "define-enable"], true),
    gives("config.enable", ["declare-enable", "define-enable", "define-force-enable"], false),
    gives("config.enable", ["declare-enable", "define-enable", "define-enable-force"], false),
  ],
});
