import { expect, it } from 'vitest';
import type { Run } from '#features/silence/types.ts';
import type { NationStanding, Standings } from './types.ts';
import { withSilence } from './with-silence.ts';

const nation = (id: string, mark: NationStanding['mark']) => ({
  party: { id, code: id, name: id },
  mine: id === 'nor',
  mark,
});

const standings = (...nations: ReturnType<typeof nation>[]) =>
  ({ versionId: 'v2', nations, key: [] }) as unknown as Standings;

const run = (over: object) =>
  ({
    version: { id: 'v2' },
    state: 'open',
    events: [],
    nations: ['nor', 'cal', 'ryn'].map((id) => ({ id, noObjection: false })),
    ...over,
  }) as unknown as Run;

const broken = (live: boolean, by: string | null) => ({
  kind: 'break',
  live,
  author: { nation: by === null ? null : { id: by } },
});

const marks = ({ nations }: Standings) => nations.map(({ mark }) => mark);
const said = standings(nation('nor', 'silent'), nation('cal', 'cannotAccept'), nation('ryn', 'stale'));

it('shows who broke silence over the version as that, and counts them so', () => {
  const shown = withSilence(said, run({ state: 'broken', events: [broken(true, 'nor')] }));
  expect(marks(shown)).toEqual(['broke', 'cannotAccept', 'stale']);
  expect(shown.key[0]).toEqual({ mark: 'broke', count: 1, mine: true });
});

it('shows nothing of a break that is lifted, unnamed or over another version', () => {
  for (const event of [broken(false, 'nor'), broken(true, null)])
    expect(marks(withSilence(said, run({ state: 'broken', events: [event] })))).toEqual(marks(said));
  const other = run({ version: { id: 'v1' }, state: 'broken', events: [broken(true, 'nor')] });
  expect(withSilence(said, other)).toBe(said);
});

it('never shows silence as no objection before the end, and after it leaves what was said', () => {
  expect(marks(withSilence(said, run({})))).toEqual(marks(said));
  expect(marks(withSilence(said, run({ state: 'adopted' })))).toEqual([
    'bySilence',
    'cannotAccept',
    'bySilence',
  ]);
});
