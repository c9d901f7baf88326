// A socket of systemd as a submodule.
import { defineSubmodule, mkOption, types } from "confix";
import { installSectionOf, unit, unitSection, unitSectionOf } from "./unit.ts";
import { unitLine } from "./unit-setting.ts";
import { renderUnit } from "./unit-text.ts";

/** The submodule of `systemd.sockets`. */
export const socket = defineSubmodule({
  imports: [unit],
  options: {
    listenStreams: mkOption({
      type: types.listOf(unitLine),
      default: [],
      example: ["0.0.0.0:993", "/run/site.sock"],
      description: "Where the socket takes connections: its settings `ListenStream`.",
    }),
    listenDatagrams: mkOption({
      type: types.listOf(unitLine),
      default: [],
      example: ["0.0.0.0:514"],
      description: "Where the socket takes datagrams: its settings `ListenDatagram`.",
    }),
    socketConfig: mkOption({
      type: unitSection,
      default: {},
      example: { Accept: true, SocketMode: "0660" },
      description: "Settings of the section `[Socket]`, besides those that have an option.",
    }),
  },
}).config({
  text: ({ config }) => {
    const listen = {
      name: "Socket",
      lines: [
        ...config.listenStreams.map((address) => `ListenStream=${address}`),
        ...config.listenDatagrams.map((address) => `ListenDatagram=${address}`),
      ],
      settings: config.socketConfig,
    };
    return renderUnit([unitSectionOf(config), listen, installSectionOf(config)]);
  },
});
