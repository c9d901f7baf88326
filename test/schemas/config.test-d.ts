import { expectTypeOf, test } from "vitest";
import type { ConfigDocument } from "../../schemas/config.ts";
import type { ConfixConfig } from "../../src/index.ts";

test("what defineConfig takes is what the document holds", () => {
  expectTypeOf<ConfixConfig>().toEqualTypeOf<ConfigDocument>();
});
