import { type ClockRow, reacher, runningFrom } from './clock.ts';

/** What a rule needs of an inject to say when it goes out. */
export type Outgoing = {
  id: string;
  minute: number;
  trigger: 'clock' | 'answer' | 'hand';
  afterId: string | null;
  teamIds: string[];
  approved: boolean;
};

/** Something that happened to an inject of a team at an instant. */
export type Happened = { injectId: string; teamId: string; at: Date };

/** All that decides what is delivered: rows that are only added to. */
export type RunScene = {
  clock: ClockRow[];
  injects: Outgoing[];
  /** Let go by hand. */
  releases: Happened[];
  /** Written when they were first seen to be due. */
  deliveries: Happened[];
  /** The first answer of each team to each inject. */
  answers: Happened[];
};

const keyOf = (injectId: string, teamId: string) => `${injectId} ${teamId}`;
const index = (all: readonly Happened[]) =>
  new Map(all.map((one) => [keyOf(one.injectId, one.teamId), one.at]));

/**
 * When each inject reached each of its teams, by the rows and the clock. By the clock: once the team's time has come to its
 * minute, and not before the inject it follows. By answer: once the team has answered the inject it follows. By hand: at
 * that instant. Nothing goes out by itself while the clock stands still; what was delivered once stays so.
 */
export function dueOf(scene: RunScene, now: Date): (injectId: string, teamId: string) => Date | null {
  const injects = new Map(scene.injects.map((one) => [one.id, one]));
  const [releases, deliveries, answers] = [
    index(scene.releases),
    index(scene.deliveries),
    index(scene.answers),
  ];
  const known = new Map<string, Date | null>();
  const reachers = new Map<string, ReturnType<typeof reacher>>();
  const reachedBy = (teamId: string) => {
    const own = reachers.get(teamId) ?? reacher(scene.clock, teamId, now);
    reachers.set(teamId, own);
    return own;
  };

  function due(injectId: string, teamId: string): Date | null {
    const key = keyOf(injectId, teamId);
    const delivered = deliveries.get(key);
    if (delivered) return delivered;
    const before = known.get(key);
    if (before !== undefined) return before;
    // Whoever follows a circle comes back here and finds that nothing in it is due.
    known.set(key, null);
    const inject = injects.get(injectId);
    const released = releases.get(key) ?? null;
    const byItself = inject?.approved && inject.teamIds.includes(teamId) ? dueByItself(inject, teamId) : null;
    const first = earlier(released, byItself);
    const found = first && first <= now ? first : null;
    known.set(key, found);
    return found;
  }

  function dueByItself(inject: Outgoing, teamId: string): Date | null {
    if (inject.trigger === 'hand') return null;
    if (inject.trigger === 'answer') {
      const answered = inject.afterId === null ? undefined : answers.get(keyOf(inject.afterId, teamId));
      return answered ? runningFrom(scene.clock, answered, now) : null;
    }
    const reached = reachedBy(teamId)(inject.minute);
    if (!reached || inject.afterId === null) return reached;
    const followed = followedAt(inject.afterId, teamId);
    return followed && runningFrom(scene.clock, new Date(Math.max(+followed, +reached)), now);
  }

  /** When the inject that is followed reached this team; where it is not for this team, all of its own. */
  function followedAt(afterId: string, teamId: string): Date | null {
    const teams = injects.get(afterId)?.teamIds ?? [];
    const asked = teams.includes(teamId) ? [teamId] : teams;
    let last: Date | null = null;
    for (const one of asked) {
      const at = due(afterId, one);
      if (!at) return null;
      if (!last || at > last) last = at;
    }
    return last;
  }

  return due;
}

const earlier = (one: Date | null, other: Date | null) =>
  one && other ? (one < other ? one : other) : (one ?? other);

/** What is due by now and not written yet, in the order it became due. */
export function newlyDue(scene: RunScene, now: Date): Happened[] {
  const due = dueOf(scene, now);
  const written = new Set(scene.deliveries.map((one) => keyOf(one.injectId, one.teamId)));
  const wanted = [
    ...scene.injects.flatMap(({ id, teamIds }) => teamIds.map((teamId) => ({ injectId: id, teamId }))),
    ...scene.releases,
  ];
  const found = new Map<string, Happened>();
  for (const { injectId, teamId } of wanted) {
    const key = keyOf(injectId, teamId);
    const at = written.has(key) ? null : due(injectId, teamId);
    if (at) found.set(key, { injectId, teamId, at });
  }
  return [...found.values()].sort((a, b) => +a.at - +b.at || a.injectId.localeCompare(b.injectId));
}
