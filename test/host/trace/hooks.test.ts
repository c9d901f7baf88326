// A script that was prepared does what it did before.
import { MagicString as Editor } from "magic-string";
import * as parser from "oxc-parser";
import { describe, expect, test } from "vitest";
import { traceHooks } from "../../../src/host/trace/hooks.ts";
import { TraceRecord } from "../../../src/host/trace/record.ts";
import { instrument } from "../../../src/source/trace/instrument.ts";
import { Sites, traceSpecifier } from "../../../src/source/trace/sites.ts";

/** What a script leaves in `out`. */
function run(text: string, hooks: unknown): unknown {
  const out: Record<string, unknown> = {};
  const load = (specifier: string): unknown => (specifier === traceSpecifier ? hooks : JSON.parse('{"a":1}'));
  new Function("require", "out", text)(load, out);
  return out;
}

const scripts: readonly string[] = [
  "const f = (x) => x + 1; out.a = f(1); out.b = [1, 2].map(f);",
  "const f = (x) => { if (x) return { x }; return []; }; out.a = [f(1), f(0)];",
  "const f = function named(n) { return n === 0 ? 1 : n * named(n - 1); }; out.a = f(5);",
  "function f(n) { return n === 0 ? [] : [...f(n - 1), n]; } out.a = f(3);",
  "function f(a) { return a, { a }; } out.a = f(1);",
  "out.a = early(1); function early(x) { return{ x }; }",
  "out.a = (() => ({ a: 1 }))(); out.b = (function () { return this.c; }).call({ c: 3 });",
  "out.a = [[3, 1, 2].sort(), [1, 2].reverse(), [1, , 2].length];",
  "const a = [1]; out.a = a.push(2, ...[3, 4]); out.b = a; out.c = a.concat(5, [6]); out.d = a.splice(1, 2); out.e = a;",
  "out.a = [1, 2, 3].map((x, at, all) => [x, at, all.length]); out.b = [[1], 2].flatMap((x) => x);",
  'out.a = ["a", "b"].map(function (x) { return this.p + x; }, { p: "-" });',
  'out.a = Object.fromEntries([["a", 1], ["b", 2]]); out.b = Object.fromEntries(new Map([["c", 3]]));',
  "out.a = Object.assign({ a: 1 }, null, { b: 2 }, [3]); out.b = Array.from({ length: 2 }, (_, at) => at); out.c = Array.from('ab');",
  'out.a = "ab".concat("c"); out.b = new (class { map(f) { return f(7); } })().map((x) => ({ x }));',
  "const a = { b: { c: [1] } }; a.b.d = 2; a['b']['e' + 1] = 3; a.b.c[1] = 4; a.b.f = a.b.g = 5; a.b.d += 1; a.h ??= 6; out.a = a;",
  "const a = {}; a[(0, 'x')] = (1, 2); out.a = a;",
  "const a = { ['x' + 1]: 1, ...{ y: 2, x1: 3 }, y: 4, get z() { return 5; }, m() { return this.y; }, async n() {}, *g() { yield 1; } }; out.a = { ...a, m: a.m(), n: 0, g: [...a.g()] };",
  "const make = (depth) => ({ ['k' + depth]: depth === 0 ? 0 : make(depth - 1), ...(depth > 1 ? { deep: true } : {}) }); out.a = make(3);",
  "const bad = () => { throw new Error('no'); }; try { out.x = { ['a' + 1]: bad() }; } catch (error) { out.a = error.message; } const f = (k) => ({ [k]: k }); out.b = [f('x'), f('y')];",
  "const make = (fails) => { const f = (k, v) => ({ [k]: v(), ...{ z: k } }); try { f('lost', () => { throw 1; }); } catch {} return f('kept', () => fails); }; out.a = make(1);",
  "class A { static s = [1]; f = { a: this.constructor.s.length }; #p = 1; g = () => this.#p; constructor(x) { this.x = x; this.#p = 2; } static make(x) { return new this(x); } get y() { return this.x; } } class B extends A { constructor() { super([9]); this.z = super.y; } } out.a = A.make(3).x; out.b = new B().z; out.c = new A().g(); out.d = new B().f;",
  "const o = { f() { return this.v; }, v: 1 }; out.a = o?.f(); out.b = o?.['f']?.(); out.c = o.nope?.().x.y(); out.d = (o.f)();",
  "const [a = (() => 1)(), ...b] = [, 2, 3]; const { c = [4].map((x) => x)[0], ...d } = { e: 5 }; out.a = [a, b, c, d];",
  "function f(a = [1], { b = { c: 2 } } = {}) { return [a, b, arguments.length]; } out.a = f(); out.b = f(0);",
  "out.a = `${[1, 2].map((x) => `<${x}>`).join('')}`; const t = (s, ...v) => [s.raw, v]; out.b = t`a${{ b: 1 }}c`;",
  "label: for (const x of [1, 2, 3]) { for (const y in { a: 1 }) { if (x === 2) continue label; (out.a ??= []).push(x + y); } }",
  "let n = 0; const next = () => ({ n: n++ }); const list = [next(), next()]; out.a = list; delete out.b; out.c = typeof next().n; out.d = void 0;",
  "function* g() { const x = yield { a: 1 }; return [x, ...(yield* [2, 3].map((y) => y))]; } const it = g(); out.a = [it.next(), it.next(4)];",
  "switch (1) { case 1: { function inner() { return { s: 1 }; } out.a = inner(); } default: out.b = 2; }",
  "if (true) { function f() { return 1; } out.a = f(); } out.b = ((a, b = a) => [a, b])(1); out.c = eval('1 + 1');",
  "var __proto = { __proto__: { inherited: 1 }, own: 2 }; out.a = [__proto.inherited, Object.keys(__proto)]; out.b = require('./x.json').a;",
  "out.a = new Map([[1, { a: 1 }]]).get(1); out.b = new Date(0).toISOString(); out.c = new Array(3).fill(0); out.d = [5, 6].map(String);",
  "try { (void 0).map((x) => x); } catch (error) { out.a = error instanceof TypeError; } try { null.x = 1; } catch (error) { out.b = error instanceof TypeError; }",
];

describe("a prepared script does the same", () => {
  test.each(scripts)("%s", (text) => {
    const sites = new Sites();
    const prepared = instrument({ parser, Editor }, { file: "/a.cjs", text }, sites);
    expect(prepared).not.toBeNull();
    expect(run(prepared ?? "", traceHooks(sites, new TraceRecord()))).toEqual(run(text, null));
  });
});
