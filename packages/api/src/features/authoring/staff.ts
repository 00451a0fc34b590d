import { newId } from '@concord/db/ids';
import { parties } from '@concord/db/schema/parties';
import { appointments, people } from '@concord/db/schema/people';
import { and, asc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found, notFound } from '../../errors.ts';
import { managesTraining } from '../../policies/authoring.ts';
import { record } from '../../record/record.ts';
import { lockPerson } from '../people/locks.ts';
import { ownCourse } from './load.ts';
import { ofCourse } from './versions.ts';

/** Who looks after a course now. */
export function staffOf(ctx: SignedIn, courseId: string) {
  return ctx.tx
    .select({
      id: appointments.id,
      role: appointments.role,
      personId: people.id,
      name: sql<string>`${people.givenName} || ' ' || ${people.familyName}`,
      party: parties.code,
    })
    .from(appointments)
    .innerJoin(people, eq(people.id, appointments.personId))
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(and(eq(appointments.scopeId, courseId), eq(appointments.scope, 'course'), inForce(ctx)))
    .orderBy(asc(appointments.role), asc(people.familyName));
}

const inForce = (ctx: SignedIn) =>
  and(
    lte(appointments.validFrom, ctx.now),
    or(isNull(appointments.validUntil), gt(appointments.validUntil, ctx.now)),
  );

/** People who could be appointed, by name. */
export async function peopleForStaff(ctx: SignedIn, course: string, words: string) {
  await managedCourse(ctx, course);
  const name = sql<string>`${people.givenName} || ' ' || ${people.familyName}`;
  return ctx.tx
    .select({ id: people.id, name, party: parties.code })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .where(
      and(
        isNull(people.endedAt),
        sql`strpos(unaccent(lower(${name})), unaccent(lower(${words.trim()}))) > 0`,
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id))
    .limit(12);
}

/** Appoints a course director or an instructor; whoever holds the role already keeps it. */
export async function appointStaff(
  ctx: SignedIn,
  input: { courseId: string; personId: string; role: 'courseDirector' | 'instructor' },
) {
  const course = await managedCourse(ctx, input.courseId);
  await lockPerson(ctx, input.personId);
  const [person] = await ctx.tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, input.personId), isNull(people.endedAt)));
  const held = await staffOf(ctx, course.id);
  const same = held.find(({ personId, role }) => personId === input.personId && role === input.role);
  if (same) return { appointmentId: same.id };
  const { id: personId } = found(person);
  const id = newId();
  await ctx.tx.insert(appointments).values({
    id,
    personId,
    role: input.role,
    scope: 'course',
    scopeId: course.id,
    validFrom: ctx.now,
    appointedBy: ctx.actor.personId,
  });
  const details = { appointmentId: id, personId, role: input.role };
  await record(ctx, { ...ofCourse(course), action: 'course.staffAppointed', details });
  return { appointmentId: id };
}

/** Ends an appointment of the course's staff now. */
export async function dismissStaff(ctx: SignedIn, input: { courseId: string; appointmentId: string }) {
  const course = await managedCourse(ctx, input.courseId);
  const [ended] = await ctx.tx
    .update(appointments)
    .set({ validUntil: ctx.now, revision: sql`${appointments.revision} + 1` })
    .where(
      and(
        eq(appointments.id, input.appointmentId),
        eq(appointments.scope, 'course'),
        eq(appointments.scopeId, course.id),
        inArray(appointments.role, ['courseDirector', 'instructor']),
        inForce(ctx),
      ),
    )
    .returning({ id: appointments.id });
  const details = { appointmentId: found(ended).id };
  await record(ctx, { ...ofCourse(course), action: 'course.staffDismissed', details });
  return { appointmentId: details.appointmentId };
}

async function managedCourse(ctx: SignedIn, name: string) {
  const course = await ownCourse(ctx, name);
  if (!managesTraining(ctx.actor)) throw notFound();
  return course;
}
