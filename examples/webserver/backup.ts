// A module of one's own: copies folders to another machine by night.
import { defineModule, mkEnableOption, mkIf, mkOption, types } from "confix";
import systemd from "confix/modules/systemd";
import users from "confix/modules/users";

// What the shell makes one word of, whatever is in it.
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export default defineModule({
  imports: [systemd, users],
  options: {
    services: {
      backup: {
        enable: mkEnableOption("the backup"),
        folders: mkOption({
          type: types.listOf(types.path),
          default: [],
          example: ["/srv/www"],
          description: "Folders that are copied. Every module may add some.",
        }),
        target: mkOption({
          type: types.str,
          example: "backup.example.org:/srv/backup",
          description: "Where the copies go, as rsync names it.",
        }),
        startAt: mkOption({
          type: types.str,
          default: "03:30",
          example: "Sun 04:00",
          description: "When the backup starts, as a calendar event of systemd.",
        }),
      },
    },
  },
}).config(
  mkIf(({ config }) => config.services.backup.enable, {
    users: {
      users: { backup: { isSystemUser: true, group: "backup", home: "/var/lib/backup" } },
      groups: { backup: {} },
    },
    systemd: {
      services: {
        backup: {
          description: "Copies folders to another machine",
          after: ["network-online.target"],
          wants: ["network-online.target"],
          startAt: ({ config }) => config.services.backup.startAt,
          environment: { BACKUP_TARGET: ({ config }) => config.services.backup.target },
          script: ({ config }) =>
            config.services.backup.folders
              .map((folder) => `rsync -a --delete ${quote(folder)} "$BACKUP_TARGET"`)
              .join("\n"),
          serviceConfig: { Type: "oneshot", User: "backup", Nice: 10 },
        },
      },
    },
  }),
);
