import { readFile } from 'node:fs/promises';
import {
  activities,
  courses,
  courseTexts,
  courseVersions,
  questions,
  units,
} from '@concord/db/schema/courses';
import { appointments } from '@concord/db/schema/people';
import { personas } from '@concord/db/seed/data/personas';
import type { Context } from '../context.ts';
import { type QuestionBody, questionBody } from '../features/bank/body.ts';
import { bringQuestions, ensureCategory } from '../features/bank/write.ts';
import { storeFile } from '../storage/store.ts';
import { seedId } from './ids.ts';
import { type NightQuestion, nightWatchQuestions } from './night-watch-questions.ts';
import { seedTakers } from './night-watch-takers.ts';
import { seedWork } from './night-watch-work.ts';
import type { World } from './world.ts';

const SLUG = 'night-watch';

export type Pinned = NightQuestion & { versionId: string; read: QuestionBody };

/** A small course whose quizzes ask in every way there is, and those who have taken it. */
export async function seedNightWatch(ctx: Context, world: World, markingId: string): Promise<void> {
  const at = world.daysAgo(60);
  const id = (what: string) => seedId(`${SLUG} ${what}`, at);
  await ctx.tx.insert(courses).values({
    id: id('course'),
    slug: SLUG,
    markingId,
    sourceLanguage: 'en',
    languages: ['en', 'fr'],
    category: 'practice',
    minutes: 75,
    validityMonths: 12,
  });
  await ctx.tx
    .insert(courseVersions)
    .values({ id: id('version'), courseId: id('course'), number: 1, digest: 'demo', publishedAt: at });
  await ctx.tx.insert(courseTexts).values([
    {
      versionId: id('version'),
      language: 'en',
      title: 'Night watch',
      summary: 'Try yourself as duty officer: one night, asked in every way a quiz can ask.',
    },
    {
      versionId: id('version'),
      language: 'fr',
      title: 'Veille de nuit',
      summary:
        'Essayez-vous comme officier de permanence : une nuit, interrogée de toutes les façons possibles.',
    },
  ]);
  const titles = { en: 'One night', fr: 'Une nuit' };
  await ctx.tx
    .insert(units)
    .values({ id: id('unit'), versionId: id('version'), key: 'night', position: 1, titles });
  const asked = await pinned(ctx, id('course'));
  await seedQuizzes(ctx, id, asked);
  await ctx.tx.insert(appointments).values({
    id: id('director'),
    personId: world.person(personas.courseDirector),
    role: 'courseDirector',
    scope: 'course',
    scopeId: id('course'),
    validFrom: at,
  });
  await seedTakers(ctx, world, { id, asked });
  await seedWork(ctx, world, id);
}

async function pinned(ctx: Context, courseId: string): Promise<Pinned[]> {
  const bytes = await readFile(new URL('./pictures/duty-room.png', import.meta.url));
  const picture = await storeFile(ctx, {
    container: 'course',
    containerId: courseId,
    name: 'duty-room.png',
    bytes,
  });
  const asked = nightWatchQuestions(picture.id);
  const categoryId = await ensureCategory(ctx, null, 'Night watch');
  const brought = await bringQuestions(
    ctx,
    asked.map(({ key, name, body }) => ({
      importKey: `${SLUG}/${key}`,
      categoryId,
      name,
      sourceLanguage: 'en',
      tags: ['night'],
      body: questionBody.parse(body),
    })),
  );
  return asked.map((one) => ({
    ...one,
    read: questionBody.parse(one.body),
    versionId: brought.get(`${SLUG}/${one.key}`)?.versionId ?? '',
  }));
}

export type Ids = (what: string) => string;

async function seedQuizzes(ctx: Context, id: Ids, asked: readonly Pinned[]): Promise<void> {
  const base = { versionId: id('version'), unitId: id('unit'), kind: 'quiz' as const };
  const quick = asked.filter(({ read }) =>
    ['single', 'multiple', 'trueFalse', 'shortText'].includes(read.kind),
  );
  await ctx.tx.insert(activities).values([
    {
      ...base,
      id: id('quiz'),
      key: 'the-whole-night',
      position: 1,
      minutes: 30,
      questionCount: asked.length,
      titles: { en: 'The whole night', fr: 'Toute la nuit' },
      quiz: { passMark: 60, maxAttempts: null, minutes: 45, shuffle: false, showRight: 'always' },
    },
    {
      ...base,
      id: id('sure'),
      key: 'how-sure',
      position: 2,
      minutes: 5,
      required: false,
      questionCount: quick.length,
      titles: { en: 'How sure are you?', fr: 'En êtes-vous sûr\u00a0?' },
      quiz: {
        passMark: 60,
        maxAttempts: null,
        minutes: null,
        shuffle: true,
        certainty: true,
        feedback: 'immediate',
      },
    },
  ]);
  const slots = (activityId: string, list: readonly Pinned[]) =>
    list.map(({ key, points, versionId }, position) => ({
      id: id(`slot ${activityId} ${key}`),
      activityId,
      key,
      position,
      points,
      bankVersionId: versionId,
    }));
  await ctx.tx.insert(questions).values([...slots(id('quiz'), asked), ...slots(id('sure'), quick)]);
}
