import { newId } from '@concord/db/ids';
import { reservations } from '@concord/db/schema/texts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
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

type Enter = Parameters<Api['positions']['reserve']>[0];
const reserve = (who: Api, more: Partial<Enter> = {}) =>
  who.positions.reserve({
    ...{ commandId: newId(), textId: s.at.text.id, versionId: s.at.version.id, kind: 'scrutiny' },
    ...{ paragraphIds: [], words: 'Our parliament looks at it.', expectedLift: null },
    ...more,
  });
const lift = (who: Api, reservationId: string) =>
  who.positions.liftReservation({ commandId: newId(), reservationId });
const maintain = (who: Api, reservationId: string) =>
  who.positions.maintainReservation({ commandId: newId(), reservationId, versionId: s.at.version.id });
const of = async (who: Api, party: { id: string }) => {
  const grid = await who.positions.byText({ textId: s.at.text.id });
  const nation = grid?.nations.find((one) => one.party.id === party.id);
  return { mark: nation?.mark, reservations: nation?.reservations ?? [] };
};
const firstParagraph = () => s.at.version.content.paragraphs[0]?.id ?? '';

/** Silence opened over the version at hand. */
async function openSilence(): Promise<void> {
  const [id, sql] = [newId(), s.test.worker.sql];
  await sql`insert into silence (id, text_id, body_id, version_id, content_hash, pace, time_zone, zone_data,
    minimum_hours, created_by, created_at) values (${id}, ${s.at.text.id}, ${s.body.id}, ${s.at.version.id}, 'x',
    'normal', 'Europe/Brussels', '2026a', 72, ${s.people.chair.id}, now())`;
  await sql`insert into silence_event (id, silence_id, kind, at, until)
    values (${newId()}, ${id}, 'open', now(), now() + interval '1 day')`;
}

describe('a reservation', () => {
  it('is seen with its words by all who sit in the body, until it is lifted', async () => {
    const { nor } = s.parties;
    const { reservationId } = await reserve(api.deputy, {
      paragraphIds: [firstParagraph()],
      expectedLift: '2099-01-31',
    });
    await s.take(api.head, 'agree');
    for (const who of [api.ally, api.chair, api.secretary, api.desk]) {
      expect(await of(who, nor)).toMatchObject({
        mark: 'reservation',
        reservations: [
          { id: reservationId, state: 'live', overdue: false, by: 'Dag Varga', expectedLift: '2099-01-31' },
        ],
      });
    }
    await lift(api.head, reservationId);
    expect(await of(api.ally, nor)).toEqual({ mark: 'agree', reservations: [] });
    expect(await failure(lift(api.head, reservationId))).toMatchObject({
      messageKey: 'position.reservationGone',
    });
  });

  it('is entered and lifted by nobody without the power, and for no other nation', async () => {
    const { reservationId } = await reserve(api.head);
    expect(await failure(reserve(api.desk))).toMatchObject({ messageKey: 'position.power' });
    for (const who of [api.chair, api.secretary, api.partner]) {
      expect(await failure(reserve(who))).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await failure(reserve(api.outsider))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(reserve(await callerAs(s.test, null)))).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await failure(lift(api.desk, reservationId))).toMatchObject({ messageKey: 'position.power' });
    // Of the same nation, but not of its delegation.
    expect(await failure(lift(api.chair, reservationId))).toMatchObject({ messageKey: 'position.notMember' });
    for (const who of [api.ally, api.secretary, api.outsider, api.partner]) {
      expect(await failure(lift(who, reservationId))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(maintain(who, reservationId))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('names paragraphs of this version, and a day that is not gone', async () => {
    expect(await failure(reserve(api.head, { paragraphIds: [newId()] }))).toMatchObject({
      fields: [{ path: 'paragraphIds', key: 'position.paragraph' }],
    });
    expect(await failure(reserve(api.head, { expectedLift: '2020-01-31' }))).toMatchObject({
      fields: [{ path: 'expectedLift', key: 'position.datePast' }],
    });
    expect(await failure(reserve(api.head, { kind: 'general', words: '' }))).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('leaves no trace where it is marked narrower', async () => {
    const marking = { level: 1, releasableTo: [s.parties.nor.id] };
    await reserve(api.head, { marking });
    expect(await of(api.ally, s.parties.nor)).toEqual({ mark: 'silent', reservations: [] });
    expect((await of(api.chair, s.parties.nor)).mark).toBe('reservation');
  });

  it('is shown as overdue once its day has gone by', async () => {
    const { reservationId } = await reserve(api.head, { expectedLift: '2099-01-31' });
    await s.test.worker
      .sql`update reservation set expected_lift = current_date - 3 where id = ${reservationId}`;
    expect((await of(api.chair, s.parties.nor)).reservations).toMatchObject([{ overdue: true }]);
  });

  it('of an older version is stale until it is maintained, once, or lifted', async () => {
    const paragraphIds = [firstParagraph()];
    const [kept, dropped] = [
      await reserve(api.head, { kind: 'linguistic' }),
      await reserve(api.head, { paragraphIds }),
    ];
    await s.next(2);
    expect((await of(api.ally, s.parties.nor)).reservations).toMatchObject([
      { id: kept.reservationId, state: 'stale', version: 1 },
      { id: dropped.reservationId, state: 'stale', version: 1 },
    ]);
    expect((await of(api.ally, s.parties.nor)).mark).toBe('silent');
    await maintain(api.deputy, kept.reservationId);
    expect(await failure(maintain(api.head, kept.reservationId))).toMatchObject({
      messageKey: 'position.reservationGone',
    });
    // The new version has other paragraphs: what was reserved there is no more.
    expect(await failure(maintain(api.head, dropped.reservationId))).toMatchObject({
      messageKey: 'position.paragraphsGone',
    });
    await lift(api.head, dropped.reservationId);
    expect(await of(api.ally, s.parties.nor)).toMatchObject({
      mark: 'reservation',
      reservations: [{ kind: 'linguistic', state: 'live', version: 2, words: 'Our parliament looks at it.' }],
    });
  });

  it('asks, while silence runs, whether it breaks it; a footnote does not', async () => {
    await openSilence();
    expect(await failure(reserve(api.head))).toMatchObject({ messageKey: 'position.askBreak' });
    expect(await failure(reserve(api.head, { breaksSilence: true }))).toMatchObject({
      messageKey: 'position.breakInstead',
    });
    await reserve(api.head, { breaksSilence: false });
    expect((await of(api.ally, s.parties.nor)).mark).toBe('reservation');
  });

  it('entered twice by one command is one; row security refuses what the command refuses', async () => {
    const commandId = newId();
    const first = await reserve(api.head, { commandId });
    expect(await reserve(api.head, { commandId })).toEqual(first);
    const as = async (person: { id: string }) =>
      inTransaction(servicesOf(s.test), await requestAs(s.test, person), ({ tx }) =>
        tx
          .update(reservations)
          .set({ liftedAt: new Date(), liftedBy: person.id })
          .where(eq(reservations.id, first.reservationId))
          .returning(),
      );
    for (const who of [s.people.desk, s.people.ally, s.people.chair, s.people.partner]) {
      expect(await as(who)).toEqual([]);
    }
    expect(await as(s.people.deputy)).toHaveLength(1);
  });
});

describe('a statement for the record', () => {
  const state = (who: Api) =>
    who.positions.state({
      ...{ commandId: newId(), textId: s.at.text.id, versionId: s.at.version.id },
      ...{ kind: 'interpretation', words: 'We read “without delay” as within a day.' },
    });
  const withdraw = (who: Api, statementId: string) =>
    who.positions.withdrawStatement({ commandId: newId(), statementId });

  it('is made and withdrawn by whoever may speak for the nation', async () => {
    const { statementId } = await state(api.deputy);
    const grid = await api.ally.positions.byText({ textId: s.at.text.id });
    expect(grid?.nations.flatMap((one) => one.statements)).toMatchObject([{ id: statementId, version: 1 }]);
    expect(await failure(state(api.desk))).toMatchObject({ messageKey: 'position.power' });
    expect(await failure(state(api.chair))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(state(api.partner))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(withdraw(api.ally, statementId))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(withdraw(api.desk, statementId))).toMatchObject({ messageKey: 'position.power' });
    await withdraw(api.head, statementId);
    expect(await failure(withdraw(api.head, statementId))).toMatchObject({
      messageKey: 'position.statementGone',
    });
    const after = await api.ally.positions.byText({ textId: s.at.text.id });
    expect(after?.nations.flatMap((one) => one.statements)).toEqual([]);
  });
});
