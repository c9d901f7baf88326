// Users and groups.
import { defineModule, mkOption, types } from "confix";
import assertions from "./assertions.ts";
import { findDuplicates } from "./lib/duplicates.ts";
import { group, user } from "./lib/users/user.ts";

/** A sentence for each value that several members of a set share. */
function explainDuplicates<K>(
  option: string,
  attribute: string,
  keys: readonly (readonly [string, K | null])[],
): readonly string[] {
  return findDuplicates(keys).map(({ key, names }) => {
    const members = names.map((name) => `${option}.${JSON.stringify(name)}`).join(", ");
    return `The ${attribute} ${String(key)} is given more than once, to ${members}.`;
  });
}

/** Declares `users`. */
export default defineModule({
  imports: [assertions],
  options: {
    users: {
      users: mkOption({
        type: types.attrsOf(types.submodule(user)),
        default: {},
        example: { ada: { isNormalUser: true, description: "Ada Lovelace", extraGroups: ["sudo"] } },
        description: "Users, by name.",
      }),
      groups: mkOption({
        type: types.attrsOf(types.submodule(group)),
        default: {},
        example: { developers: { members: ["ada"] } },
        description: "Groups, by name.",
      }),
    },
  },
}).config({
  assertions: ({ config }) => {
    const users = Object.entries(config.users.users);
    const groups = Object.entries(config.users.groups);
    const duplicates = [
      ...explainDuplicates(
        "users.users",
        "name",
        users.map(([name, each]) => [name, each.name]),
      ),
      ...explainDuplicates(
        "users.users",
        "uid",
        users.map(([name, { uid }]) => [name, uid]),
      ),
      ...explainDuplicates(
        "users.groups",
        "name",
        groups.map(([name, each]) => [name, each.name]),
      ),
      ...explainDuplicates(
        "users.groups",
        "gid",
        groups.map(([name, { gid }]) => [name, gid]),
      ),
    ];
    return [
      ...duplicates.map((message) => ({ assertion: false, message })),
      ...users.flatMap(([name, each]) => [
        {
          assertion: each.isNormalUser !== each.isSystemUser,
          message: `users.users.${JSON.stringify(name)} has to set exactly one of isNormalUser and isSystemUser.`,
        },
        {
          assertion: each.group !== null,
          message: `users.users.${JSON.stringify(name)} has no group.`,
        },
      ]),
    ];
  },
});
