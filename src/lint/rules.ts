// All rules about declarations. A new rule is one line here, one file, one page of documentation, one test.
import type { Rule } from "./rule.ts";
import { defaultText } from "./rules/default-text.ts";
import { defaultType } from "./rules/default-type.ts";
import { enableOption } from "./rules/enable-option.ts";
import { exampleLiteral } from "./rules/example-literal.ts";
import { exampleType } from "./rules/example-type.ts";
import { oldLiteral } from "./rules/literal-example.ts";
import { literalSecret } from "./rules/literal-secret.ts";
import { missingDescription } from "./rules/missing-description.ts";
import { missingType } from "./rules/missing-type.ts";
import { nameStyle } from "./rules/name-style.ts";
import { needlessDefaultText } from "./rules/needless-default-text.ts";
import { placeholderDescription } from "./rules/placeholder-description.ts";
import { readOnlyDefault } from "./rules/read-only-default.ts";
import { recursiveType } from "./rules/recursive-type.ts";
import { renameOverdue } from "./rules/rename-overdue.ts";
import { undocumentableType } from "./rules/undocumentable-type.ts";

/** The rules, the founding ones first. */
export const rules: readonly Rule[] = [
  defaultText,
  exampleLiteral,
  needlessDefaultText,
  missingType,
  oldLiteral,
  missingDescription,
  placeholderDescription,
  defaultType,
  exampleType,
  enableOption,
  nameStyle,
  literalSecret,
  recursiveType,
  undocumentableType,
  renameOverdue,
  readOnlyDefault,
];
