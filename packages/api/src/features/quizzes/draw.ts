import { shuffled } from './order.ts';

/** A place in a quiz: one version of a question, or so many drawn from a pool. */
export type Slot = {
  key: string;
  points: number;
  versionId: string | null;
  pool: readonly string[];
  count: number;
};

/** A question an attempt asks, fixed at its start. */
export type Drawn = { key: string; versionId: string; points: number };

/**
 * What an attempt asks: by seed alone, so that it can be told again; no version twice; from a pool rather what was not
 * asked in an earlier attempt. A pool too small gives all it has.
 */
export function drawQuestions(slots: readonly Slot[], seed: number, seen: ReadonlySet<string>): Drawn[] {
  const taken = new Set(slots.flatMap(({ versionId }) => versionId ?? []));
  return slots.flatMap((slot) => {
    const { key, points, versionId } = slot;
    if (versionId !== null) return [{ key, points, versionId }];
    const mixed = shuffled([...new Set(slot.pool)].sort(), `${seed}:${key}`).filter((id) => !taken.has(id));
    const fresh = mixed.filter((id) => !seen.has(id));
    const drawn = [...fresh, ...mixed.filter((id) => seen.has(id))].slice(0, slot.count);
    for (const id of drawn) taken.add(id);
    return drawn.map((id, index) => ({ key: `${key}-${index + 1}`, points, versionId: id }));
  });
}
