// Evaluates cases on both sides and says which do not agree.
import type { Case } from "../case.ts";
import { evaluateConfix } from "../sides/confix-side.ts";
import type { NixSide, Place } from "../sides/nix-side.ts";
import type { Steps } from "../sides/observation.ts";
import { Judge } from "./judge.ts";
import { meantByRows, rewritings } from "./rewrites.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Evaluates cases on both sides. Where they do not agree, and rows of docs/differences.md give a meaning to something that
 * Nix understands otherwise, they are evaluated again, with that written in the words that mean it in Nix: for each row
 * alone, and then for all of them.
 */
export async function checkCases(cases: readonly Case[], nixSide: NixSide): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [...(await checkOnce(cases, nixSide))];
  for (const rules of rewritings) {
    const again = cases.flatMap((each, at) => {
      const meant = verdicts[at]?.mismatch === null ? null : meantByRows(each, rules);
      return meant === null ? [] : [{ at, ...meant }];
    });
    if (again.length === 0) continue;
    const meantCases = again.map(({ meant }) => meant);
    const meantVerdicts = await checkOnce(meantCases, nixSide);
    for (const [each, { at, rows }] of again.entries()) {
      const verdict = meantVerdicts[each];
      if (verdict !== undefined) verdicts[at] = { ...verdict, known: [...verdict.known, ...rows] };
    }
  }
  return verdicts;
}

async function checkOnce(cases: readonly Case[], nixSide: NixSide): Promise<readonly Verdict[]> {
  nixSide.load(cases);
  const seen = await nixSide.observe(cases.map((_case, number) => ({ number, steps: [] })));
  const judges = cases.map((each) => new Judge(each.description, evaluateConfix(each)));
  const stopped: (Place & { readonly judge: Judge })[] = [];
  for (const [number, judge] of judges.entries()) {
    const nix = seen[number] ?? { error: "Nix did not answer" };
    if (!("error" in nix)) judge.compare(nix, []);
    else for (const steps of placesOf(cases[number])) stopped.push({ number, steps, judge });
  }
  // Where an error stopped Nix, whatever it is, the parts are looked at one by one.
  for (const [at, nix] of (await nixSide.observe(stopped)).entries()) {
    const { judge, steps } = stopped[at] ?? {};
    if (judge === undefined || steps === undefined) continue;
    if ("error" in nix) judge.compareFailures([{ steps, message: nix.error }]);
    else judge.compare(nix, steps);
  }
  const questions = judges.flatMap((judge, number) => judge.questions.map((group) => ({ judge, number, group })));
  const messages = await nixSide.messages(
    questions.flatMap(({ number, group }) => group.map((steps) => ({ number, steps }))),
  );
  let next = 0;
  for (const { judge, group } of questions) {
    judge.compareFailures(group.map((steps) => ({ steps, message: messages[next++] ?? null })));
  }
  return judges;
}

function placesOf(each: Case | undefined): readonly Steps[] {
  const states = each?.states ?? [];
  return [
    ["graph"],
    ...states.map(({ path }): Steps => ["config", ...path]),
    ...states.map((_state, at): Steps => ["states", at]),
  ];
}
