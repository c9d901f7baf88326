// What modules say about themselves is kept by the file of each.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import meta from "../../modules/meta.ts";

describe("meta", () => {
  test("maps files of modules to their maintainers and documentation", () => {
    const { config } = evalModules({
      modules: [
        meta,
        { _file: "/a.ts", meta: { maintainers: ["Ada"], doc: "./a.md" } },
        { _file: "/b.ts", meta: { maintainers: ["Grace", "Ada"] } },
      ],
    });
    expect(config.meta).toEqual({
      doc: { "/a.ts": "./a.md" },
      maintainers: { "/a.ts": ["Ada"], "/b.ts": ["Grace", "Ada"] },
    });
  });

  test("takes one documentation file for each module", () => {
    const module = { _file: "/a.ts", meta: { doc: "./a.md" } };
    const evaluation = evalModules({ modules: [meta, module, { ...module, meta: { doc: "./b.md" } }] });
    expect(evaluation.output().diagnostics).toEqual([]);
    expect(() => evaluation.config.meta.doc).toThrow(/meta\.doc[^]*b\.md[^]*a\.md/);
  });

  test("refuses what is no list of names", () => {
    const evaluation = evalModules({ modules: [meta, { meta: { maintainers: "Ada" } }] });
    expect(() => evaluation.config.meta.maintainers).toThrow("meta.maintainers");
  });

  test("is empty where nobody says anything, and is not printed", () => {
    const evaluation = evalModules({ modules: [meta] });
    expect(evaluation.config.meta).toEqual({ doc: {}, maintainers: {} });
    expect(evaluation.output().value).toEqual({});
  });
});
