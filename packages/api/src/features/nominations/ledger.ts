import { newId } from '@concord/db/ids';
import { exerciseRoles, exerciseSeatEntries, exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { newsOf } from '../exercises/commands.ts';
import { notify } from '../notifications/notify.ts';
import { type Allocation, allocate, type LedgerLine, reofferAt } from '../seats/rules.ts';

type Exercise = typeof exercises.$inferSelect;
type Role = typeof exerciseRoles.$inferSelect;
type Line = {
  kind: LedgerLine['kind'];
  personId?: string;
  partyId?: string;
  replacesId?: string;
  seats?: number;
  urgent?: boolean;
  reason?: string;
};
/** The ledger of one role of an exercise, held by this transaction, at the instant it was taken. */
export type RoleLedger = { exercise: Exercise; role: Role; entries: LedgerLine[]; now: Date };

/**
 * Holds the ledgers of an exercise until the transaction ends, since nobody may stand in two of them, and reads a role's.
 * NOT_FOUND where the exercise may not be read.
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
  return { ...found(row), entries, now: new Date(found(clock).now) };
}

/** The ledgers of these roles, each in its order, in one statement. */
export async function entriesOf(
  ctx: Pick<Context, 'tx'>,
  roleIds: readonly string[],
): Promise<Map<string, LedgerLine[]>> {
  if (roleIds.length === 0) return new Map();
  const { roleId, place, at, kind, partyId, personId, replacesId, seats, urgent } = exerciseSeatEntries;
  const rows = await ctx.tx
    .select({ roleId, place, at, kind, partyId, personId, replacesId, seats, urgent })
    .from(exerciseSeatEntries)
    .where(inArray(roleId, [...roleIds]))
    .orderBy(asc(roleId), asc(place));
  const ledgers = new Map<string, LedgerLine[]>(roleIds.map((id) => [id, []]));
  for (const row of rows) ledgers.get(row.roleId)?.push(row);
  return ledgers;
}

/** Who holds and who waits: a nomination is its coordinator's agreement, and the director confirms it. */
export function allocationOf({
  exercise,
  entries,
  now,
}: Pick<RoleLedger, 'entries' | 'now'> & { exercise: Exercise }): Allocation {
  return allocate(
    entries,
    { approval: 'both', reofferAt: reofferAt(exercise.startsAt, exercise.reofferDays) },
    now,
  );
}

/** Writes lines at the ledger's end, in this order. */
export async function appendTo(ctx: Context, ledger: RoleLedger, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const first = (ledger.entries.at(-1)?.place ?? 0) + 1;
  const rows = lines.map((line, index) => ({
    ...{ kind: line.kind, at: ledger.now, place: first + index, urgent: line.urgent ?? false },
    ...{ personId: line.personId ?? null, partyId: line.partyId ?? null, seats: line.seats ?? null },
    replacesId: line.replacesId ?? null,
  }));
  await ctx.tx.insert(exerciseSeatEntries).values(
    rows.map((row, index) => ({
      ...{ ...row, id: newId(), exerciseId: ledger.exercise.id, roleId: ledger.role.id },
      ...{ reason: lines[index]?.reason ?? '', actorId: ctx.actor?.personId ?? null },
    })),
  );
  ledger.entries.push(...rows);
}

const holdersOf = ({ lines }: Allocation) =>
  new Map(lines.flatMap((line) => (line.state === 'holds' ? [[line.personId, line] as const] : [])));

/**
 * Makes the holders what the ledger says, in the transaction that changed it, and tells who won or lost a seat. `before`
 * is what the ledger said when it was taken.
 */
export async function settleRole(ctx: Context, ledger: RoleLedger, before: Allocation): Promise<Allocation> {
  const allocation = allocationOf(ledger);
  const [had, has] = [holdersOf(before), holdersOf(allocation)];
  const given = [...has.values()].filter(({ personId }) => !had.has(personId));
  const lost = [...had.keys()].filter((personId) => !has.has(personId));
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
  const waiting = new Set(
    allocation.lines.flatMap((line) => (line.state === 'waits' ? [line.personId] : [])),
  );
  await notify(ctx, {
    ...{ personIds: given.map(({ personId }) => personId), kind: 'exerciseSeatGiven' },
    ...newsOf(exercise),
  });
  await notify(ctx, {
    ...{ personIds: lost.filter((id) => waiting.has(id)), kind: 'exerciseSeatTakenBack' },
    ...newsOf(exercise),
  });
  if (given.length + lost.length > 0)
    await record(ctx, {
      ...{
        action: 'exercise.seats',
        subject: 'exercise',
        subjectId: exercise.id,
        markingId: exercise.markingId,
      },
      details: { role: role.id, given: given.map(({ personId }) => personId), lost },
    });
  return allocation;
}
