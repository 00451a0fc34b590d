import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { cohortMembers, cohortParties, cohorts } from '@concord/db/schema/learning';
import { testDatabase } from '@concord/db/testing/database';
import { type AppointmentFixture, createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { callerAs } from './caller.ts';
import { createQuizCourse } from './courses.ts';

type Party = Awaited<ReturnType<typeof createParty>>;
type Settings = Partial<typeof cohorts.$inferInsert>;
type Act = 'agree' | 'refuse' | 'withdraw' | 'moveForward';

/** A command id of its own. */
export const id = () => ({ commandId: randomUUID() });

/** The instant so many days from now. */
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Two nations that may read a course, its director, and one nation's training coordinator. */
export async function seatScene() {
  const test = await testDatabase();
  const [nordmark, calder] = [await createParty(test), await createParty(test)];
  const course = await createQuizCourse(test, { party: nordmark });
  await test.worker.sql`update marking set releasable_to = array[${nordmark.id}, ${calder.id}]::uuid[]`;
  const person = (party: Party, ...appointments: AppointmentFixture[]) =>
    createPerson(test, { party, appointments });
  const director = await person(calder, {
    role: 'courseDirector',
    scope: 'course',
    scopeId: course.courseId,
  });
  const coordinator = await person(nordmark, {
    ...{ role: 'trainingCoordinator', scope: 'party', scopeId: nordmark.id },
  });

  /** A cohort in which Nordmark alone has seats; unfilled ones are kept unless the settings say otherwise. */
  async function makeCohort(seats: number, settings: Settings = {}) {
    const cohortId = newId();
    await test.worker.db.insert(cohorts).values({
      ...{ id: cohortId, courseId: course.courseId, nameEn: 'Spring', nameFr: 'Printemps' },
      ...{ startsAt: inDays(90), reofferDays: null, ...settings },
    });
    await test.worker.db.insert(cohortParties).values({ cohortId, partyId: nordmark.id, seats });
    return cohortId;
  }

  async function ask(who: { id: string }, cohortId: string, personIds = [who.id]) {
    return (await callerAs(test, who)).seats.request({ ...id(), cohortId, personIds });
  }

  async function act(who: { id: string }, kind: Act, cohortId: string, personId: string) {
    const { seats } = await callerAs(test, who);
    return seats[kind]({ ...id(), cohortId, personId, reason: 'for the test' });
  }

  async function holders(cohortId: string): Promise<string[]> {
    const rows = await test.worker.db
      .select()
      .from(cohortMembers)
      .where(eq(cohortMembers.cohortId, cohortId));
    return rows.map(({ personId }) => personId).sort();
  }

  const learner = () => person(nordmark);
  return {
    test,
    nordmark,
    calder,
    course,
    director,
    coordinator,
    person,
    learner,
    makeCohort,
    ask,
    act,
    holders,
  };
}

export type SeatScene = Awaited<ReturnType<typeof seatScene>>;
