import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type PositionScene, positionScene } from '../../testing/positions.ts';

let s: PositionScene;
let api: PositionScene['api'];
beforeAll(async () => {
  s = await positionScene();
  api = s.api;
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

/** Who hears of an act in an open text room, by the names the scene has for them. */
async function heard(act: () => Promise<unknown>): Promise<string[]> {
  await s.test.worker.sql`delete from live_event`;
  await act();
  const rows = await s.test.worker.sql`select distinct person_id from live_event
    where topic = ${`text:${s.at.text.id}`}`;
  const names = new Map(Object.entries(s.people).map(([name, who]) => [who.id, name]));
  return rows.map((row) => names.get(row.person_id) ?? row.person_id).sort();
}

const delegation = ['deputy', 'desk', 'head'];
const seated = ['ally', 'chair', 'secretary', ...delegation].sort();

it('tells everybody who sits in the body what is said, and only the delegation what is prepared', async () => {
  expect(await heard(() => s.take(api.desk, 'agree', { prepareOnly: true }))).toEqual(delegation);
  const positionId = (await s.own(api.head))?.prepared?.id ?? '';
  expect(await heard(() => api.head.positions.release({ commandId: newId(), positionId }))).toEqual(seated);
  const again = await s.take(api.desk, 'noObjection', { prepareOnly: true });
  const takeBack = { commandId: newId(), positionId: again.positionId };
  expect(await heard(() => api.desk.positions.takeBack(takeBack))).toEqual(delegation);
  expect(await heard(() => api.head.positions.lift({ commandId: newId(), textId: s.at.text.id }))).toEqual(
    seated,
  );
});

it('tells nobody who may read neither what was said before nor what is said now', async () => {
  const marking = { level: 1, releasableTo: [s.parties.nor.id] };
  const narrow = ['chair', ...delegation].sort();
  expect(await heard(() => s.take(api.head, 'cannotAccept', { marking }))).toEqual(narrow);
  expect(await heard(() => s.take(api.head, 'awaitingInstructions', { marking }))).toEqual(narrow);
  expect(await heard(() => s.take(api.head, 'agree'))).toEqual(seated);
  expect(await heard(() => s.take(api.head, 'cannotAccept', { marking }))).toEqual(seated);
});

it('tells of reservations and statements to whom they are marked', async () => {
  const marking = { level: 1, releasableTo: [s.parties.nor.id] };
  const about = { textId: s.at.text.id, versionId: s.at.version.id, words: 'In our words.' };
  const reserve = { ...about, kind: 'scrutiny' as const, paragraphIds: [], expectedLift: null };
  expect(await heard(() => api.head.positions.reserve({ commandId: newId(), ...reserve }))).toEqual(seated);
  expect(await heard(() => api.head.positions.reserve({ commandId: newId(), ...reserve, marking }))).toEqual(
    ['chair', ...delegation].sort(),
  );
  const state = { ...about, kind: 'explanation' as const };
  expect(await heard(() => api.head.positions.state({ commandId: newId(), ...state }))).toEqual(seated);
});
