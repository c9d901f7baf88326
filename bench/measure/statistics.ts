// The few figures that are made of measured ones.

/** The middle one of figures, or the mean of the two middle ones. */
export function medianOf(figures: readonly number[]): number {
  const sorted = figures.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** With which power of the size a figure grows: the slope of the line through the logarithms, by least squares. */
export function exponentOf(points: readonly { readonly size: number; readonly figure: number }[]): number {
  const logs = points.map(({ size, figure }) => [Math.log(size), Math.log(figure)] as const);
  const mean = (at: 0 | 1): number => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
  const [meanSize, meanFigure] = [mean(0), mean(1)];
  const both = logs.reduce((sum, [size, figure]) => sum + (size - meanSize) * (figure - meanFigure), 0);
  return both / logs.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0);
}
