// The names with which JavaScript and its tools look at any object they meet, to find out what it is.

/**
 * A strict record answers `undefined` for these unless they are declared: `await`, `JSON.stringify`, string templates,
 * `console.log`, test matchers (vitest, jest, chai), React and DOM checks read them from every object.
 */
export const probeNames: ReadonlySet<string> = new Set([
  "$$typeof",
  "@@__IMMUTABLE_ITERABLE__@@",
  "@@__IMMUTABLE_RECORD__@@",
  "__esModule",
  "__proto__",
  "_isMockFunction",
  "asymmetricMatch",
  "constructor",
  "hasAttribute",
  "hasOwnProperty",
  "href",
  "inspect",
  "isPrototypeOf",
  "nodeName",
  "nodeType",
  "propertyIsEnumerable",
  "tagName",
  "then",
  "toAsymmetricMatcher",
  "toISOString",
  "toJSON",
  "toLocaleString",
  "toString",
  "valueOf",
]);
