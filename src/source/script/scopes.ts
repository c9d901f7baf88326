// Finds which declaration each name in a script stands for.
import type { BindingPattern, Node, ParamPattern, Program, VariableDeclaration } from "oxc-parser";
import type { Binding, BindingSource, Scopes } from "./bindings.ts";
import { type AnyFunction, childrenOf, isFunction, keyText, valueNodes } from "./syntax.ts";

/** What destructuring took of a value. */
type Taken = Pick<Binding, "access" | "isDefaulted">;

const whole: Taken = { access: [], isDefaulted: false };
const someRest: Taken = { access: null, isDefaulted: false };

function member({ access, isDefaulted }: Taken, name: string | null): Taken {
  return { access: access === null || name === null ? null : [...access, name], isDefaulted };
}

interface Scope {
  readonly outer: Scope | null;
  /** `var` ends up in the nearest of these. */
  readonly isFunction: boolean;
  readonly names: Map<string, Binding>;
}

/** Finds all names of a script. Throws a RangeError if it is nested too deeply. */
export function findScopes(program: Program): Scopes {
  return new ScopeWalk().run(program);
}

// Of TypeScript's own nodes these hold values; the rest is types, where names mean something else.
const nodesWithNames: ReadonlySet<string> = new Set([
  ...valueNodes,
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
  "TSModuleDeclaration",
  "TSModuleBlock",
]);

class ScopeWalk {
  readonly #parents = new Map<Node, Node>();
  readonly #declared = new Map<Node, Binding>();
  readonly #used: { readonly node: Node & { readonly name: string }; readonly scope: Scope }[] = [];

  run(program: Program): Scopes {
    const top: Scope = { outer: null, isFunction: true, names: new Map() };
    for (const statement of program.body) this.#visit(statement, program, top);
    const bindings = new Map<Node, Binding>();
    const globals = new Set<string>();
    for (const { node, scope } of this.#used) {
      const binding = find(scope, node.name);
      if (binding === null) globals.add(node.name);
      else {
        bindings.set(node, binding);
        binding.uses.push(node);
      }
    }
    return { bindings, declared: this.#declared, parents: this.#parents, globals, top: top.names };
  }

  #visit(node: Node, parent: Node, scope: Scope): void {
    if (node.type.startsWith("TS") && !nodesWithNames.has(node.type) && node.type !== "TSImportEqualsDeclaration") {
      this.#parents.set(node, parent);
      return;
    }
    this.#parents.set(node, parent);
    if (isFunction(node)) this.#function(node, scope);
    else this.#other(node, parent, scope);
  }

  #other(node: Node, parent: Node, scope: Scope): void {
    switch (node.type) {
      case "Identifier":
        this.#used.push({ node, scope });
        return;
      case "VariableDeclaration":
        this.#variables(node, parent, scope);
        return;
      case "ImportDeclaration":
        this.#imports(node, scope);
        return;
      case "TSImportEqualsDeclaration": {
        const { moduleReference } = node;
        const isValue = moduleReference.type === "TSExternalModuleReference" && node.importKind !== "type";
        const from = isValue ? moduleReference.expression.value : null;
        this.#declare(scope, node.id, from === null ? { kind: "other" } : { kind: "import", from, name: null });
        return;
      }
      case "ClassDeclaration":
      case "ClassExpression": {
        const inner = node.type === "ClassDeclaration" ? scope : open(scope, false);
        if (node.id !== null) this.#declare(inner, node.id, { kind: "other" });
        this.#children(node, inner, [node.id]);
        return;
      }
      case "TSEnumDeclaration":
      case "TSModuleDeclaration":
        if (node.id.type === "Identifier") this.#declare(scope, node.id, { kind: "other" });
        this.#children(node, open(scope, true), [node.id]);
        return;
      case "CatchClause": {
        const inner = open(scope, false);
        if (node.param !== null) this.#pattern(node.param, node, inner, inner, { kind: "other" }, whole);
        this.#children(node, inner, [node.param]);
        return;
      }
      case "BlockStatement":
      case "ForStatement":
      case "ForInStatement":
      case "ForOfStatement":
      case "SwitchStatement":
      case "StaticBlock":
        this.#children(node, open(scope, node.type === "StaticBlock"), []);
        return;
      case "MemberExpression":
        this.#children(node, scope, node.computed ? [] : [node.property]);
        return;
      case "Property":
      case "PropertyDefinition":
      case "MethodDefinition":
      case "AccessorProperty":
      case "TSEnumMember": {
        // In `{ a }` one node may stand for both the key and the value.
        const key = node.type === "TSEnumMember" ? node.id : node.key;
        if (!node.computed) this.#parents.set(key, node);
        this.#children(node, scope, node.computed ? [] : [key]);
        if (node.type === "Property" && node.shorthand && node.value === key) this.#visit(node.value, node, scope);
        return;
      }
      case "ExportSpecifier":
        if (node.local.type === "Identifier") this.#visit(node.local, node, scope);
        return;
      case "ExportNamedDeclaration":
        this.#children(node, scope, node.source === null ? [] : node.specifiers);
        return;
      case "LabeledStatement":
      case "BreakStatement":
      case "ContinueStatement":
        this.#children(node, scope, [node.label]);
        return;
      case "MetaProperty":
      case "ImportAttribute":
      case "ExportAllDeclaration":
        return;
      default:
        this.#children(node, scope, []);
    }
  }

  #children(node: Node, scope: Scope, except: readonly (Node | null)[]): void {
    for (const child of childrenOf(node)) if (!except.includes(child)) this.#visit(child, node, scope);
  }

  #function(node: AnyFunction, scope: Scope): void {
    const source = { kind: "function", code: node } as const;
    const isExpression = node.type === "FunctionExpression";
    const around = isExpression && node.id !== null ? open(scope, false) : scope;
    if (node.id !== null) this.#declare(around, node.id, source);
    const inner = open(around, true);
    for (const [index, parameter] of node.params.entries()) {
      this.#parents.set(parameter, node);
      const binding = { kind: "parameter", code: node, index } as const;
      this.#parameter(parameter, node, inner, binding);
    }
    if (node.body === null) return;
    // The parameters and the body share one scope here: a name that both declare would be doubled, hence unknown.
    this.#parents.set(node.body, node);
    if (node.body.type === "BlockStatement") this.#children(node.body, inner, []);
    else this.#visit(node.body, node, inner);
  }

  #parameter(parameter: ParamPattern, node: Node, scope: Scope, source: BindingSource): void {
    if (parameter.type === "TSParameterProperty") {
      this.#pattern(parameter.parameter, parameter, scope, scope, source, whole);
    } else if (parameter.type === "RestElement") {
      this.#pattern(parameter.argument, parameter, scope, scope, source, someRest);
    } else this.#pattern(parameter, node, scope, scope, source, whole);
  }

  #variables(declaration: VariableDeclaration, parent: Node, scope: Scope): void {
    const isLoop = parent.type === "ForInStatement" || parent.type === "ForOfStatement";
    const target = declaration.kind === "var" ? functionScope(scope) : scope;
    for (const declarator of declaration.declarations) {
      const { id, init } = declarator;
      this.#parents.set(declarator, declaration);
      const isHoisted = declaration.kind === "var";
      const isKnown = !isLoop && declaration.declare !== true;
      const source: BindingSource = isKnown ? { kind: "variable", init, isHoisted } : { kind: "other" };
      this.#pattern(id, declarator, scope, target, source, whole);
      if (init !== null) this.#visit(init, declarator, scope);
    }
  }

  // Declares the names of a pattern in `target`; the expressions in it belong to `scope`.
  #pattern(
    pattern: BindingPattern,
    parent: Node,
    scope: Scope,
    target: Scope,
    source: BindingSource,
    taken: Taken,
  ): void {
    this.#parents.set(pattern, parent);
    switch (pattern.type) {
      case "Identifier":
        this.#declare(target, pattern, source, taken);
        return;
      case "AssignmentPattern":
        this.#pattern(pattern.left, pattern, scope, target, source, { ...taken, isDefaulted: true });
        this.#visit(pattern.right, pattern, scope);
        return;
      case "ArrayPattern":
        for (const [index, item] of pattern.elements.entries()) {
          if (item === null) continue;
          const rest = item.type === "RestElement";
          if (rest) this.#pattern(item.argument, item, scope, target, source, someRest);
          else this.#pattern(item, pattern, scope, target, source, member(taken, String(index)));
        }
        return;
      case "ObjectPattern":
        for (const property of pattern.properties) {
          this.#parents.set(property, pattern);
          if (property.type === "RestElement") {
            this.#pattern(property.argument, property, scope, target, source, someRest);
            continue;
          }
          const name = keyText(property);
          if (property.computed) this.#visit(property.key, property, scope);
          else this.#parents.set(property.key, property);
          this.#pattern(property.value, property, scope, target, source, member(taken, name));
        }
    }
  }

  #imports(node: Extract<Node, { type: "ImportDeclaration" }>, scope: Scope): void {
    for (const specifier of node.specifiers) {
      const isType =
        node.importKind === "type" || (specifier.type === "ImportSpecifier" && specifier.importKind === "type");
      const from = node.source.value;
      const name =
        specifier.type === "ImportSpecifier"
          ? specifier.imported.type === "Literal"
            ? specifier.imported.value
            : specifier.imported.name
          : specifier.type === "ImportDefaultSpecifier"
            ? "default"
            : null;
      this.#declare(scope, specifier.local, isType ? { kind: "other" } : { kind: "import", from, name });
    }
  }

  #declare(scope: Scope, node: Node & { readonly name?: unknown }, source: BindingSource, taken: Taken = whole): void {
    const name = String(node.name);
    const known = scope.names.get(name);
    if (known !== undefined) {
      known.isDoubled = true;
      return;
    }
    const binding: Binding = { name, node, source, ...taken, uses: [], isDoubled: false };
    scope.names.set(name, binding);
    this.#declared.set(node, binding);
  }
}

function open(outer: Scope, isFunctionScope: boolean): Scope {
  return { outer, isFunction: isFunctionScope, names: new Map() };
}

function functionScope(scope: Scope): Scope {
  let found = scope;
  while (!found.isFunction && found.outer !== null) found = found.outer;
  return found;
}

function find(scope: Scope, name: string): Binding | null {
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const found = at.names.get(name);
    if (found !== undefined) return found;
  }
  return null;
}
