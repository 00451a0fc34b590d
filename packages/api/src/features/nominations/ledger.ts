import { newId } from '@concord/db/ids';
import { exerciseRoles, exerciseSeatEntries, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { newsOf, ownNews } from '../exercises/commands.ts';
import { notify } from '../notifications/notify.ts';
import { following, type NewLine, settingsLine } from '../seats/lines.ts';
import { type Allocation, allocate, type LedgerLine, reofferAt, type SeatSettings } from '../seats/rules.ts';

type Exercise = typeof exercises.$inferSelect;
type Role = typeof exerciseRoles.$inferSelect;
/** The ledger of one role of an exercise, held by this transaction, at the instant it was taken. */
export type RoleLedger = { exercise: Exercise; role: Role; entries: LedgerLine[]; now: Date };

/**
 * Holds the ledgers of an exercise until the transaction ends, since nobody may stand in two of them, and reads a role's.
 * Where the exercise's day of re-offer is not in it, or has changed, a line says so before anything is decided. NOT_FOUND where the exercise may not be read.
 */
export async function takeRoleLedger(ctx: Context, roleId: string): Promise<RoleLedger> {
  const [of] = await ctx.tx
    .select({ exerciseId: exerciseRoles.exerciseId })
    .from(exerciseRoles)
    .where(eq(exerciseRoles.id, roleId));
  const { exerciseId } = found(of);
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${exerciseId}, 2))`);
  const [row] = await ctx.tx
    .select({ exercise: exercises, role: exerciseRoles })
    .from(exerciseRoles)
    .innerJoin(exercises, eq(exercises.id, exerciseRoles.exerciseId))
    .where(eq(exerciseRoles.id, roleId));
  const [clock] = await ctx.tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  const entries = (await entriesOf(ctx, [roleId])).get(roleId) ?? [];
  const ledger = { ...found(row), entries, now: new Date(found(clock).now) };
  await appendTo(ctx, ledger, settingsLine(entries, settingsOf(ledger.exercise)));
  return ledger;
}

/** The ledgers of these roles, each in its order, in one statement. */
export async function entriesOf(
  ctx: Pick<Context, 'tx'>,
  roleIds: readonly string[],
): Promise<Map<string, LedgerLine[]>> {
  if (roleIds.length === 0) return new Map();
  const { roleId, place, at, kind, partyId, personId, replacesId, seats, reofferAt, urgent } =
    exerciseSeatEntries;
  const rows = await ctx.tx
    .select({ roleId, place, at, kind, partyId, personId, replacesId, seats, reofferAt, urgent })
    .from(exerciseSeatEntries)
    .where(inArray(roleId, [...roleIds]))
    .orderBy(asc(roleId), asc(place));
  const ledgers = new Map<string, LedgerLine[]>(roleIds.map((id) => [id, []]));
  for (const row of rows) ledgers.get(row.roleId)?.push(row);
  return ledgers;
}

/** What decides over its ledgers: a nomination is its coordinator's agreement, and the director confirms it. */
function settingsOf({ startsAt, reofferDays }: Exercise): SeatSettings {
  return { approval: 'both', reofferAt: reofferAt(startsAt, reofferDays) };
}

/** Who holds and who waits. */
export function allocationOf({
  exercise,
  entries,
  now,
}: Pick<RoleLedger, 'entries' | 'now'> & { exercise: Exercise }): Allocation {
  return allocate(entries, settingsOf(exercise), now);
}

/** Writes lines at the ledger's end, in this order. */
export async function appendTo(
  ctx: Context,
  ledger: RoleLedger,
  lines: readonly NewLine<LedgerLine['kind']>[],
): Promise<void> {
  if (lines.length === 0) return;
  const rows = following(ledger, lines);
  const of = { exerciseId: ledger.exercise.id, roleId: ledger.role.id, actorId: ctx.actor?.personId ?? null };
  await ctx.tx.insert(exerciseSeatEntries).values(rows.map((row) => ({ ...row, ...of, id: newId() })));
  ledger.entries.push(...rows);
}

/** Who holds a seat by this allocation. */
export function holdersOf({ lines }: Allocation): Set<string> {
  return new Set(lines.flatMap(({ personId, state }) => (state === 'holds' ? [personId] : [])));
}

/**
 * Makes the holders what the ledger says, in the transaction that changed it, and tells who won or lost a seat. `had` is
 * who held one before: an act gives what the ledger said before it, since the rows of other nations' people are not for
 * everyone who acts to see. Whom a re-offer gave a seat without any line, `settleAll` writes.
 */
export async function settleRole(
  ctx: Context,
  ledger: RoleLedger,
  had: ReadonlySet<string>,
): Promise<Allocation> {
  const allocation = allocationOf(ledger);
  const has = holdersOf(allocation);
  const given = allocation.lines.filter(({ personId }) => has.has(personId) && !had.has(personId));
  const lost = [...had].filter((personId) => !has.has(personId));
  await writeHolders(ctx, ledger, given, lost);
  const waiting = new Set(
    allocation.lines.flatMap((line) => (line.state === 'waits' ? [line.personId] : [])),
  );
  await tell(
    ctx,
    ledger,
    given.map(({ personId }) => personId),
    lost.filter((id) => waiting.has(id)),
  );
  return allocation;
}

/** The same where all the rows may be seen: by the worker, and by whoever changes the exercise. */
export async function settleAll(ctx: Context, ledger: RoleLedger): Promise<void> {
  const rows = await ctx.tx
    .select({ personId: exerciseSeats.personId })
    .from(exerciseSeats)
    .where(eq(exerciseSeats.roleId, ledger.role.id));
  await settleRole(ctx, ledger, new Set(rows.map(({ personId }) => personId)));
}

type Holder = { personId: string; partyId: string };

async function writeHolders(ctx: Context, ledger: RoleLedger, given: readonly Holder[], lost: string[]) {
  const { exercise, role } = ledger;
  if (lost.length > 0)
    await ctx.tx
      .delete(exerciseSeats)
      .where(and(eq(exerciseSeats.roleId, role.id), inArray(exerciseSeats.personId, lost)));
  if (given.length > 0)
    await ctx.tx.insert(exerciseSeats).values(
      given.map(({ personId, partyId }) => ({
        ...{ roleId: role.id, personId, exerciseId: exercise.id, partyId, givenAt: ctx.now },
      })),
    );
  if (given.length + lost.length === 0) return;
  await record(ctx, {
    ...{ action: 'exercise.seats', subject: 'exercise', subjectId: exercise.id },
    markingId: exercise.markingId,
    details: { role: role.id, given: given.map(({ personId }) => personId), lost },
  });
}

async function tell(ctx: Context, { exercise }: RoleLedger, given: string[], takenBack: string[]) {
  await notify(ctx, { personIds: given, kind: 'exerciseSeatGiven', ...ownNews(exercise) });
  await notify(ctx, { personIds: takenBack, kind: 'exerciseSeatTakenBack', ...newsOf(exercise) });
}

/** Records an act on a role's seats. */
export async function recordAct(ctx: Context, { exercise, role }: RoleLedger, action: string): Promise<void> {
  await record(ctx, {
    ...{ action, subject: 'exercise', subjectId: exercise.id, markingId: exercise.markingId },
    details: { role: role.id },
  });
}
