// What user modules get when they import Confix: the copy that is running.
import type { RunningConfix } from "../host/scripts.ts";
import * as confix from "../index.ts";
import * as node from "../node.ts";

/** The exports of `confix` and `confix/node`. */
export const running: RunningConfix = { confix, "confix/node": node };
