// How bad a diagnostic is.

/** An error fails the evaluation of what it is about; a warning does not. */
export type Severity = "error" | "warning";
