import { createHash } from 'node:crypto';
import { exerciseObjectives, exercises, exerciseTeams } from '@concord/db/schema/exercises';
import { injects } from '@concord/db/schema/injects';
import { responses } from '@concord/db/schema/running';
import { checkKeys, checkResults, criteria, scoreActs, scores } from '@concord/db/schema/scoring';
import { type ScoringSeed, scoringSeeds } from '@concord/db/seed/data/scoring';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { sealerFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

/** How the teams of the demo exercises under way were judged so far. */
export async function seedScoring(ctx: Context, world: World): Promise<void> {
  for (const seed of scoringSeeds) await seedOne(ctx, world, seed);
}

type Of = {
  exerciseId: string;
  team: (name: string) => string;
  id: (what: string) => string;
  at: (minutesAgo: number) => Date;
};

async function seedOne(ctx: Context, world: World, seed: ScoringSeed): Promise<void> {
  const [exercise] = await ctx.tx.select().from(exercises).where(eq(exercises.code, seed.exercise));
  if (!exercise) throw new Error(`The demo data names exercise ${seed.exercise}, which it does not hold.`);
  const exerciseId = exercise.id;
  const teams = await ctx.tx.select().from(exerciseTeams).where(eq(exerciseTeams.exerciseId, exerciseId));
  const of: Of = {
    exerciseId,
    team: (name) => teams.find((one) => one.name === name)?.id ?? '',
    id: (what) => seedId(`scores of ${seed.exercise} ${what}`, exercise.startsAt),
    at: (minutesAgo) => new Date(+world.now - minutesAgo * 60_000),
  };
  await seedRubric(ctx, seed, of);
  if (seed.said.length > 0) await seedSaid(ctx, world, seed, of);
  await seedScores(ctx, world, seed, of);
  const acts = [
    ...(seed.opened === undefined ? [] : [{ kind: 'open' as const, at: of.at(seed.opened) }]),
    ...(seed.released === undefined ? [] : [{ kind: 'release' as const, at: of.at(seed.released) }]),
  ];
  if (acts.length > 0)
    await ctx.tx.insert(scoreActs).values(
      acts.map((act, index) => ({
        ...{ id: of.id(act.kind), exerciseId, place: index + 1, ...act },
        by: exercise.createdBy ?? world.person(seed.judge),
      })),
    );
  if (seed.checks.length > 0) await seedChecks(ctx, world, seed, of);
}

async function seedRubric(ctx: Context, seed: ScoringSeed, { exerciseId, id }: Of): Promise<void> {
  const objectives = await ctx.tx
    .select({ id: exerciseObjectives.id })
    .from(exerciseObjectives)
    .where(eq(exerciseObjectives.exerciseId, exerciseId))
    .orderBy(asc(exerciseObjectives.position));
  await ctx.tx.insert(criteria).values(
    seed.criteria.map(({ title, objective, open, levels }, position) => ({
      ...{ id: id(`criterion ${position}`), exerciseId, position, open, levels },
      ...{ titleEn: title.en, titleFr: title.fr, objectiveId: objectives[objective]?.id ?? null },
    })),
  );
}

async function seedSaid(ctx: Context, world: World, seed: ScoringSeed, of: Of): Promise<void> {
  const { exerciseId, team, id, at } = of;
  const seal = await sealerFor(ctx, exerciseId);
  const numbers = new Map(
    (
      await ctx.tx
        .select({ id: injects.id, number: injects.number })
        .from(injects)
        .where(eq(injects.exerciseId, exerciseId))
    ).map((one) => [one.number, one.id]),
  );
  await ctx.tx.insert(responses).values(
    seed.said.map(({ team: name, by, minutesAgo, inject, ...said }, index) => ({
      ...{
        id: id(`said ${index}`),
        exerciseId,
        teamId: team(name),
        at: at(minutesAgo),
        by: world.person(by),
      },
      injectId: inject === undefined ? null : (numbers.get(inject) ?? null),
      kind: inject === undefined ? ('report' as const) : ('answer' as const),
      sealed: seal(JSON.stringify(said), `response:${id(`said ${index}`)}`),
    })),
  );
}

async function seedScores(ctx: Context, world: World, seed: ScoringSeed, of: Of): Promise<void> {
  const { exerciseId, team, id, at } = of;
  const seal = await sealerFor(ctx, exerciseId);
  const revisions = new Map<string, number>();
  await ctx.tx.insert(scores).values(
    seed.scores.map((one, index) => {
      const kind = one.self === undefined ? ('official' as const) : ('self' as const);
      const line = `${one.team} ${one.criterion} ${kind} ${one.said}`;
      const revision = (revisions.get(line) ?? 0) + 1;
      revisions.set(line, revision);
      return {
        ...{ id: id(`score ${index}`), exerciseId, teamId: team(one.team), kind, revision, level: one.level },
        criterionId: id(`criterion ${one.criterion}`),
        responseId: one.said === undefined ? null : id(`said ${one.said}`),
        points: seed.criteria[one.criterion]?.levels[one.level]?.points ?? null,
        sealed: seal(one.reason, `score:${id(`score ${index}`)}`),
        ...{ by: world.person(one.self ?? seed.judge), at: at(one.minutesAgo) },
      };
    }),
  );
}

/** The key they came with has run out: what it was is known to nobody. */
async function seedChecks(ctx: Context, world: World, seed: ScoringSeed, of: Of): Promise<void> {
  const { exerciseId, team, id, at } = of;
  const keyId = id('key');
  await ctx.tx.insert(checkKeys).values({
    ...{
      id: keyId,
      exerciseId,
      name: 'Water works checker',
      tokenHash: digest(keyId),
      madeBy: world.person(seed.judge),
    },
    ...{ madeAt: at(70), expiresAt: at(1), usedAt: at(10) },
  });
  await ctx.tx.insert(checkResults).values(
    seed.checks.map(({ team: name, minutesAgo, ...found }, index) => ({
      ...{ id: id(`check ${index}`), exerciseId, keyId, teamId: team(name), ...found },
      ...{
        at: at(minutesAgo),
        receivedAt: at(minutesAgo),
        reference: `round-${index}`,
        source: 'check' as const,
      },
      digest: digest(`round-${index}`),
    })),
  );
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
