import { learningPathSteps, learningPaths, pathFollowers } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import { paths } from '@concord/db/seed/data/paths';
import { releasableParties } from '@concord/db/seed/data/threads';
import type { Context } from '../context.ts';
import { awardPaths } from '../features/paths/award.ts';
import { internMarking } from '../marking/intern.ts';
import { choosePathTemplates } from './credential-templates.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

/** The learning paths of the demo alliance, who follows them, and what they have earned already. */
export async function seedPaths(ctx: Context, world: World): Promise<void> {
  const made = world.morningDaysAgo(60);
  const author = 'hqa-course-director';
  const markingId = await internMarking(ctx, {
    ...{ level: 0, onlyFor: [], caveats: [], originator: world.actingParty(author) },
    releasableTo: releasableParties('ALLIES').map(world.party),
  });
  const known = await ctx.tx.select({ id: courses.id, slug: courses.slug }).from(courses);
  const courseId = (slug: string) => {
    const course = known.find((one) => one.slug === slug);
    if (!course) throw new Error(`No course of the demo is called ${slug}.`);
    return course.id;
  };
  const id = (slug: string) => seedId(`path ${slug}`, made);
  await ctx.tx.insert(learningPaths).values(
    paths.map(({ slug, title, summary, inOrder }) => ({
      ...{ id: id(slug), slug, markingId, inOrder: inOrder ? 1 : 0 },
      ...{ titles: { en: title.en, fr: title.fr }, summaries: { en: summary.en, fr: summary.fr } },
      ...{ createdBy: world.person(author), createdAt: made },
    })),
  );
  await ctx.tx.insert(learningPathSteps).values(
    paths.flatMap(({ slug, steps }) =>
      steps.map(({ course, required }, position) => ({
        ...{ pathId: id(slug), courseId: courseId(course), position, required: required ? 1 : 0 },
      })),
    ),
  );
  await ctx.tx.insert(pathFollowers).values(
    paths.flatMap(({ slug, followers }) =>
      followers.map((key) => ({
        ...{ pathId: id(slug), personId: world.person(key), addedBy: world.person(key), addedAt: made },
      })),
    ),
  );
  await choosePathTemplates(ctx, world);
  for (const key of new Set(paths.flatMap(({ followers }) => followers)))
    await awardPaths(ctx, world.person(key));
}
