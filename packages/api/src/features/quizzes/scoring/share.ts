/** Percents that add up to a score: what falls short of whole by rounding (three times 33.3) counts as whole. */
export function fromPercent(percent: number): number {
  if (!Number.isFinite(percent)) return 0;
  return tidy(percent / 100);
}

/** A score between 0 and 1, to four places; the last thousandth is given. */
export function tidy(score: number): number {
  const held = Math.min(1, Math.max(0, score));
  return held > 0.999 ? 1 : Math.round(held * 10_000) / 10_000;
}
