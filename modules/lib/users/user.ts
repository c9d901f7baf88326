// A user and a group as submodules.
import { defineSubmodule, literalExpression, mkDefault, mkIf, mkOption, types } from "confix";
import { accountId, accountName } from "./account-name.ts";

/** The submodule of `users.users`. */
export const user = defineSubmodule({
  options: {
    name: mkOption({
      type: accountName,
      default: ({ name }) => name,
      defaultText: literalExpression("name"),
      example: "ada",
      description: "The name of the user.",
    }),
    description: mkOption({
      type: types.passwdEntry(types.str),
      default: "",
      example: "Ada Lovelace",
      description: "Who the user is, in a few words.",
    }),
    uid: mkOption({
      type: types.nullOr(accountId),
      default: null,
      example: 1000,
      description: "The number of the user. Null: a free one is taken when the user is made.",
    }),
    isNormalUser: mkOption({
      type: types.bool,
      default: false,
      example: true,
      description: "Whether this is a person, with a home and a shell. Either this or `isSystemUser` is set.",
    }),
    isSystemUser: mkOption({
      type: types.bool,
      default: false,
      example: true,
      description: "Whether this is a user under which a service runs. Either this or `isNormalUser` is set.",
    }),
    group: mkOption({
      type: types.nullOr(accountName),
      default: null,
      example: "nginx",
      description:
        "The group to which the user belongs in the first place: `users` for normal users if nothing else is set.",
    }),
    extraGroups: mkOption({
      type: types.listOf(accountName),
      default: [],
      example: ["sudo"],
      description: "Other groups to which the user belongs.",
    }),
    home: mkOption({
      type: types.passwdEntry(types.path),
      default: "/var/empty",
      example: "/srv/ada",
      description: "The home of the user: for normal users a folder of their name in `/home` if nothing else is set.",
    }),
    shell: mkOption({
      type: types.passwdEntry(types.path),
      default: "/usr/sbin/nologin",
      example: "/usr/bin/fish",
      description: "The program that runs when the user logs in: `/bin/bash` for normal users if nothing else is set.",
    }),
  },
}).config(
  mkIf(({ config }) => config.isNormalUser, {
    group: mkDefault("users"),
    home: mkDefault(({ config }) => `/home/${config.name}`),
    shell: mkDefault("/bin/bash"),
  }),
);

/** The submodule of `users.groups`. */
export const group = defineSubmodule({
  options: {
    name: mkOption({
      type: accountName,
      default: ({ name }) => name,
      defaultText: literalExpression("name"),
      example: "developers",
      description: "The name of the group.",
    }),
    gid: mkOption({
      type: types.nullOr(accountId),
      default: null,
      example: 1000,
      description: "The number of the group. Null: a free one is taken when the group is made.",
    }),
    members: mkOption({
      type: types.listOf(accountName),
      default: [],
      example: ["ada"],
      description: "Users who belong to the group, besides those who name it in `group` or `extraGroups`.",
    }),
  },
});
