import { newId } from '@concord/db/ids';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, failure } from '../../testing/consultation.ts';
import { type PositionScene, positionScene } from '../../testing/positions.ts';

let s: PositionScene;
let api: PositionScene['api'];
beforeAll(async () => {
  s = await positionScene();
  api = s.api;
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

const own = (who: Api) => who.delegations.own({ bodyCode: s.body.code });
const settle = (who: Api, fourEyes: boolean) =>
  who.delegations.setFourEyes({ commandId: newId(), bodyCode: s.body.code, fourEyes });
const empower = (who: Api, seatId: string, powers: ('position' | 'break')[]) =>
  who.delegations.setPowers({ commandId: newId(), seatId, powers });

it('shows a delegation to its own people: who sits in it, what each may do, its head first', async () => {
  const seen = await own(api.desk);
  expect(seen).toMatchObject({ fourEyes: false, settled: null, may: { settle: false } });
  expect(seen.people.map(({ name, role, powers, me }) => [name, role, powers, me])).toEqual([
    ['Hedda Varga', 'headOfDelegation', ['position', 'break'], false],
    ['Dag Varga', 'delegate', ['position', 'break'], false],
    ['Pelle Varga', 'delegate', [], true],
  ]);
  expect((await own(api.ally)).people.map((one) => one.name)).toEqual(['Tomas Varga']);
  for (const who of [api.chair, api.secretary, api.partner]) {
    expect(await failure(own(who))).toMatchObject({ code: 'NOT_FOUND' });
  }
  const stranger = await createPerson(s.test, { party: s.parties.nor, level: 1 });
  expect(await failure(own(await callerAs(s.test, stranger)))).toMatchObject({ code: 'NOT_FOUND' });
});

it('has four eyes when its head wants them, and no other nation with it', async () => {
  await settle(api.head, true);
  expect(await own(api.desk)).toMatchObject({ fourEyes: true, settled: { by: 'Hedda Varga' } });
  expect((await own(api.ally)).fourEyes).toBe(false);
  expect((await s.take(api.head, 'agree')).state).toBe('prepared');
  expect((await s.take(api.ally, 'agree')).state).toBe('released');
  expect((await s.own(api.desk))?.prepared).toMatchObject({ releasers: ['Dag Varga'], by: 'Hedda Varga' });
  await settle(api.head, false);
  expect((await s.take(api.head, 'noObjection')).state).toBe('released');
});

it('is settled by its head alone', async () => {
  for (const who of [api.deputy, api.desk, api.chair, api.secretary, api.partner]) {
    expect(await failure(settle(who, true))).toMatchObject({
      ...{ code: 'FORBIDDEN', messageKey: 'delegation.headOnly' },
    });
  }
  const elsewhere = await callerAs(s.test, await createPerson(s.test, { party: s.parties.nor, level: 1 }));
  expect(await failure(settle(elsewhere, true))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await failure(settle(await callerAs(s.test, null), true))).toMatchObject({ code: 'UNAUTHORIZED' });
  await s.test.worker.sql`update appointment set valid_until = clock_timestamp()
    where id = ${s.people.ally.appointmentId}`;
  expect(await failure(settle(api.ally, true))).toMatchObject({ code: 'NOT_FOUND' });
  await s.test.worker
    .sql`update appointment set valid_until = null where id = ${s.people.ally.appointmentId}`;
});

it('gets its powers from its head, who gives none to another nation, a partner or the chair', async () => {
  const { desk, deputy, ally, chair, partner } = s.people;
  await empower(api.head, desk.appointmentId, ['position']);
  expect((await s.take(api.desk, 'agree')).state).toBe('released');
  await empower(api.head, desk.appointmentId, []);
  expect(await failure(s.take(api.desk, 'agree'))).toMatchObject({ messageKey: 'position.power' });
  for (const seat of [ally, chair, partner]) {
    expect(await failure(empower(api.head, seat.appointmentId, ['break']))).toMatchObject({
      code: 'NOT_FOUND',
    });
  }
  for (const who of [api.deputy, api.desk, api.ally, api.chair, api.secretary, api.partner]) {
    expect(await failure(empower(who, deputy.appointmentId, []))).toMatchObject({ code: 'NOT_FOUND' });
  }
});
