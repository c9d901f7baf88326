// Finds every way in which a source file names another module, by parsing it.
import { parseSync, Visitor } from "oxc-parser";

/** One mention of another module. `specifier` is null where it is computed while the program runs. */
export interface Import {
  readonly specifier: string | null;
  readonly line: number;
  /** Only the compiler sees it: `import type`, `export type … from`, `import("…").T`. */
  readonly typeOnly: boolean;
}

/** Lists the imports of `text` in the order of their lines; throws if it does not parse. */
export function readImports(file: string, text: string): readonly Import[] {
  const { program, module, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const found: Import[] = [];
  const add = (start: number, specifier: string | null, typeOnly: boolean): void => {
    found.push({ specifier, line: text.slice(0, start).split("\n").length, typeOnly });
  };

  for (const { start, end, moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 ? entries.every((entry) => entry.isType) : isTypeStatement(text, start, end);
    add(start, moduleRequest.value, typeOnly);
  }
  for (const { start, entries } of module.staticExports) {
    const [from] = entries.flatMap((entry) => entry.moduleRequest ?? []);
    if (from !== undefined) {
      add(
        start,
        from.value,
        entries.every((entry) => entry.isType),
      );
    }
  }
  const loaders = new Set(["require"]);
  new Visitor({
    VariableDeclarator: ({ id, init }) => {
      const isLoader = init?.type === "CallExpression" && isNamed(init.callee, new Set(["createRequire"]));
      if (isLoader && id.type === "Identifier") loaders.add(id.name);
    },
    ImportExpression: ({ start, source }) => add(start, literal(source), false),
    CallExpression: ({ start, callee, arguments: [argument] }) => {
      if (isNamed(callee, loaders)) add(start, literal(argument), false);
    },
    TSImportEqualsDeclaration: ({ start, moduleReference }) => {
      if (moduleReference.type === "TSExternalModuleReference") add(start, moduleReference.expression.value, false);
    },
    TSImportType: ({ start, source }) => add(start, literal(source), true),
  }).visit(program);
  return found.toSorted((a, b) => a.line - b.line);
}

// `import type {} from "x"` binds nothing, so that no entry could say it is for types.
function isTypeStatement(text: string, start: number, end: number): boolean {
  return /^import\s+type\b/.test(text.slice(start, end));
}

function isNamed(node: { readonly type: string; readonly name?: unknown }, names: ReadonlySet<string>): boolean {
  return node.type === "Identifier" && typeof node.name === "string" && names.has(node.name);
}

function literal(node: { readonly type: string; readonly value?: unknown } | undefined): string | null {
  return node?.type === "Literal" && typeof node.value === "string" ? node.value : null;
}
