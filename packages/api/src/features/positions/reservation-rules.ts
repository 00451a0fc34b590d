/** A reservation as the rules need it; `number` is that of its version. */
export type ReservationFacts = { id: string; number: number; maintains: string | null; lifted: boolean };

/**
 * The reservations that concern version `number`: `live` ones entered on it, and `stale` ones of an older version that
 * were neither lifted nor maintained since. None is ever carried over.
 */
export function reservationsOn<Row extends ReservationFacts>(
  rows: readonly Row[],
  number: number,
): { live: Row[]; stale: Row[] } {
  const known = rows.filter((row) => row.number <= number);
  const maintained = new Set(known.map((row) => row.maintains));
  const standing = known.filter((row) => !row.lifted && !maintained.has(row.id));
  return {
    live: standing.filter((row) => row.number === number),
    stale: standing.filter((row) => row.number < number),
  };
}

/** Whether a reservation is older than the day by which it was to be lifted; days are ISO dates. */
export function isOverdue(expectedLift: string | null, today: string): boolean {
  return expectedLift !== null && expectedLift < today;
}

/** The paragraphs a reservation still has in a version; null where it was about some and none is left. */
export function scopeIn(paragraphIds: readonly string[], inVersion: ReadonlySet<string>): string[] | null {
  const left = paragraphIds.filter((id) => inVersion.has(id));
  return paragraphIds.length > 0 && left.length === 0 ? null : left;
}
