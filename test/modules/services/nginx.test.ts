// nginx: what the module changes elsewhere, and the text of its configuration.
import { evalModules } from "confix";
import { describe, expect, test } from "vitest";
import nginx from "../../../modules/services/nginx.ts";
import { findings } from "../findings.ts";

function evaluate(definitions: object, ...more: readonly object[]) {
  return evalModules({ modules: [nginx, { services: { nginx: { enable: true, ...definitions } } }, ...more] });
}

/** The blocks called `server`, without indentation. */
function serversIn(text: string): readonly string[] {
  return [...text.matchAll(/^ {4}server \{\n([^]*?)^ {4}\}$/gm)].map(([, body = ""]) => body.replaceAll(/^ {8}/gm, ""));
}

function serversOf(virtualHosts: object, definitions: object = {}): readonly string[] {
  const defaults = { defaultListenAddresses: ["192.0.2.1"] };
  return serversIn(evaluate({ ...defaults, ...definitions, virtualHosts }).config.services.nginx.configText);
}

const certificate = { sslCertificate: "/c.pem", sslCertificateKey: "/k.pem" };

describe("services.nginx", () => {
  test("brings a user, a service, a file and open ports", () => {
    const { config } = evaluate({
      virtualHosts: {
        "a.example": { forceSSL: true, ...certificate },
        "b.example": { listen: [{ addr: "127.0.0.1", port: 8080 }, { addr: "192.0.2.1" }, { addr: "unix:/run/b" }] },
      },
    });
    expect(config.users.users["nginx"]).toMatchObject({ isSystemUser: true, group: "nginx" });
    expect(Object.keys(config.users.groups)).toEqual(["nginx"]);
    expect(config.networking.firewall.allowedTCPPorts).toEqual([80, 443, 8080]);
    expect(config.environment.etc["nginx/nginx.conf"]?.text).toBe(config.services.nginx.configText);
    expect(config.systemd.services["nginx"]?.text).toContain(
      'ExecStart=/usr/sbin/nginx -c /etc/nginx/nginx.conf -g "daemon off;"\n',
    );
  });

  test("leaves the firewall and other people's users alone if told to", () => {
    const { config } = evaluate({ openFirewall: false, user: "www-data", group: "www-data", virtualHosts: { a: {} } });
    expect(config.networking.firewall.allowedTCPPorts).toEqual([]);
    expect([config.users.users, config.users.groups]).toEqual([{}, {}]);
    expect(config.services.nginx.configText).toMatch(/^user www-data www-data;/);
  });

  test("lets others change its unit", () => {
    const { config } = evaluate({}, { systemd: { services: { nginx: { serviceConfig: { Restart: "no" } } } } });
    expect(config.systemd.services["nginx"]?.text).toContain("Restart=no\n");
  });

  test("quotes its program for systemd", () => {
    const { config } = evaluate({ executable: "/opt/my nginx/100%/$x" });
    expect(config.systemd.services["nginx"]?.text).toContain('ExecStart="/opt/my nginx/100%%/$x" -c /etc');
  });
});

describe("virtual hosts", () => {
  test("without TLS listen at the port of HTTP", () => {
    expect(serversOf({ "a.example": { serverAliases: ["b.example"], root: "/srv/a" } })).toEqual([
      "listen 192.0.2.1:80;\nserver_name a.example b.example;\nroot /srv/a;\n",
    ]);
  });

  test("with addSSL listen at both ports", () => {
    expect(serversOf({ a: { addSSL: true, default: true, ...certificate } })).toEqual([
      "listen 192.0.2.1:443 ssl http2 default_server;\nlisten 192.0.2.1:80 default_server;\nserver_name a;\n" +
        "ssl_certificate /c.pem;\nssl_certificate_key /k.pem;\n",
    ]);
  });

  test("with onlySSL listen at one", () => {
    const [server] = serversOf({ a: { onlySSL: true, http2: false, ...certificate } });
    expect(server).toMatch(/^listen 192\.0\.2\.1:443 ssl;\nserver_name/);
  });

  test("with forceSSL send everybody to TLS, also at another port", () => {
    const [redirect, server] = serversOf({ a: { forceSSL: true, ...certificate } }, { defaultSSLListenPort: 8443 });
    expect(redirect).toBe("listen 192.0.2.1:80;\nserver_name a;\nreturn 301 https://$host:8443$request_uri;\n");
    expect(server).toMatch(/^listen 192\.0\.2\.1:8443 ssl http2;\n/);
    expect(serversOf({ a: { forceSSL: true, ...certificate } })[0]).toContain("return 301 https://$host$request_uri;");
  });

  test("put IPv6 addresses into brackets", () => {
    const [server] = serversOf({ a: { listen: [{ addr: "::1", port: 81 }, { addr: "[::]" }] } });
    expect(server).toMatch(/^listen \[::1\]:81;\nlisten \[::\]:80;\n/);
  });

  test("order their locations by priority, then by name", () => {
    const [server = ""] = serversOf({
      a: {
        locations: {
          "/b": {},
          "/a": {},
          "~ x": { priority: 10 },
          "/first": { priority: -1 },
          "/last": { priority: 2000 },
        },
      },
    });
    expect([...server.matchAll(/location (.*) \{/g)].map(([, name]) => name)).toEqual([
      "/first",
      "~ x",
      "/a",
      "/b",
      "/last",
    ]);
  });

  test("quote what nginx would read otherwise", () => {
    const [server] = serversOf({
      a: {
        serverAliases: ["~^img\\d{2}$"],
        root: "/srv/my site; #1",
        locations: {
          '~ "x{2}" y\\.': { return: '200 he said "no"; {done}\n', tryFiles: "$uri  =404", index: ["a b", "c"] },
        },
      },
    });
    expect(server).toBe(
      'listen 192.0.2.1:80;\nserver_name a "~^img\\\\d{2}$";\nroot "/srv/my site; #1";\n' +
        'location ~ "\\"x{2}\\" y\\\\." {\n    index "a b" c;\n    try_files $uri =404;\n' +
        '    return 200 "he said \\"no\\"; {done}";\n}\n',
    );
  });
});

describe("virtual hosts that cannot be", () => {
  test("fail the configuration", () => {
    const evaluation = evaluate({
      virtualHosts: {
        both: { addSSL: true, forceSSL: true, ...certificate },
        bare: { forceSSL: true, sslCertificate: "/c.pem" },
        listening: { listen: [{ addr: "*", ssl: true }] },
        plain: { onlySSL: true, listen: [{ addr: "*" }], ...certificate },
        paths: { locations: { "/": { root: "/a", alias: "/b" } } },
      },
    });
    expect(findings(evaluation, "error").toSorted()).toEqual([
      'services.nginx.virtualHosts."bare" uses TLS (forceSSL) and therefore needs sslCertificate and sslCertificateKey.',
      'services.nginx.virtualHosts."both" sets addSSL and forceSSL; only one of them can hold.',
      'services.nginx.virtualHosts."listening" uses TLS (listen) and therefore needs sslCertificate and sslCertificateKey.',
      'services.nginx.virtualHosts."paths".locations."/" sets root and alias; only one of them can hold.',
      'services.nginx.virtualHosts."plain" sets onlySSL, but none of its addresses in listen has ssl.',
    ]);
  });

  test("fail the configuration if several are the default at one address", () => {
    const evaluation = evaluate({
      defaultListenAddresses: ["*"],
      virtualHosts: {
        a: { default: true },
        b: { default: true },
        c: { default: true, listen: [{ addr: "*", port: 81 }] },
      },
    });
    expect(findings(evaluation, "error")).toEqual([
      "services.nginx.virtualHosts: several sites set default, but only one can answer other requests at *:80: a, b.",
    ]);
  });

  test("are not looked at while nginx is off", () => {
    const evaluation = evalModules({
      modules: [nginx, { services: { nginx: { virtualHosts: { a: { forceSSL: true } } } } }],
    });
    expect(findings(evaluation, "error")).toEqual([]);
  });

  test("are warned of if they share a name", () => {
    const evaluation = evaluate({
      defaultListenAddresses: ["*"],
      virtualHosts: { a: {}, b: { serverAliases: ["a"] }, c: { serverName: "a", listen: [{ addr: "*", port: 81 }] } },
    });
    expect(findings(evaluation, "warning")).toEqual([
      "services.nginx.virtualHosts: several sites are called a at *:80: a, b. nginx takes the first.",
    ]);
  });
});
