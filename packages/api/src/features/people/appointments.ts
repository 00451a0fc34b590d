import { type Role, rolesByScope } from '@concord/db/enums';
import { newId } from '@concord/db/ids';
import { bodies } from '@concord/db/schema/consultation';
import { courses } from '@concord/db/schema/courses';
import { exercises } from '@concord/db/schema/exercises';
import { cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { appointments } from '@concord/db/schema/people';
import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, authorize, found } from '../../errors.ts';
import { managesPeople, personAbilities } from '../../policies/people.ts';
import { record } from '../../record/record.ts';
import { appointmentState, endedNow } from './access-rules.ts';
import { lockPerson } from './locks.ts';
import { subjectOf } from './queries.ts';
import type { appointInput, changeAppointmentInput } from './schemas.ts';

type Input<Schema extends z.ZodType> = Omit<z.output<Schema>, 'commandId'>;
type AppointInput = Input<typeof appointInput>;

const scopeTables = {
  party: parties,
  body: bodies,
  course: courses,
  cohort: cohorts,
  exercise: exercises,
} as const;

/** Everything somebody can be appointed for, by the scope of the role. */
export async function appointmentChoices(ctx: SignedIn) {
  authorize(managesPeople(ctx.actor));
  const named = async (table: typeof parties | typeof bodies | typeof cohorts | typeof exercises) =>
    ctx.tx
      .select({ id: table.id, nameEn: table.nameEn, nameFr: table.nameFr })
      .from(table)
      // The body in which a course is asked has no seats.
      .where(table === bodies ? isNull(bodies.courseId) : undefined)
      .orderBy(asc(table.nameEn));
  return {
    party: await named(parties),
    body: await named(bodies),
    course: await ctx.tx
      .select({ id: courses.id, nameEn: courses.slug, nameFr: courses.slug })
      .from(courses)
      .orderBy(asc(courses.slug)),
    cohort: await named(cohorts),
    exercise: await named(exercises),
  };
}

async function assertScope(ctx: SignedIn, { scope, scopeId, role }: AppointInput): Promise<void> {
  const allowed: readonly string[] = rolesByScope[scope];
  if (!allowed.includes(role)) throw new AppError('BAD_REQUEST', 'people.roleOfScope', {});
  if (scope === 'alliance' || scopeId === null) return;
  const table = scopeTables[scope];
  const [row] = await ctx.tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, scopeId), table === bodies ? isNull(bodies.courseId) : undefined));
  found(row);
}

function endOf(validUntil: string | null, now: Date): Date | null {
  if (validUntil === null) return null;
  const until = new Date(validUntil);
  if (until <= now)
    throw new AppError('BAD_REQUEST', 'people.untilPast', {}, [
      { path: 'validUntil', key: 'people.untilPast' },
    ]);
  return until;
}

/** Appoints a person to a role for a scope, from now on. */
export async function appoint(ctx: SignedIn, input: AppointInput) {
  await lockPerson(ctx, input.personId);
  const person = await subjectOf(ctx, input.personId);
  authorize(personAbilities(ctx.actor, person).appoint);
  await assertScope(ctx, input);
  const validUntil = endOf(input.validUntil, ctx.now);
  const [open] = await ctx.tx
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.personId, input.personId),
        eq(appointments.role, input.role),
        input.scopeId === null ? isNull(appointments.scopeId) : eq(appointments.scopeId, input.scopeId),
        or(isNull(appointments.validUntil), gt(appointments.validUntil, ctx.now)),
      ),
    );
  if (open) throw new AppError('CONFLICT', 'people.alreadyAppointed', {});
  const appointmentId = newId();
  await ctx.tx.insert(appointments).values({
    id: appointmentId,
    personId: input.personId,
    role: input.role as Role,
    scope: input.scope,
    scopeId: input.scopeId,
    validFrom: ctx.now,
    validUntil,
    appointedBy: ctx.actor.personId,
  });
  await record(ctx, {
    action: 'appointment.make',
    subject: 'person',
    subjectId: input.personId,
    partyId: person.partyId,
    details: { appointmentId, role: input.role, scope: input.scope, scopeId: input.scopeId },
  });
  return { appointmentId };
}

/** The appointment as it stands, if it is still the one the form was opened with. */
async function currentAppointment(ctx: SignedIn, appointmentId: string, revision: number) {
  authorize(managesPeople(ctx.actor));
  const [before] = await ctx.tx
    .select({ personId: appointments.personId })
    .from(appointments)
    .where(eq(appointments.id, appointmentId));
  await lockPerson(ctx, found(before).personId);
  const [row] = await ctx.tx.select().from(appointments).where(eq(appointments.id, appointmentId));
  const appointment = found(row);
  if (appointment.revision !== revision) throw new AppError('CONFLICT', 'people.appointmentChanged', {});
  if (appointmentState(appointment, ctx.now) === 'ended')
    throw new AppError('CONFLICT', 'people.appointmentEnded', {});
  return appointment;
}

/** Moves the day an appointment ends; refused when somebody else changed it since the form was opened. */
export async function changeAppointment(ctx: SignedIn, input: Input<typeof changeAppointmentInput>) {
  const appointment = await currentAppointment(ctx, input.appointmentId, input.revision);
  const revision = appointment.revision + 1;
  await ctx.tx
    .update(appointments)
    .set({ validUntil: endOf(input.validUntil, ctx.now), revision })
    .where(eq(appointments.id, appointment.id));
  await record(ctx, {
    action: 'appointment.change',
    subject: 'person',
    subjectId: appointment.personId,
    details: { appointmentId: appointment.id, role: appointment.role, until: input.validUntil },
  });
  return { appointmentId: appointment.id, revision };
}

/** Ends an appointment now; the rights that came from it are gone with the next request. */
export async function endAppointment(ctx: SignedIn, input: { appointmentId: string; revision: number }) {
  const appointment = await currentAppointment(ctx, input.appointmentId, input.revision);
  if (appointment.personId === ctx.actor.personId && appointment.role === 'administrator')
    throw new AppError('FORBIDDEN', 'people.endOwnAppointment', {});
  const revision = appointment.revision + 1;
  const validUntil = endedNow(appointment.validFrom, ctx.now);
  await ctx.tx.update(appointments).set({ validUntil, revision }).where(eq(appointments.id, appointment.id));
  await record(ctx, {
    action: 'appointment.end',
    subject: 'person',
    subjectId: appointment.personId,
    details: { appointmentId: appointment.id, role: appointment.role, scope: appointment.scope },
  });
  return { appointmentId: appointment.id, revision };
}
