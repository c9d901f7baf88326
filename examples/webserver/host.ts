// A web server with two sites, one of them by TLS: confix eval examples/webserver/host.ts
import { defineModule } from "confix";
import machine from "./machine.ts";

export default defineModule({ imports: [machine] }).config({
  services: {
    nginx: {
      virtualHosts: {
        "example.org": {
          serverAliases: ["www.example.org"],
          forceSSL: true,
          sslCertificate: "/etc/ssl/example.org/fullchain.pem",
          sslCertificateKey: "/etc/ssl/example.org/key.pem",
          root: "/srv/www/example.org",
          locations: {
            "/": { tryFiles: "$uri $uri/ =404" },
            "/api/": { proxyPass: "http://127.0.0.1:3000" },
            "~* \\.(png|jpe?g|webp)$": { extraConfig: "expires 30d;", priority: 900 },
          },
        },
        "status.example.org": {
          locations: { "= /": { return: "200 fine" } },
        },
      },
    },
  },
});
