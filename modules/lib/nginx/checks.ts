// Finds what nginx would refuse, or take otherwise than it was meant.
import { findDuplicates } from "../duplicates.ts";
import type { NginxValues } from "./config-text.ts";
import { hasSSL, type ListenDefaults, type Listener, listensOf, showListen } from "./listen.ts";

/** What is wrong with sites, one sentence each. */
export function explainWrongHosts(nginx: NginxValues): readonly string[] {
  return [...explainEachHost(nginx), ...explainSharedDefaults(nginx)];
}

function explainEachHost({ virtualHosts, ...defaults }: NginxValues): readonly string[] {
  return Object.entries(virtualHosts).flatMap(([name, host]) => {
    const option = `services.nginx.virtualHosts.${JSON.stringify(name)}`;
    const given = (["addSSL", "forceSSL", "onlySSL"] as const).filter((each) => host[each]);
    const locations = Object.entries(host.locations);
    return [
      ...(given.length > 1 ? [`${option} sets ${given.join(" and ")}; only one of them can hold.`] : []),
      ...(hasSSL(host) && (host.sslCertificate === null || host.sslCertificateKey === null)
        ? [`${option} uses TLS (${given[0] ?? "listen"}) and therefore needs sslCertificate and sslCertificateKey.`]
        : []),
      ...(given.length > 0 && !listensOf(host, defaults).some(({ ssl }) => ssl)
        ? [`${option} sets ${given[0]}, but none of its addresses in listen has ssl.`]
        : []),
      ...locations
        .filter(([, { root, alias }]) => root !== null && alias !== null)
        .map(([path]) => `${option}.locations.${JSON.stringify(path)} sets root and alias; only one of them can hold.`),
    ];
  });
}

function explainSharedDefaults({ virtualHosts, ...defaults }: NginxValues): readonly string[] {
  const hosts = Object.entries(virtualHosts).filter(([, host]) => host.default);
  const keys = hosts.flatMap(([name, host]) => addressesOf(host, defaults).map((at) => [name, at] as const));
  return findDuplicates(keys).map(
    ({ key, names }) =>
      `services.nginx.virtualHosts: several sites set default, but only one can answer other requests at ${key}: ` +
      `${names.join(", ")}.`,
  );
}

/** The names that several sites have at one address; nginx takes the first of them. */
export function explainSharedNames({ virtualHosts, ...defaults }: NginxValues): readonly string[] {
  const keys = Object.entries(virtualHosts).flatMap(([name, host]) => {
    const serverNames = new Set([host.serverName, ...host.serverAliases]);
    return addressesOf(host, defaults).flatMap((at) =>
      [...serverNames].map((each) => [name, `${each} at ${at}`] as const),
    );
  });
  return findDuplicates(keys).map(
    ({ key, names }) =>
      `services.nginx.virtualHosts: several sites are called ${key}: ${names.join(", ")}. nginx takes the first.`,
  );
}

function addressesOf(host: Listener, defaults: ListenDefaults): readonly string[] {
  return [...new Set(listensOf(host, defaults).map(showListen))];
}
