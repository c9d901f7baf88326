// Files below /etc, to which every module may add.
import { defineModule, defineSubmodule, literalExpression, mkOption, types } from "confix";
import assertions from "./assertions.ts";
import { findDuplicates } from "./lib/duplicates.ts";

/** Why a path does not stay below /etc, or null. */
function problemOf(target: string): string | null {
  if (target.startsWith("/")) return "it is absolute, but should be relative to /etc";
  if (target.includes("\0")) return "it has a NUL character";
  const isPlain = target.split("/").every((name) => name !== "" && name !== "." && name !== "..");
  return isPlain ? null : "it has an empty name, `.` or `..` in it";
}

const targetPath = types.mkOptionType<string>({
  name: "path below /etc",
  description: "relative path without empty names, `.` and `..`",
  descriptionClass: "nonRestrictiveClause",
  check: (value) => typeof value === "string" && problemOf(value) === null,
  explain: (value) => {
    if (typeof value !== "string") return null;
    const problem = problemOf(value);
    return problem === null ? null : `of ${JSON.stringify(value)} one cannot make a file below /etc: ${problem}`;
  },
  merge: (context, definitions) => types.str.merge(context, definitions),
});

const etcFile = defineSubmodule({
  options: {
    enable: mkOption({
      type: types.bool,
      default: true,
      example: false,
      description: "Whether the file is made.",
    }),
    target: mkOption({
      type: targetPath,
      default: ({ name }) => name,
      defaultText: literalExpression("name"),
      example: "ssl/private/site.pem",
      description: "Where the file lies, relative to `/etc`.",
    }),
    text: mkOption({
      type: types.nullOr(types.lines),
      default: null,
      example: "nameserver 192.0.2.53\n",
      description: "What is in the file. Either this or `source` is set.",
    }),
    source: mkOption({
      type: types.nullOr(types.path),
      default: null,
      example: "/usr/share/zoneinfo/Europe/Vienna",
      description: "The file of which this one is a copy. Either this or `text` is set.",
    }),
    mode: mkOption({
      type: types.strMatching(/[0-7]{3,4}/),
      default: "0644",
      example: "0600",
      description: "The permissions of the file, in octal digits.",
    }),
    user: mkOption({
      type: types.nonEmptyStr,
      default: "root",
      example: "nginx",
      description: "The user who owns the file.",
    }),
    group: mkOption({
      type: types.nonEmptyStr,
      default: "root",
      example: "nginx",
      description: "The group that owns the file.",
    }),
  },
});

/** Declares `environment.etc`. */
export default defineModule({
  imports: [assertions],
  options: {
    environment: {
      etc: mkOption({
        type: types.attrsOf(types.submodule(etcFile)),
        default: {},
        example: {
          "resolv.conf": { text: "nameserver 192.0.2.53\n" },
          "ssl/private/site.pem": { source: "/srv/site.pem", mode: "0600" },
        },
        description: "Files below `/etc`, by their path in it.",
      }),
    },
  },
}).config({
  assertions: ({ config }) => {
    const files = Object.entries(config.environment.etc).filter(([, file]) => file.enable);
    return [
      ...files.map(([name, file]) => ({
        assertion: (file.text === null) !== (file.source === null),
        message: `environment.etc.${JSON.stringify(name)} needs either text or source, but has ${file.text === null ? "neither" : "both"}.`,
      })),
      ...findDuplicates(files.map(([name, file]) => [name, file.target])).map(({ key, names }) => ({
        assertion: false,
        message: `Several members of environment.etc write /etc/${key}: ${names.join(", ")}.`,
      })),
    ];
  },
});
