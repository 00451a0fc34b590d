import { bodies } from '@concord/db/schema/consultation';
import { markings } from '@concord/db/schema/markings';
import { silenceNotices, silences } from '@concord/db/schema/silence';
import { texts } from '@concord/db/schema/texts';
import { eq, sql } from 'drizzle-orm';
import { asWorker, type Context } from '../../context.ts';
import type { Services } from '../../services.ts';
import { instantNow } from '../texts/authority.ts';
import { eventsOf } from './load.ts';
import { tellOfAdoption, tellOfNearEnd } from './notices.ts';
import { remindersAt } from './reminders.ts';

/**
 * Tells of ends that draw near, and of adoptions. It only tells: the state follows from the rows and the clock, so a
 * worker that does not run delays mail and nothing else. Any number of workers tell once.
 */
export async function tellOfSilence(services: Services): Promise<number> {
  const near = await asWorker(services, (ctx) =>
    ctx.tx.execute<{ id: string }>(sql`
      select s.id from silence s join body b on b.id = s.body_id and b.exercise_id is null cross join lateral (
        select max(e.until) as until from silence_event e
        where e.silence_id = s.id and e.kind in ('open', 'extend', 'resume')) e
      where e.until between now() - interval '30 days' and now() + interval '24 hours'
        and not exists (select from silence_notice n
          where n.silence_id = s.id and n.until = e.until and n.kind = 'adopted')`),
  );
  let told = 0;
  for (const { id } of near) told += await asWorker(services, (ctx) => tellOf(ctx, id));
  return told;
}

/** Under the lock a break takes, so that nothing is called adopted that was broken in time. */
async function tellOf(ctx: Context, silenceId: string): Promise<number> {
  await ctx.tx.execute(sql`select 1 from silence where id = ${silenceId} for update`);
  const events = await eventsOf(ctx, silenceId);
  const due = remindersAt(events, await instantNow(ctx));
  if (due.length === 0) return 0;
  const fresh = await ctx.tx
    .insert(silenceNotices)
    .values(due.map((one) => ({ silenceId, ...one })))
    .onConflictDoNothing()
    .returning({ kind: silenceNotices.kind });
  const [first] = due;
  if (!first || !fresh.some(({ kind }) => kind === first.kind)) return 0;
  const scene = await sceneOf(ctx, silenceId);
  if (!scene) return 0;
  if (first.kind === 'adopted') await tellOfAdoption(ctx, scene.text);
  else {
    const nations = await unacknowledged(ctx, silenceId, scene.bound);
    if (nations.length > 0) await tellOfNearEnd(ctx, scene.text, { until: first.until, nations });
  }
  return 1;
}

async function sceneOf(ctx: Context, silenceId: string) {
  const [row] = await ctx.tx
    .select({
      bound: silences.bound,
      id: texts.id,
      body: { id: bodies.id, code: bodies.code, timeZone: bodies.timeZone },
      marking: {
        level: markings.level,
        releasableTo: markings.releasableTo,
        onlyFor: markings.onlyFor,
        caveats: markings.caveats,
        originator: markings.originator,
      },
    })
    .from(silences)
    .innerJoin(texts, eq(texts.id, silences.textId))
    .innerJoin(bodies, eq(bodies.id, silences.bodyId))
    .innerJoin(markings, eq(markings.id, texts.markingId))
    .where(eq(silences.id, silenceId));
  if (!row) return null;
  const { bound, ...text } = row;
  return { bound, text };
}

async function unacknowledged(ctx: Context, silenceId: string, bound: readonly string[]): Promise<string[]> {
  const rows = await ctx.tx.execute<{ party_id: string }>(sql`
    select a.party_id from silence_author a join silence_event e on e.id = a.event_id
    where a.silence_id = ${silenceId} and e.kind = 'acknowledge' and a.party_id is not null`);
  const said = new Set(rows.map((row) => row.party_id));
  return bound.filter((id) => !said.has(id));
}
