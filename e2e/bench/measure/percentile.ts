/** The value that this many in a hundred do not pass, of values in order. */
export function percentile(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * share) / 100) - 1)] ?? 0;
  return Math.round(value * 100) / 100;
}
