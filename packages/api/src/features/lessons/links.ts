import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { injects } from '@concord/db/schema/injects';
import { lessonActions, lessonLinks, lessons } from '@concord/db/schema/lessons';
import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError, found } from '../../errors.ts';
import { mayEditCourse, writesCourses } from '../../policies/authoring.ts';
import { writesInjects } from '../../policies/exercises.ts';
import { makesRequirements, seesRequirements } from '../../policies/requirements.ts';
import { addUnit } from '../authoring/structure.ts';
import { startVersion } from '../authoring/versions.ts';
import { addInject } from '../injects/commands.ts';
import { makeRequirement } from '../requirements/commands.ts';
import type { RequirementInput } from '../requirements/schemas.ts';
import { heldAction, ownersFor, recordAction } from './actions.ts';
import type { BecomeInput } from './schemas.ts';
import { openAcross, openRows, sealRow } from './sealed.ts';

/** After every unit there is. */
const LAST = 10_000;

type Linked = Partial<
  Pick<typeof lessonLinks.$inferInsert, 'courseId' | 'unitKey' | 'injectId' | 'requirementId' | 'sealed'>
>;

/**
 * Says what an action has become, and makes it: a unit in the draft of a course, an inject in another exercise's list;
 * a requirement that is there, or the change of a document. Whoever does so may do that by itself too.
 */
export async function become(ctx: SignedIn, { actionId, into }: BecomeInput) {
  return link(ctx, actionId, into.kind, (of) => made(ctx, into, of));
}

/** Makes a requirement of an action, by the actor's own right to ask it of those it names, and links the two. */
export async function becomeRequirement(
  ctx: SignedIn,
  { actionId, ...asked }: RequirementInput & { actionId: string },
) {
  return link(ctx, actionId, 'requirement', () => makeRequirement(ctx, asked));
}

type Of = { id: string; exerciseId: string };

async function link(
  ctx: SignedIn,
  actionId: string,
  kind: BecomeInput['into']['kind'],
  make: (of: Of) => Promise<Linked>,
) {
  const { held, mine } = await heldAction(ctx, actionId, null);
  authorize(held.leads || mine);
  const of = { id: newId(), exerciseId: held.exercise.id };
  await ctx.tx.insert(lessonLinks).values({
    ...{ ...of, actionId, kind, ...(await make(of)) },
    ...{ by: ctx.actor.personId, at: ctx.now },
  });
  await recordAction(ctx, held, `becomes.${kind}`, actionId);
  return { lessonId: held.lesson.id, linkId: of.id };
}

async function made(ctx: SignedIn, into: BecomeInput['into'], { id, exerciseId }: Of): Promise<Linked> {
  switch (into.kind) {
    case 'unit': {
      const { courseId, title } = into;
      // The course's next version is begun where none is open yet.
      await startVersion(ctx, courseId);
      const { key } = await addUnit(ctx, { courseId, title, at: LAST });
      return { courseId, unitKey: key };
    }
    case 'inject': {
      const given = { exerciseId: into.exerciseId, title: into.title, minute: 0, storylineId: null };
      return { injectId: (await addInject(ctx, given)).injectId };
    }
    case 'requirement': {
      const known = (await requirementChoices(ctx)).some((one) => one.id === into.requirementId);
      if (!known) throw fieldError('into.requirementId', 'lessons.unknown');
      return { requirementId: into.requirementId };
    }
    case 'document': {
      const content = { what: into.what, address: into.address };
      return { sealed: await sealRow(ctx, exerciseId, 'link', { id, content }) };
    }
  }
}

/** What an action can become by the actor's hand, and whom it can be given to. */
export async function actionChoices(ctx: SignedIn, actionId: string) {
  const [row] = await ctx.tx
    .select({ lessonId: lessonActions.lessonId, exerciseId: lessonActions.exerciseId })
    .from(lessonActions)
    .where(eq(lessonActions.id, actionId));
  const { lessonId, exerciseId } = found(row);
  return {
    owners: await ownersFor(ctx, lessonId),
    courses: await courseChoices(ctx),
    exercises: await exerciseChoices(ctx, exerciseId),
    requirements: await requirementChoices(ctx),
    can: { require: makesRequirements(ctx.actor) },
  };
}

/** The action a new requirement is to follow from, for who may say what it becomes: its lesson and what is to be done. */
export async function actionBehind(ctx: SignedIn, actionId: string) {
  const { held, mine, action } = await heldAction(ctx, actionId, null);
  found(held.leads || mine || undefined);
  const { exercise, lesson } = held;
  return { actionId, code: exercise.code, number: lesson.number, what: action.what };
}

async function courseChoices(ctx: SignedIn) {
  if (!writesCourses(ctx.actor)) return [];
  const rows = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select c.id, coalesce(nullif(t.title, ''), c.slug) as title from course c
    left join lateral (select x.title from course_text x join course_version v on v.id = x.version_id
      where v.course_id = c.id and x.language = c.source_language order by v.number desc limit 1) t on true
    where c.archived_at is null order by title limit 500`);
  return [...rows].filter(({ id }) => mayEditCourse(ctx.actor, id));
}

async function exerciseChoices(ctx: SignedIn, own: string) {
  const rows = await ctx.tx
    .select({
      id: exercises.id,
      code: exercises.code,
      name: ctx.locale === 'fr' ? exercises.nameFr : exercises.nameEn,
    })
    .from(exercises)
    .where(and(gt(exercises.endsAt, ctx.now), isNull(exercises.cancelledAt)))
    .orderBy(asc(exercises.startsAt))
    .limit(200);
  return rows.filter(({ id }) => id !== own && writesInjects(ctx.actor, id));
}

async function requirementChoices(ctx: SignedIn) {
  if (!seesRequirements(ctx.actor)) return [];
  const rows = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select r.id, coalesce(r.titles->>${ctx.locale}, r.titles->>'en') as title from requirement r
    where r.archived_at is null order by r.created_at desc, r.id limit 500`);
  return [...rows];
}

/** What actions of an exercise have become, as far as the reader may follow it; what they may not read has no name. */
export async function linksOf(ctx: SignedIn, exerciseId: string, actionIds: readonly string[]) {
  if (actionIds.length === 0) return [];
  const rows = await ctx.tx
    .select({
      ...{
        id: lessonLinks.id,
        actionId: lessonLinks.actionId,
        kind: lessonLinks.kind,
        sealed: lessonLinks.sealed,
      },
      requirementId: lessonLinks.requirementId,
      unit: unitTitle(ctx.locale),
      course: sql<string | null>`(select c.slug from course c where c.id = ${lessonLinks.courseId})`,
      inject: injects.number,
      exercise: exercises.code,
      requirement: sql<
        string | null
      >`(select coalesce(r.titles->>${ctx.locale}, r.titles->>'en') from requirement r
        where r.id = ${lessonLinks.requirementId})`,
    })
    .from(lessonLinks)
    .leftJoin(injects, eq(injects.id, lessonLinks.injectId))
    .leftJoin(exercises, eq(exercises.id, injects.exerciseId))
    .where(inArray(lessonLinks.actionId, [...actionIds]))
    .orderBy(asc(lessonLinks.id));
  const open = await openRows(ctx, exerciseId, rows.length > 0);
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    document: sealed ? open('link', row.id, sealed) : null,
  }));
}

const unitTitle = (locale: string) => sql<string | null>`(
  select coalesce(u.titles->>${locale}, u.titles->>c.source_language) from unit u
  join course_version v on v.id = u.version_id join course c on c.id = v.course_id
  where v.course_id = ${lessonLinks.courseId} and u.key = ${lessonLinks.unitKey}
  order by v.number desc limit 1)`;

/** The lessons that something follows from, as far as the reader may know of them. */
export async function lessonsBehind(
  ctx: SignedIn,
  { kind, id }: { kind: 'unit' | 'inject' | 'requirement'; id: string },
) {
  const where: Record<typeof kind, SQL> = {
    unit: eq(lessonLinks.courseId, id),
    inject: eq(injects.exerciseId, id),
    requirement: eq(lessonLinks.requirementId, id),
  };
  const rows = await ctx.tx
    .select({
      ...{ id: lessonLinks.id, unit: unitTitle(ctx.locale), inject: injects.number },
      ...{ lessonId: lessons.id, number: lessons.number, sealed: lessons.sealed },
      ...{ exerciseId: exercises.id, code: exercises.code },
    })
    .from(lessonLinks)
    .innerJoin(lessonActions, eq(lessonActions.id, lessonLinks.actionId))
    .innerJoin(lessons, eq(lessons.id, lessonActions.lessonId))
    .innerJoin(exercises, eq(exercises.id, lessons.exerciseId))
    .leftJoin(injects, eq(injects.id, lessonLinks.injectId))
    .where(and(eq(lessonLinks.kind, kind), where[kind]))
    .orderBy(desc(lessonLinks.id))
    .limit(50);
  const open = await openAcross(
    ctx,
    rows.map((row) => row.exerciseId),
  );
  return rows.map(({ sealed, exerciseId, lessonId, ...row }) => ({
    ...row,
    lessonId,
    title: open(exerciseId, 'lesson', { id: lessonId, sealed }).title,
  }));
}
