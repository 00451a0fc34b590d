import { randomUUID } from 'node:crypto';
import { exerciseCheckIns, exerciseObjectives, exercises, exerciseTeams } from '@concord/db/schema/exercises';
import {
  exerciseReports,
  hotWashes,
  lessonActions,
  lessonObservations,
  lessonSteps,
  lessons,
  observations,
  washGroups,
} from '@concord/db/schema/lessons';
import { deliveries, responses } from '@concord/db/schema/running';
import { surveyAnswers, surveyQuestions, surveys, surveyTakers } from '@concord/db/schema/surveys';
import { afterLongWinter as seed } from '@concord/db/seed/data/lessons';
import { asc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { emptyContent, emptyFacts } from '../features/injects/rules.ts';
import { insertInjects } from '../features/injects/sealed.ts';
import { type Contents, type Sealed, sealRow } from '../features/lessons/sealed.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

type Scene = { id: string; markingId: string; teamId: string; startsAt: Date; endsAt: Date };
type Seeding = { ctx: Context; world: World; scene: Scene; id: (what: string) => string };

/** What came after the demo exercise that is over: its play, hot wash, lessons, survey and report. */
export async function seedLessons(ctx: Context, world: World): Promise<void> {
  const [exercise] = await ctx.tx
    .select({ row: exercises, teamId: exerciseTeams.id })
    .from(exercises)
    .innerJoin(exerciseTeams, eq(exerciseTeams.exerciseId, exercises.id))
    .where(eq(exercises.code, seed.exercise));
  if (!exercise) throw new Error(`The demo data names exercise ${seed.exercise}, which it does not hold.`);
  const { row, teamId } = exercise;
  const id = (what: string) => seedId(`after ${seed.exercise} ${what}`, row.endsAt);
  const seeding = { ctx, world, scene: { ...row, teamId }, id };
  await seedDoor(seeding);
  await seedPlay(seeding);
  await seedWash(seeding);
  await seedChain(seeding);
  await seedSurvey(seeding);
  await ctx.tx.insert(exerciseReports).values({
    exerciseId: row.id,
    sealed: await sealRow(ctx, row.id, 'report', { id: row.id, content: { summary: seed.summary } }),
    ...{ issuedAt: after(row, 10), issuedBy: world.person(seed.director) },
  });
}

const after = ({ endsAt }: Pick<Scene, 'endsAt'>, days: number) => new Date(+endsAt + days * 86_400_000);
const sealed = <Kind extends Sealed>(
  { ctx, scene }: Seeding,
  kind: Kind,
  id: string,
  content: Contents[Kind],
) => sealRow(ctx, scene.id, kind, { id, content });

/** Who came. */
async function seedDoor({ ctx, world, scene, id }: Seeding): Promise<void> {
  const at = scene.startsAt;
  await ctx.tx.insert(exerciseCheckIns).values(
    seed.came.map((person) => ({
      ...{
        id: id(`came ${person}`),
        exerciseId: scene.id,
        personId: world.person(person),
        kind: 'in' as const,
      },
      ...{ at, receivedAt: at, checkedBy: world.person(seed.control) },
    })),
  );
}

async function seedPlay({ ctx, world, scene, id }: Seeding): Promise<void> {
  const { id: exerciseId, teamId, startsAt } = scene;
  const by = world.person(seed.control);
  const [objective] = await ctx.tx
    .select({ id: exerciseObjectives.id })
    .from(exerciseObjectives)
    .where(eq(exerciseObjectives.exerciseId, exerciseId))
    .orderBy(asc(exerciseObjectives.position))
    .limit(1);
  const all = seed.injects.map(({ title, text, minute }, at) => ({
    ...{ ...emptyFacts, ...emptyContent, title, text, minute, revision: 1, status: 'approved' as const },
    ...{ id: id(`inject ${at}`), number: at + 1, teamIds: [teamId], means: 'mail', from: 'Control' },
    objectiveId: objective?.id ?? null,
  }));
  await insertInjects(ctx, all, { exerciseId, by, at: startsAt });
  for (const [at, inject] of all.entries()) {
    const sent = new Date(+startsAt + inject.minute * 60_000);
    const { number, title, text, from, attention, means } = inject;
    const read = JSON.stringify({ number, title, text, from, attention, means });
    await ctx.tx.insert(deliveries).values({
      ...{ injectId: inject.id, teamId, exerciseId, at: sent },
      sealed: await sealFor(ctx, exerciseId, read, `delivery:${inject.id}:${teamId}`),
    });
    const answer = seed.injects[at]?.answer;
    if (!answer) continue;
    const answerId = id(`answer ${at}`);
    await ctx.tx.insert(responses).values({
      ...{
        id: answerId,
        exerciseId,
        teamId,
        injectId: inject.id,
        kind: 'answer',
        by: world.person('nor-staff-1'),
      },
      at: new Date(+sent + (9 + at * 7) * 60_000),
      sealed: await sealFor(ctx, exerciseId, JSON.stringify({ text: answer }), `response:${answerId}`),
    });
  }
}

async function seedWash(seeding: Seeding): Promise<void> {
  const { ctx, world, scene, id } = seeding;
  const { id: exerciseId, markingId, teamId } = scene;
  const openedBy = world.person(seed.control);
  await ctx.tx
    .insert(hotWashes)
    .values({ exerciseId, openedAt: after(scene, 0), openedBy, closedAt: after(scene, 0.05) });
  for (const [position, title] of seed.groups.entries()) {
    const groupId = id(`group ${position}`);
    await ctx.tx.insert(washGroups).values({
      id: groupId,
      exerciseId,
      position,
      sealed: await sealed(seeding, 'group', groupId, { title }),
    });
  }
  for (const [position, { by, kind, group, what }] of seed.observations.entries()) {
    const own = id(`observation ${position}`);
    await ctx.tx.insert(observations).values({
      ...{ id: own, exerciseId, kind, teamId, markingId, by: world.person(by), position },
      ...{
        at: after(scene, -0.02 + position / 1_000),
        groupId: group === null ? null : id(`group ${group}`),
      },
      sealed: await sealed(seeding, 'observation', own, { what, evidence: '', injectNumber: null }),
    });
  }
}

async function seedChain(seeding: Seeding): Promise<void> {
  const { ctx, world, scene, id } = seeding;
  const { id: exerciseId, markingId } = scene;
  const by = world.person(seed.control);
  for (const [at, { title, issue, cause, proposal, from, actions, learned }] of seed.lessons.entries()) {
    const lessonId = id(`lesson ${at}`);
    const content = { title, issue, cause, proposal };
    await ctx.tx.insert(lessons).values({
      ...{ id: lessonId, exerciseId, number: at + 1, markingId, by, at: after(scene, 1) },
      sealed: await sealed(seeding, 'lesson', lessonId, content),
    });
    await ctx.tx
      .insert(lessonObservations)
      .values(from.map((one) => ({ lessonId, observationId: id(`observation ${one}`) })));
    for (const [place, action] of actions.entries())
      await seedAction(seeding, { lessonId, name: `${at} ${place}`, ...action });
    if (learned)
      await seedStep(seeding, { lessonId, name: `learned ${at}`, kind: 'learned', reason: learned });
  }
}

type ActionSeed = {
  lessonId: string;
  name: string;
  what: string;
  owner: string;
  dueInDays: number;
  done: string | null;
};

async function seedAction(seeding: Seeding, { lessonId, name, what, owner, dueInDays, done }: ActionSeed) {
  const { ctx, world, scene, id } = seeding;
  const actionId = id(`action ${name}`);
  const dueOn = world.afternoonInDays(dueInDays).toISOString().slice(0, 10);
  await ctx.tx.insert(lessonActions).values({
    ...{ id: actionId, lessonId, exerciseId: scene.id, personId: world.person(owner), dueOn },
    ...{ addedBy: world.person(seed.control), addedAt: after(scene, 2) },
    sealed: await sealed(seeding, 'action', actionId, { what }),
  });
  if (done) await seedStep(seeding, { lessonId, name: `done ${name}`, kind: 'done', reason: done, actionId });
}

type StepSeed = {
  lessonId: string;
  name: string;
  kind: 'learned' | 'done';
  reason: string;
  actionId?: string;
};

async function seedStep(seeding: Seeding, { lessonId, name, kind, reason, actionId }: StepSeed) {
  const { ctx, world, scene, id } = seeding;
  const stepId = id(`step ${name}`);
  const evidence = kind === 'learned' ? '/learn' : '';
  await ctx.tx.insert(lessonSteps).values({
    ...{ id: stepId, lessonId, exerciseId: scene.id, actionId: actionId ?? null, kind },
    ...{ by: world.person(seed.control), at: after(scene, kind === 'done' ? 25 : 30) },
    sealed: await sealed(seeding, 'step', stepId, { reason, evidence }),
  });
}

async function seedSurvey(seeding: Seeding): Promise<void> {
  const { ctx, world, scene, id } = seeding;
  const surveyId = id('survey');
  const { title, scale, text, takers, answers } = seed.survey;
  await ctx.tx.insert(surveys).values({
    ...{ id: surveyId, exerciseId: scene.id, titleEn: title.en, titleFr: title.fr, threshold: 3 },
    ...{ opensAt: after(scene, 0), closesAt: after(scene, 9) },
    ...{ createdBy: world.person(seed.control), createdAt: after(scene, -1) },
  });
  const [step, words] = [id('question scale'), id('question text')];
  await ctx.tx.insert(surveyQuestions).values([
    { id: step, surveyId, position: 0, kind: 'scale', wordsEn: scale.en, wordsFr: scale.fr },
    { id: words, surveyId, position: 1, kind: 'text', wordsEn: text.en, wordsFr: text.fr, required: false },
  ]);
  await ctx.tx
    .insert(surveyTakers)
    .values(takers.map((person) => ({ surveyId, personId: world.person(person) })));
  for (const { step: given, words: said } of answers) {
    const answerId = randomUUID();
    const content = { [step]: given, ...(said ? { [words]: said } : {}) };
    await ctx.tx
      .insert(surveyAnswers)
      .values({ id: answerId, surveyId, sealed: await sealed(seeding, 'survey', answerId, content) });
  }
}
