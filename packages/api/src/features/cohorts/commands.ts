import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { cohortMembers, cohortParties, cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Context, SignedIn } from '../../context.ts';
import { AppError, authorize, fieldError, found } from '../../errors.ts';
import { managesCohorts } from '../../policies/cohorts.ts';
import { record } from '../../record/record.ts';
import { moveDeadline } from './deadline.ts';
import { datesProblem, giveSeats, type SeatLine, seatsBelowHolders } from './rules.ts';
import type { createInput, editInput } from './schemas.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;

/** The cohort, held until this transaction ends so that seats and dates are decided one after the other. */
export async function lockCohort(ctx: Pick<Context, 'tx'>, cohortId: string) {
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
  authorize(managesCohorts(ctx.actor));
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
  await record(ctx, { action: 'cohort.create', subject: 'cohort', subjectId: cohortId });
  return { cohortId };
}

/** Changes names, dates and seats; refused when somebody else did so since the form was opened. */
export async function editCohort(ctx: SignedIn, input: Input<typeof editInput>) {
  authorize(managesCohorts(ctx.actor));
  const cohort = await lockCohort(ctx, input.cohortId);
  if (cohort.revision !== input.revision) throw new AppError('CONFLICT', 'cohorts.changed');
  const seats = new Map(input.seats.map((line) => [line.partyId, line.seats]));
  const short = seatsBelowHolders(seats, await holdersOf(ctx, cohort.id));
  if (short) throw await tooFewSeats(ctx, short);
  const revision = cohort.revision + 1;
  await ctx.tx
    .update(cohorts)
    .set({ nameEn: input.nameEn.trim(), nameFr: input.nameFr.trim(), ...datesOf(input), revision })
    .where(eq(cohorts.id, cohort.id));
  await writeSeats(ctx, cohort.id, input.seats);
  await moveDeadline(ctx, cohort, datesOf(input).dueAt);
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

/** Gives seats to people as far as there are some; the answer says for each why or why not. */
export async function placeInCohort(
  ctx: Context,
  cohortId: string,
  personIds: readonly string[],
): Promise<SeatLine[]> {
  await lockCohort(ctx, cohortId);
  const wanted = await ctx.tx
    .select({
      personId: people.id,
      partyId: people.partyId,
      ended: sql<boolean>`${people.endedAt} is not null`,
    })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  const byId = new Map(wanted.map((person) => [person.personId, person]));
  const seats = await ctx.tx.select().from(cohortParties).where(eq(cohortParties.cohortId, cohortId));
  const lines = giveSeats(
    new Map(seats.map((line) => [line.partyId, line.seats])),
    await holdersOf(ctx, cohortId),
    personIds.map((id) => found(byId.get(id))),
  );
  const given = lines.filter(({ reason }) => reason === 'given');
  if (given.length > 0)
    await ctx.tx.insert(cohortMembers).values(
      given.map(({ personId }) => ({
        cohortId,
        personId,
        addedBy: ctx.actor?.personId ?? null,
        addedAt: ctx.now,
      })),
    );
  return lines;
}

/** Adds people to a cohort. */
export async function addMembers(ctx: SignedIn, input: { cohortId: string; personIds: string[] }) {
  authorize(managesCohorts(ctx.actor));
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
  authorize(managesCohorts(ctx.actor));
  await lockCohort(ctx, input.cohortId);
  const gone = await ctx.tx
    .delete(cohortMembers)
    .where(and(eq(cohortMembers.cohortId, input.cohortId), eq(cohortMembers.personId, input.personId)))
    .returning({ personId: cohortMembers.personId });
  found(gone[0]);
  await record(ctx, {
    action: 'cohort.removeMember',
    subject: 'cohort',
    subjectId: input.cohortId,
    details: { personId: input.personId },
  });
  return input;
}
