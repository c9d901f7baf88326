// Writes a case as TypeScript: modules as objects, functions for what is computed.
import { argumentsIn } from "../description/arguments-in.ts";
import type {
  CaseDescription,
  Code,
  Expression,
  LevelDescription,
  ModuleDescription,
  OptionDescription,
  DisabledDescription,
  RenameDescription,
  Scalar,
  TypeDescription,
} from "../description/description.ts";
import { isWrittenShort } from "../description/is-written-short.ts";
import { type Tree, treeOf } from "../description/tree.ts";
import { filesFolder } from "./files-folder.ts";
import { access, typeScriptList, typeScriptSet } from "./typescript-text.ts";
import {
  typeScriptApplies,
  typeScriptChecks,
  typeScriptCoercions,
  typeScriptOperation,
  typeScriptOrder,
  typeScriptOverride,
} from "./typescript-functions.ts";

/** Statements that return the evaluation of a case; what `confix` exports is in scope. */
export function writeTypeScript({ level, specialArgs, prefix, class: className, extension }: CaseDescription): string {
  const writer = new TypeScriptWriter();
  const modules = writer.roots(level);
  const bindings = [...writer.bindings].map(([id, text]) => `const ${id} = ${text};\n`);
  const attributes: [string, string][] = [["modules", modules]];
  if (specialArgs.length > 0) {
    attributes.push(["specialArgs", argumentSet(specialArgs)]);
  }
  if (writer.files.size > 0) {
    bindings.push(`const files = ${typeScriptSet([...writer.files])};\n`);
    attributes.push(["loader", "{ resolve: (path) => path, load: (path) => files[path] }"]);
  }
  if (prefix.length > 0) attributes.push(["prefix", JSON.stringify(prefix)]);
  if (className !== null) attributes.push(["class", JSON.stringify(className)]);
  const extended = extension.length === 0 ? "" : `.extendModules({ modules: ${typeScriptList(extension)} })`;
  return `${bindings.join("")}return evalModules(${typeScriptSet(attributes)})${extended};`;
}

function pathOf(id: string): string {
  return `${filesFolder}/${id}.nix`;
}

class TypeScriptWriter {
  readonly bindings = new Map<string, string>();
  readonly files = new Map<string, string>();

  roots(level: LevelDescription): string {
    // Modules import only later ones, and a constant must stand before its use.
    for (const module of level.modules.toReversed()) {
      const { id, isFile } = module;
      const text = this.#module(module);
      if (isFile) this.files.set(pathOf(id), text);
      this.bindings.set(id, isFile ? JSON.stringify(pathOf(id)) : text);
    }
    return typeScriptList(level.roots);
  }

  #module(module: ModuleDescription): string {
    const { id, key, isKeyHidden, class: className, imports, disabled, renames, options, freeform, config } = module;

    const attributes: [string, string][] = [["_file", JSON.stringify(id)]];
    if (key !== null && !isKeyHidden) attributes.push(["key", JSON.stringify(key)]);
    if (className !== null) attributes.push(["_class", JSON.stringify(className)]);
    const imported = imports.map((each) =>
      each.argument === null ? each.id : `(args.${each.argument} ? ${each.id} : {})`,
    );
    if (imports.length + renames.length > 0) {
      attributes.push(["imports", typeScriptList([...imported, ...renames.map(rename)])]);
    }
    if (disabled.length > 0) attributes.push(["disabledModules", typeScriptList(disabled.map(disabledItem))]);
    if (freeform !== null) attributes.push(["freeformType", this.#type(freeform)]);
    const isShort = isWrittenShort(module);
    if (isShort) {
      attributes.push(
        ...module.config.entries.map(([name, value]): [string, string] => [name, this.#expression(value)]),
      );
    } else {
      attributes.push(["options", this.#options(treeOf(options))]);
    }
    const definitions = config === null || isShort ? null : this.#expression(config);
    const needsArguments = argumentsIn(imports).size > 0;
    if (!isShort && module.form === "defined" && !needsArguments) {
      return `defineModule(${typeScriptSet(attributes)})${definitions === null ? "" : `.config(${definitions})`}`;
    }
    if (definitions !== null) attributes.push(["config", definitions]);
    const text = typeScriptSet(attributes);
    return needsArguments || module.form === "function" ? `(args) => (${text})` : text;
  }

  #options(tree: Tree<OptionDescription>): string {
    if (tree.kind === "leaf") return this.#option(tree.value);
    return typeScriptSet([...tree.children].map(([name, child]) => [name, this.#options(child)]));
  }

  #option(option: OptionDescription): string {
    const { type, apply } = option;
    const attributes: [string, string][] = [];
    if (type !== null) attributes.push(["type", this.#type(type)]);
    if (option.default !== null) attributes.push(["default", this.#expression(option.default)]);
    if (option.description !== null) attributes.push(["description", JSON.stringify(option.description)]);
    if (option.isReadOnly) attributes.push(["readOnly", "true"]);
    if (option.internal !== null) attributes.push(["internal", String(option.internal)]);
    if (option.visible !== null) attributes.push(["visible", JSON.stringify(option.visible)]);
    if (apply === "evaluated" && type?.type === "deferredModule") {
      attributes.push(["apply", `(x) => evalModules({ modules: [x, ...${this.roots(type.level)}] }).config`]);
    } else if (apply !== null && apply !== "evaluated") {
      attributes.push(["apply", typeScriptApplies[apply]]);
    }
    return `mkOption(${typeScriptSet(attributes)})`;
  }

  #type(type: TypeDescription): string {
    switch (type.type) {
      case "plain":
        return `types.${type.name}`;
      case "between":
        return `types.ints.between(${type.lowest}, ${type.highest})`;
      case "separatedString":
        return `types.separatedString(${JSON.stringify(type.separator)})`;
      case "strMatching":
        return `types.strMatching(${JSON.stringify(type.pattern)})`;
      case "enum":
        return `types.enum(${JSON.stringify(type.values)})`;
      case "either":
        return `types.either(${type.arms.map((arm) => this.#type(arm)).join(", ")})`;
      case "oneOf":
        return `types.oneOf(${typeScriptList(type.arms.map((arm) => this.#type(arm)))})`;
      case "unique":
        return `types.unique({ message: "Once." }, ${this.#type(type.of)})`;
      case "attrsWith":
        return `types.attrsWith({ elemType: ${this.#type(type.of)}, placeholder: "id" })`;
      case "lazyAttrsWith":
        return `types.attrsWith({ elemType: ${this.#type(type.of)}, lazy: true })`;
      case "coercedTo":
        return typeScriptCoercions[type.coercion];
      case "addCheck":
        return `types.addCheck(${this.#type(type.of)}, ${typeScriptChecks[type.check]})`;
      case "attrTag":
        return `types.attrTag(${typeScriptSet(type.tags.map(([tag, option]) => [tag, this.#option(option)]))})`;
      case "deferredModule":
        return "types.deferredModule";
      case "submodule": {
        const modules = this.roots(type.level);
        if (type.more === null && type.isShorthand) return `types.submodule(${modules})`;
        const attributes: [string, string][] = [["modules", modules]];
        if (type.isShorthand) attributes.push(["shorthandOnlyDefinesConfig", "true"]);
        for (const name of ["class", "description"] as const) {
          const text = type.more?.[name] ?? null;
          if (text !== null) attributes.push([name, JSON.stringify(text)]);
        }
        const specialArgs = type.more?.specialArgs ?? [];
        if (specialArgs.length > 0) attributes.push(["specialArgs", argumentSet(specialArgs)]);
        return `types.submoduleWith(${typeScriptSet(attributes)})`;
      }
      default:
        return `types.${type.type}(${this.#type(type.of)})`;
    }
  }

  #expression(expression: Expression): string {
    switch (expression.is) {
      case "scalar":
        return JSON.stringify(expression.value);
      case "list":
        return typeScriptList(expression.items.map((item) => this.#expression(item)));
      case "set":
        return typeScriptSet(expression.entries.map(([name, value]) => [name, this.#expression(value)]));
      case "if":
        return `mkIf(${this.#lazy(expression.condition)}, ${this.#expression(expression.content)})`;
      case "merge":
        return `mkMerge(${typeScriptList(expression.contents.map((content) => this.#expression(content)))})`;
      case "override":
        return `${typeScriptOverride(expression.priority)}${this.#expression(expression.content)})`;
      case "order":
        return `${typeScriptOrder(expression.priority)}${this.#expression(expression.content)})`;
      case "definition":
        return `mkDefinition({ file: ${JSON.stringify(expression.file)}, value: ${this.#expression(expression.content)} })`;
      case "where": {
        const conditions = expression.path.map(
          (name, at) => `${JSON.stringify(name)} in args.options${expression.path.slice(0, at).map(access).join("")}`,
        );
        return `(args) => (${conditions.join(" && ")} ? ${this.#value(expression.content)} : {})`;
      }
      case "computed":
        return this.#lazy(expression.code);
      case "module":
      case "function":
        // A function that returns the function, which would be taken for a lazy value itself.
        return `(args) => ${this.#value(expression)}`;
    }
  }

  // What is known already is written as it is; the rest becomes a function of the module's arguments.
  #lazy(code: Code): string {
    if (code.code === "value" && code.value.is !== "computed") return this.#expression(code.value);
    return `(${argumentsIn(code).size === 0 ? "" : "args"}) => ${this.#code(code)}`;
  }

  // What a function returns: it is not called again if it is a function.
  #value(expression: Expression): string {
    switch (expression.is) {
      case "computed":
        return this.#code(expression.code);
      case "module":
        return `((args) => (${this.#module({ ...expression.module, form: "object" })}))`;
      case "function":
        // What it returns is computed once more if it is a function.
        return `((p) => (${this.#expression(expression.body)}))`;
      default:
        return `(${this.#expression(expression)})`;
    }
  }

  #code(code: Code): string {
    switch (code.code) {
      case "value":
        return this.#value(code.value);
      case "config":
        return `args.config${code.path.map(access).join("")}`;
      case "argument":
        return `args.${code.name}`;
      case "parameter":
        return "p";
      case "operation":
        return `(${typeScriptOperation(
          code.name,
          code.operands.map((operand) => this.#code(operand)),
        )})`;
      case "member": {
        const of = this.#code(code.of);
        if (code.otherwise === null) return `${of}${access(code.name)}`;
        return `(${JSON.stringify(code.name)} in ${of} ? ${of}${access(code.name)} : ${this.#code(code.otherwise)})`;
      }
      case "has":
        return `(${JSON.stringify(code.name)} in ${this.#code(code.of)})`;
      case "choice":
        return `(${this.#code(code.condition)} ? ${this.#code(code.accepted)} : ${this.#code(code.otherwise)})`;
      case "state":
        return `args.options${code.path.map(access).join("")}.${code.attribute}`;
      case "alias": {
        const option = `args.options${code.path.map(access).join("")}`;
        if (code.how === "definitions") return `mkAliasDefinitions(${option})`;
        if (code.how === "priority") return `mkAliasAndWrapDefsWithPriority((x) => x, ${option})`;
        return `mkDerivedConfig(${option}, (x) => x)`;
      }
      case "throw":
        return `(() => { throw new Error(${JSON.stringify(code.message)}); })()`;
    }
  }
}

function argumentSet(args: readonly (readonly [name: string, value: Scalar])[]): string {
  return typeScriptSet(args.map(([name, value]) => [name, JSON.stringify(value)]));
}

function disabledItem(item: DisabledDescription): string {
  if (item.how === "file") return JSON.stringify(pathOf(item.id));
  const { key, how } = item;
  if (how === "set") return `{ key: ${JSON.stringify(key)} }`;
  return JSON.stringify(how === "short" ? key.slice(key.lastIndexOf("/") + 1) : key);
}

function rename(description: RenameDescription): string {
  const from = JSON.stringify(description.from);
  if (description.rename === "merged") {
    const merge = `(config) => config${description.from[0].map(access).join("")}`;
    return `mkMergedOptionModule(${from}, ${JSON.stringify(description.to)}, ${merge})`;
  }
  if (description.rename === "removed") return `mkRemovedOptionModule(${from}, "It was not needed.")`;
  const to = JSON.stringify(description.to);
  switch (description.rename) {
    case "weak": {
      const rest = "visible: true, warn: false, use: (x) => x, withPriority: false";
      return `doRename({ from: ${from}, to: ${to}, ${rest} })`;
    }
    case "dated":
      return `mkRenamedOptionModuleWith({ from: ${from}, to: ${to}, sinceRelease: 2305 })`;
    case "renamed":
      return `mkRenamedOptionModule(${from}, ${to})`;
    case "alias":
      return `mkAliasOptionModule(${from}, ${to})`;
    case "changed":
      return `mkChangedOptionModule(${from}, ${to}, (config) => config${description.from.map(access).join("")})`;
  }
}
