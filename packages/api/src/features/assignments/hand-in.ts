import { newId } from '@concord/db/ids';
import { submissions } from '@concord/db/schema/assignments';
import { files } from '@concord/db/schema/system';
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { demandOpen } from '../enrolments/barrier.ts';
import { notify } from '../notifications/notify.ts';
import { courseNames } from '../quizzes/course-names.ts';
import { databaseNow } from '../quizzes/load.ts';
import { type OwnAssignment, ownAssignment, ownSubmissions, type SubmissionRow, workAad } from './load.ts';
import { wordCount } from './rules.ts';
import type { HandInInput, SaveInput } from './schemas.ts';

type Draft = Omit<SaveInput, 'enrolmentId' | 'activityId'>;

/** Keeps work as it is being written; of two saves, the one with the higher sequence stands. */
export async function saveWork(ctx: SignedIn, input: SaveInput) {
  await demandOpen(ctx, input);
  const own = await ownAssignment(ctx, input, true);
  const row = await draftOf(ctx, own);
  const kept = await keep(ctx, own, row, input);
  return {
    sequence: kept.sequence,
    savedAt: kept.savedAt.toISOString(),
    kept: kept.sequence === input.sequence,
  };
}

/** Hands work in as it is sent: from now on it stands, and those who mark are told. */
export async function handIn(ctx: SignedIn, input: Omit<HandInInput, 'commandId'>) {
  await demandOpen(ctx, input);
  const own = await ownAssignment(ctx, input, true);
  const row = await draftOf(ctx, own);
  const late = own.dueAt !== null && (await databaseNow(ctx)) > own.dueAt;
  if (late && own.settings.late === 'refuse')
    throw new AppError('PRECONDITION_FAILED', 'assignments.tooLate');
  check(own, input);
  const kept = await keep(ctx, own, row, {
    ...input,
    sequence: Math.max(input.sequence, (row?.sequence ?? 0) + 1),
  });
  await ctx.tx
    .update(files)
    .set({ container: 'answer' })
    .where(and(inArray(files.id, input.fileIds), eq(files.createdBy, ctx.actor.personId)));
  await ctx.tx.update(submissions).set({ submittedAt: ctx.now }).where(eq(submissions.id, kept.id));
  await record(ctx, {
    action: 'work.handedIn',
    subject: 'submission',
    subjectId: kept.id,
    details: { courseId: own.courseId, number: kept.number, late },
  });
  await tellMarkers(ctx, own, kept.id);
  return { submissionId: kept.id, number: kept.number };
}

/** The draft under way, or null where one may be begun: at first, or after work was sent back. */
async function draftOf(ctx: SignedIn, own: OwnAssignment): Promise<SubmissionRow | null> {
  const last = (await ownSubmissions(ctx, own)).at(-1);
  if (!last) return null;
  if (last.submittedAt === null) return last;
  if (last.outcome === 'return') return null;
  throw new AppError('PRECONDITION_FAILED', 'assignments.handedIn');
}

async function keep(ctx: SignedIn, own: OwnAssignment, row: SubmissionRow | null, draft: Draft) {
  await assertOwnFiles(ctx, draft.fileIds);
  const savedAt = await databaseNow(ctx);
  const id = row?.id ?? newId();
  const sealed = await sealFor(ctx, own.enrolmentId, draft.text, workAad(id));
  const values = { sealed, fileIds: draft.fileIds, sequence: draft.sequence, savedAt };
  if (!row) {
    const [{ number }] = await ctx.tx
      .select({ number: sql<number>`coalesce(max(${submissions.number}), 0) + 1` })
      .from(submissions)
      .where(and(eq(submissions.enrolmentId, own.enrolmentId), eq(submissions.activityKey, own.activityKey)))
      .then((rows) => [found(rows[0])] as const);
    const place = { enrolmentId: own.enrolmentId, activityKey: own.activityKey, courseId: own.courseId };
    await ctx.tx
      .insert(submissions)
      .values({ id, ...place, personId: ctx.actor.personId, number, ...values });
    return { id, number, sequence: draft.sequence, savedAt };
  }
  const [changed] = await ctx.tx
    .update(submissions)
    .set(values)
    .where(
      and(eq(submissions.id, id), isNull(submissions.submittedAt), lt(submissions.sequence, draft.sequence)),
    )
    .returning({ id: submissions.id });
  if (!changed) return { id, number: row.number, sequence: row.sequence, savedAt: row.savedAt };
  return { id, number: row.number, sequence: draft.sequence, savedAt };
}

function check({ settings }: OwnAssignment, { text, fileIds }: Draft): void {
  const words = wordCount(text);
  if ((!settings.text || words === 0) && (!settings.files || fileIds.length === 0))
    throw fieldError('text', 'assignments.empty');
  if (!settings.text && words > 0) throw fieldError('text', 'assignments.noText');
  if (!settings.files && fileIds.length > 0) throw fieldError('files', 'assignments.noFiles');
  const { minWords, maxWords } = settings;
  if (settings.text && minWords !== null && words < minWords)
    throw fieldError('text', 'assignments.tooFewWords', { min: minWords, words });
  if (maxWords !== null && words > maxWords)
    throw fieldError('text', 'assignments.tooManyWords', { max: maxWords, words });
}

/** Only what the person brought themselves, and for this. */
async function assertOwnFiles(ctx: SignedIn, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const rows = await ctx.tx
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        inArray(files.id, [...fileIds]),
        eq(files.createdBy, ctx.actor.personId),
        inArray(files.container, ['person', 'answer']),
      ),
    );
  found(rows.length === new Set(fileIds).size ? rows : undefined);
}

async function tellMarkers(ctx: SignedIn, own: OwnAssignment, submissionId: string): Promise<void> {
  const [row] = await ctx.tx.execute<{ markers: string[] }>(
    sql`select concord.markers_of_work(${submissionId})::text[] as markers`,
  );
  await notify(ctx, {
    personIds: row?.markers ?? [],
    kind: 'workHandedIn',
    path: `/learn/${own.slug}/${own.activityKey}/work/${submissionId}`,
    subjectId: submissionId,
    params: await courseNames(ctx, own.versionId),
  });
}
