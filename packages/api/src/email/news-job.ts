import { accounts, people } from '@concord/db/schema/people';
import { digestItems } from '@concord/db/schema/seats';
import { and, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { asWorker, type Context } from '../context.ts';
import { mailOf, type NewsKind, newsKinds } from '../features/notifications/kinds.ts';
import { defineJob } from '../jobs/job.ts';
import { sendMail } from './mails.ts';

const payload = z.strictObject({
  mailId: z.guid(),
  personId: z.guid(),
  notificationId: z.guid(),
  kind: z.enum(Object.keys(newsKinds) as [NewsKind, ...NewsKind[]]),
  path: z.string().startsWith('/'),
});

/** Mails one piece of news, keeps it for the daily mail, or lets it be, as its reader has chosen. */
export const newsJob = defineJob(payload, (services, { mailId, personId, notificationId, kind, path }) =>
  asWorker(services, async (ctx) => {
    const [account] = await ctx.tx
      .select({
        email: accounts.email,
        locale: accounts.locale,
        timeZone: accounts.timeZone,
        mailing: accounts.mailing,
      })
      .from(accounts)
      .innerJoin(people, eq(people.id, accounts.personId))
      .where(
        and(
          eq(accounts.personId, personId),
          isNotNull(accounts.activatedAt),
          or(isNull(people.endedAt), gt(people.endedAt, sql`now()`)),
        ),
      );
    if (!account || !(await mayKnow(ctx, notificationId))) return;
    const { mailing, ...to } = account;
    const when = mailOf(kind, mailing);
    const mail = { ...to, kind: 'news' as const, about: kind, path };
    if (when === 'now') await sendMail(ctx, { ...mail, ...(await deadlineOf(ctx, notificationId)) }, mailId);
    if (when !== 'daily') return;
    const waiting = await ctx.tx
      .select({ id: digestItems.id })
      .from(digestItems)
      .where(and(eq(digestItems.personId, personId), eq(digestItems.notificationId, notificationId)));
    if (waiting.length === 0) await ctx.tx.insert(digestItems).values({ personId, notificationId });
  }),
);

/** News of a thread are told only to who may read it at that moment. */
async function mayKnow(ctx: Context, notificationId: string): Promise<boolean> {
  const rows = await ctx.tx.execute(sql`
    select 1 from notification n where n.id = ${notificationId} and (n.kind <> 'threadNamed' or exists (
      select 1 from concord.thread_audience(n.subject_id) a where a.person_id = n.person_id))`);
  return rows.length > 0;
}

/** By when something is expected, and in which zone that counts, where the news says so. */
async function deadlineOf(ctx: Context, notificationId: string) {
  const [row] = await ctx.tx.execute<{ until: string | null; zone: string | null }>(sql`
    select params->>'until' as until, params->>'zone' as zone from notification where id = ${notificationId}`);
  return row?.until ? { until: row.until, ...(row.zone && { zone: row.zone }) } : {};
}
