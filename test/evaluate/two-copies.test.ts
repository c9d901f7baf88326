// Two installed copies of Confix in one program, as when a package with modules brings its own: what one copy makes, the
// other evaluates as if it had made it itself.
import { describe, expect, it, vi } from "vitest";
import type * as Confix from "../../src/index.ts";
import type { Given } from "./evaluation.ts";

async function loadCopy(): Promise<typeof Confix> {
  vi.resetModules();
  return import("../../src/index.ts");
}

/** Options of all kinds, with definitions of them, made by one copy. */
function everything(copy: typeof Confix): readonly unknown[] {
  const { defineModule, mkDefault, mkForce, mkIf, mkMerge, mkOption, mkOrder, mkRenamedOptionModule, types } = copy;
  const port = mkOption({ type: types.port, default: 80 });
  const site = types.submodule(({ name }: Given) => ({
    options: { port, url: mkOption({ type: types.str }), ssl: mkOption({ type: types.bool, default: false }) },
    config: { url: ({ config }: Given) => `${String(name)}:${String(config["port"])}` },
  }));
  const declared = {
    options: {
      alone: mkOption({ type: site, default: {} }),
      sites: mkOption({ type: types.attrsOf(site), default: {} }),
      lazy: mkOption({ type: types.lazyAttrsOf(site), default: {} }),
      listed: mkOption({ type: types.listOf(site), default: [] }),
      ordered: mkOption({ type: types.attrListOf(types.int), default: [] }),
      maybe: mkOption({ type: types.nullOr(site), default: null }),
      either: mkOption({ type: types.either(types.int, site), default: 1 }),
      coerced: mkOption({ type: types.coercedTo(types.int, (given) => ({ port: given }), site), default: 1 }),
      tagged: mkOption({
        type: types.attrTag({ site: mkOption({ type: site }), none: mkOption({ type: types.bool }) }),
      }),
      called: mkOption({ type: types.functionTo(types.listOf(types.int)) }),
      deferred: mkOption({ type: types.deferredModule, default: {} }),
      used: mkOption({ type: types.listOf(types.int), default: ({ config }: Given) => config["called"](2) }),
      anything: mkOption({ type: types.anything, default: {} }),
      lines: mkOption({ type: types.lines, default: "" }),
      free: mkOption({ type: types.submodule({ freeformType: types.attrsOf(types.int) }), default: {} }),
      now: mkOption({ type: types.int, default: 0 }),
    },
    imports: [mkRenamedOptionModule(["before"], ["now"])],
  };
  const typed = defineModule({ options: { typed: mkOption({ type: types.str, default: "t" }) } });
  const definitions =
    (n: number): unknown =>
    () => ({
      alone: n === 1 ? { port: 8080 } : {},
      sites: { a: { port: mkDefault(n) }, [`b${n}`]: mkIf(n === 2, { ssl: true }) },
      lazy: mkMerge([{ a: { port: 1 } }, mkIf(({ config }: Given) => Number(config["now"]) > 5, { c: {} })]),
      listed: mkOrder(n === 1 ? 2000 : 500, [{ port: n }]),
      ordered: [{ x: n }],
      maybe: { ssl: true },
      either: n === 1 ? { port: 3 } : {},
      coerced: n === 1 ? 7 : { ssl: true },
      tagged: { site: n === 1 ? { port: 9 } : {} },
      called: () => (given: number) => [given * n],
      deferred: n === 1 ? { x: 1 } : {},
      anything: { [`k${n}`]: [n] },
      lines: `line ${n}`,
      free: { [`f${n}`]: n },
      ...(n === 1 ? { before: 3 } : { now: mkForce(9) }),
    });
  return [declared, typed, definitions(1), definitions(2), { sites: { a: { port: mkForce(5) } } }];
}

function shown(evaluation: Confix.Evaluation): unknown {
  const { value, diagnostics } = evaluation.output({ keepGoing: true });
  return {
    value,
    diagnostics: diagnostics.map(({ code, path }) => [code, path]),
    rest: evaluation.diagnostics().length,
  };
}

describe("what another copy of Confix made", () => {
  it("is evaluated like what this one made, options and definitions", async () => {
    const [one, other] = [await loadCopy(), await loadCopy()];
    expect(one.mkOption).not.toBe(other.mkOption);
    const alone = shown(one.evalModules({ modules: everything(one) }));
    expect(alone).toMatchObject({ diagnostics: [], rest: 1 });
    expect(shown(one.evalModules({ modules: everything(other) }))).toEqual(alone);
    const [declared, ...rest] = everything(one);
    const [, , ...definitions] = everything(other);
    expect(shown(one.evalModules({ modules: [declared, rest[0], ...definitions] }))).toEqual(alone);
    expect(shown(other.evalModules({ modules: [declared, rest[0], ...definitions] }))).toEqual(alone);
  });

  it("is refused like what this one made", async () => {
    const [one, other] = [await loadCopy(), await loadCopy()];
    const wrong = { sites: { a: { port: "high" }, b: 3 }, listed: [{ nothing: 1 }], tagged: { some: 1 }, lines: 5 };
    const tell = (copy: typeof Confix): unknown => shown(one.evalModules({ modules: [...everything(copy), wrong] }));
    expect(tell(other)).toEqual(tell(one));
    expect(tell(other)).toMatchObject({ diagnostics: { length: 4 } });
  });

  it("is declared together with what this one made", async () => {
    const [one, other] = [await loadCopy(), await loadCopy()];
    const declare = ({ mkOption, types }: typeof Confix, name: string): object => ({
      options: {
        s: mkOption({ type: types.attrsOf(types.submodule({ options: { [name]: mkOption({ type: types.int }) } })) }),
        n: mkOption({ type: types.either(types.int, types.listOf(types.str)) }),
      },
    });
    const modules = [declare(one, "x"), declare(other, "y"), { s: { a: { x: 1, y: 2 } }, n: 1 }];
    expect(shown(one.evalModules({ modules }))).toMatchObject({
      value: { s: { a: { x: 1, y: 2 } }, n: 1 },
      diagnostics: [],
    });
  });
});
