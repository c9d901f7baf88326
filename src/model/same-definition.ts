// When two definitions, written in two versions of a module, say the same.
import { hasLazyElements } from "../kernel/lazy-list.ts";
import { isPlainObject } from "../kernel/plain.ts";
import { recordSource } from "../kernel/record.ts";
import type { Definition } from "./definition.ts";

/** Whether a definition says what another one says. `undefined` says nothing. Runs no code of users. */
export function isSameDefinition(left: Definition, right: Definition | undefined): boolean {
  if (left === right) return true;
  if (right === undefined || left.args !== right.args || left.conditions !== right.conditions) return false;
  return left.priority === right.priority && left.order === right.order && isSameWritten(left.value, right.value);
}

/**
 * Whether two values say the same: data that is equal in all its members, or the very same thing. Two functions may do
 * different things though their texts are equal, because of what they see around them.
 */
export function isSameWritten(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length || hasLazyElements(left) || hasLazyElements(right))
      return false;
    return haveSameMembers(left, right, left.keys());
  }
  if (!isPlainObject(left) || !isPlainObject(right)) return false;
  // A member that is computed when it is read is not read here.
  if (recordSource(left) !== null || recordSource(right) !== null) return false;
  const names = Reflect.ownKeys(left);
  return names.length === Reflect.ownKeys(right).length && haveSameMembers(left, right, names);
}

function haveSameMembers(left: object, right: object, names: Iterable<PropertyKey>): boolean {
  for (const name of names) {
    const own = Object.getOwnPropertyDescriptor(left, name);
    const other = Object.getOwnPropertyDescriptor(right, name);
    // A hole in a list is the same as a hole.
    if (own === undefined && other === undefined) continue;
    if (own === undefined || other === undefined || !("value" in own) || !("value" in other)) return false;
    if (!isSameWritten(own.value, other.value)) return false;
  }
  return true;
}
