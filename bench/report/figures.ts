// How figures are written.

/** What stands for a figure that there is none of. */
export const none = "–";

/** Seconds, as precise as they are worth. */
export function seconds(figure: number | null): string {
  if (figure === null) return none;
  return `${figure.toFixed(figure < 0.1 ? 3 : 2)} s`;
}

/** Milliseconds of a figure in seconds. */
export function milliseconds(figure: number | null): string {
  return figure === null ? none : `${(figure * 1000).toFixed(figure < 0.01 ? 2 : 0)} ms`;
}

/** Megabytes. */
export function megabytes(figure: number | null): string {
  return figure === null ? none : `${figure.toFixed(0)} MB`;
}

/** How many times one figure is another. */
export function ratio(one: number | null, other: number | null): string {
  return one === null || other === null ? none : `${(one / other).toFixed(2)} ×`;
}

/** What part of a whole a figure is, of 1. */
export function percent(figure: number | null): string {
  return figure === null ? none : `${(figure * 100).toFixed(figure < 0.1 ? 2 : 0)} %`;
}

/** An exponent. */
export function exponent(figure: number | null): string {
  return figure === null || Number.isNaN(figure) ? none : figure.toFixed(2);
}

/** A count, in groups of three digits. */
export function count(figure: number | null): string {
  return figure === null ? none : figure.toLocaleString("en");
}

/** A difference of two figures, or null if one is missing, or if it is lost in the noise of them. */
export function less(one: number | null, other: number | null): number | null {
  return one === null || other === null || one <= other ? null : one - other;
}
