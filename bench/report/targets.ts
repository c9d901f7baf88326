// Compares what was measured with what was aimed at. It says met or not, and decides nothing.
import { exponent, ratio } from "./figures.ts";
import type { Target } from "./section.ts";

/** That one figure be at least so many times another. */
export function timesAtLeast(what: string, least: number, own: number | null, other: number | null): Target {
  return {
    what,
    wanted: `at least ${least} ×`,
    measured: ratio(own, other),
    met: own === null || other === null ? null : own / other >= least,
  };
}

/** That one figure be at most so many times another. */
export function timesAtMost(what: string, most: number, own: number | null, other: number | null): Target {
  return {
    what,
    wanted: `at most ${most} ×`,
    measured: ratio(own, other),
    met: own === null || other === null ? null : own / other <= most,
  };
}

/** That a figure be at most so much. */
export function atMost(
  what: string,
  most: number,
  figure: number | null,
  write: (figure: number | null) => string,
): Target {
  return {
    what,
    wanted: `at most ${write(most)}`,
    measured: write(figure),
    met: figure === null ? null : figure <= most,
  };
}

/** That something grow no faster than that. */
export function growth(what: string, figure: number | null): Target {
  return atMost(what, 1.1, figure === null || Number.isNaN(figure) ? null : figure, exponent);
}
