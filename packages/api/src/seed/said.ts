import { statements } from '@concord/db/schema/decisions';
import { positions, reservations } from '@concord/db/schema/texts';
import { texts as textSeeds } from '@concord/db/seed/data/texts';
import { positionSeeds, reservationSeeds, statementSeeds } from '@concord/db/seed/data/texts/positions';
import { releasableParties } from '@concord/db/seed/data/threads';
import type { Context } from '../context.ts';
import { besideAad } from '../features/texts/seals.ts';
import { internMarking } from '../marking/intern.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const HOUR_MS = 3_600_000;
const LEVELS = { U: 0, R: 1 } as const;

/** Positions, reservations and statements on the demo's texts, as their nations would have said them. */
export async function seedSaid(ctx: Context, world: World): Promise<void> {
  await seedPositions(ctx, world);
  await seedReservations(ctx, world);
  await seedStatements(ctx, world);
}

/** A seeded text's ids, as `seedTexts` made them. */
export function textPlaces(world: World, key: string) {
  const seed = textSeeds.find((one) => one.key === key);
  if (!seed) throw new Error(`The demo data names a text ${key}, which it does not hold.`);
  const start = world.morningDaysAgo(seed.versions[0]?.daysAgo ?? 1);
  const madeAt = (number: number) => world.morningDaysAgo(seed.versions[number - 1]?.daysAgo ?? 0);
  return {
    seed,
    textId: seedId(`text ${key}`, start),
    versionId: (number: number) => seedId(`version ${key} ${number}`, madeAt(number)),
    paragraphId: (paragraph: string) => seedId(`paragraph ${key} ${paragraph}`, start),
    /** So many half hours after a version was made, and never after now. */
    after: (number: number, halfHours: number) =>
      new Date(Math.min(madeAt(number).getTime() + (halfHours * HOUR_MS) / 2, world.now.getTime() - HOUR_MS)),
  };
}

async function placed(ctx: Context, world: World, of: { text: string; version: number; by: string }) {
  const places = textPlaces(world, of.text);
  const { seed } = places;
  const markingId = await internMarking(ctx, {
    level: LEVELS[seed.level],
    releasableTo: releasableParties(seed.releasableTo).map(world.party),
    onlyFor: [],
    caveats: [],
    originator: world.actingParty(`hqa-chair-${seed.body.toLowerCase()}`),
  });
  return {
    places,
    markingId,
    row: {
      textId: places.textId,
      versionId: places.versionId(of.version),
      partyId: world.actingParty(of.by),
    },
    person: world.person(of.by),
  };
}

async function seedPositions(ctx: Context, world: World): Promise<void> {
  for (const [index, one] of positionSeeds.entries()) {
    const { places, markingId, row, person } = await placed(ctx, world, one);
    const at = places.after(one.version, 3 + index);
    const id = seedId(`position ${one.text} ${one.version} ${one.by}`, at);
    const { stance, instructed } = one;
    await ctx.tx.insert(positions).values({
      ...{ ...row, id, stance, instructed, markingId },
      sealed: await sealFor(ctx, row.textId, one.words, besideAad('position', id)),
      preparedBy: person,
      preparedAt: at,
      ...(!one.preparedOnly && { releasedBy: person, releasedAt: at }),
    });
  }
}

async function seedReservations(ctx: Context, world: World): Promise<void> {
  for (const [index, one] of reservationSeeds.entries()) {
    const { places, markingId, row, person } = await placed(ctx, world, one);
    const at = places.after(one.version, 9 + index);
    const id = seedId(`reservation ${one.text} ${one.version} ${one.by}`, at);
    const { expectedInDays } = one;
    await ctx.tx.insert(reservations).values({
      ...{ ...row, id, markingId, kind: one.kind, enteredBy: person, enteredAt: at },
      paragraphIds: one.paragraphs.map(places.paragraphId),
      sealed: await sealFor(ctx, row.textId, one.words, besideAad('reservation', id)),
      expectedLift:
        expectedInDays === null ? null : world.daysAgo(-expectedInDays).toISOString().slice(0, 10),
    });
  }
}

async function seedStatements(ctx: Context, world: World): Promise<void> {
  for (const [index, one] of statementSeeds.entries()) {
    const { places, markingId, row, person } = await placed(ctx, world, one);
    const at = places.after(one.version, 15 + index);
    const id = seedId(`statement ${one.text} ${one.version} ${one.by}`, at);
    await ctx.tx.insert(statements).values({
      ...{ ...row, id, markingId, kind: one.kind, madeBy: person, madeAt: at },
      sealed: await sealFor(ctx, row.textId, one.words, besideAad('statement', id)),
    });
  }
}
