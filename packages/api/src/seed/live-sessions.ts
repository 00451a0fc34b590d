import { liveSessions } from '@concord/db/schema/assignments';
import { activities, activityTexts, courses, courseVersions, units } from '@concord/db/schema/courses';
import { cohorts } from '@concord/db/schema/learning';
import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { sha256 } from '../features/courses/import/digest.ts';
import { RENDERER_VERSION, renderMarkdown } from '../markdown/render.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const SLUG = 'working-away-from-the-office';
const KEY = 'questions-before-you-travel';
const HOUR_MS = 3_600_000;

const titles = { en: 'Questions before you travel', fr: 'Vos questions avant le départ' };
const texts = {
  en: [
    'Half an hour with somebody who has lost a laptop abroad, and got it back.',
    '',
    '- Bring the one question you would rather not ask by mail.',
    '- Say beforehand where you are going: we look up what the border there asks for.',
  ].join('\n'),
  fr: [
    'Une demi-heure avec une personne qui a perdu un portable à l’étranger, et l’a retrouvé.',
    '',
    '- Apportez la question que vous ne poseriez pas par courriel.',
    '- Dites à l’avance où vous allez : nous chercherons ce que la frontière y demande.',
  ].join('\n'),
};

/** A live session at the end of a course, with two dates for the cohort that takes it: either is enough. */
export async function seedLiveSessions(ctx: Context, world: World): Promise<void> {
  const [course] = await ctx.tx
    .select({ id: courses.id, versionId: courseVersions.id, unitId: units.id })
    .from(courses)
    .innerJoin(courseVersions, eq(courseVersions.courseId, courses.id))
    .innerJoin(units, eq(units.versionId, courseVersions.id))
    .where(eq(courses.slug, SLUG))
    .orderBy(desc(courseVersions.number), desc(units.position))
    .limit(1);
  if (!course) throw new Error(`The course ${SLUG} is not there.`);
  await seedActivity(ctx, world, course);
  await seedDates(ctx, world, course.id);
}

async function seedActivity(
  ctx: Context,
  world: World,
  course: { versionId: string; unitId: string },
): Promise<void> {
  const id = seedId('session before travel', world.daysAgo(200));
  await ctx.tx.insert(activities).values({
    ...{ id, versionId: course.versionId, unitId: course.unitId, key: KEY, kind: 'session', position: 90 },
    ...{ titles, minutes: 30, settings: { completes: 'attendance' } },
  });
  await ctx.tx.insert(activityTexts).values(
    (['en', 'fr'] as const).map((language) => {
      const { html } = renderMarkdown(texts[language], { language });
      return {
        ...{ activityId: id, language, source: texts[language], html, headings: [] },
        ...{ sourceHash: sha256(texts.en), rendererVersion: RENDERER_VERSION },
      };
    }),
  );
}

async function seedDates(ctx: Context, world: World, courseId: string): Promise<void> {
  const [cohort] = await ctx.tx
    .select({ id: cohorts.id })
    .from(cohorts)
    .where(and(eq(cohorts.courseId, courseId), eq(cohorts.nameEn, 'Travellers to the annual assembly')));
  if (!cohort) throw new Error('The cohort of travellers is not there.');
  const common = {
    ...{ courseId, activityKey: KEY, cohortId: cohort.id, createdBy: world.person('hqa-course-director') },
    hostId: world.person('hqa-course-director'),
    link: 'https://meet.alliance.example/before-you-travel',
  };
  const date = (name: string, startsAt: Date) => ({
    ...{ id: seedId(`date ${name}`, world.daysAgo(2)), startsAt },
    endsAt: new Date(startsAt.getTime() + HOUR_MS / 2),
  });
  const [first, second] = [world.afternoonInDays(6), world.afternoonInDays(8)];
  await ctx.tx.insert(liveSessions).values([
    {
      ...common,
      ...date('before travel, first', new Date(first.getTime() - 7 * HOUR_MS)),
      ...{ timeZone: 'Europe/Lisbon', place: 'Training room 2', capacity: 12 },
    },
    {
      ...common,
      ...date('before travel, second', second),
      ...{ timeZone: 'America/Halifax', notes: 'For those whose morning is our night.' },
    },
  ]);
}
