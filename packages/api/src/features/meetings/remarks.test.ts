import { newId } from '@concord/db/ids';
import { createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, failure } from '../../testing/consultation.ts';
import { about, begin, publishedMeeting } from '../../testing/meetings.ts';
import { type TextScene, textScene } from '../../testing/text-scene.ts';

let scene: TextScene;
/** Heads of two delegations: the one who may not read what is kept to the other's nation is `ally`. */
let heads: { author: Api; ally: Api };

beforeAll(async () => {
  scene = await textScene();
  const { test, body, parties } = scene;
  const nations = [parties.nor.id, parties.cal.id, parties.out.id];
  for (const party of nations)
    await test.worker.sql`insert into body_member (body_id, party_id, valid_from)
      values (${body.id}, ${party}, now() - interval '1 day') on conflict do nothing`;
  await test.worker.sql`update body set time_zone = 'UTC',
    working_hours = '{"from": "00:00", "to": "23:59", "days": [1, 2, 3, 4, 5, 6, 7]}' where id = ${body.id}`;
  heads = { author: await headOf(parties.nor), ally: await headOf(parties.cal) };
});
afterAll(() => scene.test.close());

async function headOf(party: { id: string }) {
  const appointments = [
    { role: 'headOfDelegation' as const, scope: 'body' as const, scopeId: scene.body.id },
  ];
  return callerAs(scene.test, await createPerson(scene.test, { party, level: 1, appointments }));
}

const wall = (days: number) => ({
  day: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  time: '12:00',
});

/** A meeting that has begun, with what came of its first item and of the hidden one, laid before the members. */
async function laid() {
  const meeting = await publishedMeeting(scene);
  await begin(scene, meeting.meetingId);
  for (const itemId of [meeting.first, meeting.hidden]) await outcome(itemId);
  await scene.api.chair.meetings.openSummary({ ...about(meeting.meetingId), until: wall(4) });
  return meeting;
}

const outcome = (itemId: string, note = 'Two nations spoke.') =>
  scene.api.secretary.meetings.setOutcome({ commandId: newId(), itemId, outcome: 'discussed', note });
const remark = (by: Api, meetingId: string, itemId: string | null, words = 'Three nations spoke.') =>
  by.meetings.remark({ commandId: newId(), meetingId, itemId, words });
const read = (by: Api, meetingId: string) => by.meetings.summary({ meetingId });
/** Makes the period end so many milliseconds from now, as if the record had been laid two hours ago. */
async function endIn(meetingId: string, ms: number) {
  const { sql } = scene.test.worker;
  await sql`update meeting_outcome set recorded_at = recorded_at - interval '3 hours'
    where item_id in (select id from meeting_item where meeting_id = ${meetingId})`;
  await sql`update meeting set summary_opened_at = clock_timestamp() - interval '2 hours',
    summary_until = clock_timestamp() + ${ms} * interval '1 millisecond' where id = ${meetingId}`;
}

describe('a summary record before the members', () => {
  it('is open until an end that is chosen, or for five working days, and agreed then', async () => {
    const { api } = scene;
    const { meetingId, first } = await laid();
    const open = await read(heads.ally, meetingId);
    expect(open).toMatchObject({ state: 'open', agreedAt: null, can: { remark: true, answer: false } });
    expect(open.until).toBe(`${wall(4).day}T12:00:00.000Z`);
    expect(await failure(api.chair.meetings.openSummary(about(meetingId)))).toMatchObject({
      code: 'CONFLICT',
    });
    await endIn(meetingId, -1000);
    const agreed = await read(heads.ally, meetingId);
    expect(agreed).toMatchObject({ state: 'agreed', agreedAt: agreed.until, can: { remark: false } });
    expect(await failure(outcome(first))).toMatchObject({ messageKey: 'meetings.summaryAgreed' });
    expect((await api.chair.meetings.byId({ meetingId })).mayRecord).toBe(false);
    const again = { ...about(meetingId), until: wall(5) };
    expect(await failure(api.chair.meetings.openSummary(again))).toMatchObject({
      messageKey: 'meetings.summaryAgreed',
    });
    const late = await remark(heads.ally, meetingId, first);
    expect(late).toMatchObject({ late: true });
    expect((await read(heads.ally, meetingId)).state).toBe('agreed');
  });

  it('refuses an end that is past or too near, by its field', async () => {
    const meeting = await publishedMeeting(scene);
    await begin(scene, meeting.meetingId);
    const wrong = (days: number) =>
      failure(scene.api.chair.meetings.openSummary({ ...about(meeting.meetingId), until: wall(days) }));
    expect(await wrong(-1)).toMatchObject({ fields: [{ path: 'until', key: 'silence.past' }] });
    expect((await read(scene.api.chair, meeting.meetingId)).state).toBe('draft');
    await scene.api.chair.meetings.openSummary(about(meeting.meetingId));
    const { until } = await read(scene.api.chair, meeting.meetingId);
    const days = (Date.parse(until ?? '') - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(4.9);
    expect(days).toBeLessThan(5.1);
  });
});

describe('a remark', () => {
  it('stops the agreement until its nation takes it back, who may be told why the record stays', async () => {
    const { api, people, test } = scene;
    const { meetingId, first } = await laid();
    const input = { commandId: newId(), meetingId, itemId: first, words: 'Three nations spoke.' };
    const { remarkId } = await heads.ally.meetings.remark(input);
    expect(await heads.ally.meetings.remark(input)).toMatchObject({ remarkId });
    const told = await test.worker
      .sql`select person_id, params from notification where kind = 'summaryRemark' and subject_id = ${meetingId}`;
    expect(told.map((row) => row.person_id)).toContain(people.chair.id);
    expect(JSON.stringify(told)).not.toContain('nations spoke');
    await endIn(meetingId, -1000);
    expect(await read(api.author, meetingId)).toMatchObject({
      state: 'remarks',
      items: [{ remarks: [{ words: 'Three nations spoke.', standing: true, mayTakeBack: false }] }, {}, {}],
    });
    expect(await failure(api.chair.meetings.openSummary(about(meetingId)))).toMatchObject({
      messageKey: 'meetings.remarksStand',
    });
    await api.secretary.meetings.answerRemark({ commandId: newId(), remarkId, reason: 'Two did.' });
    expect((await read(heads.ally, meetingId)).items[0]?.remarks[0]).toMatchObject({
      answer: 'Two did.',
      mayTakeBack: true,
    });
    const back = () => heads.ally.meetings.takeBackRemark({ commandId: newId(), remarkId });
    const other = () => heads.author.meetings.takeBackRemark({ commandId: newId(), remarkId });
    expect(await failure(other())).toMatchObject({ code: 'FORBIDDEN' });
    await back();
    expect((await read(heads.ally, meetingId)).state).toBe('agreed');
    expect(await failure(back())).toMatchObject({ messageKey: 'meetings.remarkSettled' });
  });

  it('is settled by another outcome and laying the record again, for a whole period', async () => {
    const { api } = scene;
    const { meetingId, first } = await laid();
    const { remarkId } = await remark(heads.ally, meetingId, first);
    await outcome(first, 'Three nations spoke.');
    expect(await read(api.chair, meetingId)).toMatchObject({ state: 'changed', can: { open: {} } });
    await api.chair.meetings.openSummary(about(meetingId));
    const again = await read(heads.ally, meetingId);
    expect(again.state).toBe('open');
    expect(again.items[0]?.remarks[0]).toMatchObject({ standing: false, takenBackAt: null });
    const answer = { commandId: newId(), remarkId, reason: 'It was changed.' };
    expect(await failure(api.secretary.meetings.answerRemark(answer))).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('is made by whoever may take a position for a member nation, and by nobody else', async () => {
    const { api, test, parties, body } = scene;
    const { meetingId, first } = await laid();
    for (const by of [api.author, api.chair, api.secretary, api.contributor])
      expect(await failure(remark(by, meetingId, first))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(remark(await callerAs(test, null), meetingId, first))).toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const absent = await failure(remark(api.outsider, newId(), null));
    expect(await failure(remark(api.outsider, meetingId, null))).toEqual(absent);
    const leaving = await createPerson(test, {
      ...{ party: parties.cal, level: 1 },
      appointments: [{ role: 'headOfDelegation', scope: 'body', scopeId: body.id }],
    });
    const left = await callerAs(test, leaving);
    await test.worker
      .sql`update appointment set valid_until = clock_timestamp() where person_id = ${leaving.id}`;
    expect((await failure(remark(left, meetingId, first))).code).toMatch(/FORBIDDEN|NOT_FOUND/);
  });

  it('on an item that somebody does not read changes nothing of what they get', async () => {
    const { meetingId, hidden } = await laid();
    const before = await read(heads.ally, meetingId);
    const { remarkId } = await remark(heads.author, meetingId, hidden, 'Not so, we say.');
    expect(await read(heads.ally, meetingId)).toEqual(before);
    expect((await read(heads.author, meetingId)).state).toBe('remarks');
    const absent = (id: string) =>
      failure(heads.ally.meetings.takeBackRemark({ commandId: newId(), remarkId: id }));
    expect(await absent(remarkId)).toEqual(await absent(newId()));
    expect(await failure(remark(heads.ally, meetingId, hidden))).toEqual(
      await failure(remark(heads.ally, meetingId, newId())),
    );
  });

  it('that waits for the lock until the end has passed is late, and nothing stops the agreement', async () => {
    const { test } = scene;
    const { meetingId, first } = await laid();
    let waiting: Promise<{ late: boolean }> | undefined;
    await endIn(meetingId, 700);
    await test.owner.sql.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`summary ${meetingId}`}, 0))`;
      waiting = remark(heads.ally, meetingId, first);
      // Held until the database's clock is past the end.
      await sql`select pg_sleep(greatest(0, extract(epoch from (summary_until - clock_timestamp()))) + 0.05)
        from meeting where id = ${meetingId}`;
    });
    expect(await waiting).toMatchObject({ late: true });
    expect((await read(heads.ally, meetingId)).state).toBe('agreed');
  });

  it('stands twice where two are made at once, and waits for its nation on Today no more', async () => {
    const { meetingId, first } = await laid();
    const waits = async () =>
      (await heads.ally.today.get()).waiting.filter(
        (one) => one.kind === 'summary' && one.meetingId === meetingId,
      ).length;
    expect(await waits()).toBe(1);
    await Promise.all([remark(heads.ally, meetingId, first), remark(heads.ally, meetingId, null)]);
    const { items, remarks } = await read(heads.ally, meetingId);
    expect([items[0]?.remarks.length, remarks.length]).toEqual([1, 1]);
    expect(await waits()).toBe(0);
  });
});
