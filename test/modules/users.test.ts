// Users and groups: what they are by default, and what cannot be.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import users from "../../modules/users.ts";
import { findings } from "./findings.ts";

function evaluate(definitions: { readonly users?: object; readonly groups?: object }) {
  return evalModules({ modules: [users, { users: definitions }] });
}

describe("users.users", () => {
  test("gives normal users a home, a shell and a group, unless they have one", () => {
    const { config } = evaluate({
      users: { ada: { isNormalUser: true }, grace: { isNormalUser: true, home: "/srv/grace", group: "navy" } },
    });
    expect(config.users.users["ada"]).toEqual({
      description: "",
      extraGroups: [],
      group: "users",
      home: "/home/ada",
      isNormalUser: true,
      isSystemUser: false,
      name: "ada",
      shell: "/bin/bash",
      uid: null,
    });
    expect(config.users.users["grace"]).toMatchObject({ group: "navy", home: "/srv/grace", shell: "/bin/bash" });
  });

  test("keeps system users from logging in", () => {
    const { config } = evaluate({ users: { web: { isSystemUser: true, group: "web" } } });
    expect(config.users.users["web"]).toMatchObject({ home: "/var/empty", shell: "/usr/sbin/nologin" });
  });

  test.each(["a b", "1a", "a:b", "-a", "../a", ""])("refuses the name %j", (name) => {
    const { config } = evaluate({ users: { [name]: { isNormalUser: true } } });
    expect(() => config.users.users[name]?.name).toThrow("name");
  });

  test.each(["a:b", "a\nb"])("refuses the description %j", (description) => {
    const { config } = evaluate({ users: { ada: { isNormalUser: true, description } } });
    expect(() => config.users.users["ada"]?.description).toThrow("description");
  });

  test.each([-1, 2 ** 32 - 1, 1.5])("refuses the number %d", (uid) => {
    expect(() => evaluate({ users: { ada: { uid } } }).config.users.users["ada"]?.uid).toThrow("uid");
  });

  test("wants each number and name once", () => {
    const evaluation = evaluate({
      users: {
        a: { isNormalUser: true, uid: 1000 },
        b: { isNormalUser: true, uid: 1000 },
        c: { isNormalUser: true, name: "a" },
        d: { isNormalUser: true },
      },
      groups: { a: { gid: 7 }, b: { gid: 7, name: "a" }, c: {} },
    });
    expect(findings(evaluation, "error").toSorted()).toEqual([
      'The gid 7 is given more than once, to users.groups."a", users.groups."b".',
      'The name a is given more than once, to users.groups."a", users.groups."b".',
      'The name a is given more than once, to users.users."a", users.users."c".',
      'The uid 1000 is given more than once, to users.users."a", users.users."b".',
    ]);
  });

  test("wants to know whether a user is a person, and the group", () => {
    const evaluation = evaluate({
      users: { both: { isNormalUser: true, isSystemUser: true }, neither: { group: "x" }, web: { isSystemUser: true } },
    });
    expect(findings(evaluation, "error")).toEqual([
      'users.users."both" has to set exactly one of isNormalUser and isSystemUser.',
      'users.users."neither" has to set exactly one of isNormalUser and isSystemUser.',
      'users.users."web" has no group.',
    ]);
  });
});
