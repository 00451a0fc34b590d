import { newId } from '@concord/db/ids';
import { questions } from '@concord/db/schema/courses';
import { bankQuestions, bankQuestionVersions } from '@concord/db/schema/questions';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found, notFound } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { lockCategory } from './categories.ts';
import type { drawInput, pinInput, slotBlueprint, slotMove, slotPoints } from './schemas.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
type Quiz = { id: string; editable: boolean; published: boolean };

/** Asks questions of the bank in a quiz, each at its newest version, after those that are there. */
export async function pinToQuiz(ctx: SignedIn, { activityId, questionIds, points }: Input<typeof pinInput>) {
  await draftQuiz(ctx, activityId);
  const rows = await ctx.tx
    .select({ id: bankQuestions.id, versionId: bankQuestionVersions.id })
    .from(bankQuestions)
    .innerJoin(
      bankQuestionVersions,
      and(
        eq(bankQuestionVersions.questionId, bankQuestions.id),
        eq(bankQuestionVersions.number, bankQuestions.latest),
      ),
    )
    .where(and(inArray(bankQuestions.id, questionIds), isNull(bankQuestions.archivedAt)));
  const versions = new Map(rows.map(({ id, versionId }) => [id, versionId]));
  const wanted = [...new Set(questionIds)].map((id) => found(versions.get(id)));
  const from = await nextPosition(ctx, activityId);
  const slots = wanted.map((bankVersionId, index) => ({
    ...newSlot(activityId, from + index),
    points,
    bankVersionId,
  }));
  await ctx.tx.insert(questions).values(slots);
  await settle(ctx, activityId);
  return { slotIds: slots.map(({ id }) => id) };
}

/** Draws so many questions from a category in a quiz. */
export async function drawInQuiz(ctx: SignedIn, { activityId, blueprint, points }: Input<typeof drawInput>) {
  await draftQuiz(ctx, activityId);
  await lockCategory(ctx, blueprint.categoryId);
  const slot = { ...newSlot(activityId, await nextPosition(ctx, activityId)), points, blueprint };
  await ctx.tx.insert(questions).values(slot);
  await settle(ctx, activityId);
  return { slotIds: [slot.id] };
}

/** Says how many points a slot is worth. */
export async function setSlotPoints(ctx: SignedIn, { slotId, points }: Input<typeof slotPoints>) {
  const slot = await ownSlot(ctx, slotId);
  await ctx.tx.update(questions).set({ points }).where(eq(questions.id, slot.id));
  return settle(ctx, slot.activityId);
}

/** Changes what a slot draws. */
export async function setSlotBlueprint(ctx: SignedIn, { slotId, blueprint }: Input<typeof slotBlueprint>) {
  const slot = await ownSlot(ctx, slotId);
  if (slot.blueprint === null) throw fieldError('blueprint', 'invalid');
  await lockCategory(ctx, blueprint.categoryId);
  await ctx.tx.update(questions).set({ blueprint, pool: null }).where(eq(questions.id, slot.id));
  return settle(ctx, slot.activityId);
}

/** Puts a slot at another place, counted from nought; the others close up. */
export async function moveSlot(ctx: SignedIn, { slotId, to }: Input<typeof slotMove>) {
  const slot = await ownSlot(ctx, slotId);
  await ctx.tx.execute(sql`
    with others as (select id, row_number() over (order by position, id) - 1 as place from question
      where activity_id = ${slot.activityId} and id <> ${slotId}),
    placed as (select id, case when place < ${to} then place else place + 1 end as place from others
      union all select ${slotId}::uuid, least(${to}, (select count(*) from others)))
    update question q set position = placed.place from placed where placed.id = q.id`);
  return settle(ctx, slot.activityId);
}

/** Takes a slot out of a quiz; the question stays in the bank. */
export async function removeSlot(ctx: SignedIn, { slotId }: { slotId: string }) {
  const slot = await ownSlot(ctx, slotId);
  await ctx.tx.delete(questions).where(eq(questions.id, slot.id));
  return settle(ctx, slot.activityId);
}

/** Asks the newest version of the question a slot pins. What the row once embedded goes, for it would be another. */
export async function updateSlot(ctx: SignedIn, { slotId }: { slotId: string }) {
  const slot = await ownSlot(ctx, slotId);
  const [newest] = await ctx.tx.execute<{ id: string }>(sql`
    select fresh.id from bank_question_version pinned
    join bank_question b on b.id = pinned.question_id
    join bank_question_version fresh on fresh.question_id = b.id and fresh.number = b.latest
    where pinned.id = ${slot.bankVersionId}`);
  const bankVersionId = found(newest).id;
  const embedded = { kind: 'single' as const, choices: [], texts: {} };
  await ctx.tx
    .update(questions)
    .set({ bankVersionId, ...embedded })
    .where(eq(questions.id, slot.id));
  return settle(ctx, slot.activityId);
}

const newSlot = (activityId: string, position: number) => {
  const id = newId();
  return { id, activityId, position, key: `q-${id.slice(-12)}` };
};

/** A quiz whose slots may be changed now: in a draft of a course the person writes. */
async function draftQuiz(ctx: SignedIn, activityId: string): Promise<Quiz> {
  const quiz = await quizOf(ctx, activityId);
  if (quiz.published) throw new AppError('PRECONDITION_FAILED', 'bank.published');
  if (!quiz.editable) throw notFound();
  // Two authors at one quiz: places are given one after the other.
  await ctx.tx.execute(sql`select 1 from activity where id = ${activityId} for update`);
  return quiz;
}

/** A quiz, and whether its slots may be changed; to who may not open it, it does not exist. */
export async function quizOf(ctx: SignedIn, activityId: string): Promise<Quiz> {
  const [row] = await ctx.tx.execute<Quiz>(sql`
    select a.id, concord.may_edit_activity(a.id) as editable, v.published_at is not null as published
    from activity a join course_version v on v.id = a.version_id
    where a.id = ${activityId} and a.kind = 'quiz' and (v.course_id = any(concord.courses()) or concord.manages_training())`);
  return found(row);
}

async function ownSlot(ctx: SignedIn, slotId: string) {
  const [slot] = await ctx.tx.select().from(questions).where(eq(questions.id, slotId));
  const row = found(slot);
  await draftQuiz(ctx, row.activityId);
  return row;
}

async function nextPosition(ctx: SignedIn, activityId: string): Promise<number> {
  const [row] = await ctx.tx
    .select({ next: sql<number>`coalesce(max(position), -1)::int + 1` })
    .from(questions)
    .where(eq(questions.activityId, activityId));
  return row?.next ?? 0;
}

/** How many questions the quiz now asks is told to everybody who may see the course, so it stands with the quiz. */
async function settle(ctx: SignedIn, activityId: string) {
  await ctx.tx.execute(sql`
    update activity set question_count = (select coalesce(sum(case when s.blueprint is null then 1
      else (s.blueprint->>'count')::int end), 0) from question s where s.activity_id = ${activityId})
    where id = ${activityId}`);
  await record(ctx, { action: 'course.quizChanged', subject: 'activity', subjectId: activityId });
  return { activityId };
}
