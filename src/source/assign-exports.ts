// Turns what a plain ES module imports and exports into what runs in a function.
import type {
  ExportDefaultDeclaration,
  ExportNamedDeclaration,
  Node,
  Program,
  Statement,
  VariableDeclaration,
  VariableDeclarator,
} from "oxc-parser";
import { type PlainScript, plainScript } from "./plain-script.ts";
import { isTypeScript, parseProgram, type ScriptText } from "./script/parse-program.ts";
import { requireImports } from "./require-imports.ts";
import { isDirective, isFunction, isModule, namesIn } from "./script/syntax.ts";
import type { TraceLibraries } from "./trace/instrument.ts";
import { ScriptEdits } from "./trace/script-edits.ts";

/**
 * The script without imports and exports: what it exports it assigns to `exports`, on the same lines and in the order of Babel, with
 * functions first, so that files that import each other find the same as there. Its imports it requires.
 *
 * Null: it is no ES module, or not one of which this tells all (`plainScript`): what it exports must be constants, functions and
 * classes that nothing assigns to, its imports come first, and none is exported again, assigned to, or taken as a whole.
 */
export function assignExports({ parser, Editor }: TraceLibraries, script: ScriptText): string | null {
  const program = parseProgram(parser, script, true);
  if (program === null) return null;
  const { file, text } = script;
  const hasTypes = isTypeScript(file);
  const plain = plainScript(program, text, hasTypes);
  if (plain === null) return null;
  const edits = new ScriptEdits(new Editor(text), text);
  // What is imported is changed first: whatever is put at its ends would go with it.
  if (!requireImports({ program, text, isTypeScript: hasTypes, assigned: plain.assigned }, edits)) return null;
  return new ExportWriter(plain, text, edits).run(program);
}

/** How Babel calls what is exported by default. */
const defaultName = "_default";

/** How much of a statement is looked at; a longer name may be any. */
const longestHead = 200;

// Names that stand in what is added.
const taken: ReadonlySet<string> = new Set(["exports", "require", "__proto__"]);

// These, and the other names of what the code is run with.
const around = [...taken, "module", "__filename", "__dirname", "jitiImport", "jitiESMResolve"];

// Names that an object of exports has, or must not get.
const notExported: ReadonlySet<string> = new Set(["__proto__", "__esModule"]);

class ExportWriter {
  readonly #plain: PlainScript;
  readonly #text: string;
  readonly #edits: ScriptEdits;
  readonly #functions = new Set<string>();
  /** The names that are exported of what is declared elsewhere, by its name. */
  readonly #lists = new Map<string, string[]>();
  /** What is assigned before all else, by the name that is exported. */
  readonly #early = new Map<string, string>();
  #isModule = false;
  #isPlain = true;

  constructor(plain: PlainScript, text: string, edits: ScriptEdits) {
    this.#plain = plain;
    this.#text = text;
    this.#edits = edits;
  }

  run({ body, hashbang }: Program): string | null {
    if (!isModule(body)) return null;
    for (const statement of body) this.#lookAhead(statement);
    let hasCode = false;
    for (const statement of body) {
      // Imports run before everything else; they are not moved here.
      if (statement.type !== "ImportDeclaration") hasCode = this.#statement(statement) || hasCode;
      else if (hasCode && statement.importKind !== "type") this.#refuse();
    }
    for (const [local, names] of this.#lists) this.#exportListed(local, names);
    if (around.some((name) => this.#plain.variables.has(name))) this.#refuse();
    for (const start of this.#plain.starts) this.#edits.insert(start, ";");
    if (!this.#isPlain) return null;
    // What follows is on the first line.
    if (hashbang !== null) this.#edits.replace({ start: hashbang.start, end: hashbang.start + "#!".length }, "//");
    this.#edits.openBlock(body, this.#opening());
    return this.#edits.text();
  }

  #opening(): string {
    // A file that exports nothing is as good as one of CommonJS to those that import it.
    if (!this.#isModule && this.#early.size === 0) return "";
    // In the order of their names, as those who take all that a file exports find them.
    const early = [...this.#early].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, assignment]) => assignment);
    return ['Object.defineProperty(exports, "__esModule", { value: true });', ...early, ""].join(" ");
  }

  #refuse(): void {
    this.#isPlain = false;
  }

  #lookAhead(statement: Statement): void {
    const declared = exportedBy(statement) ?? statement;
    if (declared.type === "FunctionDeclaration") this.#functions.add(declared.id?.name ?? defaultName);
    if (statement.type !== "ExportNamedDeclaration") return;
    for (const { local, exported, exportKind } of statement.specifiers) {
      if (exportKind === "type" || statement.exportKind === "type") continue;
      if (local.type !== "Identifier" || exported.type !== "Identifier") this.#refuse();
      else this.#lists.set(local.name, [...(this.#lists.get(local.name) ?? []), exported.name]);
    }
  }

  /** Whether there is anything in a statement that runs. */
  #statement(statement: Statement): boolean {
    switch (statement.type) {
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
        return false;
      case "ExportAllDeclaration":
        if (statement.exportKind === "type") this.#edits.replace(statement, ";");
        else this.#refuse();
        return false;
      case "ExportNamedDeclaration":
        this.#exportNamed(statement);
        return statement.exportKind !== "type";
      case "ExportDefaultDeclaration":
        this.#exportDefault(statement);
        return true;
      default:
        this.#declare(statement, null);
        return !isDirective(statement);
    }
  }

  #exportNamed({ declaration, exportKind, source, specifiers, start, end }: ExportNamedDeclaration): void {
    if (declaration === null) {
      if (source !== null && exportKind !== "type") this.#refuse();
      if (exportKind !== "type" && specifiers.length === 0) this.#isModule = true;
      return this.#edits.replace({ start, end }, ";");
    }
    this.#edits.replace({ start, end: declaration.start }, ";");
    if (!/^TS(?:Interface|TypeAlias)/.test(declaration.type)) this.#declare(declaration, (name) => name);
  }

  #exportDefault({ declaration, start, end }: ExportDefaultDeclaration): void {
    const { type } = declaration;
    if (type === "FunctionDeclaration" || type === "ClassDeclaration") {
      this.#edits.replace({ start, end: declaration.start }, "");
      if (declaration.id === null) this.#nameDefault(declaration.start);
      return this.#declare(declaration, () => "default");
    }
    if (type === "TSInterfaceDeclaration" || this.#text.includes(defaultName)) return this.#refuse();
    this.#edits.replace({ start, end: declaration.start }, `;const ${defaultName} = `);
    this.#edits.insert(end, `;${this.#export("default", defaultName)}`);
  }

  #nameDefault(start: number): void {
    const head = /^(?:class\b|(?:async\s+)?function\s*\*?)/.exec(this.#text.slice(start, start + longestHead))?.[0];
    if (head === undefined || this.#text.includes(defaultName)) return this.#refuse();
    this.#edits.insert(start + head.length, ` ${defaultName}`);
  }

  // What a statement declares; `exportedAs` tells the names under which it exports that itself.
  #declare(statement: Node, exportedAs: ((name: string) => string) | null): void {
    const names = namesDeclared(statement);
    if (names.some((name) => taken.has(name))) this.#refuse();
    const isFunction = statement.type === "FunctionDeclaration";
    const isConstant = statement.type === "ClassDeclaration" || isConst(statement);
    if (!isFunction && !isConstant) return exportedAs === null ? undefined : this.#refuse();
    const assignments = names.flatMap((name) => {
      const listed = isFunction ? [] : (this.#lists.get(name) ?? []);
      if (!isFunction) this.#lists.delete(name);
      const exported = exportedAs === null ? listed : [exportedAs(name), ...listed];
      return exported.map((each) => this.#export(each, name));
    });
    if (assignments.length > 0 && isConst(statement) && !statement.declarations.slice(1).every(isInert)) this.#refuse();
    if (!isFunction && assignments.length > 0) this.#edits.insert(statement.end, `;${assignments.join("")}`);
  }

  // What is left in lists was declared as nothing that could be exported where it is declared.
  #exportListed(local: string, names: readonly string[]): void {
    if (!this.#functions.has(local)) return this.#refuse();
    for (const name of names) this.#export(name, local);
  }

  #export(exported: string, local: string): string {
    if (this.#plain.assigned.has(local) || notExported.has(exported) || this.#early.has(exported)) this.#refuse();
    const assignment = `exports.${exported} = ${local};`;
    this.#early.set(exported, this.#functions.has(local) ? assignment : `exports.${exported} = void 0;`);
    return assignment;
  }
}

function exportedBy(statement: Node): Node | null {
  const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  return isExport ? statement.declaration : null;
}

// Whether a declaration runs nothing that could ask for those before it.
function isInert({ init }: VariableDeclarator): boolean {
  return init !== null && (isFunction(init) || init.type === "Literal" || init.type === "Identifier");
}

function isConst(statement: Node): statement is VariableDeclaration {
  return statement.type === "VariableDeclaration" && statement.kind === "const";
}

// A function or class without a name is exported by default.
function namesDeclared(statement: Node): readonly string[] {
  if (statement.type === "FunctionDeclaration" || statement.type === "ClassDeclaration") {
    return [statement.id?.name ?? defaultName];
  }
  if (statement.type !== "VariableDeclaration") return [];
  return statement.declarations.flatMap(({ id }) => namesIn(id));
}
