// Writes a case as Nix.
import { argumentsIn } from "../description/arguments-in.ts";
import type {
  CaseDescription,
  Code,
  Expression,
  LevelDescription,
  ModuleDescription,
  OptionDescription,
  DisabledDescription,
  Path,
  RenameDescription,
  Scalar,
  SubmoduleDescription,
  TypeDescription,
} from "../description/description.ts";
import { isWrittenShort } from "../description/is-written-short.ts";
import { type Tree, treeOf } from "../description/tree.ts";
import { filesFolder } from "./files-folder.ts";
import { nixApplies, nixChecks, nixCoercions, nixOperation, nixOrder, nixOverride } from "./nix-functions.ts";
import { nixList, nixScalar, nixSet, nixString } from "./nix-text.ts";

/** A case as Nix: an expression for the evaluation, in which `lib` is free, and so in the files that it names. */
export interface NixText {
  readonly expression: string;
  readonly files: readonly (readonly [name: string, text: string])[];
}

/** Writes a case as Nix. */
export function writeNix({ level, specialArgs, prefix, class: className, extension }: CaseDescription): NixText {
  const writer = new NixWriter();
  const modules = writer.roots(level);
  const bindings = `let\n${[...writer.bindings].map(([id, text]) => `  ${id} = ${text};\n`).join("")}in `;
  const attributes: [string, string][] = [["modules", modules]];
  if (specialArgs.length > 0) {
    attributes.push(["specialArgs", argumentSet(specialArgs)]);
  }
  if (prefix.length > 0) attributes.push(["prefix", nixList(prefix.map(nixString))]);
  if (className !== null) attributes.push(["class", nixString(className)]);
  const evaluation = `lib.evalModules ${nixSet(attributes)}`;
  const extended = `(${evaluation}).extendModules { modules = ${nixList(extension)}; }`;
  return {
    expression: `${bindings}${extension.length === 0 ? evaluation : extended}`,
    files: [...writer.files].map(([id, text]) => [`${id}.nix`, `${bindings}${text}`]),
  };
}

class NixWriter {
  readonly bindings = new Map<string, string>();
  readonly files = new Map<string, string>();

  roots(level: LevelDescription): string {
    for (const module of level.modules) {
      const { id, isFile } = module;
      const text = this.#module(module);
      if (isFile) this.files.set(id, text);
      this.bindings.set(id, isFile ? `${filesFolder}/${id}.nix` : text);
    }
    return nixList(level.roots);
  }

  #module(module: ModuleDescription): string {
    const { id, key, class: className, imports, disabled, renames, options, freeform, config } = module;

    const attributes: [string, string][] = [["_file", nixString(id)]];
    if (key !== null) attributes.push(["key", nixString(key)]);
    if (className !== null) attributes.push(["_class", nixString(className)]);
    const imported = imports.map((each) =>
      each.argument === null ? each.id : `(if ${each.argument} then ${each.id} else { })`,
    );
    if (imports.length + renames.length > 0)
      attributes.push(["imports", nixList([...imported, ...renames.map(rename)])]);
    if (disabled.length > 0) attributes.push(["disabledModules", nixList(disabled.map(disabledItem))]);
    if (freeform !== null) attributes.push(["freeformType", this.#type(freeform)]);
    if (isWrittenShort(module)) {
      attributes.push(
        ...module.config.entries.map(([name, value]): [string, string] => [name, this.#expression(value)]),
      );
    } else {
      attributes.push(["options", this.#options(treeOf(options))]);
      if (config !== null) attributes.push(["config", this.#expression(config)]);
    }
    const formals = [...argumentsIn([imports, options, config])].map((name) => `${name}, `).join("");
    return `{ ${formals}... }: ${nixSet(attributes)}`;
  }

  #options(tree: Tree<OptionDescription>): string {
    if (tree.kind === "leaf") return this.#option(tree.value);
    return nixSet([...tree.children].map(([name, child]) => [name, this.#options(child)]));
  }

  #option(option: OptionDescription): string {
    const { type, apply } = option;
    const attributes: [string, string][] = [];
    if (type !== null) {
      const text = this.#type(type);
      attributes.push([
        "type",
        option.keepsType === true ? `(let self = ${text} // { typeMerge = _: self; }; in self)` : text,
      ]);
    }
    if (option.default !== null) attributes.push(["default", this.#expression(option.default)]);
    if (option.description !== null) attributes.push(["description", nixString(option.description)]);
    if (option.isReadOnly) attributes.push(["readOnly", "true"]);
    if (option.internal !== null) attributes.push(["internal", String(option.internal)]);
    if (option.visible !== null) attributes.push(["visible", nixScalar(option.visible)]);
    if (apply === "evaluated" && type?.type === "deferredModule") {
      attributes.push(["apply", `(x: (lib.evalModules { modules = [ x ] ++ ${this.roots(type.level)}; }).config)`]);
    } else if (apply !== null && apply !== "evaluated") {
      attributes.push(["apply", nixApplies[apply]]);
    }
    return `lib.mkOption ${nixSet(attributes)}`;
  }

  #type(type: TypeDescription): string {
    switch (type.type) {
      case "plain":
        return `lib.types.${type.name}`;
      case "between":
        return `(lib.types.ints.between ${nixScalar(type.lowest)} ${nixScalar(type.highest)})`;
      case "separatedString":
        return `(lib.types.separatedString ${nixString(type.separator)})`;
      case "strMatching":
        return `(lib.types.strMatching ${nixString(type.pattern)})`;
      case "enum":
        return `(lib.types.enum ${nixList(type.values.map(nixScalar))})`;
      case "either":
        return `(lib.types.either ${type.arms.map((arm) => this.#type(arm)).join(" ")})`;
      case "oneOf":
        return `(lib.types.oneOf ${nixList(type.arms.map((arm) => this.#type(arm)))})`;
      case "unique":
        return `(lib.types.unique { message = "Once."; } ${this.#type(type.of)})`;
      case "attrsWith":
        return `(lib.types.attrsWith { elemType = ${this.#type(type.of)}; placeholder = "id"; })`;
      case "lazyAttrsWith":
        return `(lib.types.attrsWith { elemType = ${this.#type(type.of)}; lazy = true; })`;
      case "coercedTo":
        return nixCoercions[type.coercion];
      case "addCheck":
        return `(lib.types.addCheck ${this.#type(type.of)} ${nixChecks[type.check]})`;
      case "attrTag":
        return `(lib.types.attrTag ${nixSet(type.tags.map(([tag, option]) => [tag, this.#option(option)]))})`;
      case "deferredModule":
        return "lib.types.deferredModule";
      case "submodule": {
        const modules = this.roots(type.level);
        if (type.more === null && type.isShorthand) return `(lib.types.submodule ${modules})`;
        const attributes: [string, string][] = [["modules", modules]];
        if (type.isShorthand) attributes.push(["shorthandOnlyDefinesConfig", "true"]);
        const { class: className, description, specialArgs } = type.more ?? noMore;
        if (className !== null) attributes.push(["class", nixString(className)]);
        if (description !== null) attributes.push(["description", nixString(description)]);
        if (specialArgs.length > 0) attributes.push(["specialArgs", argumentSet(specialArgs)]);
        return `(lib.types.submoduleWith ${nixSet(attributes)})`;
      }
      default: {
        const text = `(lib.types.${type.type} ${this.#type(type.of)})`;
        return type.isAtOnce === true ? `(${readAtOnce} ${text})` : text;
      }
    }
  }

  #expression(expression: Expression): string {
    switch (expression.is) {
      case "scalar":
        return nixScalar(expression.value);
      case "list":
        return nixList(expression.items.map((item) => this.#inner(item)));
      case "set":
        return nixSet(expression.entries.map(([name, value]) => [name, this.#expression(value)]));
      case "if":
        return `lib.mkIf ${this.#code(expression.condition)} ${this.#inner(expression.content)}`;
      case "merge":
        return `lib.mkMerge ${nixList(expression.contents.map((content) => this.#inner(content)))}`;
      case "override":
        return `${nixOverride(expression.priority)} ${this.#inner(expression.content)}`;
      case "order":
        return `${nixOrder(expression.priority)} ${this.#inner(expression.content)}`;
      case "definition":
        return `lib.mkDefinition { file = ${nixString(expression.file)}; value = ${this.#expression(expression.content)}; }`;
      case "where": {
        const path = nixList(expression.path.map(nixString));
        return `if lib.hasAttrByPath ${path} options then ${this.#expression(expression.content)} else { }`;
      }
      case "computed":
        return this.#code(expression.code);
      case "module":
        return this.#module(expression.module);
      case "function":
        return `p: ${this.#expression(expression.body)}`;
    }
  }

  // As an argument or an item of a list.
  #inner(expression: Expression): string {
    const text = this.#expression(expression);
    return expression.is === "scalar" || expression.is === "list" ? text : `(${text})`;
  }

  // Always in parentheses, or needing none.
  #code(code: Code): string {
    switch (code.code) {
      case "value":
        return this.#inner(code.value);
      case "config":
        return `config.${code.path.map(nixString).join(".")}`;
      case "argument":
        return code.name;
      case "parameter":
        return "p";
      case "operation":
        return `(${nixOperation(
          code.name,
          code.operands.map((operand) => this.#code(operand)),
        )})`;
      case "member":
        // In parentheses: `or` is about the last name only.
        if (code.otherwise === null) return `(${this.#code(code.of)}).${nixString(code.name)}`;
        return `((${this.#code(code.of)}).${nixString(code.name)} or ${this.#code(code.otherwise)})`;
      case "has":
        return `(${this.#code(code.of)} ? ${nixString(code.name)})`;
      case "choice":
        return `(if ${this.#code(code.condition)} then ${this.#code(code.accepted)} else ${this.#code(code.otherwise)})`;
      case "state":
        return `options.${code.path.map(nixString).join(".")}.${code.attribute}`;
      case "alias": {
        const option = `options.${code.path.map(nixString).join(".")}`;
        if (code.how === "definitions") return `(lib.mkAliasDefinitions ${option})`;
        if (code.how === "priority") return `(lib.modules.mkAliasAndWrapDefsWithPriority (x: x) ${option})`;
        return `(lib.mkDerivedConfig ${option} (x: x))`;
      }
      case "throw":
        return `(throw ${nixString(code.message)})`;
    }
  }
}

// A list type whose value is computed with all its elements, and that stays so whatever Nix makes of it.
const readAtOnce = `(let
  atOnce = type: type // {
    merge = type.merge // {
      __functor = self: loc: defs: (self.v2 { inherit loc defs; }).value;
      v2 = args: let merged = type.merge.v2 args; in merged // {
        value = builtins.foldl' (list: item: builtins.seq item list) merged.value merged.value;
      };
    };
    substSubModules = modules: atOnce (type.substSubModules modules);
    typeMerge = functor: let merged = type.typeMerge functor; in if merged == null then null else atOnce merged;
  };
in atOnce)`;

const noMore: NonNullable<SubmoduleDescription["more"]> = { class: null, description: null, specialArgs: [] };

function argumentSet(args: readonly (readonly [name: string, value: Scalar])[]): string {
  return nixSet(args.map(([name, value]) => [name, nixScalar(value)]));
}

function disabledItem(item: DisabledDescription): string {
  if (item.how === "file") return item.id;
  const { key, how } = item;
  if (how === "set") return `{ key = ${nixString(key)}; }`;
  return nixString(how === "short" ? key.slice(key.lastIndexOf("/") + 1) : key);
}

function pathList(path: Path): string {
  return nixList(path.map(nixString));
}

function rename(description: RenameDescription): string {
  if (description.rename === "merged") {
    const [one, other] = description.from.map(pathList);
    const to = pathList(description.to);
    const merge = `(config: lib.getAttrFromPath ${one} config)`;
    return `(lib.mkMergedOptionModule [ ${one} ${other} ] ${to} ${merge})`;
  }
  const from = pathList(description.from);
  if (description.rename === "removed") return `(lib.mkRemovedOptionModule ${from} "It was not needed.")`;
  const to = pathList(description.to);
  switch (description.rename) {
    case "weak": {
      const rest = "visible = true; warn = false; use = x: x; withPriority = false;";
      return `(lib.doRename { from = ${from}; to = ${to}; ${rest} })`;
    }
    case "dated":
      return `(lib.mkRenamedOptionModuleWith { from = ${from}; to = ${to}; sinceRelease = 2305; })`;
    case "renamed":
      return `(lib.mkRenamedOptionModule ${from} ${to})`;
    case "alias":
      return `(lib.mkAliasOptionModule ${from} ${to})`;
    case "changed":
      return `(lib.mkChangedOptionModule ${from} ${to} (config: lib.getAttrFromPath ${from} config))`;
  }
}
