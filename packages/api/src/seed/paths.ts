import { learningPathSteps, learningPaths, pathFollowers } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import type { Context } from '../context.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

type PathSeed = {
  slug: string;
  titles: { en: string; fr: string };
  summaries: { en: string; fr: string };
  awards: boolean;
  courses: readonly { slug: string; required: boolean }[];
  followers: readonly string[];
};

const paths: readonly PathSeed[] = [
  {
    slug: 'first-line',
    titles: { en: 'First line against an incident', fr: 'En première ligne face à un incident' },
    summaries: {
      en: 'From spotting a message that is not what it seems to reporting it so that others can act.',
      fr: 'De la détection d’un message trompeur à un signalement qui permet aux autres d’agir.',
    },
    awards: true,
    courses: [
      { slug: 'spotting-phishing', required: true },
      { slug: 'reporting-an-incident', required: true },
      { slug: 'working-away-from-the-office', required: false },
    ],
    followers: ['nor-staff-1', 'nor-staff-2', 'nor-head', 'cal-staff-1', 'orl-staff-1'],
  },
];

/** Paths of courses, and who follows them. */
export async function seedPaths(ctx: Context, world: World): Promise<void> {
  const known = await ctx.tx
    .select({ id: courses.id, slug: courses.slug, markingId: courses.markingId })
    .from(courses);
  for (const path of paths) {
    const steps = path.courses.map((step) => {
      const course = known.find(({ slug }) => slug === step.slug);
      if (!course) throw new Error(`No course of the demo is called ${step.slug}.`);
      return { ...course, required: step.required ? 1 : 0 };
    });
    const pathId = seedId(`path ${path.slug}`, world.daysAgo(90));
    await ctx.tx.insert(learningPaths).values({
      ...{ id: pathId, slug: path.slug, titles: path.titles, summaries: path.summaries, inOrder: 1 },
      ...{ awards: path.awards, validityMonths: 24, markingId: steps[0]?.markingId ?? '' },
    });
    await ctx.tx
      .insert(learningPathSteps)
      .values(
        steps.map(({ id: courseId, required }, position) => ({ pathId, courseId, position, required })),
      );
    await ctx.tx
      .insert(pathFollowers)
      .values(
        path.followers.map((key) => ({ pathId, personId: world.person(key), addedAt: world.daysAgo(60) })),
      );
  }
}
