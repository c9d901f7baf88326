// Lists of sets with one name each.
import {
  mkAfter,
  mkBefore,
  mkDefault,
  mkForce,
  mkIf,
  mkMerge,
  mkOption,
  mkOrder,
  mkOverride,
  type Option,
  types,
} from "confix";
import type { AnyOptionType } from "../../../src/model/option-type.ts";
import { forwardingModule } from "../attr-list-forwarding.ts";
import { defineGroup, fails, gives } from "../case.ts";

const file = "declare-attrList";
const forwarding = "attrList-valueMeta-definitions-file-diagnostic-forwarding";
const typeMerge = "declare-attrList-type-merge";

// What a stronger item beats must not be computed.
function bomb(): never {
  throw new Error("an item that lost was computed");
}

function setOf(type: AnyOptionType): Option<unknown> {
  return mkOption({ type: types.lazyAttrsOf(type) });
}

const strings = types.attrListOf(types.str);
const stringsOrInt = types.either(strings, types.int);
const intOrStrings = types.either(types.int, strings);
const server = types.submodule({
  options: { port: mkOption({ type: types.int }), host: mkOption({ type: types.str, default: "localhost" }) },
});
const last = types.attrListWith({
  elemType: types.str,
  asAttrs: true,
  mergeAttrValues: (_name, values) => values.at(-1) ?? "",
});

// Each with what must come of it.
const attrList: Table = {
  listInput: [
    [{ a: "alpha" }, { b: "beta" }],
    [{ a: "alpha" }, { b: "beta" }],
  ],
  attrsetOrdered: [{ x: mkOrder(200, "x-val"), y: mkOrder(100, "y-val") }, [{ y: "y-val" }, { x: "x-val" }]],
  mixed: [mkMerge([[{ m: "list" }], { n: mkOrder(50, "attrs") }]), [{ n: "attrs" }, { m: "list" }]],
  attrsetNoOrder: [{ foo: "bar", baz: "qux" }, [{ baz: "qux" }, { foo: "bar" }]],
  empty: [[], []],
  ordering: [
    mkMerge([{ last: mkOrder(1500, "3") }, { first: mkOrder(500, "1") }, [{ middle: "2" }]]),
    [{ first: "1" }, { middle: "2" }, { last: "3" }],
  ],
  listOrdering: [
    [mkAfter({ z: "after" }), { m: "default" }, mkBefore({ a: "before" })],
    [{ a: "before" }, { m: "default" }, { z: "after" }],
  ],
  listDefaultPrio: [
    mkMerge([{ after: mkOrder(1001, "3") }, [{ mid: "2" }], { before: mkOrder(999, "1") }]),
    [{ before: "1" }, { mid: "2" }, { after: "3" }],
  ],
  beforeAfter: [
    mkMerge([{ z: mkAfter("after") }, { a: mkBefore("before") }, [{ m: "default" }]]),
    [{ a: "before" }, { m: "default" }, { z: "after" }],
  ],
  withMkIf: [mkMerge([mkIf(true, [{ yes: "in" }]), mkIf(false, [{ no: "out" }])]), [{ yes: "in" }]],
  withOverride: [
    mkMerge([mkOverride(100, [{ replaced: "gone" }]), mkOverride(50, [{ winner: "wins" }])]),
    [{ winner: "wins" }],
  ],
  withDefault: [mkMerge([mkDefault([{ default: "gone" }]), [{ normal: "wins" }]]), [{ normal: "wins" }]],
  withForce: [mkMerge([[{ discarded: "gone" }], mkForce([{ forced: "wins" }])]), [{ forced: "wins" }]],
  forceWithOrder: [mkForce([mkAfter({ second: "2" }), mkBefore({ first: "1" })]), [{ first: "1" }, { second: "2" }]],
  forceAttrset: [
    mkMerge([[{ discarded: "gone" }], mkForce({ x: mkOrder(200, "x-val"), y: mkOrder(100, "y-val") })]),
    [{ y: "y-val" }, { x: "x-val" }],
  ],
  forceRepeatedKey: [
    [{ x: mkOverride(100, bomb) }, { x: mkForce("1") }, { x: mkForce("2") }],
    [{ x: "1" }, { x: "2" }],
  ],
  forceRepeatedKeyMerge: [
    mkMerge([[{ x: "gone" }, { x: mkDefault(bomb) }], [{ x: mkOverride(100, bomb) }], [{ x: mkForce("forced") }]]),
    [{ x: "forced" }],
  ],
  forceRepeatedKeyAttrs: [
    mkMerge([{ x: mkDefault(bomb), y: "kept" }, { x: mkForce("forced") }]),
    [{ y: "kept" }, { x: "forced" }],
  ],
  forcePartialAttrs: [
    mkMerge([{ x: "gone", y: "normal" }, { x: mkForce("forced") }]),
    [{ y: "normal" }, { x: "forced" }],
  ],
  forceMixedFormats: [
    mkMerge([[{ x: mkOverride(100, bomb) }, { y: "list" }], { x: mkForce("forced") }]),
    [{ y: "list" }, { x: "forced" }],
  ],
  nestListOrderForce: [
    mkMerge([
      [{ x: mkDefault(bomb) }, mkOrder(500, { x: mkForce("2") }), mkOrder(1500, { y: "3" })],
      [mkOrder(100, { z: "1" })],
    ]),
    [{ z: "1" }, { x: "2" }, { y: "3" }],
  ],
  nestListOrderOfForce: [
    mkMerge([
      [{ x: mkOverride(100, bomb) }, { y: "2" }],
      [{ x: mkOrder(1500, mkForce("4")) }, { z: mkOrder(500, "1") }],
      [{ x: "gone" }, { w: mkOrder(1200, "3") }],
    ]),
    [{ z: "1" }, { y: "2" }, { w: "3" }, { x: "4" }],
  ],
  nestListForceOfOrder: [
    mkMerge([
      [{ x: "gone" }, { y: "2" }],
      [{ x: mkForce(mkOrder(1500, "4")) }, { z: mkOrder(500, "1") }],
      [{ x: mkDefault(bomb) }, { w: mkOrder(1200, "3") }],
    ]),
    [{ z: "1" }, { y: "2" }, { w: "3" }, { x: "4" }],
  ],
  nestAttrsOrderOfForce: [
    mkMerge([
      { x: mkOverride(100, bomb), y: "2" },
      { x: mkOrder(1500, mkForce("4")), z: mkOrder(500, "1") },
      { x: "gone", w: mkOrder(1200, "3") },
    ]),
    [{ z: "1" }, { y: "2" }, { w: "3" }, { x: "4" }],
  ],
  nestAttrsForceOfOrder: [
    mkMerge([
      { x: "gone", y: "2" },
      { x: mkForce(mkOrder(1500, "4")), z: mkOrder(500, "1") },
      { x: mkDefault(bomb), w: mkOrder(1200, "3") },
    ]),
    [{ z: "1" }, { y: "2" }, { w: "3" }, { x: "4" }],
  ],
};

const attrListInt: Table = {
  // The other definition stands in an imported module.
  multiModule: [[{ a: 1 }], [{ b: 2 }, { a: 1 }]],
  forceElementValue: [
    [{ a: mkDefault(bomb) }, { a: mkForce(42) }, { a: mkOverride(100, bomb) }, { b: 2 }],
    [{ a: 42 }, { b: 2 }],
  ],
  optionalValueList: [
    [{ a: mkIf(true, 1) }, { b: mkIf(false, 2) }, { c: 3 }],
    [{ a: 1 }, { c: 3 }],
  ],
  optionalValueAttrs: [{ a: mkIf(true, 1), b: mkIf(false, 2), c: 3 }, [{ a: 1 }, { c: 3 }]],
};

const asAttrs: Table = {
  unique: [[{ a: "alpha" }, { b: "beta" }], { a: "alpha", b: "beta" }],
  duplicateKeys: [
    mkMerge([{ x: mkOrder(500, "first") }, { x: mkOrder(1500, "last") }, { y: "only" }]),
    { x: "last", y: "only" },
  ],
  ordered: [
    { z: mkOrder(200, "z-val"), a: mkOrder(100, "a-val") },
    { a: "a-val", z: "z-val" },
  ],
  withForce: [mkMerge([{ x: "gone" }, { x: mkForce("forced"), y: "kept" }]), { x: "forced", y: "kept" }],
  empty: [[], {}],
};

const asAttrsDefault: Table = {
  unique: [[{ a: 1 }, { b: 2 }], { a: [1], b: [2] }],
  duplicates: [
    mkMerge([{ x: mkOrder(500, 10) }, { x: mkOrder(1500, 30) }, { y: 99 }, [{ x: 20 }]]),
    { x: [10, 20, 30], y: [99] },
  ],
};

/** A definition and the value, by name. */
type Table = Readonly<Record<string, readonly [unknown, unknown]>>;

function column(table: Table, at: 0 | 1): object {
  return Object.fromEntries(Object.entries(table).map(([name, pair]) => [name, pair[at]]));
}

const single = {
  attrListSubmodule: [
    [{ web: { port: 80 } }, { db: { port: 5432, host: "dbhost" } }],
    [{ web: { host: "localhost", port: 80 } }, { db: { host: "dbhost", port: 5432 } }],
  ],
  eitherAttrListOrInt: [
    [{ a: "hello" }, { b: "world" }],
    [{ a: "hello" }, { b: "world" }],
  ],
  eitherAttrListOrIntFallback: [42, 42],
  eitherIntOrAttrList: [42, 42],
  eitherIntOrAttrListFallback: [[{ a: "hello" }], [{ a: "hello" }]],
} as const satisfies Table;

export default defineGroup({
  number: "66e",
  title: "attrListOf",
  files: {
    [forwarding]: forwardingModule,
    [file]: {
      options: {
        attrList: setOf(strings),
        attrListInt: setOf(types.attrListOf(types.int)),
        attrListSubmodule: mkOption({ type: types.attrListOf(server) }),
        asAttrs: setOf(last),
        asAttrsDefault: setOf(types.attrListWith({ elemType: types.int, asAttrs: true })),
        eitherAttrListOrInt: mkOption({ type: stringsOrInt }),
        eitherAttrListOrIntFallback: mkOption({ type: stringsOrInt }),
        eitherIntOrAttrList: mkOption({ type: intOrStrings }),
        eitherIntOrAttrListFallback: mkOption({ type: intOrStrings }),
      },
      imports: [{ attrListInt: { multiModule: [{ b: 2 }] } }],
      config: {
        attrList: column(attrList, 0),
        attrListInt: column(attrListInt, 0),
        asAttrs: column(asAttrs, 0),
        asAttrsDefault: column(asAttrsDefault, 0),
        ...column(single, 0),
      },
    },
    [`${file}#bad`]: {
      attrListInt: { badValue: [{ a: "not-an-int" }] },
      attrList: {
        badListElem: [{ a: "ok", b: "extra" }],
        badString: "not-a-container",
        badListString: ["not a set"],
      },
    },
    [typeMerge]: {
      imports: [
        { options: { merged: mkOption({ type: types.attrListOf(types.str) }) } },
        { options: { merged: mkOption({ type: types.attrListOf(types.str) }) } },
      ],
    },
  },
  cases: [
    gives("config", [file], {
      attrList: column(attrList, 1),
      attrListInt: column(attrListInt, 1),
      asAttrs: column(asAttrs, 1),
      asAttrsDefault: column(asAttrsDefault, 1),
      ...column(single, 1),
    }),
    fails(
      "config.attrListInt.badValue",
      [file, `${file}#bad`],
      [
        {
          code: "wrong-type",
          path: "attrListInt.badValue.a",
          files: [`${file}#bad`],
          data: { type: "signed integer" },
        },
      ],
    ),
    fails(
      "config.attrList.badListElem",
      [file, `${file}#bad`],
      [
        {
          code: "list-item-shape",
          path: "attrList.badListElem",
          files: [`${file}#bad`],
          data: { got: "a set with 2 names" },
        },
      ],
    ),
    fails(
      "config.attrList.badString",
      [file, `${file}#bad`],
      [
        {
          code: "wrong-type",
          path: "attrList.badString",
          files: [`${file}#bad`],
          data: { type: "attribute list of string" },
        },
      ],
    ),
    fails(
      "config.attrList.badListString",
      [file, `${file}#bad`],
      [{ code: "list-item-shape", path: "attrList.badListString", files: [`${file}#bad`] }],
    ),
    fails(
      "config.argv",
      [forwarding],
      [{ code: "wrong-type", path: "argv", files: ["the-defs-file"], data: { type: "list of string" } }],
    ),
    gives("config.merged", [typeMerge], [], { differs: "`u8` declared twice becomes `int`" }),
  ],
});
