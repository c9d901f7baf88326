// What the fixpoint lends the rooms, and the shapes that pass between the later ones.
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Origin } from "../kernel/origin.ts";
import type { Path } from "../kernel/path.ts";
import type { OnRead } from "../kernel/any-thunk.ts";
import type { Scope } from "../kernel/scope.ts";
import type { ConditionCell, Definition, ModuleArgs, SettledDefinition } from "./definition.ts";
import type { ModuleRecord } from "./module.ts";
import type { Option, OptionAttributes } from "./option.ts";
import { priorities } from "./property.ts";
import type {
  AnyOptionType,
  Member,
  MergeContext,
  SubmoduleEvaluation,
  SubmoduleParameters,
  ValueMeta,
} from "./option-type.ts";

/** Something at a path, of which most are never asked for it. */
export interface Placed {
  readonly path: Path;
}

/** A definition on its way to being settled: its known conditions hold. */
export interface Candidate {
  readonly definition: Definition;
  /** No property. A function only if `isForced` is false: then it is still to be called. */
  readonly value: unknown;
  readonly isForced: boolean;
  readonly priority: number | null;
  readonly order: number | null;
  /** Where it stands: the definition, or one of the contents of a `mkMerge` in it. */
  readonly origin: Origin;
  /** How many conditions were met at that place. */
  readonly conditions: number;
}

/** The definitions of one option that hold, as far as that is known without computing what may lose. */
export interface Discharged {
  readonly candidates: readonly Candidate[];
  /** The definitions, as written, that the candidates come from. */
  readonly holding: readonly Definition[];
  /** The strongest priority; 9999 if nothing holds. */
  readonly highestPrio: number;
}

/** The definitions of one option that count, and what is known of the others. */
export interface Settled {
  readonly definitions: readonly SettledDefinition[];
  /** The priority that won; 9999 if nothing holds. */
  readonly highestPrio: number;
  /** The strongest one before what stands under priorities was computed. */
  readonly dischargedPrio: number;
  /** The definitions, as written, that hold at all. */
  readonly holding: readonly Definition[];
  /** Whether it is known that nothing was computed for it, not even a condition: it may as well be settled again. */
  readonly isData: boolean;
}

/** An atom that one definition of several gives. */
export interface SettledAtom {
  readonly value: unknown;
  /** Null: there is one definition alone, a function that gave the value, so that nothing else is to be remembered. */
  readonly settled: Settled | null;
}

/** One declaration of an option: made by `mkOption`, or a set of options declared below a submodule option. */
export type Declaration =
  | { readonly kind: "option"; readonly option: Option<unknown, unknown>; readonly record: ModuleRecord }
  | { readonly kind: "nested"; readonly tree: unknown; readonly record: ModuleRecord };

/** What all declarations of an option agree on. */
export interface MergedOption {
  readonly type: AnyOptionType;
  /** The attributes but `type`, as given. */
  readonly attributes: OptionAttributes;
  /** Where the default stands; null: there is no default. */
  readonly defaultOrigin: Origin | null;
  /** Where `apply` stands; null: there is none. */
  readonly applyOrigin: Origin | null;
  /** Where the declarations stand, in their order. */
  readonly origins: readonly Origin[];
  /** Whether an atom that the type accepts is, as the only definition, the option's value: see `isLeaf`. */
  readonly takesAtoms: boolean;
  /** Whether the option is printed, and says nothing about the configuration as a whole. */
  readonly isOrdinary: boolean;
}

/** The default as a definition: like any other, but the weakest. Null: there is none. */
export function definitionOfDefault({ attributes, defaultOrigin }: MergedOption, args: ModuleArgs): Definition | null {
  if (defaultOrigin === null) return null;
  const value = attributes.default;
  return { value, args, origin: defaultOrigin, conditions: null, priority: priorities.optionDefault, order: null };
}

/** An option in the tree of declarations; shared between evaluations of the same modules if nothing in it is computed. */
export interface OptionNode {
  readonly kind: "option";
  readonly path: Path;
  readonly declarations: readonly Declaration[];
  /** Whether it is declared once, by a type that stands there: then it costs nothing to know what is declared. */
  readonly isPlain: boolean;
  /** What all declarations agree on, once known and the same for all evaluations that share the node. */
  merged: MergedOption | null;
}

/** A set of options in the tree of declarations. Its names are found when somebody asks for them. */
export interface OptionSetNode {
  readonly kind: "set";
  readonly path: Path;
  /** The modules' trees at this path, in the order of definitions. */
  sources: readonly OptionSource[];
  /** The names, once known and the same for all evaluations. */
  children: ReadonlyMap<string, OptionTreeNode> | null;
  /** The same names sorted, once somebody asked. */
  names: readonly string[] | null;
  /** What evaluations that share these modules found here; null: this one shares nothing. */
  readonly known: KnownNames | null;
}

/** What evaluations that share modules found at the names of one set of options, without asking a function for it. */
export interface KnownNames {
  /** What was made of the very same sources before, or null. */
  find(name: string, sources: readonly OptionSource[]): OptionTreeNode | null;
  /** Keeps what was made of sources that hold for all evaluations. */
  add(name: string, node: OptionTreeNode): void;
  /** What is known below a name. */
  below(name: string): KnownNames;
}

/** A node in the tree of declarations. */
export type OptionTreeNode = OptionNode | OptionSetNode;

/** One module's tree of options at some path. */
export interface OptionSource {
  readonly tree: unknown;
  readonly record: ModuleRecord;
}

/** An option of an evaluation: its value is this thunk's. */
export interface OptionCell {
  readonly node: OptionNode;
  readonly path: Path;
  /** It is declared otherwise from now on; unless that says the same, it is computed again when somebody needs it. */
  redeclare(node: OptionNode, saysTheSame: boolean): void;
  /** Its definitions are other ones from now on; it is computed again when somebody needs it. */
  redefine(definitions: readonly Definition[]): void;
  force(): unknown;
  peek(): { readonly value: unknown } | null;
  merged(): MergedOption;
  settled(): Settled;
  /** Everything that is said about it, in order, the default first. Computes nothing. */
  given(): readonly Definition[];
  /** The priority of the winners, computing none of their values. */
  highestPrio(): number;
  /** What the type tells beside the merged value. */
  valueMeta(): ValueMeta;
}

/** The fixpoint, as the rooms see it: what the evaluation is about, and the other rooms as functions. */
export interface Machine {
  readonly scope: Scope;
  readonly prefix: Path;
  /** The arguments of this evaluation's modules. */
  readonly args: ModuleArgs;
  /** The type of options that declare none. */
  readonly unspecified: AnyOptionType;
  /** Runs user code that may not read values, because names are being collected. */
  structural<T>(module: string, origin: Origin, code: () => T): T;
  /** Whether names are being collected right now. */
  isCollecting(): boolean;
  /** Fails if names are being collected right now: reading `path` would make the result depend on who reads first. */
  refuseEarlyRead(path: Path): void;
  /** Stands for what is at a path that is read while names are being collected, if the options there are not known yet. */
  probe(path: Path): object;
  /** Fails because the names at a path (without the prefix) are needed to find them. */
  refuseCircularNames(path: Path): never;
  /** A condition as a cell that is computed once: around what is at `around`, inside of `depth` others. */
  condition(condition: unknown, args: ModuleArgs, at: Placed, around: Origin, depth: number): ConditionCell;
  /** Room 2: the names at one level of the tree of options. */
  expand(node: OptionSetNode): ReadonlyMap<string, OptionTreeNode>;
  /** Room 2: an option that is declared otherwise than before. */
  redeclare(parent: OptionSetNode, name: string, sources: readonly OptionSource[]): OptionNode;
  /** Room 2: what the declarations of one option agree on. */
  mergeDeclarations(node: OptionNode): MergedOption;
  /** Room 3: the definitions of each name one level down. */
  push(definitions: readonly Definition[], path: Path): ReadonlyMap<string, readonly Definition[]>;
  /** Room 4, first half: what holds, computing nothing that stands under a priority. */
  discharge(definitions: readonly Definition[], at: Placed): Discharged;
  /** Room 4: what counts. `discharged` is the first half of the work, if it was done before. */
  settle(definitions: readonly Definition[], at: Placed, discharged: Discharged | null): Settled;
  /** Room 4 for an option that takes atoms: the one that wins; null: `settle` has to find out what does. */
  settleAtom(given: readonly Definition[], merged: MergedOption, at: Placed): SettledAtom | null;
  /** The same again for a definition that stands alone and came to a value; null: that is no function. */
  settledAlone(definitions: readonly Definition[], value: unknown): Settled | null;
  /** Room 5: the value of an option for which nothing has to be computed; undefined: that takes a cell. */
  knownValue(node: OptionNode, definitions: readonly Definition[]): unknown;
  /** Room 5: an option of this evaluation. */
  optionCell(node: OptionNode, definitions: readonly Definition[]): OptionCell;
  /** Room 5: what a type is lent that merges the value at a path. */
  context(path: Path): MergeContext;
  /** Room 5: any value of a type, from definitions. `isSensitive`: messages must not show it. Default false. */
  member(path: Path, type: AnyOptionType, definitions: readonly Definition[], isSensitive?: boolean): Member;
  /** The same for the value of everything that is undeclared, of which the definitions may become other ones. */
  rootMember(
    type: AnyOptionType,
    definitions: readonly Definition[],
  ): Member & { redefine(definitions: readonly Definition[]): void };
  /** Evaluates a submodule; `definitions` null: nothing defines it. */
  submodule(parameters: SubmoduleParameters, path: Path, definitions: readonly unknown[] | null): SubmoduleEvaluation;
  warn(diagnostic: Diagnostic): void;
}

/** One evaluation, or that of a submodule in it, as far as explaining needs it. */
export interface Explained {
  readonly machine: Machine;
  /** What has definitions at the beginning of a path (without the prefix); null: the path ends in a set of options. */
  find(path: Path): Found | null;
}

/** An option, or a name that a freeform type allows. */
export interface Found {
  /** How many names lead to it. */
  readonly length: number;
  /** Null: no module declares it. */
  readonly cell: OptionCell | null;
  readonly given: () => readonly Definition[];
  readonly type: () => AnyOptionType | null;
}

/** Takes note of what happens in an evaluation and in everything nested in it. */
export interface Recorder {
  readonly onRead: OnRead;
  /** An evaluation was made: the outermost, or that of a submodule. */
  add(prefix: Path, evaluation: Explained): void;
}
