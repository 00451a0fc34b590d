import { sql } from 'drizzle-orm';
import { asWorker, type Context } from '../context.ts';
import { digestDue, type NewsKind } from '../features/notifications/kinds.ts';
import type { Services } from '../services.ts';
import { sendMail } from './mails.ts';

type Waiting = {
  person_id: string;
  email: string;
  locale: 'en' | 'fr';
  time_zone: string;
  hour: number;
  last_sent_at: string | null;
};

/** Sends the daily mails that are due; the number of people mailed. Two workers at once send each of them once. */
export async function sendDigests(services: Services, at?: Date): Promise<number> {
  return asWorker(services, async (ctx) => {
    const now = at ?? ctx.now;
    const due = (await whoWaits(ctx)).filter((one) =>
      digestDue(
        {
          timeZone: one.time_zone,
          hour: one.hour,
          lastSentAt: one.last_sent_at ? new Date(one.last_sent_at) : null,
        },
        now,
      ),
    );
    const counts = await takeItems(
      ctx,
      due.map((one) => one.person_id),
      now,
    );
    for (const { email, locale, time_zone: timeZone, person_id: personId } of due) {
      const own = counts.get(personId);
      if (own)
        await sendMail(ctx, { email, locale, timeZone, kind: 'digest', counts: own, path: '/notifications' });
    }
    return counts.size;
  });
}

async function whoWaits(ctx: Context): Promise<Waiting[]> {
  return ctx.tx.execute<Waiting>(sql`
    select a.person_id, a.email, a.locale, a.time_zone, a.digest_hour as hour,
      (select max(s.sent_at) from digest_item s where s.person_id = a.person_id)::text as last_sent_at
    from account a join person p on p.id = a.person_id
    where a.person_id in (select w.person_id from digest_item w where w.sent_at is null)
      and a.activated_at is not null and (p.ended_at is null or p.ended_at > now())
    for update of a skip locked`);
}

/** Marks what waits for these people as sent; how many of each kind. What was read meanwhile is left out. */
async function takeItems(ctx: Context, personIds: readonly string[], now: Date) {
  const counts = new Map<string, Partial<Record<NewsKind, number>>>();
  if (personIds.length === 0) return counts;
  const rows = await ctx.tx.execute<{ person_id: string; kind: NewsKind; count: number }>(sql`
    with taken as (
      update digest_item set sent_at = ${now.toISOString()}
      where sent_at is null and person_id in ${sql`(${sql.join(
        personIds.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`}
      returning notification_id)
    select n.person_id, n.kind, count(*)::int as count
    from notification n join taken t on t.notification_id = n.id
    where n.read_at is null group by n.person_id, n.kind`);
  for (const { person_id: personId, kind, count } of rows)
    counts.set(personId, { ...counts.get(personId), [kind]: count });
  return counts;
}
