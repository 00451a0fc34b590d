import { createHash } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { checkResults } from '@concord/db/schema/scoring';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Context, committed, hashToken } from '../../context.ts';
import { AppError, type FieldProblem } from '../../errors.ts';
import { record } from '../../record/record.ts';
import type { Services } from '../../services.ts';
import { holdScores, tellScores } from '../scoring/load.ts';
import type { CheckResult } from './schemas.ts';

/** By so much a checker's clock may be ahead of ours. */
const AHEAD_MS = 5 * 60_000;

type Entered = {
  now: string;
  keyId: string;
  exerciseId: string;
  markingId: string;
  teams: { id: string; name: string }[];
};
type Key = Omit<Entered, 'now'> & { now: Date };
type Ctx = Pick<Context, 'tx' | 'services' | 'afterCommit'>;

/** Where a result's team, reference and instant stand in what was sent. */
export type Places = (index: number, of: 'team' | 'reference' | 'at') => string;
type Delivery = {
  results: readonly CheckResult[];
  source: 'check' | 'xapi';
  places: Places;
  requestId: string;
};

/** Takes what checks found: all of it or, with the problems by field, nothing. Null where the key does not hold. */
export async function receiveChecks(services: Services, secret: string, delivery: Delivery) {
  return committed((afterCommit) =>
    services.app.db.transaction(async (tx) => {
      const [row] = await tx.execute<{ entered: Entered | null }>(
        sql`select concord.enter_checks(${hashToken(secret)}) as entered`,
      );
      if (!row?.entered) return null;
      const key = { ...row.entered, now: new Date(row.entered.now) };
      return keep({ tx, services, afterCommit }, key, delivery);
    }),
  );
}

async function keep(ctx: Ctx, key: Key, { results, source, places, requestId }: Delivery) {
  const receivedAt = await holdScores(ctx, key.exerciseId, 'shared');
  const { rows, problems } = fitted(results, key, { places, receivedAt });
  if (problems.length > 0) throw new AppError('BAD_REQUEST', 'fields', {}, problems);
  const written = await ctx.tx
    .insert(checkResults)
    .values(
      rows.map(({ index: _, ...row }) => ({
        ...{ ...row, id: newId(), exerciseId: key.exerciseId, keyId: key.keyId, receivedAt, source },
      })),
    )
    .onConflictDoNothing()
    .returning({ reference: checkResults.reference });
  await assertSame(ctx, key, { rows, places });
  if (written.length > 0) {
    await record(
      { ...ctx, actor: null, now: key.now, requestId },
      {
        ...{ action: 'exercise.checks', subject: 'exercise', subjectId: key.exerciseId },
        markingId: key.markingId,
        details: { keyId: key.keyId, results: written.length, source },
      },
    );
    await tellScores(ctx, key.exerciseId);
  }
  return { accepted: written.length, known: results.length - written.length };
}

type Fitted = Omit<CheckResult, 'team' | 'check'> & {
  index: number;
  teamId: string;
  name: string;
  digest: string;
};

/** Results with their teams, each reference once; and what does not fit. */
function fitted(
  results: readonly CheckResult[],
  { teams }: Key,
  { places, receivedAt }: { places: Places; receivedAt: Date },
): { rows: Fitted[]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const rows = new Map<string, Fitted>();
  for (const [index, { team, check, ...result }] of results.entries()) {
    const known = teams.find(({ id, name }) => id === team.toLowerCase() || name === team);
    if (!known) problems.push({ path: places(index, 'team'), key: 'checks.team' });
    if (+result.at > +receivedAt + AHEAD_MS)
      problems.push({ path: places(index, 'at'), key: 'checks.ahead' });
    if (!known) continue;
    const said = { team: known.id, check, state: result.state, points: result.points, at: +result.at };
    const digest = createHash('sha256').update(JSON.stringify(said)).digest('base64url');
    const twin = rows.get(result.reference);
    if (twin && twin.digest !== digest)
      problems.push({ path: places(index, 'reference'), key: 'checks.taken' });
    else if (!twin) rows.set(result.reference, { ...result, index, teamId: known.id, name: check, digest });
  }
  return { rows: [...rows.values()], problems };
}

/** A reference that was used for something else is refused, and with it the whole delivery. */
async function assertSame(ctx: Ctx, { keyId }: Key, { rows, places }: { rows: Fitted[]; places: Places }) {
  const known = await ctx.tx
    .select({ reference: checkResults.reference, digest: checkResults.digest })
    .from(checkResults)
    .where(
      and(
        eq(checkResults.keyId, keyId),
        inArray(
          checkResults.reference,
          rows.map(({ reference }) => reference),
        ),
      ),
    );
  const digests = new Map(known.map(({ reference, digest }) => [reference, digest]));
  const other = rows.filter(({ reference, digest }) => digests.get(reference) !== digest);
  const problems = other.map(({ index }) => ({ path: places(index, 'reference'), key: 'checks.taken' }));
  if (problems.length > 0) throw new AppError('CONFLICT', 'fields', {}, problems);
}
