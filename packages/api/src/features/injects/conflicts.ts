import type { Inject } from './rules.ts';

/** What is wrong with the list, so far as it can be told without reading the texts. */
export type ConflictKind =
  | 'circle'
  | 'afterLater'
  | 'afterWithdrawn'
  | 'answerWithoutAfter'
  | 'outsideWindow'
  | 'sameMinute'
  | 'noTeam'
  | 'noObjective'
  | 'noResponsible';

/** One warning: of which inject, and where it is about two, of which other. */
export type Conflict = {
  kind: ConflictKind;
  injectId: string;
  otherId: string | null;
  teamId: string | null;
};

type Planned = Pick<
  Inject,
  'id' | 'number' | 'minute' | 'trigger' | 'teamIds' | 'objectiveId' | 'afterId' | 'responsibleId' | 'status'
>;

/**
 * The warnings of a list whose exercise lasts so many minutes, in the order of exercise time. What is withdrawn is not
 * looked at, save where something still waits for it.
 */
export function conflictsOf(injects: readonly Planned[], lasts: number): Conflict[] {
  const all = new Map(injects.map((one) => [one.id, one]));
  const standing = injects
    .filter(({ status }) => status !== 'withdrawn')
    .sort((a, b) => a.minute - b.minute || a.number - b.number);
  const circles = circular(all);
  const twins = sameMinute(standing);
  return standing.flatMap((one) => [
    ...dependencyConflicts(one, all, circles),
    ...(one.minute < 0 || one.minute > lasts ? [about(one, 'outsideWindow')] : []),
    ...(twins.get(one.id) ?? []),
    ...(one.teamIds.length === 0 ? [about(one, 'noTeam')] : []),
    ...(one.objectiveId === null ? [about(one, 'noObjective')] : []),
    ...(one.responsibleId === null ? [about(one, 'noResponsible')] : []),
  ]);
}

const about = (
  one: Planned,
  kind: ConflictKind,
  otherId: string | null = null,
  teamId: string | null = null,
) => ({
  ...{ kind, injectId: one.id, otherId, teamId },
});

function dependencyConflicts(one: Planned, all: ReadonlyMap<string, Planned>, circles: ReadonlySet<string>) {
  const after = one.afterId === null ? undefined : all.get(one.afterId);
  if (!after) return one.trigger === 'answer' ? [about(one, 'answerWithoutAfter')] : [];
  if (circles.has(one.id)) return [about(one, 'circle', after.id)];
  const found: Conflict[] = [];
  if (after.minute > one.minute) found.push(about(one, 'afterLater', after.id));
  if (after.status === 'withdrawn') found.push(about(one, 'afterWithdrawn', after.id));
  return found;
}

/** The injects that stand in a circle themselves: whoever follows their dependencies comes back to them. */
export function circular(all: ReadonlyMap<string, Pick<Planned, 'id' | 'afterId'>>): Set<string> {
  const [done, circles] = [new Set<string>(), new Set<string>()];
  for (const start of all.keys()) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: string | null = start;
    while (at !== null && !done.has(at)) {
      const seen = places.get(at);
      if (seen !== undefined) {
        for (const id of path.slice(seen)) circles.add(id);
        break;
      }
      places.set(at, path.length);
      path.push(at);
      at = all.get(at)?.afterId ?? null;
    }
    for (const id of path) done.add(id);
  }
  return circles;
}

/** Two injects the clock gives to one team in one minute; said of the later number. */
function sameMinute(standing: readonly Planned[]): Map<string, Conflict[]> {
  const first = new Map<string, Planned>();
  const found = new Map<string, Conflict[]>();
  for (const one of standing) {
    if (one.trigger !== 'clock') continue;
    for (const teamId of one.teamIds) {
      const key = `${teamId} ${one.minute}`;
      const other = first.get(key);
      if (!other) first.set(key, one);
      else found.set(one.id, [...(found.get(one.id) ?? []), about(one, 'sameMinute', other.id, teamId)]);
    }
  }
  return found;
}
