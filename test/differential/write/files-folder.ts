// Where the files of a case are.

/** Stands for the folder with the files of a case. On the side of Nix they are written to a disk, so that it gets a name. */
export const filesFolder = "/files-of-the-case";
