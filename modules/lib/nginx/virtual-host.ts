// A site that nginx serves, as a submodule.
import { defineSubmodule, literalExpression, mkOption, type Option, types } from "confix";
import { location } from "./location.ts";

/** An address at which nginx listens. */
const listen = defineSubmodule({
  options: {
    addr: mkOption({
      type: types.nonEmptyStr,
      example: "192.0.2.1",
      description: "An IP address, a host name, `*`, or `unix:` and the path of a socket.",
    }),
    port: mkOption({
      type: types.nullOr(types.port),
      default: null,
      example: 8080,
      description: "The port. Null: 80, or none for the socket of a path.",
    }),
    ssl: mkOption({ type: types.bool, default: false, example: true, description: "Whether connections use TLS." }),
    extraParameters: mkOption({
      type: types.listOf(types.nonEmptyStr),
      default: [],
      example: ["reuseport"],
      description: "Further words of the directive `listen`.",
    }),
  },
});

function mkSwitch(description: string): Option<boolean> {
  return mkOption({ type: types.bool, default: false, example: true, description });
}

function mkFile(example: string, description: string): Option<string | null> {
  return mkOption({ type: types.nullOr(types.path), default: null, example, description });
}

/** The submodule of `services.nginx.virtualHosts`. */
export const virtualHost = defineSubmodule({
  options: {
    serverName: mkOption({
      type: types.nonEmptyStr,
      default: ({ name }) => name,
      defaultText: literalExpression("name"),
      example: "example.org",
      description: "The name of the site, as requests give it.",
    }),
    serverAliases: mkOption({
      type: types.listOf(types.nonEmptyStr),
      default: [],
      example: ["www.example.org", "~^img\\d+\\.example\\.org$"],
      description: "Other names of the site.",
    }),
    default: mkSwitch("Whether the site answers requests that name no site."),
    listen: mkOption({
      type: types.listOf(types.submodule(listen)),
      default: [],
      example: [{ addr: "192.0.2.1", port: 443, ssl: true }],
      description:
        "Where the site takes connections. Empty: at `services.nginx.defaultListenAddresses`, by HTTP, TLS or both as " +
        "`addSSL`, `forceSSL` and `onlySSL` say.",
    }),
    http2: mkOption({
      type: types.bool,
      default: true,
      example: false,
      description: "Whether connections that use TLS can use HTTP/2.",
    }),
    addSSL: mkSwitch("Whether the site takes connections by TLS beside those without."),
    forceSSL: mkSwitch("Whether the site takes connections by TLS, and sends everybody else there."),
    onlySSL: mkSwitch("Whether the site takes connections by TLS, and no others."),
    sslCertificate: mkFile(
      "/etc/ssl/site/fullchain.pem",
      "The file with the certificate of the site and those above it.",
    ),
    sslCertificateKey: mkFile("/etc/ssl/site/key.pem", "The file with the key to the certificate."),
    sslTrustedCertificate: mkFile(
      "/etc/ssl/site/chain.pem",
      "The file with the certificates that clients may be checked with.",
    ),
    root: mkFile("/srv/www", "The folder in which files are looked up, where a location does not say otherwise."),
    locations: mkOption({
      type: types.attrsOf(types.submodule(location)),
      default: {},
      example: { "/": { tryFiles: "$uri $uri/ =404" }, "= /health": { return: "200 fine" } },
      description:
        "What to do with requests, by the beginning of their path, or by `= PATH`, `^~ BEGINNING`, `~ REGEX`, `~* REGEX`.",
    }),
    extraConfig: mkOption({
      type: types.lines,
      default: "",
      example: "add_header Strict-Transport-Security max-age=63072000;",
      description: "Directives of the site, in nginx's own syntax.",
    }),
  },
});
