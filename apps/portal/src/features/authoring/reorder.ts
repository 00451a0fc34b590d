/** One place towards the beginning or the end, or to a place that was dropped on. */
export type Step = 'up' | 'down' | { unitId: string; at: number };

type Unit<Item> = { id: string; activities: Item[] };

/** The units with one moved, and where it stands; null where there is no such place. */
export function movedUnit<Item, U extends Unit<Item>>(units: readonly U[], id: string, step: Step) {
  const from = units.findIndex((unit) => unit.id === id);
  const unit = units[from];
  const at = typeof step === 'object' ? step.at : step === 'up' ? from - 1 : from + 1;
  if (!unit || at < 0 || at >= units.length || at === from) return null;
  return { units: put(without(units, unit), unit, at), at };
}

/** The units with one activity moved, over their bounds; null where there is no such place. */
export function movedActivity<Item extends { id: string }, U extends Unit<Item>>(
  units: readonly U[],
  id: string,
  step: Step,
) {
  const home = units.findIndex((unit) => unit.activities.some((one) => one.id === id));
  const unit = units[home];
  const activity = unit?.activities.find((one) => one.id === id);
  if (!unit || !activity) return null;
  const place = target(units, home, unit.activities.indexOf(activity), step);
  if (!place) return null;
  const next = units.map((one) => {
    const others = without(one.activities, activity);
    return { ...one, activities: one.id === place.unitId ? put(others, activity, place.at) : others };
  });
  return { units: next, ...place };
}

function target<Item>(units: readonly Unit<Item>[], home: number, from: number, step: Step) {
  if (typeof step === 'object') return step;
  const unit = units[home];
  const at = step === 'up' ? from - 1 : from + 1;
  if (unit && at >= 0 && at < unit.activities.length) return { unitId: unit.id, at };
  const neighbour = units[step === 'up' ? home - 1 : home + 1];
  return neighbour ? { unitId: neighbour.id, at: step === 'up' ? neighbour.activities.length : 0 } : null;
}

const without = <Item>(items: readonly Item[], item: Item) => items.filter((one) => one !== item);
const put = <Item>(items: readonly Item[], item: Item, at: number) => [
  ...items.slice(0, at),
  item,
  ...items.slice(at),
];

type Sent = { part: 'unit' | 'activity'; id: string; unitId: string | null; at: number };

/** The units after a move as it is sent; as they are where what it moved, or where to, is not there. */
export function withMove<Item extends { id: string }, U extends Unit<Item>>(
  units: readonly U[],
  { part, id, unitId, at }: Sent,
): U[] {
  const moved =
    part === 'unit'
      ? movedUnit<Item, U>(units, id, { unitId: id, at })
      : movedActivity<Item, U>(units, id, { unitId: unitId ?? '', at });
  return moved && units.some((unit) => part === 'unit' || unit.id === unitId) ? moved.units : [...units];
}
