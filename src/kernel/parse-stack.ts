// Reads the text of a stack trace, as Chrome and Node, Firefox, or Safari write it.

/** A place that a stack shows. Lines and columns are as the engine tells them. */
export interface Frame {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
}

/** A place, and the function that ran there as the engine calls it; null: none, or the top of a module. */
export interface NamedFrame extends Frame {
  readonly name: string | null;
}

/**
 * The place of each frame, innermost first. The file is a path, or the URL of what was loaded from elsewhere. Frames
 * without a file (native code, `eval`) and those of Node itself are left out.
 */
export function framesOfStack(stack: string): readonly Frame[] {
  return namedFramesOfStack(stack).map(({ name: _name, ...place }) => place);
}

/** The same with the functions that ran there. */
export function namedFramesOfStack(stack: string): readonly NamedFrame[] {
  return stack.split("\n").flatMap((text) => {
    const place = placeOfFrame(text);
    return place === null ? [] : [{ ...place, name: nameInFrame(text) }];
  });
}

// Chrome and Node write the name before the parentheses, Firefox and Safari before the `@`.
function nameInFrame(text: string): string | null {
  const { v8, other } =
    /^\s*at (?:async )?(?<v8>.*?) \(|^(?!\/|[a-z]+:\/\/)(?<other>[^@\s]+)@/.exec(text)?.groups ?? {};
  const name = v8 ?? other ?? null;
  return name === null || /(?:^|\.)<anonymous>$/.test(name) ? null : name;
}

// Chrome and Node: `    at name (file:1:2)`, `    at async file:1:2`.
const v8Frame = /^\s*at (?:.*?\((?<inside>.*)\)|(?:async )?(?<bare>.*))$/;
// Firefox: `name@file:1:2`, also `name@file line 1 > eval:1:2`. Safari: the same, and bare `file:1:2` for a module's top.
const atFrame = /^(?:(?!\/|[a-z]+:\/\/)[^@]*@)?(?<place>.+)$/;
const writtenPlace = /^(?<file>.+?):(?<line>\d+)(?::(?<column>\d+))?$/;

function placeOfFrame(text: string): Frame | null {
  const v8 = v8Frame.exec(text)?.groups;
  const place = v8 === undefined ? atFrame.exec(text)?.groups?.["place"] : (v8["inside"] ?? v8["bare"]);
  const { file = "", line, column } = writtenPlace.exec(place?.trim() ?? "")?.groups ?? {};
  if (!isFile(file)) return null;
  return { file: toPath(file), line: Number(line), ...(column !== undefined && { column: Number(column) }) };
}

// Absolute paths and URLs; `node:internal/…`, `<anonymous>` and `eval at …` are no files.
function isFile(file: string): boolean {
  return (
    /^(?:\/|[a-zA-Z]:[\\/]|\\\\|(?!node:)[a-z][a-z0-9+.-]*:\/\/)/.test(file) && !/ > (?:eval|Function)$/.test(file)
  );
}

function toPath(file: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//.test(file)) return file;
  const bare = file.replace(/[?#].*$/, "");
  if (!bare.startsWith("file://")) return bare;
  const path = decode(bare.slice("file://".length));
  if (/^\/[a-zA-Z]:\//.test(path)) return path.slice(1).replaceAll("/", "\\");
  return path.startsWith("/") ? path : `\\\\${path.replaceAll("/", "\\")}`;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // A stray percent sign: then it stands for itself.
  }
}
