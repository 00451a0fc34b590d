import { accounts } from '@concord/db/schema/people';
import { digestItems } from '@concord/db/schema/seats';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { sendDigests } from '../../email/digests.ts';
import { newsJob } from '../../email/news-job.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { notify } from './notify.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

async function scene(mailing: 'each' | 'daily' | 'none') {
  const party = await createParty(test);
  const [actor, reader] = [await createPerson(test, { party }), await createPerson(test, { party })];
  await test.worker.db
    .update(accounts)
    .set({ mailing, activatedAt: new Date(), timeZone: 'UTC', digestHour: 7 })
    .where(eq(accounts.personId, reader.id));
  return { actor, reader };
}

/** Runs what waits in the news queue, twice each as a retry would; the kinds of the mails that follow. */
async function mailsAfterNews(): Promise<string[]> {
  const jobs = await test.worker.sql`select data::text as data from pgboss.job where name = 'news'`;
  for (const { data } of [...jobs, ...jobs]) await newsJob.work(servicesOf(test), JSON.parse(String(data)));
  return takeMails();
}

async function takeMails(): Promise<string[]> {
  const mails = await test.worker.sql`select data->>'kind' as kind from pgboss.job where name = 'mail'`;
  await test.worker.sql`delete from pgboss.job`;
  return mails.map(({ kind }) => String(kind));
}

it('leaves a notification with its link, and tells nobody of their own act', async () => {
  const { actor, reader } = await scene('none');
  await inTransaction(servicesOf(test), await requestAs(test, actor), (ctx) =>
    notify(ctx, {
      personIds: [reader.id, actor.id, reader.id],
      kind: 'seatGiven',
      path: '/learn',
      params: { cohort: 'Spring' },
    }),
  );
  const [own, others] = [await callerAs(test, actor), await callerAs(test, reader)];
  expect((await own.notifications.list({})).items).toEqual([]);
  expect((await others.notifications.list({})).items.map(({ kind, params }) => ({ kind, params }))).toEqual([
    { kind: 'seatGiven', params: { cohort: 'Spring', path: '/learn' } },
  ]);
  expect(await mailsAfterNews()).toEqual([]);
});

it('mails at once what is urgent or wished for, and keeps the rest for one mail a day', async () => {
  const { actor, reader } = await scene('daily');
  await inTransaction(servicesOf(test), await requestAs(test, actor), async (ctx) => {
    await notify(ctx, { personIds: [reader.id], kind: 'seatGiven', path: '/learn' });
    await notify(ctx, { personIds: [reader.id], kind: 'workDecided', path: '/learn' });
    await notify(ctx, { personIds: [reader.id], kind: 'workDecided', path: '/learn' });
  });
  expect(await mailsAfterNews()).toEqual(['news']);
  expect(await sendDigests(servicesOf(test), new Date('2027-02-01T06:59:00Z'))).toBe(0);
  expect(await sendDigests(servicesOf(test), new Date('2027-02-01T07:00:00Z'))).toBe(1);
  expect(await takeMails()).toEqual(['digest']);
  expect(await sendDigests(servicesOf(test), new Date('2027-02-02T07:00:00Z'))).toBe(0);
  const items = await test.worker.db.select().from(digestItems).where(eq(digestItems.personId, reader.id));
  expect(items).toHaveLength(2);
});
