// What modules have to say about the configuration as a whole: conditions it must meet, and warnings.
import { defineModule, defineSubmodule, type Finding, literalExpression, mkOption, types } from "confix";

/** A condition as the finished configuration holds it. `message` is computed only where the condition is false. */
interface Assertion {
  readonly assertion: boolean;
  readonly message: string;
}

const assertion = defineSubmodule({
  options: {
    assertion: mkOption({
      type: types.bool,
      example: literalExpression('({ config }) => config.networking.hostName !== ""'),
      description: "What has to be true of the configuration.",
    }),
    message: mkOption({
      type: types.str,
      example: "services.web needs networking.hostName.",
      description: "What to tell the user if it is false.",
    }),
  },
});

// Each by itself, so that one that cannot be computed hides no other.
function eachOf<T>(
  list: readonly T[],
  find: (item: T, at: string) => Finding | null,
): readonly (() => Finding | null)[] {
  return [...list.keys()].map((at) => () => find(list[at] as T, String(at))); // The cast: the position is one of the list.
}

// The message of one that holds is not computed.
function failedAssertion(each: Assertion, at: string): Finding | null {
  return each.assertion ? null : { severity: "error", message: each.message, at: [at] };
}

/**
 * Declares `assertions` and `warnings`. Both are asked when the whole configuration is printed or checked: all assertions
 * that are false are listed and fail the evaluation, warnings are shown beside the result.
 */
export default defineModule({
  options: {
    assertions: mkOption({
      type: types.listOf(types.submodule(assertion)),
      default: [],
      internal: true,
      example: [{ assertion: false, message: "services.web and services.proxy cannot both be enabled." }],
      description: "Conditions that a configuration has to meet.",
      findings: (assertions: readonly Assertion[]) => eachOf(assertions, failedAssertion),
    }),
    warnings: mkOption({
      type: types.listOf(types.str),
      default: [],
      internal: true,
      example: ["services.web.old is going to be removed."],
      description: "What to tell the user about a configuration that is accepted all the same.",
      findings: (warnings: readonly string[]) =>
        eachOf(warnings, (message, at) => ({ severity: "warning", message, at: [at] })),
    }),
  },
});
