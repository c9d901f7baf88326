// The generator of the benchmark: the same arguments give the same document, and the documents are what they say.
import { describe, expect, test } from "vitest";
import { generate, workloadNames } from "../../bench/workload/generate.ts";
import { readWorkload } from "../../bench/workload/read.ts";
import { resolveWorkload } from "../../bench/workload/resolve.ts";
import { splitModules } from "../../bench/workload/split.ts";

describe.each(workloadNames)("%s", (name) => {
  const given = { name, size: 60, hosts: 3 } as const;

  test("is the same for the same seed", () => {
    expect(JSON.stringify(generate({ ...given, seed: 4 }))).toBe(JSON.stringify(generate({ ...given, seed: 4 })));
  });

  test("is a document that the reader takes as it is", () => {
    const document = generate(given);
    expect(readWorkload(JSON.stringify(document), "here")).toEqual(document);
  });
});

test.each(["W1", "W2", "W4", "W5", "W6", "W7"] as const)("%s differs for another seed", (name) => {
  const result = (seed: number): string =>
    JSON.stringify(resolveWorkload(generate({ name, size: 60, hosts: 3, seed })));
  expect(result(1)).not.toBe(result(2));
});

test("the size is the number of options, instances, definitions or leaves", () => {
  const modules = (name: "W1" | "W4", size: number) => generate({ name, size }).modules;
  expect(modules("W1", 200).flatMap(({ options }) => options)).toHaveLength(200);
  expect(modules("W4", 130).flatMap(({ defs }) => defs)).toHaveLength(130);
  const { jobs } = resolveWorkload(generate({ name: "W2", size: 30 })) as { readonly jobs: object };
  expect(Object.keys(jobs)).toHaveLength(30);
  const { settings } = resolveWorkload(generate({ name: "W6", size: 90 })) as { readonly settings: object };
  const groups = Object.values(settings).flatMap((section: object) => Object.values(section));
  expect(groups.flatMap((group: object) => Object.keys(group))).toHaveLength(90);
});

test("the chain comes to the same numbers with and without reading each other", () => {
  const chained = generate({ name: "W3", size: 50 });
  expect(JSON.stringify(chained)).toContain('"ref"');
  const alone = generate({ name: "W3", size: 50, chained: false });
  expect(JSON.stringify(alone)).not.toContain('"ref"');
  expect(resolveWorkload(chained)).toEqual(resolveWorkload(alone));
  expect(resolveWorkload(chained, "one")).toBe(49);
});

test("modules that are cut come to the same, but for the order of a list", () => {
  const document = generate({ name: "W2", size: 40 });
  const cut = splitModules(document, 7);
  expect(cut.modules.every(({ options, defs }) => options.length <= 7 && defs.length <= 7)).toBe(true);
  expect(resolveWorkload(cut)).toEqual(resolveWorkload(document));
});

test("a type that W6 does not have is refused", () => {
  expect(() => generate({ name: "W6", size: 10, type: "none" })).toThrow("W6 has no type none, only attrsOfAnything");
});
