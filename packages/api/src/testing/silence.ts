import { newId } from '@concord/db/ids';
import { silenceAuthors, silenceEvents, silences } from '@concord/db/schema/silence';
import type { TestDatabase } from '@concord/db/testing/database';
import { createMarking } from '@concord/db/testing/fixtures';
import { sql } from 'drizzle-orm';
import { asWorker } from '../context.ts';
import { besideAad } from '../features/texts/seals.ts';
import { sealFor } from '../sealing/sealing.ts';
import { callerAs, servicesOf } from './caller.ts';
import { createText, createVersion, type TextScene, textScene } from './texts.ts';

/** A day and a time that are worked, so many days from now: the body of tests works at all hours of the week. */
export function wall(days: number, time = '12:00') {
  const at = new Date(Date.now() + days * 86_400_000);
  return { day: at.toISOString().slice(0, 10), time };
}

/** A text that all three nations of a body may read, with callers for its people. */
export async function silenceScene(test: TestDatabase, of?: TextScene) {
  const scene = of ?? (await textScene(test));
  const { nor, cal, out, partner } = scene.parties;
  await test.worker.sql`update body set time_zone = 'UTC',
    working_hours = '{"from": "00:00", "to": "23:59", "days": [1, 2, 3, 4, 5, 6, 7]}' where id = ${scene.body.id}`;
  const marking = await createMarking(test, { level: 1, releasableTo: [nor, cal, out, partner] });
  const text = await createText(test, { body: scene.body, marking, by: scene.people.chair });
  const version = await createVersion(test, { text, number: 1, by: scene.people.chair, marking });
  const names = Object.keys(scene.people) as (keyof typeof scene.people)[];
  const callers = await Promise.all(
    names.map(async (name) => [name, await callerAs(test, scene.people[name])]),
  );
  const api = Object.fromEntries(callers) as Record<
    keyof typeof scene.people,
    Awaited<ReturnType<typeof callerAs>>
  >;
  return { ...scene, test, marking, text, version, api };
}

export type SilenceScene = Awaited<ReturnType<typeof silenceScene>>;

/** A silence that was opened and ends so many milliseconds from now: sooner than any chair may open one. */
export async function createSilence(scene: SilenceScene, endsInMs: number) {
  const { test, text, version, body, people, parties } = scene;
  const silenceId = newId();
  const eventId = newId();
  await asWorker(servicesOf(test), async (ctx) => {
    await ctx.tx.insert(silences).values({
      id: silenceId,
      textId: text.id,
      bodyId: body.id,
      versionId: version.id,
      contentHash: 'f'.repeat(64),
      bound: [parties.nor.id, parties.cal.id, parties.out.id],
      pace: 'normal',
      timeZone: 'UTC',
      zoneData: 'test',
      minimumHours: 72,
      createdBy: people.chair.id,
      createdAt: sql`clock_timestamp()`,
    });
    await ctx.tx.insert(silenceEvents).values({
      id: eventId,
      silenceId,
      kind: 'open',
      at: sql`clock_timestamp()`,
      until: sql`clock_timestamp() + ${`${endsInMs} milliseconds`}::interval`,
    });
    await ctx.tx.insert(silenceAuthors).values({
      eventId,
      silenceId,
      personId: people.chair.id,
      sealed: await sealFor(ctx, text.id, '{}', besideAad('silence', eventId)),
    });
  });
  return silenceId;
}
