/** What a page about readiness is narrowed to, as it stands in the address. */
export type Narrowed = {
  party?: string;
  own?: string;
  requirement?: string;
  work?: string;
  state?: string;
  q?: string;
};

/** The address of a page about readiness, or of its table, narrowed so. */
export function readinessAddress(
  narrowed: Narrowed,
  more: Record<string, string> = {},
  table = false,
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...narrowed, ...more })) if (value) query.set(key, value);
  const start = table ? '/api/readiness.csv' : '/people/readiness';
  return query.size > 0 ? `${start}?${query}` : start;
}
