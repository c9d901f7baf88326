// An evaluation that follows changes of a workload comes to what the changed workload comes to.
import { expect, test } from "vitest";
import * as confix from "../../src/index.ts";
import { moduleMaker } from "../../bench/confix/modules.ts";
import { changedScalars, withChanges } from "../../bench/workload/changed-scalars.ts";
import { generate } from "../../bench/workload/generate.ts";
import { resolveWorkload } from "../../bench/workload/resolve.ts";

test.each([
  ["W1", 200, 5],
  ["W2", 30, 1],
] as const)("%s, %i", (name, size, count) => {
  const workload = generate({ name, size });
  const changes = changedScalars(workload, 5);
  expect(changes).toHaveLength(count);
  expect(new Set(changes.map(({ at }) => at)).size).toBe(count);
  const changed = resolveWorkload(withChanges(workload, changes));
  expect(changed).not.toEqual(resolveWorkload(workload));
  const make = moduleMaker(confix);
  const modules: object[] = workload.modules.map(make);
  let evaluation: confix.Evaluation = confix.evalModules({ modules, updatable: true });
  evaluation.output();
  for (const { at, module } of changes) {
    const fresh = make(module);
    evaluation = evaluation.update({ replace: [[modules[at], fresh]] });
    modules[at] = fresh;
  }
  expect(JSON.parse(JSON.stringify(evaluation.output().value))).toEqual(changed);
});
