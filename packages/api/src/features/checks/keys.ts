import { newId } from '@concord/db/ids';
import { exerciseTeams } from '@concord/db/schema/exercises';
import { checkKeys, checkResults } from '@concord/db/schema/scoring';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { hashToken, type SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { releasesScores } from '../../policies/exercises.ts';
import { record } from '../../record/record.ts';
import { teamsOf } from '../exercises/rows.ts';
import { staffedExercise } from '../injects/queries.ts';
import { standingExercise } from '../scoring/load.ts';
import { markingViews } from '../threads/marking-views.ts';
import type { MakeKeyInput } from './schemas.ts';

const DAY = 86_400_000;
const MOST_KEYS = 20;
const SHOWN = 100;

/** Makes a key for one exercise. Only its digest is kept; who made it, until when, stands in the record. */
export async function makeKey(ctx: SignedIn, { exerciseId, secret, name, days }: MakeKeyInput) {
  const exercise = await standingExercise(ctx, exerciseId);
  authorize(releasesScores(ctx.actor, exerciseId));
  const live = and(eq(checkKeys.exerciseId, exerciseId), isNull(checkKeys.revokedAt));
  if ((await ctx.tx.$count(checkKeys, live)) >= MOST_KEYS)
    throw new AppError('CONFLICT', 'checks.tooManyKeys', { max: MOST_KEYS });
  const id = newId();
  const expiresAt = new Date(+ctx.now + days * DAY);
  await ctx.tx.insert(checkKeys).values({
    ...{ id, exerciseId, name, tokenHash: hashToken(secret) },
    ...{ madeBy: ctx.actor.personId, madeAt: ctx.now, expiresAt },
  });
  await record(ctx, {
    ...{ action: 'exercise.key', subject: 'exercise', subjectId: exerciseId, markingId: exercise.markingId },
    details: { keyId: id, days },
  });
  return { keyId: id, expiresAt: expiresAt.toISOString() };
}

/** Ends a key at once. */
export async function revokeKey(ctx: SignedIn, { keyId }: { keyId: string }) {
  const [row] = await ctx.tx.select().from(checkKeys).where(eq(checkKeys.id, keyId));
  const exercise = await standingExercise(ctx, found(row).exerciseId);
  authorize(releasesScores(ctx.actor, exercise.id));
  if (row?.revokedAt) throw new AppError('CONFLICT', 'checks.revoked');
  await ctx.tx
    .update(checkKeys)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId })
    .where(eq(checkKeys.id, keyId));
  await record(ctx, {
    ...{ action: 'exercise.keyRevoked', subject: 'exercise', subjectId: exercise.id },
    ...{ markingId: exercise.markingId, details: { keyId } },
  });
  return { keyId };
}

/** What automatic checks gave, newest first, for the staff; and the keys, for the director. */
export async function checksOf(ctx: SignedIn, code: string) {
  const exercise = await staffedExercise(ctx, code);
  const { id, markingId, timeZone } = exercise;
  const directs = releasesScores(ctx.actor, id);
  const keys = await ctx.tx
    .select()
    .from(checkKeys)
    .where(eq(checkKeys.exerciseId, id))
    .orderBy(desc(checkKeys.madeAt));
  const teams = await teamsOf(ctx, id);
  const results = await ctx.tx
    .select({
      ...{
        id: checkResults.id,
        team: exerciseTeams.name,
        name: checkResults.name,
        state: checkResults.state,
      },
      ...{ points: checkResults.points, at: checkResults.at, source: checkResults.source },
    })
    .from(checkResults)
    .innerJoin(exerciseTeams, eq(exerciseTeams.id, checkResults.teamId))
    .where(eq(checkResults.exerciseId, id))
    .orderBy(desc(checkResults.receivedAt), desc(checkResults.id))
    .limit(SHOWN);
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    exercise: {
      id,
      code,
      markingId,
      timeZone,
      name: ctx.locale === 'fr' ? exercise.nameFr : exercise.nameEn,
    },
    markings: await markingViews(ctx, [markingId]),
    now: ctx.now.toISOString(),
    teams,
    keys: keys.map((key) => ({
      ...{
        id: key.id,
        name: key.name,
        madeAt: key.madeAt.toISOString(),
        expiresAt: key.expiresAt.toISOString(),
      },
      ...{ usedAt: iso(key.usedAt), revokedAt: iso(key.revokedAt) },
      holds: key.revokedAt === null && key.expiresAt > ctx.now,
    })),
    results: results.map((row) => ({ ...row, at: row.at.toISOString() })),
    can: { keys: directs && exercise.cancelledAt === null },
  };
}
