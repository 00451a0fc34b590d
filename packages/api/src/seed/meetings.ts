import { meetingEvents, meetingItems, meetingOutcomes, meetings } from '@concord/db/schema/meetings';
import { texts } from '@concord/db/schema/texts';
import { type MeetingSeed, meetings as meetingSeeds } from '@concord/db/seed/data/meetings';
import { releasableParties } from '@concord/db/seed/data/threads';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { indexAgenda } from '../features/meetings/index-agenda.ts';
import { eventAad, itemAad, outcomeAad } from '../features/meetings/rules.ts';
import { internMarking } from '../marking/intern.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;
const LEVELS = { U: 0, R: 1 } as const;

/** Meetings of the demo alliance, as their chairs would have planned and recorded them. */
export async function seedMeetings(ctx: Context, world: World): Promise<void> {
  for (const seed of meetingSeeds) await seedMeeting(ctx, world, seed);
}

async function seedMeeting(ctx: Context, world: World, seed: MeetingSeed): Promise<void> {
  const chairKey = `hqa-chair-${seed.body.toLowerCase()}`;
  const [chair, bodyId] = [world.person(chairKey), world.body(seed.body)];
  // 10:00 UTC: a morning at headquarters, whatever the season.
  const startsAt = new Date(world.afternoonInDays(seed.inDays).getTime() - 6 * HOUR_MS);
  const planned = new Date(Math.min(startsAt.getTime(), world.now.getTime()) - 5 * 24 * HOUR_MS);
  const endsAt = new Date(startsAt.getTime() + seed.hours * HOUR_MS);
  const markingId = await internMarking(ctx, {
    ...{ level: LEVELS[seed.level], releasableTo: releasableParties('ALLIES').map(world.party) },
    ...{ onlyFor: [], caveats: [], originator: world.actingParty(chairKey) },
  });
  const id = seedId(`meeting ${seed.key}`, planned);
  await ctx.tx.insert(meetings).values({
    ...{ id, bodyId, title: seed.title, startsAt, endsAt, place: seed.place, markingId },
    ...{ createdBy: chair, createdAt: planned, publishedAt: planned },
    ...(seed.inDays < 0 && laid(endsAt)),
  });
  await published(ctx, { id, chair, planned, key: seed.key });
  for (const [index, item] of seed.items.entries()) {
    const itemId = seedId(`meeting item ${seed.key} ${index}`, planned);
    const words = { title: item.title, lead: item.lead, note: item.note ?? '' };
    await ctx.tx.insert(meetingItems).values({
      ...{
        id: itemId,
        meetingId: id,
        place: index + 1,
        wanted: item.wanted,
        minutes: item.minutes,
        markingId,
      },
      ...{
        addedBy: chair,
        addedAt: planned,
        textId: item.text ? await textOf(ctx, bodyId, item.text) : null,
      },
      sealed: await sealFor(ctx, id, JSON.stringify(words), itemAad(itemId)),
    });
    if (!item.outcome) continue;
    await ctx.tx.insert(meetingOutcomes).values({
      ...{ itemId, outcome: item.outcome.is, recordedBy: chair, recordedAt: endsAt },
      sealed: await sealFor(ctx, id, item.outcome.note, outcomeAad(itemId)),
    });
  }
  await indexAgenda(ctx, id);
}

/** Its summary record, laid before the members that afternoon for a week. */
const laid = (endsAt: Date) => ({
  summaryOpenedAt: new Date(endsAt.getTime() + 4 * HOUR_MS),
  summaryUntil: new Date(endsAt.getTime() + 7 * 24 * HOUR_MS),
});

type Published = { id: string; chair: string; planned: Date; key: string };

async function published(ctx: Context, { id: meetingId, chair, planned, key }: Published): Promise<void> {
  const id = seedId(`meeting event ${key}`, planned);
  const sealed = await sealFor(ctx, meetingId, '{}', eventAad(id));
  await ctx.tx
    .insert(meetingEvents)
    .values({ id, meetingId, kind: 'published', at: planned, byId: chair, sealed });
}

async function textOf(ctx: Context, bodyId: string, title: string): Promise<string> {
  const [row] = await ctx.tx
    .select({ id: texts.id })
    .from(texts)
    .where(and(eq(texts.bodyId, bodyId), eq(texts.title, title)));
  if (!row) throw new Error(`The demo data names the text “${title}”, which it does not hold.`);
  return row.id;
}
