// The example with which the documentation begins: it compiles as it is written, and does what it says.
import { evalModules } from "../evaluate/lint-cases.ts";
import { expect, expectTypeOf, test } from "vitest";
import web from "./fixtures/example/web.ts";

test("the example evaluates", () => {
  const host = { services: { web: { enable: true, sites: { blog: {}, shop: { root: "/shop" } } } } };
  const evaluation = evalModules({ modules: [web, host] });
  const { config } = evaluation;
  expectTypeOf(config.services.web.sites["blog"]?.root).toEqualTypeOf<string | undefined>();
  expectTypeOf(config.networking.firewall.allowedTCPPorts).toEqualTypeOf<readonly number[]>();
  expect(evaluation.output().value).toEqual({
    networking: { firewall: { allowedTCPPorts: [8080] } },
    services: { web: { enable: true, port: 8080, sites: { blog: { root: "/srv/blog" }, shop: { root: "/shop" } } } },
  });
});

test("what is not enabled opens no port", () => {
  expect(evalModules({ modules: [web] }).config.networking.firewall.allowedTCPPorts).toEqual([]);
});
