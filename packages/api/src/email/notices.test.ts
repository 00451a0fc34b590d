import { newId } from '@concord/db/ids';
import { contributions } from '@concord/db/schema/consultation';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import {
  createBody,
  createMarking,
  createParty,
  createPerson,
  createThread,
} from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../context.ts';
import { requestAs, servicesOf } from '../testing/caller.ts';
import { noticeJob } from './notice-job.ts';
import { mailPeople } from './notices.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());

/** Runs the notices that wait, twice each, and gives the number of mails that follow. */
async function mailsAfterNotices(): Promise<number> {
  const notices = await test.worker.sql`select data::text as data from pgboss.job where name = 'notice'`;
  for (const { data } of [...notices, ...notices])
    await noticeJob.work(servicesOf(test), JSON.parse(String(data)));
  const [row] = await test.worker.sql`select count(*)::int as mails from pgboss.job where name = 'mail'`;
  await test.worker.sql`delete from pgboss.job`;
  return Number(row?.mails);
}

it('tells who may read what it is about, once, and nobody else', async () => {
  const [home, other] = [await createParty(test), await createParty(test)];
  const body = await createBody(test);
  const held = { level: 1, appointments: [{ role: 'delegate', scope: 'body', scopeId: body.id } as const] };
  const author = await createPerson(test, { party: home, ...held });
  const ally = await createPerson(test, { party: home, ...held });
  const outsider = await createPerson(test, { party: other, ...held });
  const gone = await createPerson(test, { party: home, ...held, endedAt: new Date(Date.now() - 1000) });
  const marking = await createMarking(test, { level: 1, releasableTo: [home] });
  const thread = await createThread(test, { body, marking, by: author });
  const contributionId = newId();
  await test.worker.db.insert(contributions).values({
    id: contributionId,
    threadId: thread.id,
    place: 1,
    authorId: author.id,
    partyId: home.id,
    markingId: marking.id,
    sealed: Buffer.from('sealed'),
  });
  const request = await requestAs(test, author);
  const everyone = [ally.id, outsider.id, gone.id];
  const path = `/consult/threads/${thread.id}`;
  await inTransaction(servicesOf(test), request, (ctx) =>
    mailPeople(ctx, everyone, { kind: 'mention', path, contributionId }),
  );
  expect(await mailsAfterNotices()).toBe(1);
  await inTransaction(servicesOf(test), request, (ctx) =>
    mailPeople(ctx, everyone, { kind: 'enrolment', path: '/learn', deadline: '2027-01-01T00:00:00Z' }),
  );
  expect(await mailsAfterNotices()).toBe(2);
});
