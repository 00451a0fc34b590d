import { newId } from '@concord/db/ids';
import { bodies } from '@concord/db/schema/consultation';
import { exercises } from '@concord/db/schema/exercises';
import { lessonActions, lessonLinks } from '@concord/db/schema/lessons';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize, fieldError, found } from '../../errors.ts';
import { dominates } from '../../marking/rules.ts';
import { mayEditCourse, writesCourses } from '../../policies/authoring.ts';
import { writesInjects } from '../../policies/exercises.ts';
import { makesRequirements, seesRequirements } from '../../policies/requirements.ts';
import { laysTexts, makesVersions } from '../../policies/texts.ts';
import { addUnit } from '../authoring/structure.ts';
import { startVersion } from '../authoring/versions.ts';
import { addInject } from '../injects/commands.ts';
import { makeRequirement } from '../requirements/commands.ts';
import type { RequirementInput } from '../requirements/schemas.ts';
import { createText } from '../texts/commands.ts';
import { saveVersionDraft } from '../texts/drafts.ts';
import type { followTextInput, VersionDraft } from '../texts/inputs.ts';
import { textForReading } from '../texts/load.ts';
import { expandMarking, markingById } from '../threads/expand-marking.ts';
import { heldAction, ownersFor, recordAction } from './actions.ts';
import type { BecomeInput } from './schemas.ts';
import { sealRow } from './sealed.ts';

type FollowTextInput = z.infer<typeof followTextInput>;

/** After every unit there is. */
const LAST = 10_000;

type Linked = Partial<
  Pick<
    typeof lessonLinks.$inferInsert,
    'courseId' | 'unitKey' | 'injectId' | 'requirementId' | 'textId' | 'sealed'
  >
>;

/**
 * Says what an action has become, and makes it: a unit in the draft of a course, an inject in another exercise's list;
 * a requirement that is there, or the change of a document kept elsewhere. Whoever does so may do that by itself too.
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

/**
 * Lays a text before a body by the actor's own right, for the document an action changes, and links the two. It is read
 * by nobody who may not read the lesson. The chair's first version is begun, with the action's words as its note.
 */
export async function becomeText(ctx: SignedIn, { actionId, ...asked }: FollowTextInput) {
  return link(ctx, actionId, 'document', async ({ what, markingId }) => {
    const marking = await expandMarking(ctx, asked.marking);
    if (!dominates(marking, await markingById(ctx, markingId)))
      throw fieldError('marking', 'lessons.widerThanLesson');
    const { textId } = await createText(ctx, asked);
    if (makesVersions(ctx.actor, (await textForReading(ctx, textId)).body.id))
      await saveVersionDraft(ctx, { commandId: asked.commandId, textId, draft: firstDraft(what) });
    return { textId };
  });
}

/** A version with nothing in it yet but why it is made. */
const firstDraft = (note: string): VersionDraft => ({
  ...{ base: 0, note, kept: [], takesIn: [] },
  rows: [{ id: newId(), kind: 'paragraph', typed: '' }],
});

type Of = { id: string; exerciseId: string; markingId: string; what: string };

async function link(
  ctx: SignedIn,
  actionId: string,
  kind: BecomeInput['into']['kind'],
  make: (of: Of) => Promise<Linked>,
) {
  const { held, mine, action } = await heldAction(ctx, actionId, null);
  authorize(held.leads || mine);
  const { exercise, lesson } = held;
  const [id, exerciseId] = [newId(), exercise.id];
  const linked = await make({ id, exerciseId, markingId: lesson.markingId, what: action.what });
  await ctx.tx.insert(lessonLinks).values({
    ...{ id, exerciseId, actionId, kind, ...linked },
    ...{ by: ctx.actor.personId, at: ctx.now },
  });
  await recordAction(ctx, held, `becomes.${kind}`, actionId);
  return { lessonId: lesson.id, linkId: id };
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
    bodies: await bodyChoices(ctx),
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

/** The bodies before which the actor lays texts; a course's and an exercise's own are no place for documents. */
async function bodyChoices(ctx: SignedIn) {
  const rows = await ctx.tx
    .select({
      id: bodies.id,
      code: bodies.code,
      name: ctx.locale === 'fr' ? bodies.nameFr : bodies.nameEn,
    })
    .from(bodies)
    .where(and(isNull(bodies.courseId), isNull(bodies.exerciseId)))
    .orderBy(asc(bodies.code));
  return rows.filter(({ id }) => laysTexts(ctx.actor, id));
}

async function requirementChoices(ctx: SignedIn) {
  if (!seesRequirements(ctx.actor)) return [];
  const rows = await ctx.tx.execute<{ id: string; title: string }>(sql`
    select r.id, coalesce(r.titles->>${ctx.locale}, r.titles->>'en') as title from requirement r
    where r.archived_at is null order by r.created_at desc, r.id limit 500`);
  return [...rows];
}
