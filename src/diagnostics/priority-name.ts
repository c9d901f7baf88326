// How a priority or an order is called.

const priorityNames: ReadonlyMap<number, string> = new Map([
  [10, "mkVMOverride"],
  [50, "mkForce"],
  [60, "mkImageMediaOverride"],
  [100, "plain"],
  [1000, "mkDefault"],
  [1500, "mkOptionDefault"],
]);
const orderNames: ReadonlyMap<number, string> = new Map([
  [500, "mkBefore"],
  [1000, "plain"],
  [1500, "mkAfter"],
]);

/** The function that gives the priority; `plain` for that of a definition without one. */
export function priorityName(priority: number): string {
  return priorityNames.get(priority) ?? `mkOverride(${priority})`;
}

/** The function that gives the order; `plain` for that of a definition without one. */
export function orderName(order: number): string {
  return orderNames.get(order) ?? `mkOrder(${order})`;
}
