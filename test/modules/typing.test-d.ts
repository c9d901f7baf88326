// What TypeScript knows of the shipped modules: their options, wherever they are declared, and nothing else.
import { defineModule, evalModules } from "confix";
import nginx from "confix/modules/services/nginx";
import openssh from "confix/modules/services/openssh";
import { expectTypeOf, test } from "vitest";

test("one reads what a module and those it imports declare", () => {
  const { config } = evalModules({ modules: [nginx, openssh] });
  expectTypeOf(config.networking.firewall.allowedTCPPorts).toEqualTypeOf<readonly number[]>();
  expectTypeOf(config.services.nginx.workerProcesses).toEqualTypeOf<number | "auto">();
  expectTypeOf(config.users.users["ada"]?.uid).toEqualTypeOf<number | null | undefined>();
  expectTypeOf(config.users.users["ada"]?.openssh.authorizedKeys.keys).toEqualTypeOf<readonly string[] | undefined>();
});

test("one defines what they declare", () => {
  const web = defineModule({ imports: [nginx] });
  web.config({
    services: {
      nginx: { virtualHosts: { "example.org": { root: ({ config }) => `/srv/${config.networking.hostName}` } } },
    },
  });
  // @ts-expect-error a misspelt option of a submodule
  web.config({ services: { nginx: { virtualHosts: { "example.org": { rooot: "/srv" } } } } });
  // @ts-expect-error a list of strings where ports are expected
  web.config({ networking: { firewall: { allowedTCPPorts: ["80"] } } });
  // @ts-expect-error an option of a module that is not imported
  web.config({ services: { openssh: { enable: true } } });
});

test("one defines settings of sshd that no option is declared for, and checks those that are", () => {
  const ssh = defineModule({ imports: [openssh] });
  ssh.config({ services: { openssh: { settings: { Ciphers: ["aes256-ctr"], PermitRootLogin: "no" } } } });
  // @ts-expect-error not one of the values
  ssh.config({ services: { openssh: { settings: { PermitRootLogin: "maybe" } } } });
});
