// Names of users and groups.
import { type OptionType, types } from "confix";

/** A name that tools for accounts take: it may stand in `/etc/passwd`, in unit files and as the name of a file. */
export const accountName: OptionType<string> = {
  ...types.strMatching(/[A-Za-z_][A-Za-z0-9_-]{0,30}\$?/),
  description: "name of a user or group: up to 32 letters, digits, `_` and `-`, not beginning with a digit or `-`",
  descriptionClass: "nonRestrictiveClause",
};

/** A number that can be given to a user or group; the two highest mean that there is none. */
export const accountId: OptionType<number> = types.ints.between(0, 2 ** 32 - 2);
