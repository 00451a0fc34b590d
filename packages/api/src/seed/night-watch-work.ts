import { assessmentRemarks, assessments, submissions } from '@concord/db/schema/assignments';
import { activities, activityTexts, units } from '@concord/db/schema/courses';
import { enrolments } from '@concord/db/schema/learning';
import { appointments } from '@concord/db/schema/people';
import { personas } from '@concord/db/seed/data/personas';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { judgementAad, remarkAad, workAad } from '../features/assignments/load.ts';
import { assignmentSettings } from '../features/authoring/kinds/assignment.ts';
import { sha256 } from '../features/courses/import/digest.ts';
import { RENDERER_VERSION, renderMarkdown } from '../markdown/render.ts';
import { sealFor } from '../sealing/sealing.ts';
import { seedId } from './ids.ts';
import type { Ids } from './night-watch.ts';
import { type Handed, handedIn, handoverRubric, type Judged, tasks } from './night-watch-notes.ts';
import type { World } from './world.ts';

const MARKER = 'hqa-instructor-1';
const MARKERS = [MARKER, 'hqa-staff-3'];

/** What the night's officer writes in the morning: an assignment with a rubric, one that two mark blind, and work in it. */
export async function seedWork(ctx: Context, world: World, id: Ids): Promise<void> {
  await ctx.tx.insert(units).values({
    ...{ id: id('morning'), versionId: id('version'), key: 'morning', position: 2 },
    titles: { en: 'The morning after', fr: 'Au matin' },
  });
  for (const [position, task] of tasks.entries()) await seedTask(ctx, id, task, position + 1);
  await ctx.tx.insert(appointments).values(
    MARKERS.map((key) => ({
      ...{ id: id(`instructor ${key}`), personId: world.person(key), role: 'instructor' as const },
      ...{ scope: 'course' as const, scopeId: id('course'), validFrom: world.daysAgo(60) },
    })),
  );
  await enrolLearner(ctx, world, id);
  for (const one of handedIn) await seedHanded(ctx, world, id, one);
}

async function seedTask(ctx: Context, id: Ids, task: (typeof tasks)[number], position: number) {
  const { key, titles, texts, settings } = task;
  await ctx.tx.insert(activities).values({
    ...{ id: id(key), versionId: id('version'), unitId: id('morning'), kind: 'assignment', key, titles },
    ...{ position, minutes: 20, required: false, settings: assignmentSettings.parse(settings) },
  });
  await ctx.tx.insert(activityTexts).values(
    (['en', 'fr'] as const).map((language) => {
      const { html, headings } = renderMarkdown(texts[language], { language });
      return {
        ...{ activityId: id(key), language, source: texts[language], html },
        headings: headings.map(({ id: anchor, text, level }) => ({ id: anchor, text, depth: level })),
        ...{ sourceHash: sha256(texts.en), rendererVersion: RENDERER_VERSION },
      };
    }),
  );
}

/** The learner of the tour takes the course too: what she handed in came back to her. */
async function enrolLearner(ctx: Context, world: World, id: Ids): Promise<void> {
  const at = world.daysAgo(15);
  await ctx.tx.insert(enrolments).values({
    ...{ id: id(`enrolment ${personas.learner}`), personId: world.person(personas.learner) },
    ...{ courseId: id('course'), versionId: id('version'), enrolledAt: at, lastSeenAt: at },
  });
}

async function seedHanded(ctx: Context, world: World, id: Ids, { by, daysAgo, text, judged }: Handed) {
  const enrolmentId = id(`enrolment ${by}`);
  const [path] = await ctx.tx
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.id, enrolmentId));
  if (!path) throw new Error(`${by} does not take the night watch of the demo.`);
  const submittedAt = world.daysAgo(daysAgo);
  const decidedAt = judged ? world.daysAgo(daysAgo - 1) : null;
  const submissionId = seedId(`work of ${by}`, submittedAt);
  await ctx.tx.insert(submissions).values({
    ...{ id: submissionId, enrolmentId, activityKey: tasks[0].key, courseId: id('course') },
    ...{ personId: world.person(by), number: 1, sequence: 4, savedAt: submittedAt, submittedAt },
    sealed: await sealFor(ctx, enrolmentId, text, workAad(submissionId)),
    ...{ revealedAt: decidedAt, outcome: judged?.outcome ?? null, decidedAt },
  });
  if (judged && decidedAt)
    await seedJudged(ctx, world, { enrolmentId, submissionId, text, decidedAt }, judged);
}

type Work = { enrolmentId: string; submissionId: string; text: string; decidedAt: Date };

async function seedJudged(ctx: Context, world: World, work: Work, judged: Judged): Promise<void> {
  const { enrolmentId, submissionId, decidedAt } = work;
  const { points, comment, remarks, outcome } = judged;
  const assessmentId = seedId(`judgement of ${submissionId}`, decidedAt);
  const words = JSON.stringify({ comment, comments: {} });
  await ctx.tx.insert(assessments).values({
    ...{ id: assessmentId, submissionId, markerId: world.person(MARKER), place: 1, outcome },
    scores: Object.fromEntries(handoverRubric.map(({ key }, index) => [key, points[index] ?? 0])),
    sealed: await sealFor(ctx, enrolmentId, words, judgementAad(assessmentId)),
    ...{ createdAt: decidedAt, decidedAt },
  });
  for (const [index, { on, says }] of remarks.entries()) {
    const id = seedId(`remark ${index} of ${submissionId}`, decidedAt);
    const starts = work.text.indexOf(on);
    await ctx.tx.insert(assessmentRemarks).values({
      ...{ id, assessmentId, starts, ends: starts + on.length, createdAt: decidedAt },
      sealed: await sealFor(ctx, enrolmentId, says, remarkAad(id)),
    });
  }
}
