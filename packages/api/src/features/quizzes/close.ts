import { attemptResponses, attempts } from '@concord/db/schema/learning';
import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { type AskedRow, askedIn, givenIn } from './asked.ts';
import { type Grade, gradeAttempt } from './rules.ts';
import type { QuizSettings } from './schemas.ts';

/** Grades a locked attempt on the answers that stand, and closes it: two statements. */
export async function closeAttempt(
  ctx: SignedIn,
  { attemptId, submittedAt, settings }: { attemptId: string; submittedAt: Date; settings: QuizSettings },
): Promise<Grade> {
  const asked = await askedIn(ctx, attemptId);
  const grade = gradeAttempt(asked, givenIn(asked), settings);
  const rows = JSON.stringify(gradedRows(asked, grade));
  const at = submittedAt.toISOString();
  await ctx.tx.execute(sql`
    with graded as (
      insert into ${attemptResponses} (attempt_id, key, version_id, sequence, saved_at, score, points, out_of)
      select ${attemptId}, g.key, g."versionId", 0, ${at}::timestamptz, g.score, g.points, g."outOf"
      from jsonb_to_recordset(${rows}::jsonb) as g(key text, "versionId" uuid, score float8, points float8, "outOf" float8)
      on conflict (attempt_id, key) do update
        set score = excluded.score, points = excluded.points, out_of = excluded.out_of
    )
    update ${attempts} set submitted_at = ${at}::timestamptz, points = ${grade.points}, out_of = ${grade.outOf},
      percent = ${grade.percent}, passed = ${grade.passed},
      graded_at = ${grade.percent === null ? null : at}::timestamptz
    where id = ${attemptId}`);
  return grade;
}

function gradedRows(asked: readonly AskedRow[], { perQuestion }: Grade) {
  const versions = new Map(asked.map(({ key, versionId }) => [key, versionId]));
  return perQuestion.map(({ key, score, points, outOf }) => ({
    key,
    versionId: versions.get(key),
    score,
    points,
    outOf,
  }));
}
