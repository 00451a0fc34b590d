import { newId } from '@concord/db/ids';
import { positions } from '@concord/db/schema/texts';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Context, inTransaction } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { type PositionScene, positionScene } from '../../testing/positions.ts';
import { createMembers } from '../../testing/texts.ts';

let s: PositionScene;
beforeAll(async () => {
  s = await positionScene();
});
afterAll(() => s.test.close());
beforeEach(() => s.fresh());

/** Works on the tables as a person, past every command. */
const as = async <Result>(person: { id: string }, work: (tx: Context['tx']) => Promise<Result>) =>
  inTransaction(servicesOf(s.test), await requestAs(s.test, person), (ctx) => work(ctx.tx));

const row = (by: { id: string }, more: Partial<typeof positions.$inferInsert> = {}) => ({
  ...{ id: newId(), textId: s.at.text.id, versionId: s.at.version.id, partyId: s.parties.nor.id },
  ...{ stance: 'agree' as const, sealed: Buffer.from('x'), markingId: s.marking.id },
  ...{ preparedBy: by.id, preparedAt: new Date() },
  ...more,
});
const write = (by: { id: string }, more: Partial<typeof positions.$inferInsert> = {}) =>
  as(by, (tx) => tx.insert(positions).values(row(by, more)));
const released = (by: { id: string }) => ({ releasedBy: by.id, releasedAt: new Date() });

it('lets nobody write a position for another nation, in another’s name or without the power', async () => {
  const { head, deputy, desk, ally, chair, secretary, outsider, partner } = s.people;
  for (const who of [ally, chair, secretary, outsider, partner]) {
    await expect(write(who), who.givenName).rejects.toThrow();
  }
  await expect(write(desk, released(desk))).rejects.toThrow();
  await expect(write(head, released(deputy))).rejects.toThrow();
  await expect(write(deputy, { preparedBy: head.id })).rejects.toThrow();
  await write(desk);
  await write(head, released(head));
  await expect(write(deputy, released(deputy)), 'a second live one').rejects.toThrow();
});

it('lets nobody write one for a partner, though it were given a delegate’s seat', async () => {
  const partnerSeat = { role: 'headOfDelegation', scope: 'body', scopeId: s.body.id } as const;
  const person = await createPerson(s.test, {
    party: s.parties.partner,
    level: 1,
    appointments: [partnerSeat],
  });
  const own = { partyId: s.parties.partner.id };
  await expect(write(person, { ...own, ...released(person) })).rejects.toThrow();
  await createMembers(s.test, s.body, [s.parties.partner]);
  await expect(write(person, { ...own, ...released(person) })).rejects.toThrow();
});

it('lets a released one be neither taken back, moved nor ended by whoever may not', async () => {
  const { head, desk, ally, chair } = s.people;
  const { positionId } = await s.take(s.api.head, 'agree');
  const change = (who: { id: string }, set: Partial<typeof positions.$inferInsert>) =>
    as(who, (tx) => tx.update(positions).set(set).where(eq(positions.id, positionId)).returning());
  await expect(change(desk, { endedAt: new Date() })).rejects.toThrow();
  expect(await change(ally, { endedAt: new Date() })).toEqual([]);
  expect(await change(chair, { endedAt: new Date() })).toEqual([]);
  await expect(change(head, { releasedAt: null, releasedBy: null })).rejects.toThrow();
  await expect(change(head, { stance: 'cannotAccept' })).rejects.toThrow();
  await change(head, { endedAt: new Date() });
  await expect(change(head, { endedAt: null })).rejects.toThrow();
  await expect(as(head, (tx) => tx.delete(positions))).rejects.toThrow();
});

it('keeps four eyes, and what is only prepared inside the delegation', async () => {
  const { head, deputy, ally, chair, secretary, partner } = s.people;
  await s.fourEyes();
  await expect(write(head, released(head))).rejects.toThrow();
  const { positionId } = await s.take(s.api.head, 'cannotAccept');
  const count = (who: { id: string }) =>
    as(who, async (tx) => (await tx.select().from(positions).where(eq(positions.id, positionId))).length);
  expect(await Promise.all([head, deputy, ally, chair, secretary, partner].map(count))).toEqual([
    1, 1, 0, 0, 0, 0,
  ]);
  const release = (who: { id: string }, by: { id: string }) =>
    as(who, (tx) => tx.update(positions).set(released(by)).where(eq(positions.id, positionId)));
  await expect(release(head, head)).rejects.toThrow();
  await expect(release(head, deputy)).rejects.toThrow();
  await release(deputy, deputy);
  expect(await count(ally)).toBe(1);
  expect(await as(partner, (tx) => tx.execute(sql`select 1 from position`))).toHaveLength(0);
});
