// Everything about the machine but its sites.
import { defineModule } from "confix";
import nginx from "confix/modules/services/nginx";
import openssh from "confix/modules/services/openssh";
import backup from "./backup.ts";

export default defineModule({ imports: [nginx, openssh, backup] }).config({
  networking: {
    hostName: "web1",
    domain: "example.org",
    // The ports of the sites and of SSH are opened by the modules that listen there.
    firewall: { enable: true, allowedUDPPorts: [60001] },
  },
  users: {
    users: {
      ada: {
        isNormalUser: true,
        uid: 1000,
        description: "Ada Lovelace",
        extraGroups: ["sudo"],
        openssh: { authorizedKeys: { keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleOnly ada@example.org"] } },
      },
    },
  },
  services: {
    nginx: { enable: true },
    openssh: {
      enable: true,
      settings: { PermitRootLogin: "no", PasswordAuthentication: false, KbdInteractiveAuthentication: false },
    },
    backup: { enable: true, folders: ["/srv/www"], target: "backup.example.org:/srv/backup/web1" },
  },
});
