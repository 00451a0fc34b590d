import { newId } from '@concord/db/ids';
import { courses, courseTexts, courseVersions } from '@concord/db/schema/courses';
import { parties } from '@concord/db/schema/parties';
import { eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { fieldError, notFound } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { managesTraining } from '../../policies/authoring.ts';
import { record } from '../../record/record.ts';
import type { CreateCourse } from './schemas.ts';

/** Begins a course: its name, its first draft with a title, and nothing that a learner could see yet. */
export async function createCourse(ctx: SignedIn, input: CreateCourse) {
  if (!managesTraining(ctx.actor)) throw notFound();
  const markingId = await courseMarking(ctx, input);
  const course = {
    id: newId(),
    slug: input.slug,
    markingId,
    sourceLanguage: input.sourceLanguage,
    languages: [input.sourceLanguage],
    category: input.category,
    createdBy: ctx.actor.personId,
    createdAt: ctx.now,
  };
  const [made] = await ctx.tx
    .insert(courses)
    .values(course)
    .onConflictDoNothing()
    .returning({ id: courses.id });
  if (!made) throw fieldError('slug', 'authoring.slugTaken');
  const version = { id: newId(), courseId: course.id, number: 1, digest: 'draft', createdAt: ctx.now };
  await ctx.tx.insert(courseVersions).values({ ...version, createdBy: ctx.actor.personId });
  await ctx.tx
    .insert(courseTexts)
    .values({ versionId: version.id, language: input.sourceLanguage, title: input.title });
  await record(ctx, { action: 'course.begun', subject: 'course', subjectId: course.id, markingId });
  return { courseId: course.id, slug: course.slug };
}

/** The marking of a course: the author's party as originator, for Allies or for every party, at a level. */
export async function courseMarking(
  ctx: SignedIn,
  { audience, level }: { audience: 'allies' | 'everyone'; level: number },
): Promise<string> {
  if (level > ctx.actor.level) throw fieldError('level', 'authoring.levelAbove');
  const rows = await ctx.tx
    .select({ id: parties.id, nationId: parties.nationId })
    .from(parties)
    .where(audience === 'allies' ? eq(parties.ally, true) : undefined);
  const released = rows.filter(({ nationId }) => nationId === null).map(({ id }) => id);
  const originator = ctx.actor.partyId;
  return internMarking(ctx, {
    level,
    releasableTo: [...new Set([originator, ...released])],
    onlyFor: [],
    caveats: [],
    originator,
  });
}
