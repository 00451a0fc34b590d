/** An inject that reached a team, and when the team first read and answered it. */
export type Sent = {
  injectId: string;
  teamId: string;
  objectiveId: string | null;
  at: Date;
  answeredAt: Date | null;
};

/** How much was sent and answered, and after how long half of the answers were there; null without any. */
export type Figures = { sent: number; answered: number; minutes: number | null };

/** The figures of what was sent. Minutes are whole ones, by the wall clock. */
export function figuresOf(all: readonly Sent[]): Figures {
  const minutes = all
    .flatMap(({ at, answeredAt }) => (answeredAt ? [(+answeredAt - +at) / 60_000] : []))
    .sort((one, other) => one - other);
  const middle = minutes[Math.floor((minutes.length - 1) / 2)];
  return {
    sent: all.length,
    answered: minutes.length,
    minutes: middle === undefined ? null : Math.round(middle),
  };
}

/** The share of something in a whole; nothing of nothing. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

/** By objective, and under null what names none: what was sent and answered, what was to be kept up and done better. */
export function byObjective(
  objectives: readonly { id: string; title: string }[],
  sent: readonly Sent[],
  seen: readonly { objectiveId: string | null; kind: 'sustain' | 'improve' }[],
) {
  return [...objectives, { id: null, title: null }]
    .map(({ id, title }) => ({
      ...{ id, title },
      ...figuresOf(sent.filter(({ objectiveId }) => objectiveId === id)),
      sustain: seen.filter((one) => one.objectiveId === id && one.kind === 'sustain').length,
      improve: seen.filter((one) => one.objectiveId === id && one.kind === 'improve').length,
    }))
    .filter((one) => one.id !== null || one.sent + one.sustain + one.improve > 0);
}

/** What a team has by a criterion, officially and by its own word; levels count from 0, null where there is none. */
export type Scored = {
  criterionId: string;
  official: { level: number } | null;
  self: { level: number } | null;
};

/**
 * By criterion, the mean level of the official judgements beside that of the teams' own, over teams that have one: how
 * they differ, and nothing of how teams stand to one another. Criteria without either are left out.
 */
export function byCriterion(
  rubric: readonly { id: string; title: string; levels: readonly unknown[] }[],
  teams: readonly { results: readonly Scored[] }[],
) {
  const of = (id: string, kind: 'official' | 'self') => {
    const levels = teams.flatMap(({ results }) => {
      const level = results.find(({ criterionId }) => criterionId === id)?.[kind]?.level;
      return level === undefined ? [] : [level];
    });
    return levels.length > 0 ? levels.reduce((sum, level) => sum + level, 0) / levels.length : null;
  };
  return rubric
    .map(({ id, title, levels }) => ({
      ...{ id, title, levels: levels.length },
      ...{ official: of(id, 'official'), self: of(id, 'self') },
    }))
    .filter(({ official, self }) => official !== null || self !== null);
}
