import { partyHolidays } from '@concord/db/schema/parties';
import { silenceAuthors, silenceEvents, silences } from '@concord/db/schema/silence';
import { positions, textVersions } from '@concord/db/schema/texts';
import { bodies as bodySeeds } from '@concord/db/seed/data/bodies';
import {
  holidays,
  type SilenceEventSeed,
  type SilenceSeed,
  silences as silenceSeeds,
} from '@concord/db/seed/data/silences';
import { texts as textSeeds } from '@concord/db/seed/data/texts';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { proposedEnd } from '../features/silence/hours.ts';
import type { Said } from '../features/silence/write.ts';
import { besideAad } from '../features/texts/seals.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;
const LEAST_HOURS = 72;
const YEARS = [0, 1, 2];

/** Silences over texts of the demo: one that runs, one that is broken, one that is announced; and nations' holidays. */
export async function seedSilences(ctx: Context, world: World): Promise<void> {
  for (const seed of silenceSeeds) await seedSilence(ctx, world, seed);
  await seedHolidays(ctx, world);
}

async function seedSilence(ctx: Context, world: World, seed: SilenceSeed): Promise<void> {
  const scene = sceneOf(world, seed.text);
  const { id, textId, versionId, body, chair } = scene;
  const [version] = await ctx.tx
    .select({ hash: textVersions.contentHash, markingId: textVersions.markingId })
    .from(textVersions)
    .where(eq(textVersions.id, versionId));
  if (!version) throw new Error(`The demo data names a version of ${seed.text}, which it does not hold.`);
  const opened = seed.events.some(({ kind }) => kind === 'open');
  await ctx.tx.insert(silences).values({
    id,
    textId,
    bodyId: world.body(body.code),
    versionId,
    contentHash: version.hash,
    bound: opened ? body.members.map(world.party) : [],
    pace: 'normal',
    timeZone: body.timeZone,
    zoneData: process.versions.tz ?? 'unknown',
    minimumHours: body.minimumSilenceHours,
    createdBy: chair,
    createdAt: scene.begun,
  });
  const ends = endsOf(world, seed, body);
  const eventOf = (one: SilenceEventSeed, index: number) => {
    const at = hoursAgo(world, one.hoursAgo);
    return { one, at, id: seedId(`silence ${seed.text} ${index}`, at), until: ends.get(one) ?? null };
  };
  const events = seed.events.map(eventOf);
  await ctx.tx.insert(silenceEvents).values(
    events.map((event) => ({
      id: event.id,
      silenceId: id,
      kind: event.one.kind,
      at: event.at,
      until: event.until,
    })),
  );
  const authors = events.map(async ({ one, id: eventId }) => ({
    eventId,
    silenceId: id,
    personId: world.person(one.by),
    partyId: one.by.startsWith('hqa-') ? null : world.actingParty(one.by),
    sealed: await sealFor(ctx, textId, JSON.stringify(saidOf(scene, one)), besideAad('silence', eventId)),
  }));
  for (const author of authors) await ctx.tx.insert(silenceAuthors).values(await author);
  await seedPositions(ctx, world, { scene, seed, markingId: version.markingId });
}

const hoursAgo = (world: World, hours: number) => new Date(world.now.getTime() - hours * HOUR_MS);

function sceneOf(world: World, key: string) {
  const text = textSeeds.find((one) => one.key === key);
  const body = bodySeeds.find((one) => one.code === text?.body);
  const silence = silenceSeeds.find((one) => one.text === key);
  if (!text || !body || !silence)
    throw new Error(`The demo data names a text ${key}, which it does not hold.`);
  const start = world.morningDaysAgo(text.versions[0]?.daysAgo ?? 1);
  const number = text.versions.length;
  const begun = hoursAgo(world, silence.events[0]?.hoursAgo ?? 1);
  return {
    id: seedId(`silence ${key}`, begun),
    textId: seedId(`text ${key}`, start),
    versionId: seedId(
      `version ${key} ${number}`,
      world.morningDaysAgo(text.versions[number - 1]?.daysAgo ?? 0),
    ),
    paragraphId: (paragraph: string) => seedId(`paragraph ${key} ${paragraph}`, start),
    body,
    begun,
    chair: world.person(body.chair),
  };
}

/** Each end lies in working hours and after the one before it; the last lies days ahead of the seed. */
function endsOf(world: World, { events }: SilenceSeed, body: (typeof bodySeeds)[number]) {
  const setting = events.filter(({ kind }) => kind === 'announce' || kind === 'open' || kind === 'extend');
  const ends = new Map<SilenceEventSeed, Date>();
  let before: Date | null = null;
  for (const event of setting) {
    const from: Date = before ?? (setting.length > 1 ? hoursAgo(world, event.hoursAgo) : world.now);
    before = proposedEnd(from, before ? 24 : LEAST_HOURS, body.timeZone, body.workingHours);
    ends.set(event, before);
  }
  return ends;
}

function saidOf({ paragraphId }: ReturnType<typeof sceneOf>, one: SilenceEventSeed): Said {
  if (one.kind !== 'break') return one.words ? { reason: one.words } : {};
  return {
    reason: one.words ?? '',
    objection: one.objection ?? 'objection',
    paragraphIds: (one.paragraphs ?? []).map(paragraphId),
  };
}

type Spoken = { scene: ReturnType<typeof sceneOf>; seed: SilenceSeed; markingId: string };

async function seedPositions(ctx: Context, world: World, { scene, seed, markingId }: Spoken): Promise<void> {
  const { textId, versionId } = scene;
  for (const { by, hoursAgo: hours } of seed.noObjection ?? []) {
    const at = hoursAgo(world, hours);
    const id = seedId(`no objection ${seed.text} ${by}`, at);
    await ctx.tx.insert(positions).values({
      ...{ id, textId, versionId, markingId, partyId: world.actingParty(by), stance: 'noObjection' },
      sealed: await sealFor(ctx, textId, '', besideAad('position', id)),
      ...{ preparedBy: world.person(by), preparedAt: at, releasedBy: world.person(by), releasedAt: at },
    });
  }
}

async function seedHolidays(ctx: Context, world: World): Promise<void> {
  const year = world.now.getUTCFullYear();
  const dayIn = (days: number) =>
    new Date(world.now.getTime() + days * 24 * HOUR_MS).toISOString().slice(0, 10);
  const rows = holidays.flatMap(({ parties, name, inDays = [], monthDay }) => {
    const days = [
      ...inDays.map(dayIn),
      ...(monthDay ? YEARS.map((more) => `${year + more}-${monthDay}`) : []),
    ];
    return parties.flatMap((party) =>
      days.map((day) => ({ partyId: world.party(party), day, nameEn: name.en, nameFr: name.fr })),
    );
  });
  await ctx.tx.insert(partyHolidays).values(rows).onConflictDoNothing();
}
