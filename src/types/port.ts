// Ports of TCP and UDP.
import type { OptionType } from "../model/option-type.ts";
import { ints } from "./ints.ts";

/** A port number, 0 to 65535: another name of `ints.u16`. */
export const port: OptionType<number> = ints.u16;
