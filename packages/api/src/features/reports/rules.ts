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
