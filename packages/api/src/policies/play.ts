/** What may be done inside an exercise: consulting, and what every page needs. All else belongs to the world outside. */
const INSIDE = new Set([
  ...['bodies', 'threads', 'contributions', 'texts', 'positions', 'margin', 'silence', 'decisions'],
  ...['delegations', 'meetings', 'word', 'twins', 'shell', 'notifications'],
]);

/** Whether a command, by its whole name, may run in a session that is inside an exercise. */
export function runsInside(procedure: string): boolean {
  return INSIDE.has(procedure.split('.')[0] ?? '');
}

/** What the record tells of the play: acts over what hangs on a body. */
const PLAYED = new Set([
  ...[
    'thread',
    'contribution',
    'text',
    'amendment',
    'bracket',
    'paragraph',
    'silence',
    'decision',
    'meeting',
  ],
  ...['body', 'position', 'reservation', 'statement', 'margin', 'appointment'],
]);

/** Whether an act over such a subject, in a session inside an exercise, is part of the play. */
export function isPlay(subject: string): boolean {
  return PLAYED.has(subject);
}
