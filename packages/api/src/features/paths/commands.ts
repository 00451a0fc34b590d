import { newId } from '@concord/db/ids';
import { learningPathSteps, learningPaths, pathFollowers } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { managesTraining } from '../../policies/cohorts.ts';
import { writesCourses } from '../../policies/paths.ts';
import { givesWork } from '../../policies/requirements.ts';
import { record } from '../../record/record.ts';
import { courseMarking } from '../authoring/create.ts';
import { demandTemplate } from '../credential-templates/choose.ts';
import { notify } from '../notifications/notify.ts';
import { awardPaths } from './award.ts';
import type { PathFields } from './schemas.ts';

/** Makes a path of courses. It is for whoever may read the catalogue's open courses. */
export async function makePath(ctx: SignedIn, { slug, ...input }: PathFields & { slug: string }) {
  found(writesCourses(ctx.actor) || undefined);
  await demandTemplate(ctx, input.templateId, null);
  const pathId = newId();
  const markingId = await courseMarking(ctx, { audience: 'everyone', level: 0 });
  const [made] = await ctx.tx
    .insert(learningPaths)
    .values({ id: pathId, slug, markingId, ...valuesOf(input), createdBy: ctx.actor.personId })
    .onConflictDoNothing()
    .returning({ id: learningPaths.id });
  if (!made) throw fieldError('slug', 'paths.slugTaken');
  await writeSteps(ctx, pathId, input);
  await record(ctx, { action: 'path.make', subject: 'path', subjectId: pathId, markingId });
  return { pathId, slug };
}

/** Changes a path; who follows it goes on with what it is from now on. What it earned people stays. */
export async function changePath(
  ctx: SignedIn,
  { pathId, revision, ...input }: PathFields & { pathId: string; revision: number },
) {
  const path = await lockOwn(ctx, pathId);
  if (path.revision !== revision) throw new AppError('CONFLICT', 'paths.changed');
  await demandTemplate(ctx, input.templateId, path.templateId);
  await ctx.tx
    .update(learningPaths)
    .set({ ...valuesOf(input), revision: revision + 1 })
    .where(eq(learningPaths.id, pathId));
  await ctx.tx.delete(learningPathSteps).where(eq(learningPathSteps.pathId, pathId));
  await writeSteps(ctx, pathId, input);
  await record(ctx, { action: 'path.change', subject: 'path', subjectId: pathId });
  return { pathId, slug: path.slug };
}

async function lockOwn(ctx: SignedIn, pathId: string) {
  const [row] = await ctx.tx.select().from(learningPaths).where(eq(learningPaths.id, pathId));
  const { createdBy } = found(row);
  authorize(managesTraining(ctx.actor) || (createdBy === ctx.actor.personId && writesCourses(ctx.actor)));
  const [locked] = await ctx.tx
    .select()
    .from(learningPaths)
    .where(eq(learningPaths.id, pathId))
    .for('update');
  return found(locked);
}

const valuesOf = (input: PathFields) => ({
  titles: { en: input.titleEn.trim(), fr: input.titleFr.trim() },
  summaries: { en: input.summaryEn.trim(), fr: input.summaryFr.trim() },
  inOrder: input.inOrder ? 1 : 0,
  awards: input.awards,
  validityMonths: input.awards ? input.validityMonths : null,
  templateId: input.awards ? input.templateId : null,
});

async function writeSteps(ctx: SignedIn, pathId: string, { steps }: PathFields): Promise<void> {
  const ids = steps.map(({ courseId }) => courseId);
  const known = await ctx.tx.select({ id: courses.id }).from(courses).where(inArray(courses.id, ids));
  if (known.length < ids.length) throw fieldError('steps', 'invalid');
  await ctx.tx.insert(learningPathSteps).values(
    steps.map(({ courseId, required }, position) => ({
      pathId,
      courseId,
      position,
      required: required ? 1 : 0,
    })),
  );
}

async function readable(ctx: SignedIn, pathId: string) {
  const [row] = await ctx.tx.select().from(learningPaths).where(eq(learningPaths.id, pathId));
  const path = found(row);
  if (path.archivedAt !== null) throw new AppError('CONFLICT', 'paths.ended');
  return path;
}

/** Follows a path oneself. Done already, nothing changes; complete already, it earns at once what it awards. */
export async function followPath(ctx: SignedIn, pathId: string) {
  const path = await readable(ctx, pathId);
  const { personId } = ctx.actor;
  await ctx.tx
    .insert(pathFollowers)
    .values({ pathId, personId, addedBy: personId, addedAt: ctx.now, partyId: ctx.actor.ownPartyId })
    .onConflictDoNothing();
  await record(ctx, { action: 'path.follow', subject: 'path', subjectId: pathId });
  await awardPaths(ctx, personId);
  return { slug: path.slug };
}

/** Follows it no more. Courses under way and what was earned stay. */
export async function leavePath(ctx: SignedIn, pathId: string) {
  const path = await readable(ctx, pathId);
  await ctx.tx
    .delete(pathFollowers)
    .where(and(eq(pathFollowers.pathId, pathId), eq(pathFollowers.personId, ctx.actor.personId)));
  await record(ctx, { action: 'path.leave', subject: 'path', subjectId: pathId });
  return { slug: path.slug };
}

/** Puts people on a path, and tells those who were not on it. */
export async function putOnPath(
  ctx: SignedIn,
  { pathId, personIds }: { pathId: string; personIds: string[] },
) {
  const path = await readable(ctx, pathId);
  const people = await ctx.tx.execute<{ id: string; partyId: string; nationId: string | null }>(sql`
    select p.id, p.party_id as "partyId", y.nation_id as "nationId" from person p join party y on y.id = p.party_id
    where p.id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)
      and (p.ended_at is null or p.ended_at > now())`);
  found(people.length === new Set(personIds).size || undefined);
  authorize(people.every((person) => givesWork(ctx.actor, person)));
  const made = await ctx.tx
    .insert(pathFollowers)
    .values(
      [...people].map(({ id: personId, partyId }) => ({
        ...{ pathId, personId, partyId, addedBy: ctx.actor.personId, addedAt: ctx.now },
      })),
    )
    .onConflictDoNothing()
    .returning({ personId: pathFollowers.personId });
  await notify(ctx, {
    personIds: made.map(({ personId }) => personId),
    kind: 'pathGiven',
    path: `/learn/paths/${path.slug}`,
    subjectId: pathId,
    params: { name: path.titles.en ?? '', nameFr: path.titles.fr ?? '' },
  });
  for (const { personId } of made) await awardPaths(ctx, personId);
  await record(ctx, {
    action: 'path.put',
    subject: 'path',
    subjectId: pathId,
    details: { people: made.length },
  });
  return { put: made.length };
}
