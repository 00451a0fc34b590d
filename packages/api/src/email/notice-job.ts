import { accounts, people } from '@concord/db/schema/people';
import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { asWorker, type Context } from '../context.ts';
import { defineJob } from '../jobs/job.ts';
import { sendMail } from './mails.ts';
import { type Notice, noticeSchema } from './notices.ts';

const payload = z.strictObject({ mailId: z.guid(), personId: z.guid(), notice: noticeSchema });

/** Addresses one notice and hands it to the mail queue, under the same id however often it runs. */
export const noticeJob = defineJob(payload, (services, { mailId, personId, notice }) =>
  asWorker(services, async (ctx) => {
    const [account] = await ctx.tx
      .select({ email: accounts.email, locale: accounts.locale, timeZone: accounts.timeZone })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(
        and(
          eq(accounts.personId, personId),
          isNotNull(accounts.activatedAt),
          or(isNull(people.endedAt), gt(people.endedAt, sql`now()`)),
        ),
      );
    if (!account || !(await mayKnow(ctx, personId, notice))) return;
    await sendMail(ctx, mailOf(account, notice), mailId);
  }),
);

function mailOf(account: { email: string; locale: 'en' | 'fr'; timeZone: string }, notice: Notice) {
  if (notice.kind !== 'mention') return { ...account, ...notice };
  return { ...account, kind: notice.kind, path: notice.path };
}

/** A mention is told only to who may read it at that moment, signed in with both factors. */
async function mayKnow(ctx: Context, personId: string, notice: Notice): Promise<boolean> {
  if (notice.kind !== 'mention') return true;
  const rows = await ctx.tx.execute(
    sql`select 1 from concord.readers_of(array[${notice.contributionId}::uuid], array[${personId}::uuid], array[2])`,
  );
  return rows.length > 0;
}
