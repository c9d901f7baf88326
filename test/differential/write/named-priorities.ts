// The priorities and orders that have names, the same ones in both languages.

export const namedPriorities: ReadonlyMap<number, string> = new Map([
  [10, "mkVMOverride"],
  [50, "mkForce"],
  [60, "mkImageMediaOverride"],
  [1000, "mkDefault"],
  [1500, "mkOptionDefault"],
]);

export const namedOrders: ReadonlyMap<number, string> = new Map([
  [500, "mkBefore"],
  [1500, "mkAfter"],
]);
