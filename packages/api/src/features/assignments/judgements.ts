import { assessmentRemarks, assessments } from '@concord/db/schema/assignments';
import { asc, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { opener } from '../../sealing/sealing.ts';
import { iso } from '../courses/shown.ts';
import { judgementAad, remarkAad } from './load.ts';

/** The words of a judgement, sealed together. */
export const judgementWords = z.strictObject({
  comment: z.string(),
  comments: z.record(z.string(), z.string()),
});

/** The judgements of work that the person may read, opened, each with its remarks. */
export async function judgementsOf(ctx: SignedIn, enrolmentId: string, submissionIds: readonly string[]) {
  if (submissionIds.length === 0) return [];
  const rows = await ctx.tx
    .select()
    .from(assessments)
    .where(inArray(assessments.submissionId, [...submissionIds]))
    .orderBy(asc(assessments.place), asc(assessments.createdAt));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const remarks = await ctx.tx
    .select()
    .from(assessmentRemarks)
    .where(inArray(assessmentRemarks.assessmentId, ids))
    .orderBy(asc(assessmentRemarks.starts), asc(assessmentRemarks.id));
  const open = await opener(ctx, enrolmentId);
  return rows.map(({ sealed, createdAt, decidedAt, ...row }) => ({
    ...row,
    ...judgementWords.parse(JSON.parse(open(sealed, judgementAad(row.id)))),
    decidedAt: iso(decidedAt),
    remarks: remarks
      .filter(({ assessmentId }) => assessmentId === row.id)
      .map(({ id, starts, ends, sealed: words }) => ({ id, starts, ends, text: open(words, remarkAad(id)) })),
  }));
}
