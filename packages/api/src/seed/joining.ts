import { exerciseCheckIns, exerciseRoles, exercises, exerciseTeams } from '@concord/db/schema/exercises';
import { exerciseDocuments, exerciseDocumentVersions, exerciseJoining } from '@concord/db/schema/joining';
import { personLanguages } from '@concord/db/schema/people';
import { files } from '@concord/db/schema/system';
import { documents, passages, playedIn, sheets, spoken } from '@concord/db/seed/data/joining';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { storeFile } from '../storage/store.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

/** What comes with the demo exercises' seats: instructions, documents, languages, and who has come. */
export async function seedJoining(ctx: Context, world: World): Promise<void> {
  const codes = [...new Set([...sheets, ...documents].map(({ exercise }) => exercise))];
  const rows = await ctx.tx.select().from(exercises).where(inArray(exercises.code, codes));
  const known = new Map(rows.map((row) => [row.code, row]));
  const of = (code: string) => {
    const exercise = known.get(code);
    if (!exercise) throw new Error(`no exercise ${code}`);
    return exercise;
  };
  await seedLanguages(ctx, world, of);
  await seedSheets(ctx, world, of);
  await seedDocuments(ctx, world, of);
  await ctx.tx.insert(exerciseCheckIns).values(
    passages.map(({ exercise, person, kind, minutes }) => {
      const { id, startsAt, createdBy } = of(exercise);
      const at = new Date(+startsAt + minutes * 60_000);
      const made = {
        id: seedId(`passage ${exercise} ${person}`, at),
        exerciseId: id,
        kind,
        at,
        receivedAt: at,
      };
      return { ...made, personId: world.person(person), checkedBy: createdBy ?? world.person(person) };
    }),
  );
}

type Find = (code: string) => typeof exercises.$inferSelect;

const roleAt = (exerciseId: string, position: number) =>
  and(eq(exerciseRoles.exerciseId, exerciseId), eq(exerciseRoles.position, position));

async function seedLanguages(ctx: Context, world: World, of: Find): Promise<void> {
  for (const { exercise, role, language, level } of playedIn)
    await ctx.tx
      .update(exerciseRoles)
      .set({ language, languageLevel: level })
      .where(roleAt(of(exercise).id, role));
  await ctx.tx.insert(personLanguages).values(
    Object.entries(spoken).flatMap(([person, all]) =>
      Object.entries(all).map(([language, level]) => ({
        ...{ personId: world.person(person), language, level, statedAt: world.morningDaysAgo(20) },
      })),
    ),
  );
}

async function seedSheets(ctx: Context, world: World, of: Find): Promise<void> {
  const changedAt = world.morningDaysAgo(5);
  for (const [index, { exercise, role, team, hoursBefore, text, sent, ...sheet }] of sheets.entries()) {
    const { id: exerciseId, startsAt } = of(exercise);
    const [ofRole] =
      role === null ? [] : await ctx.tx.select().from(exerciseRoles).where(roleAt(exerciseId, role));
    const named = and(eq(exerciseTeams.exerciseId, exerciseId), eq(exerciseTeams.name, team ?? ''));
    const [ofTeam] = team === null ? [] : await ctx.tx.select().from(exerciseTeams).where(named);
    await ctx.tx.insert(exerciseJoining).values({
      ...{ id: seedId(`sheet ${index}`, changedAt), exerciseId, ...sheet },
      ...{ roleId: ofRole?.id ?? null, teamId: ofTeam?.id ?? null, textEn: text.en, textFr: text.fr },
      reportAt: hoursBefore === null ? null : new Date(+startsAt - hoursBefore * 3_600_000),
      ...{ changedAt, sentAt: sent ? changedAt : null },
    });
  }
}

async function seedDocuments(ctx: Context, world: World, of: Find): Promise<void> {
  for (const { exercise, title, file, audience, versions } of documents) {
    const { id: exerciseId, markingId, createdBy } = of(exercise);
    const addedBy = createdBy ?? world.person('hqa-secretary-epg');
    const createdAt = world.morningDaysAgo(15);
    const id = seedId(`document ${title}`, createdAt);
    await ctx.tx.insert(exerciseDocuments).values({ id, exerciseId, title, audience, markingId, createdAt });
    for (const [index, { note, words }] of versions.entries()) {
      const bytes = Buffer.from(words);
      const place = { container: 'exercise', containerId: exerciseId, createdBy: addedBy } as const;
      const { id: fileId } = await storeFile(ctx, { ...place, name: file, bytes });
      await ctx.tx.update(files).set({ markingId }).where(eq(files.id, fileId));
      await ctx.tx.insert(exerciseDocumentVersions).values({
        ...{ fileId, documentId: id, number: index + 1, note, addedBy },
        addedAt: world.morningDaysAgo(15 - index * 5),
      });
    }
  }
}
