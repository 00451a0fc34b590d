import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { cohortMembers, cohortParties, cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, fieldError, found } from '../../errors.ts';
import { makesCohortsOf } from '../../policies/cohorts.ts';
import { record } from '../../record/record.ts';
import {
  allocationOf,
  append,
  isActive,
  lockSeats,
  partyOfSeat,
  requestOf,
  seatPeople,
  takeLedger,
} from '../seats/ledger.ts';
import type { Allocation } from '../seats/rules.ts';
import { settle } from '../seats/settle.ts';
import { moveDeadline } from './deadline.ts';
import { managedCohort } from './queries.ts';
import { datesProblem, type SeatLine, seatsBelowHolders } from './rules.ts';
import type { createInput, editInput } from './schemas.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;

/** The cohort, held until this transaction ends so that seats and dates are decided one after the other. */
export async function lockCohort(ctx: Pick<Context, 'tx'>, cohortId: string) {
  await lockSeats(ctx, cohortId);
  const [row] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, cohortId)).for('update');
  return found(row);
}

/** Who holds a seat, with the party it counts for. */
export async function holdersOf(ctx: Pick<Context, 'tx'>, cohortId: string) {
  return ctx.tx
    .select({ personId: cohortMembers.personId, partyId: people.partyId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(cohortMembers.cohortId, cohortId));
}

function datesOf(input: { startsAt: string; dueAt: string | null }): { startsAt: Date; dueAt: Date | null } {
  const startsAt = new Date(input.startsAt);
  const dueAt = input.dueAt === null ? null : new Date(input.dueAt);
  if (datesProblem(startsAt, dueAt)) throw fieldError('dueAt', 'cohorts.dueBeforeStart');
  return { startsAt, dueAt };
}

async function writeSeats(
  ctx: SignedIn,
  cohortId: string,
  seats: { partyId: string; seats: number }[],
): Promise<void> {
  await ctx.tx.delete(cohortParties).where(eq(cohortParties.cohortId, cohortId));
  const lines = seats.filter((line) => line.seats > 0).map((line) => ({ cohortId, ...line }));
  if (lines.length > 0) await ctx.tx.insert(cohortParties).values(lines);
}

/** Makes a cohort: a course, its names, its dates and the seats of each party. */
export async function createCohort(ctx: SignedIn, input: Input<typeof createInput>) {
  found(makesCohortsOf(ctx.actor, input.courseId) || undefined);
  const [course] = await ctx.tx
    .select({ id: courses.id })
    .from(courses)
    .where(eq(courses.id, input.courseId));
  const cohortId = newId();
  await ctx.tx.insert(cohorts).values({
    id: cohortId,
    courseId: found(course).id,
    nameEn: input.nameEn.trim(),
    nameFr: input.nameFr.trim(),
    ...datesOf(input),
    createdBy: ctx.actor.personId,
  });
  await writeSeats(ctx, cohortId, input.seats);
  await settle(ctx, await takeLedger(ctx, cohortId));
  await record(ctx, { action: 'cohort.create', subject: 'cohort', subjectId: cohortId });
  return { cohortId };
}

/** Changes names, dates and seats; refused when somebody else did so since the form was opened. */
export async function editCohort(ctx: SignedIn, input: Input<typeof editInput>) {
  await managedCohort(ctx, input.cohortId);
  const cohort = await lockCohort(ctx, input.cohortId);
  if (cohort.revision !== input.revision) throw new AppError('CONFLICT', 'cohorts.changed');
  const seats = new Map(input.seats.map((line) => [line.partyId, line.seats]));
  const short = seatsBelowHolders(seats, await holdersOf(ctx, cohort.id));
  if (short) throw await tooFewSeats(ctx, short);
  const revision = cohort.revision + 1;
  // The ledger says what decided until now, and then what decides from here on.
  await takeLedger(ctx, cohort.id);
  await ctx.tx
    .update(cohorts)
    .set({ nameEn: input.nameEn.trim(), nameFr: input.nameFr.trim(), ...datesOf(input), revision })
    .where(eq(cohorts.id, cohort.id));
  await writeSeats(ctx, cohort.id, input.seats);
  await moveDeadline(ctx, cohort, datesOf(input).dueAt);
  await settle(ctx, await takeLedger(ctx, cohort.id));
  await record(ctx, { action: 'cohort.edit', subject: 'cohort', subjectId: cohort.id });
  return { cohortId: cohort.id, revision };
}

async function tooFewSeats(ctx: SignedIn, short: { partyId: string; holders: number }): Promise<AppError> {
  const [party] = await ctx.tx
    .select({ code: parties.code })
    .from(parties)
    .where(eq(parties.id, short.partyId));
  return new AppError('CONFLICT', 'cohorts.seatsBelowHolders', {
    party: party?.code ?? '',
    holders: short.holders,
  });
}

/**
 * Asks for seats in the name of who manages the cohort, so that nobody else has to agree, and says for each what came of
 * it. Who finds no free seat is on the waiting list; who belongs to a party without seats is not taken in.
 */
export async function placeInCohort(
  ctx: Context,
  cohortId: string,
  personIds: readonly string[],
): Promise<SeatLine[]> {
  const ledger = await takeLedger(ctx, cohortId);
  const wanted = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  found(wanted.length === new Set(personIds).size ? wanted : undefined);
  const active = new Map((await seatPeople(ctx, personIds)).map((person) => [person.id, person]));
  const before = allocationOf(ledger);
  const known = new Set(before.lines.filter(isActive).map(({ personId }) => personId));
  const seats = [...active.values()].map((person) => ({
    personId: person.id,
    partyId: partyOfSeat(person, ledger.entries),
  }));
  const fresh = seats.filter(({ personId, partyId }) => !known.has(personId) && hasSeats(before, partyId));
  await append(
    ctx,
    ledger,
    inOrder(fresh, personIds).flatMap((seat) => requestOf(seat, true)),
  );
  const { allocation } = await settle(ctx, ledger);
  const held = new Set(
    allocation.lines.filter(({ state }) => state === 'holds').map(({ personId }) => personId),
  );
  const parties = new Map(seats.map(({ personId, partyId }) => [personId, partyId]));
  return personIds.map((personId) => ({
    personId,
    partyId: parties.get(personId) ?? '',
    reason: reasonFor(personId),
  }));

  function reasonFor(personId: string): SeatLine['reason'] {
    const partyId = parties.get(personId);
    if (partyId === undefined) return 'ended';
    if (before.lines.some((line) => line.personId === personId && line.state === 'holds')) return 'already';
    if (held.has(personId)) return 'given';
    return hasSeats(before, partyId) ? 'seatsTaken' : 'partyWithoutSeats';
  }
}

const hasSeats = ({ quotas, shared }: Allocation, partyId: string) =>
  shared > 0 || (quotas.get(partyId) ?? 0) > 0;

function inOrder<Row extends { personId: string }>(
  rows: readonly Row[],
  personIds: readonly string[],
): Row[] {
  const place = new Map(personIds.map((id, index) => [id, index]));
  return [...rows].sort((a, b) => (place.get(a.personId) ?? 0) - (place.get(b.personId) ?? 0));
}

/** Adds people to a cohort. */
export async function addMembers(ctx: SignedIn, input: { cohortId: string; personIds: string[] }) {
  await managedCohort(ctx, input.cohortId);
  const lines = await placeInCohort(ctx, input.cohortId, input.personIds);
  const added = lines.filter(({ reason }) => reason === 'given').length;
  await record(ctx, {
    action: 'cohort.addMembers',
    subject: 'cohort',
    subjectId: input.cohortId,
    details: { added },
  });
  return {
    cohortId: input.cohortId,
    added,
    lines: lines.map(({ personId, reason }) => ({ personId, reason })),
  };
}

/** Takes somebody out of a cohort; what they have learned stays theirs. */
export async function removeMember(ctx: SignedIn, input: { cohortId: string; personId: string }) {
  await managedCohort(ctx, input.cohortId);
  const ledger = await takeLedger(ctx, input.cohortId);
  const line = found(
    allocationOf(ledger).lines.find(
      ({ personId, state }) => personId === input.personId && state === 'holds',
    ),
  );
  await append(ctx, ledger, [{ kind: 'refused', personId: line.personId, partyId: line.partyId }]);
  await settle(ctx, ledger);
  await record(ctx, {
    action: 'cohort.removeMember',
    subject: 'cohort',
    subjectId: input.cohortId,
    details: { personId: input.personId },
  });
  return input;
}
