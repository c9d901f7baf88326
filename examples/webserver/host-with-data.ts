// The same machine with its sites in a data file: confix eval examples/webserver/host-with-data.ts
import { defineModule } from "confix";
import machine from "./machine.ts";

export default defineModule({ imports: [machine, "./sites.yaml"] });
