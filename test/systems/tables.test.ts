// The tables refer to one another by names; each name must be there.
import { expect, test } from "vitest";
import { systems } from "../../src/systems/index.ts";
import { architectures } from "../../src/systems/tables/architectures.ts";
import { cpuTypes } from "../../src/systems/tables/cpu-types.ts";
import { abis } from "../../src/systems/tables/abis.ts";
import { kernels } from "../../src/systems/tables/kernels.ts";
import { otherNames } from "../../src/systems/tables/other-names.ts";
import { vendors } from "../../src/systems/tables/vendors.ts";

test("an architecture runs programs of architectures that are in the table, and never its own again", () => {
  for (const [name, { runs = [] }] of architectures) {
    for (const other of runs) expect(architectures.has(other), `${name} runs ${other}`).toBe(true);
    expect(systems.architectures.hasInferior(name, name)).toBe(false);
    expect(systems.architectures.canExecute(name, name)).toBe(true);
  }
});

test("an architecture has every feature of those whose programs it runs", () => {
  for (const [name, inferiors] of Object.entries(systems.architectures.inferiors)) {
    const features = systems.architectures.features[name] ?? [];
    for (const inferior of inferiors) {
      const missing = systems.architectures.features[inferior]?.filter((feature) => !features.includes(feature));
      expect([name, inferior, missing]).toEqual([name, inferior, []]);
    }
  }
});

test("the relation between CPUs is transitive", () => {
  const names = [...cpuTypes.keys()];
  const runs = (host: string): readonly string[] => names.filter((name) => systems.isCompatible(host, name));
  for (const host of names) expect([...new Set(runs(host).flatMap(runs))].toSorted()).toEqual(runs(host).toSorted());
});

test("names of other tools are not known, and lead to something that is", () => {
  for (const name of otherNames.cpu.keys()) expect(cpuTypes.has(name)).toBe(false);
  for (const name of otherNames.kernel.keys()) expect(kernels.has(name)).toBe(false);
  for (const name of otherNames.vendor.keys()) expect(vendors.has(name)).toBe(false);
  for (const name of otherNames.abi.keys()) expect(abis.has(name)).toBe(false);
  for (const name of otherNames.cpu.values()) systems.parse(`${name}-linux`);
  for (const name of otherNames.kernel.values()) systems.parse(`x86_64-${name}`);
  for (const name of otherNames.abi.values()) systems.parse(`x86_64-linux-${name}`);
});

test("every example can be elaborated", () => {
  for (const input of Object.values(systems.examples)) systems.elaborate(input);
});
