// A web server that opens the firewall.
import { defineModule, defineSubmodule, mkDefault, mkEnableOption, mkIf, mkOption, types } from "confix";
import firewall from "./firewall.ts";

const site = defineSubmodule({
  options: { root: mkOption({ type: types.str, description: "Document root." }) },
}).config({ root: mkDefault(({ name }) => `/srv/${name}`) });

export default defineModule({
  imports: [firewall],
  options: {
    services: {
      web: {
        enable: mkEnableOption("the web server"),
        port: mkOption({ type: types.port, default: 8080, description: "Port to listen on." }),
        sites: mkOption({ type: types.attrsOf(types.submodule(site)), default: {}, description: "Sites to serve." }),
      },
    },
  },
}).config(
  mkIf(({ config }) => config.services.web.enable, {
    networking: { firewall: { allowedTCPPorts: ({ config }) => [config.services.web.port] } },
  }),
);
