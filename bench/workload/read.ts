// Reads a workload that somebody else wrote.
import { z } from "zod";
import type { Value, WorkOption, WorkType, Workload } from "./document.ts";

const path = z.array(z.string()).min(1);
const value: z.ZodType<Value> = z.custom<Value>((given) => given !== undefined, "a value is missing");

const type: z.ZodType<WorkType> = z.lazy(() =>
  z.union([
    z.enum(["str", "int", "bool", "anything", "json"]),
    z.strictObject({ enum: z.array(z.string()).min(1) }),
    z.strictObject({ listOf: type }),
    z.strictObject({ attrsOf: type }),
    z.strictObject({ submodule: z.array(option), freeformType: type.optional() }),
  ]),
);

const option: z.ZodType<WorkOption> = z.lazy(() => z.strictObject({ path, type, default: value.optional() }));

const definition = z.strictObject({
  path,
  value,
  if: value.optional(),
  priority: z.int().optional(),
  order: z.int().optional(),
});

const module = z.strictObject({ name: z.string().min(1), options: z.array(option), defs: z.array(definition) });

const workload = z.object({
  format: z.literal("module-workload/1"),
  name: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  request: z.object({ all: z.array(z.string()), one: path }),
  modules: z.array(module),
  hosts: z.array(z.strictObject({ name: z.string().min(1), module })).optional(),
});

/** The workload in a text; `file` is for the message when it is none. */
export function readWorkload(text: string, file: string): Workload {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not JSON: ${String(error)}`, { cause: error });
  }
  const read = workload.safeParse(data);
  if (!read.success) throw new Error(`${file} is no workload:\n${z.prettifyError(read.error)}`);
  return read.data;
}
