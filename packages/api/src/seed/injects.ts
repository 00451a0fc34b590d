import { exerciseObjectives, exercises, exerciseTeams } from '@concord/db/schema/exercises';
import { storylines } from '@concord/db/schema/injects';
import { eventsLists } from '@concord/db/seed/data/injects';
import type { EventsListSeed } from '@concord/db/seed/data/injects/types';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { emptyContent, emptyFacts } from '../features/injects/rules.ts';
import { insertInjects, type Written } from '../features/injects/sealed.ts';
import { sealerFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

/** The events lists of the demo exercises. */
export async function seedInjects(ctx: Context, world: World): Promise<void> {
  for (const seed of eventsLists) await seedList(ctx, world, seed);
}

async function seedList(ctx: Context, world: World, seed: EventsListSeed): Promise<void> {
  const [exercise] = await ctx.tx
    .select({ id: exercises.id })
    .from(exercises)
    .where(eq(exercises.code, seed.exercise));
  if (!exercise) throw new Error(`The demo data names exercise ${seed.exercise}, which it does not hold.`);
  const exerciseId = exercise.id;
  const made = world.morningDaysAgo(14);
  const id = (what: string) => seedId(`events of ${seed.exercise} ${what}`, made);
  const seal = await sealerFor(ctx, exerciseId);
  await ctx.tx.insert(storylines).values(
    seed.storylines.map((title, position) => {
      const storylineId = id(`storyline ${position}`);
      return { id: storylineId, exerciseId, position, sealed: seal(title, `storyline:${storylineId}`) };
    }),
  );
  const teams = new Map(
    (await ctx.tx.select().from(exerciseTeams).where(eq(exerciseTeams.exerciseId, exerciseId))).map(
      (team) => [team.name, team.id],
    ),
  );
  const objectives = await ctx.tx
    .select({ id: exerciseObjectives.id })
    .from(exerciseObjectives)
    .where(eq(exerciseObjectives.exerciseId, exerciseId))
    .orderBy(asc(exerciseObjectives.position));
  const all = seed.injects.map((one, index): Written => {
    const { storyline, objective, to, after, responsible, ...rest } = one;
    return {
      ...{
        ...emptyFacts,
        ...emptyContent,
        ...rest,
        id: id(`inject ${index + 1}`),
        number: index + 1,
        revision: 1,
      },
      storylineId: storyline === null ? null : id(`storyline ${storyline}`),
      objectiveId: objective === null ? null : (objectives[objective]?.id ?? null),
      teamIds: to.flatMap((name) => teams.get(name) ?? []),
      afterId: after === undefined ? null : id(`inject ${after}`),
      responsibleId: responsible === undefined ? null : world.person(responsible),
    };
  });
  await insertInjects(ctx, all, { exerciseId, by: world.person('hqa-staff-4'), at: made });
}
