// Turns the imports of a plain ES module into calls of `require`.
import type { ImportDeclaration, ImportDeclarationSpecifier, Node, Program } from "oxc-parser";
import type { Scopes } from "./script/bindings.ts";
import { findScopes } from "./script/scopes.ts";
import { isWrapper } from "./script/syntax.ts";
import type { ScriptEdits } from "./trace/script-edits.ts";

/** What of a script is looked at. */
export interface ImportingScript {
  readonly program: Program;
  readonly text: string;
  readonly isTypeScript: boolean;
  /** The names that something in it assigns to. */
  readonly assigned: ReadonlySet<string>;
}

/**
 * Changes imports to calls of `require`, and what they name to members of what that returns, on the same lines: a file that imports
 * this one while it runs finds what is there by then. In TypeScript, an import of which only types use the names is none.
 *
 * False: there is an import of which this does not tell all, and the changes are of no use. Throws a RangeError if the script
 * is nested too deeply.
 */
export function requireImports(script: ImportingScript, edits: ScriptEdits): boolean {
  return new ImportWriter(script, edits).run();
}

class ImportWriter {
  readonly #script: ImportingScript;
  readonly #edits: ScriptEdits;
  readonly #scopes: Scopes;
  readonly #files = new Set<string>();

  constructor(script: ImportingScript, edits: ScriptEdits) {
    this.#script = script;
    this.#edits = edits;
    this.#scopes = findScopes(script.program);
  }

  run(): boolean {
    const imports = this.#script.program.body.filter((each) => each.type === "ImportDeclaration");
    const locals = imports.flatMap(({ specifiers }) => specifiers.map(({ local }) => local));
    const imported = new Set(locals.map(({ name }) => name));
    if (locals.some((local) => this.#scopes.declared.get(local)?.isDoubled !== false)) return false;
    if (locals.some(({ name }) => this.#script.assigned.has(name))) return false;
    return this.#areShadowsKnown(imported) && imports.every((each) => this.#import(each));
  }

  #import(declaration: ImportDeclaration): boolean {
    const { importKind, specifiers, start, source, phase } = declaration;
    if (phase !== null) return false;
    const named = specifiers.map((specifier) => ({ name: importedName(specifier), uses: this.#usesOf(specifier) }));
    const isType = importKind === "type" || (specifiers.length > 0 && named.every(({ uses }) => uses === null));
    if (isType) return this.#write(declaration, "");
    // `import {} from` runs what it names, or does not: that depends on the tool.
    if (specifiers.length === 0 && this.#script.text.slice(start, source.start).includes("{")) return false;
    const required = `require(${JSON.stringify(source.value)})`;
    if (specifiers.length === 0) return this.#write(declaration, `${required};`);
    const file = this.#nameOf(source.value);
    const hasDefault = named.some(({ name, uses }) => name === "default" && uses !== null);
    const whole = hasDefault ? this.#nameOf(source.value) : null;
    for (const { name, uses } of named) {
      if (name === null) return false;
      const owner = name === "default" ? whole : file;
      for (const use of uses ?? []) this.#replace(use, `${owner}.${name}`);
    }
    const ofCommonJs =
      whole === null ? "" : `, ${whole} = ${file} && ${file}.__esModule ? ${file} : { default: ${file} }`;
    return this.#write(declaration, `var ${file} = ${required}${ofCommonJs};`);
  }

  /** Where the value that an import names is used; null: it names a type, or nothing that is more to this script. */
  #usesOf({ local }: ImportDeclarationSpecifier): readonly Node[] | null {
    const { source, uses = [] } = this.#scopes.declared.get(local) ?? {};
    return source?.kind === "import" && (uses.length > 0 || !this.#script.isTypeScript) ? uses : null;
  }

  // A variable of the function: before the import has run, it is undefined.
  #nameOf(specifier: string): string {
    const file = specifier.slice(specifier.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
    const base = `_${file.replaceAll(/\W/g, "")}`;
    let name = base;
    for (let count = 2; this.#files.has(name) || this.#script.text.includes(name); count += 1) name = `${base}${count}`;
    this.#files.add(name);
    return name;
  }

  #replace(use: Node, member: string): void {
    const parent = this.#scopes.parents.get(use);
    const isShorthand = parent?.type === "Property" && parent.shorthand;
    const key = isShorthand && use.type === "Identifier" ? `${use.name}: ` : "";
    // A call of the member would be one of a method of the file. What V8 says of such calls is told by `messageOfThrown`.
    this.#edits.replace(use, this.#isCalled(use) ? `(0, ${member})` : `${key}${member}`);
  }

  #isCalled(use: Node): boolean {
    let callee = use;
    let parent = this.#scopes.parents.get(callee);
    for (; parent !== undefined && isWrapper(parent); parent = this.#scopes.parents.get(callee)) callee = parent;
    if (parent?.type === "TaggedTemplateExpression") return parent.tag === callee;
    return (parent?.type === "CallExpression" || parent?.type === "NewExpression") && parent.callee === callee;
  }

  #write({ start, end }: ImportDeclaration, code: string): true {
    this.#edits.replace({ start, end }, code);
    return true;
  }

  // Parameters and what a function declares have one scope here: defaults may mean what is imported.
  #areShadowsKnown(imported: ReadonlySet<string>): boolean {
    return [...this.#scopes.declared.values()].every(
      ({ name, node, uses, source }) =>
        !imported.has(name) || source.kind === "import" || uses.every(({ start }) => start > node.start),
    );
  }
}

// How a file calls what another one imports of it; null: all that it exports, or a name that is a string.
function importedName(specifier: ImportDeclarationSpecifier): string | null {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier" || specifier.imported.type !== "Identifier") return null;
  return specifier.imported.name;
}
