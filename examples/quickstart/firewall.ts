// A firewall that other modules open.
import { defineModule, mkOption, types } from "confix";

export default defineModule({
  options: {
    networking: {
      firewall: {
        allowedTCPPorts: mkOption({
          type: types.listOf(types.port),
          default: [],
          description: "Ports that take connections.",
        }),
      },
    },
  },
});
