// Compares what can be seen of a case on both sides.
import { failuresIn, type Observation, type Steps } from "../sides/observation.ts";

/** Where two observations differ, or where both fail and the reasons are yet to be compared. */
export interface Comparison {
  /** The places where one side shows something else than the other. */
  readonly differences: readonly Difference[];
  /** The places where both sides fail. Of several in a group, which stand in one that fails as a whole on the other side, one has to agree. */
  readonly failures: readonly (readonly Steps[])[];
  /** How many values were equal. */
  readonly equal: number;
}

/** A place where one side shows something else than the other. */
export interface Difference {
  readonly kind: "only Nix fails" | "only Confix fails" | "other values" | "other names";
  readonly steps: Steps;
  readonly nix: Observation;
  readonly confix: Observation;
}

/** Compares everything that can be seen at some steps. */
export function compare(nix: Observation, confix: Observation, steps: Steps): Comparison {
  const walk = new Comparer();
  walk.compare(nix, confix, steps);
  return walk;
}

class Comparer implements Comparison {
  readonly differences: Difference[] = [];
  readonly failures: (readonly Steps[])[] = [];
  equal = 0;

  compare(nix: Observation, confix: Observation, steps: Steps): void {
    if (nix.kind === "failure" && failuresIn(confix).length > 0) {
      // Where Nix fails as a whole, Confix may tell more.
      this.failures.push([steps]);
    } else if (confix.kind === "failure" && failuresIn(nix).length > 0) {
      this.failures.push(failuresIn(nix, steps));
    } else if (nix.kind === "set" && confix.kind === "set") {
      const names = [...nix.members.keys()];
      if (JSON.stringify(names) !== JSON.stringify([...confix.members.keys()])) {
        this.differences.push({ kind: "other names", steps, nix, confix });
      }
      for (const [name, member] of nix.members) {
        const other = confix.members.get(name);
        if (other !== undefined) this.compare(member, other, [...steps, name]);
      }
    } else if (nix.kind === "list" && confix.kind === "list" && nix.items.length === confix.items.length) {
      for (const [at, item] of nix.items.entries()) this.compare(item, confix.items[at] ?? item, [...steps, at]);
    } else if (nix.kind === "function" && confix.kind === "function") {
      this.equal += 1;
    } else if (nix.kind === "data" && confix.kind === "data" && nix.value === confix.value) {
      this.equal += 1;
    } else {
      const kind =
        nix.kind === "failure" ? "only Nix fails" : confix.kind === "failure" ? "only Confix fails" : "other values";
      this.differences.push({ kind, steps, nix, confix });
    }
  }
}
