// Evaluates configurations in a program: reads one option, extends the configuration, reads a file.
import { evalModules, renderText } from "confix";
import { loadConfig } from "confix/node";
import host from "./webserver/host.ts";

// Modules by value: TypeScript knows the configuration, and only what is read is computed.
const machine = evalModules({ modules: [host] });
console.log(`open ports: ${machine.config.networking.firewall.allowedTCPPorts.join(", ")}`);

// The same with a module more. The first evaluation stays as it is.
const extended = machine.extendModules({ modules: [{ services: { openssh: { ports: [2222] } } }] });
console.log(`with SSH elsewhere: ${extended.config.networking.firewall.allowedTCPPorts.join(", ")}`);
console.log(`as before: ${machine.config.networking.firewall.allowedTCPPorts.join(", ")}`);

// What is wrong is data: a code, the option, the place.
const form = { _file: "<form>", config: { services: { nginx: { workerProcesses: "many" } } } };
const broken = machine.extendModules({ modules: [form] });
for (const diagnostic of broken.output({ at: ["services", "nginx", "configText"] }).diagnostics) {
  console.log(`${diagnostic.code}: ${renderText(diagnostic)}`);
}

// Files, with what belongs to them: data files, `confix.config.*`, `modulesPath`.
const { href } = new URL("./webserver/host-with-data.ts", import.meta.url);
const loaded = await loadConfig({ files: [href], set: { "networking.hostName": "web2" } });
const { value: text } = loaded.output({ at: ["environment", "etc", "hostname", "text"] });
console.log(`from files: ${JSON.stringify(text)}`);
