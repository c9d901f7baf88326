// nginx itself reads what the module writes, and serves what the configuration says.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { evalModules } from "confix";
import { describe, expect, onTestFinished, test } from "vitest";
import nginx from "../../../modules/services/nginx.ts";
import { findTool, makeFolder, missing, run, unprivileged, writeBelow } from "../tools.ts";

const reason = missing("nginx", "openssl");

/** A key and a certificate for a name, made for the running test. */
function makeCertificate(
  folder: string,
  name: string,
): { readonly sslCertificate: string; readonly sslCertificateKey: string } {
  const files = { sslCertificate: join(folder, "cert.pem"), sslCertificateKey: join(folder, "key.pem") };
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", files.sslCertificateKey];
  const { status, stderr } = run("openssl", [
    "req",
    "-x509",
    ...key,
    "-out",
    files.sslCertificate,
    "-subj",
    `/CN=${name}`,
  ]);
  if (status !== 0) throw new Error(`openssl could not make a certificate: ${stderr}`);
  return files;
}

/** Writes the configuration for a folder in which nginx can run without privileges. */
function writeConfiguration(folder: string, definitions: object): string {
  const here = {
    enable: true,
    defaultListenAddresses: ["127.0.0.1"],
    defaultHTTPListenPort: 18080,
    defaultSSLListenPort: 18443,
    runtimeDirectory: folder,
    cacheDirectory: folder,
    accessLog: join(folder, "access.log"),
    mimeTypes: writeBelow(folder, "mime.types", "types { text/html html; }\n"),
  };
  const { config } = evalModules({
    modules: [nginx, { services: { nginx: here } }, { services: { nginx: definitions } }],
  });
  return writeBelow(folder, "nginx.conf", config.services.nginx.configText);
}

const call = (folder: string, file: string): readonly string[] => ["-e", "stderr", "-p", folder, "-c", file];

describe("nginx -t accepts", () => {
  const check = (definitions: (folder: string) => object): void => {
    const folder = makeFolder();
    const file = writeConfiguration(folder, definitions(folder));
    const { status, stderr } = run("nginx", [...call(folder, file), "-t"]);
    const complaints = stderr
      .split("\n")
      .filter((line) => line !== "" && !/syntax is ok|test is successful|"user" directive/.test(line));
    expect({ status, complaints }).toEqual({ status: 0, complaints: [] });
  };

  test.skipIf(reason !== "")(`a server without sites${reason}`, () => check(() => ({})));

  test.skipIf(reason !== "")(`sites with and without TLS, and all that can be said about locations${reason}`, () =>
    check((folder) => ({
      appendHttpConfig: "limit_req_zone $binary_remote_addr zone=slow:1m rate=1r/s;",
      clientMaxBodySize: "1g",
      workerProcesses: 2,
      virtualHosts: {
        "forced.example": { forceSSL: true, ...makeCertificate(folder, "forced.example") },
        "added.example": {
          addSSL: true,
          default: true,
          sslTrustedCertificate: join(folder, "cert.pem"),
          ...makeCertificate(folder, "added.example"),
        },
        "only.example": { onlySSL: true, http2: false, ...makeCertificate(folder, "only.example") },
        "other.example": {
          listen: [
            { addr: "127.0.0.1", port: 18081, extraParameters: ["reuseport"] },
            { addr: `unix:${folder}/a b.sock` },
          ],
          serverAliases: ["~^img\\d{2}\\.example$", "*.other.example"],
          root: "/srv/my site; {1} #x",
          extraConfig: "charset utf-8;\n\nerror_page 404 /404.html;",
          locations: {
            "/": { index: "index.html index.txt", tryFiles: "$uri $uri/ =404" },
            "= /health": { return: 204 },
            "/moved": { return: "301 https://$host/new?a=b;c{d}" },
            "^~ /images/": { alias: "/srv/images/", extraConfig: "expires 30d;" },
            "~* \\.(php|phtml){1}$": { proxyPass: "http://127.0.0.1:3000", proxyWebsockets: true, priority: 10 },
            "@fallback": { root: "/srv" },
          },
        },
      },
    })),
  );
});

/** What a site answers at a socket. */
async function get(
  socketPath: string,
  path: string,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const sent = request({ socketPath, path, headers: { host: "site.example" } }).end();
  // The cast: this is what the event is documented to carry.
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  let body = "";
  for await (const chunk of response.setEncoding("utf8")) body += String(chunk);
  return { status: response.statusCode, body };
}

/** Runs nginx until the test is over; returns when it takes connections at the socket. */
async function start(folder: string, file: string, socketPath: string): Promise<void> {
  const program = findTool("nginx") ?? "";
  const server = spawn(program, [...call(folder, file), "-g", "daemon off; master_process off;"], {
    ...unprivileged,
    stdio: "ignore",
  });
  const ended = once(server, "exit");
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  while (!existsSync(socketPath)) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}`);
    await sleep(10);
  }
}

describe("nginx serves", () => {
  test.skipIf(reason !== "")(`files, exact texts, and the first of two regular expressions${reason}`, async () => {
    const folder = makeFolder();
    const socket = join(folder, "site.sock");
    writeBelow(folder, "my site/index.html", "hello\n");
    const text = `"quoted" 'single' \\ {braces}; #hash\ttab\nline`;
    const file = writeConfiguration(folder, {
      virtualHosts: {
        "site.example": {
          listen: [{ addr: `unix:${socket}` }],
          root: join(folder, "my site"),
          locations: {
            "/": { index: "index.html" },
            "= /text": { return: `200 ${text}` },
            "~ ^/x": { return: "200 later", priority: 1001 },
            "~ x{2}$": { return: "200 first", priority: 999 },
          },
        },
      },
    });
    await start(folder, file, socket);
    expect(await get(socket, "/")).toEqual({ status: 200, body: "hello\n" });
    expect(await get(socket, "/text")).toEqual({ status: 200, body: text });
    expect(await get(socket, "/xx")).toEqual({ status: 200, body: "first" });
    expect(await get(socket, "/xy")).toEqual({ status: 200, body: "later" });
    expect((await get(socket, "/missing")).status).toBe(404);
  });
});
