import { files } from '@concord/db/schema/system';
import { inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { opener } from '../../sealing/sealing.ts';
import { iso } from '../courses/shown.ts';
import { judgementsOf } from './judgements.ts';
import { ownAssignment, ownSubmissions, rubricIn, workAad } from './load.ts';
import { counting, totalOf } from './rules.ts';
import type { OwnInput } from './schemas.ts';

/** Where the person stands with an assignment: what is asked, their draft, and what came of what they handed in. */
export async function ownWork(ctx: SignedIn, input: OwnInput) {
  const own = await ownAssignment(ctx, input);
  const rows = await ownSubmissions(ctx, own);
  const open = rows.length > 0 ? await opener(ctx, own.enrolmentId) : null;
  const settled = rows.filter(({ decidedAt }) => decidedAt !== null).map(({ id }) => id);
  const judged = await judgementsOf(ctx, own.enrolmentId, settled);
  const names = await fileNames(
    ctx,
    rows.flatMap(({ fileIds }) => fileIds),
  );
  const last = rows.at(-1);
  const { text, files: takesFiles, minWords, maxWords, late, passMark } = own.settings;
  return {
    now: ctx.now.toISOString(),
    asks: { text, files: takesFiles, minWords, maxWords, late, passMark },
    rubric: rubricIn(own.settings, ctx.locale, own.sourceLanguage),
    dueAt: iso(own.dueAt),
    /** Whether something can be written now: at first, and after work was sent back. */
    open: !last || last.submittedAt === null || last.outcome === 'return',
    submissions: rows.map(
      ({ id, number, sealed, fileIds, sequence, savedAt, submittedAt, outcome, decidedAt }) => ({
        id,
        number,
        sequence,
        outcome,
        text: open?.(sealed, workAad(id)) ?? '',
        files: fileIds.map((fileId) => ({ fileId, name: names.get(fileId) ?? '' })),
        savedAt: savedAt.toISOString(),
        submittedAt: iso(submittedAt),
        decidedAt: iso(decidedAt),
        late: submittedAt !== null && own.dueAt !== null && submittedAt > own.dueAt,
        judgements: counting(judged.filter(({ submissionId }) => submissionId === id)).map(
          ({ scores, comments, comment, remarks, place }) => ({
            place,
            scores,
            comments,
            comment,
            remarks,
            total: totalOf(own.settings.rubric, scores),
          }),
        ),
      }),
    ),
  };
}

/** What files are called. */
export async function fileNames(ctx: SignedIn, fileIds: readonly string[]): Promise<Map<string, string>> {
  if (fileIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: files.id, name: files.name })
    .from(files)
    .where(inArray(files.id, [...fileIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
