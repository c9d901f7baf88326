// The tree of imports, with keys, files and what is disabled.
import type { ModuleItem } from "../../../src/model/typed.ts";
import { defineGroup, gives } from "../case.ts";
import { pathOf } from "../files.ts";

const a = pathOf("graph/a");
const b = pathOf("graph/b");

function node(key: string, file: string, imports: readonly unknown[] = [], disabled = false): object {
  return { key, file, disabled, imports };
}

export default defineGroup({
  number: "29",
  title: "graph",
  files: {
    "graph/a": { imports: [{ imports: [{}] }], disabledModules: ["./b"] },
    "graph/b": (): ModuleItem => ({ imports: [{ key: "explicit-key" }] }),
  },
  cases: [
    gives(
      "graph",
      [{}, () => ({}), "graph/a", "graph/b"],
      [
        node(":anon-1", "<unknown-file>"),
        node(":anon-2", "<unknown-file>"),
        node(a, a, [node(`${a}:anon-1`, "<unknown-file>", [node(`${a}:anon-1:anon-1`, "<unknown-file>")])]),
        node(b, b, [node("explicit-key", "<unknown-file>")], true),
      ],
      { differs: "The file of an anonymous module" },
    ),
  ],
});
