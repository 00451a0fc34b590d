import { newId } from '@concord/db/ids';
import { createAppointment, createMarking, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { type PositionScene, positionScene } from '../../testing/positions.ts';
import { createText, createVersion, setPowers } from '../../testing/texts.ts';

let s: PositionScene;
let api: PositionScene['api'];
beforeAll(async () => {
  s = await positionScene();
  api = s.api;
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

describe('a position', () => {
  it('is what the nation said last, seen by all who sit in the body, with its words', async () => {
    const { nor, cal } = s.parties;
    await s.take(api.head, 'noObjection', { instructed: true });
    await s.take(api.deputy, 'agreeWithComment');
    await s.take(api.ally, 'agree');
    for (const who of [api.desk, api.ally, api.chair, api.secretary]) {
      expect(await s.seen(who)).toMatchObject({
        [nor.id]: ['said', 'agreeWithComment'],
        [cal.id]: ['said', 'agree'],
      });
    }
    const grid = await api.ally.positions.byText({ textId: s.at.text.id });
    expect(grid?.nations.find((one) => one.party.id === nor.id)?.position).toMatchObject({
      ...{ words: 'In our words.', by: 'Dag Varga', instructed: false, version: 1 },
    });
    expect(grid?.key.find((line) => line.mark === 'silent')).toEqual({
      mark: 'silent',
      count: 1,
      mine: false,
    });
    const rows = await s.test.worker
      .sql`select ended_at from position where text_id = ${s.at.text.id} order by id`;
    expect(rows.map((row) => row.ended_at === null)).toEqual([false, true, true]);
  });

  it('is not seen by a partner who contributes, who may take none either', async () => {
    await s.take(api.head, 'agree');
    expect(await api.partner.positions.byText({ textId: s.at.text.id })).toBeNull();
    expect(await failure(s.take(api.partner, 'agree'))).toMatchObject({
      ...{ code: 'FORBIDDEN', messageKey: 'position.notMember' },
    });
  });

  it('is taken by nobody without the power, and for no other nation', async () => {
    const forbidden = { code: 'FORBIDDEN' };
    expect(await failure(s.take(api.desk, 'agree'))).toMatchObject({ messageKey: 'position.power' });
    expect(await failure(s.take(api.chair, 'agree'))).toMatchObject(forbidden);
    expect(await failure(s.take(api.secretary, 'agree'))).toMatchObject(forbidden);
    expect(await failure(s.take(api.outsider, 'agree'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.outsider.positions.byText({ textId: s.at.text.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await failure(s.take(await callerAs(s.test, null), 'agree'))).toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const { positionId } = await s.take(api.desk, 'agree', { prepareOnly: true });
    for (const who of [api.ally, api.chair, api.secretary, api.outsider]) {
      for (const act of [who.positions.release, who.positions.takeBack]) {
        expect(await failure(act({ commandId: newId(), positionId }))).toMatchObject({ code: 'NOT_FOUND' });
      }
    }
  });

  it('is never taken by a delegate whose appointment ended a moment ago', async () => {
    const person = await createPerson(s.test, { party: s.parties.nor, level: 1 });
    const held = await createAppointment(s.test, person, {
      ...{ role: 'delegate', scope: 'body', scopeId: s.body.id },
    });
    await setPowers(s.test, held, ['position']);
    const caller = await callerAs(s.test, person);
    await s.take(caller, 'agree');
    await setPowers(s.test, held, ['break']);
    expect(await failure(s.take(caller, 'agree'))).toMatchObject({ messageKey: 'position.power' });
    await s.test.worker.sql`update appointment set valid_until = clock_timestamp() where id = ${held.id}`;
    expect(await failure(s.take(caller, 'agree'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused where the nation is no member of the body any more', async () => {
    const { body, parties } = s;
    const where = s.test.worker.sql`body_id = ${body.id} and party_id = ${parties.cal.id}`;
    await s.test.worker.sql`update body_member set valid_until = now() where ${where}`;
    expect(await failure(s.take(api.ally, 'agree'))).toMatchObject({ messageKey: 'position.notMember' });
    expect(Object.keys(await s.seen(api.head))).not.toContain(parties.cal.id);
    await s.test.worker.sql`update body_member set valid_until = null where ${where}`;
  });

  it('needs words where it says something of its own, and the newest version', async () => {
    expect(await failure(s.take(api.head, 'cannotAccept', { words: ' ' }))).toMatchObject({
      code: 'BAD_REQUEST',
    });
    const first = s.at.version;
    await s.next(2);
    expect(await failure(s.take(api.head, 'agree', { versionId: first.id }))).toMatchObject({
      messageKey: 'position.versionPast',
    });
    expect(await failure(s.take(api.head, 'agree', { versionId: s.version.id }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is marked no wider than the text, and leaves no trace where it is marked narrower', async () => {
    const { nor, cal, out } = s.parties;
    const wide = { level: 1, releasableTo: [nor.id, cal.id, out.id] };
    expect(await failure(s.take(api.head, 'agree', { marking: wide }))).toMatchObject({
      fields: [{ path: 'marking', key: 'marking.widerThanText' }],
    });
    await s.take(api.head, 'cannotAccept', { marking: { level: 1, releasableTo: [nor.id] } });
    expect((await s.seen(api.ally))[nor.id]).toEqual(['nothing', undefined]);
    expect((await s.seen(api.chair))[nor.id]).toEqual(['said', 'cannotAccept']);
    expect((await api.ally.positions.byText({ textId: s.at.text.id }))?.key).toEqual([
      { mark: 'silent', count: 3, mine: true },
    ]);
  });

  it('taken twice with one command has one effect; two people at once leave one live', async () => {
    const commandId = newId();
    const [first, again] = [
      await s.take(api.head, 'agree', { commandId }),
      await s.take(api.head, 'agree', { commandId }),
    ];
    expect(again).toEqual(first);
    await Promise.all([
      s.take(api.head, 'agree'),
      s.take(api.deputy, 'noObjection'),
      s.take(api.head, 'agree'),
    ]);
    const [row] = await s.test.worker.sql`select count(*)::int as live from position
      where text_id = ${s.at.text.id} and released_at is not null and ended_at is null`;
    expect(row?.live).toBe(1);
  });
});

it('hides what is marked above a colleague’s level, in the own delegation too', async () => {
  const { body, parties } = s;
  const low = await createPerson(s.test, {
    party: parties.nor,
    level: 0,
    appointments: [{ role: 'delegate', scope: 'body', scopeId: body.id }],
  });
  const open = await createMarking(s.test, { level: 0, releasableTo: [parties.nor, parties.cal] });
  s.at.text = await createText(s.test, { body, marking: open, by: s.people.chair });
  s.at.version = await createVersion(s.test, {
    text: s.at.text,
    number: 1,
    by: s.people.chair,
    marking: open,
  });
  await s.take(api.head, 'cannotAccept', { marking: { level: 1, releasableTo: [parties.nor.id] } });
  expect((await s.seen(await callerAs(s.test, low)))[parties.nor.id]).toEqual(['nothing', undefined]);
});
