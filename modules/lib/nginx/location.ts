// What a virtual host does with requests below a path: a submodule and its text.
import { defineSubmodule, mkOption, types } from "confix";
import { block, directive, type Directive, verbatim } from "./directive.ts";

/** Words in a row, which may also be written as one string with spaces between them. */
const words = types.coercedTo(
  types.str,
  (text) => text.split(/\s+/).filter((word) => word !== ""),
  types.nonEmptyListOf(types.str),
);

/** The submodule of `locations`. */
export const location = defineSubmodule({
  options: {
    root: mkOption({
      type: types.nullOr(types.path),
      default: null,
      example: "/srv/www",
      description: "The folder in which files are looked up, by the whole path of the request.",
    }),
    alias: mkOption({
      type: types.nullOr(types.path),
      default: null,
      example: "/srv/images/",
      description: "The folder that takes the place of the path of this location. Not beside `root`.",
    }),
    index: mkOption({
      type: types.nullOr(words),
      default: null,
      example: "index.html index.txt",
      description: "Files that stand for a folder, the first that exists.",
    }),
    tryFiles: mkOption({
      type: types.nullOr(words),
      default: null,
      example: "$uri $uri/ =404",
      description: "Files that are tried in turn; the last is a place to go on, or a code.",
    }),
    proxyPass: mkOption({
      type: types.nullOr(types.nonEmptyStr),
      default: null,
      example: "http://127.0.0.1:3000",
      description: "The server to which requests are handed.",
    }),
    proxyWebsockets: mkOption({
      type: types.bool,
      default: false,
      example: true,
      description: "Whether connections to the server in `proxyPass` can become web sockets.",
    }),
    return: mkOption({
      type: types.nullOr(types.either(types.ints.between(0, 999), types.nonEmptyStr)),
      default: null,
      example: "301 https://www.example.org$request_uri",
      description: "The code that every request is answered with, and after it an address or a text.",
    }),
    extraConfig: mkOption({
      type: types.lines,
      default: "",
      example: "expires 30d;",
      description: "Directives of the location, in nginx's own syntax.",
    }),
    priority: mkOption({
      type: types.int,
      default: 1000,
      example: 500,
      description:
        "Where the location stands among the others, lower first. It matters for regular expressions, of which the first counts.",
    }),
  },
});

/** What a location does, under its name. */
export interface LocationValues {
  readonly root: string | null;
  readonly alias: string | null;
  readonly index: readonly string[] | null;
  readonly tryFiles: readonly string[] | null;
  readonly proxyPass: string | null;
  readonly proxyWebsockets: boolean;
  readonly return: number | string | null;
  readonly extraConfig: string;
  readonly priority: number;
}

/** The blocks of locations, lower priorities first, equal ones by name. */
export function locationBlocks(locations: Readonly<Record<string, LocationValues>>): readonly Directive[] {
  const sorted = Object.entries(locations).sort(([, left], [, right]) => left.priority - right.priority);
  return sorted.map(([name, each]) => block("location", splitName(name), bodyOf(each)));
}

// `= /path`, `~ regex`, `~* regex` and `^~ /path` are two words; everything else is the path itself.
function splitName(name: string): readonly string[] {
  const [, modifier, path] = /^(=|~\*?|\^~)\s*(.+)$/su.exec(name) ?? [];
  return modifier === undefined || path === undefined ? [name] : [modifier, path];
}

function bodyOf(each: LocationValues): readonly Directive[] {
  return [
    ...optional("root", each.root),
    ...optional("alias", each.alias),
    ...(each.index === null ? [] : [directive("index", ...each.index)]),
    ...(each.tryFiles === null ? [] : [directive("try_files", ...each.tryFiles)]),
    ...optional("proxy_pass", each.proxyPass),
    ...(each.proxyWebsockets
      ? [
          directive("proxy_http_version", "1.1"),
          directive("proxy_set_header", "Upgrade", "$http_upgrade"),
          directive("proxy_set_header", "Connection", "$connection_upgrade"),
        ]
      : []),
    ...(each.return === null ? [] : [directive("return", ...splitReturn(String(each.return)))]),
    ...verbatim(each.extraConfig),
  ];
}

function optional(name: string, value: string | null): readonly Directive[] {
  return value === null ? [] : [directive(name, value)];
}

// A code, and whatever stands behind it as one word.
function splitReturn(value: string): readonly string[] {
  const [, code, rest] = /^(\d{3})\s+(.+)$/su.exec(value.trim()) ?? [];
  return code === undefined || rest === undefined ? [value.trim()] : [code, rest];
}
