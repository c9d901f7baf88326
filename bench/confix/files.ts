// The files of a workload for Confix: one ES module each, and one that imports them.
import { NotExpressible } from "../workload/dialect.ts";
import type { WorkModule, Workload } from "../workload/document.ts";
import { moduleSource, type SourceForm } from "./source.ts";

/** The files by their paths. `host.js` is the module that imports the others. */
export function moduleFiles({ modules, hosts }: Workload): ReadonlyMap<string, string> {
  if (hosts !== undefined) throw new NotExpressible("a fleet");
  const { files, imports, names } = writeModules(modules, "modules", {});
  files.set("host.js", `${imports}\nexport default { imports: [\n${names} ] };\n`);
  files.set("package.json", `{ "type": "module" }\n`);
  return files;
}

/** The files of a fleet by their paths. `main.js` exports the common modules, and those of the hosts by their names. */
export function fleetFiles({ modules, hosts = [] }: Workload, form: SourceForm): ReadonlyMap<string, string> {
  const common = writeModules(modules, "modules", form);
  const own = writeModules(
    hosts.map(({ module }) => module),
    "hosts",
    form,
  );
  const pairs = hosts.map(({ name }, at) => `  [${JSON.stringify(name)}, hosts${at}],\n`).join("");
  const main = `${common.imports}${own.imports}
export const modules = [\n${common.names}];
export const hosts = [\n${pairs}];
`;
  return new Map([...common.files, ...own.files, ["main.js", main], ["package.json", `{ "type": "module" }\n`]]);
}

interface Written {
  readonly files: Map<string, string>;
  readonly imports: string;
  readonly names: string;
}

function writeModules(modules: readonly WorkModule[], folder: string, form: SourceForm): Written {
  return {
    files: new Map(modules.map((module, at) => [`${folder}/${at}.js`, moduleSource(module, form)])),
    imports: modules.map((_, at) => `import ${folder}${at} from "./${folder}/${at}.js";\n`).join(""),
    names: modules.map((_, at) => `  ${folder}${at},\n`).join(""),
  };
}
