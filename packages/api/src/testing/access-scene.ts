import { newId } from '@concord/db/ids';
import { liveSessions } from '@concord/db/schema/assignments';
import { activities, units } from '@concord/db/schema/courses';
import { cohortMembers, cohortParties, cohorts } from '@concord/db/schema/learning';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { type AppointmentFixture, createAppointment, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { servicesOf } from './caller.ts';
import { say } from './consultation.ts';
import { createEnrolment, createQuizCourse } from './courses.ts';
import { addItem, planMeeting } from './meetings.ts';
import { createSilence, silenceScene } from './silence.ts';

const LONG_OVER = { from: new Date('2020-01-01T00:00:00Z'), until: new Date('2021-01-01T00:00:00Z') };

/**
 * An alliance in small: a course of one nation with a cohort and a learner, a body with a text and a thread, and people of
 * each role, of this nation and of another. `former` held the strongest appointments there are; all are over.
 */
export async function accessScene() {
  const test = await testDatabase();
  const consulted = await silenceScene(test);
  const { parties, body, people, api } = consulted;
  const marking = { level: 1, releasableTo: [parties.nor.id, parties.cal.id] };
  const { threadId } = await api.head.threads.start({
    ...{ commandId: newId(), bodyCode: body.code, title: 'Cables', marking, needToKnow: { kind: 'body' } },
  });
  const { contributionId } = await say(api.head, threadId, 'A word on cables.');
  const silenceId = await createSilence(consulted, 3_600_000);
  const { meetingId } = await planMeeting(api.chair, { body, textMarking: marking });
  const { itemId } = await addItem(api.chair, meetingId);
  await api.chair.meetings.publish({ commandId: newId(), meetingId });
  const course = await createQuizCourse(test, { party: parties.nor });
  const cohortId = await makeCohort(test, course.courseId, parties.nor.id);
  const liveSessionId = await makeSession(test, course, cohortId);
  const person = (party: { id: string }, ...appointments: AppointmentFixture[]) =>
    createPerson(test, { party, level: 1, appointments });
  const coordinates = (party: { id: string }): AppointmentFixture => ({
    ...{ role: 'trainingCoordinator', scope: 'party', scopeId: party.id },
  });
  const directs: AppointmentFixture = { role: 'courseDirector', scope: 'course', scopeId: course.courseId };
  const administers: AppointmentFixture = { role: 'administrator', scope: 'alliance' };
  const chairs: AppointmentFixture = { role: 'chair', scope: 'body', scopeId: body.id };
  const learner = await person(parties.nor);
  const enrolment = await createEnrolment(test, { person: learner, course });
  await test.worker.db.insert(cohortMembers).values({ cohortId, personId: learner.id });
  const former = await person(parties.nor);
  for (const held of [directs, administers, chairs, coordinates(parties.nor)])
    await createAppointment(test, former, { ...held, ...LONG_OVER });
  const actors = {
    learner,
    colleague: await person(parties.nor),
    former,
    coordinator: await person(parties.nor, coordinates(parties.nor)),
    foreign: await person(parties.cal, coordinates(parties.cal)),
    director: await person(parties.nor, directs),
    head: people.head,
    desk: people.desk,
    chair: people.chair,
    outsider: people.outsider,
    administrator: await person(parties.out, administers),
  };
  const things = {
    ...{ course: course.slug, activity: 'check', activityKey: 'check', language: 'en' },
    ...{ courseId: course.courseId, versionId: course.versionId, activityId: course.quizId, cohortId },
    ...{
      enrolmentId: enrolment.id,
      personId: learner.id,
      partyId: parties.nor.id,
      partyCode: parties.nor.code,
    },
    ...{ bodyCode: body.code, bodyId: body.id, threadId, textId: consulted.text.id },
    ...{
      silenceId,
      contributionId,
      meetingId,
      itemId,
      until: { day: '2090-01-02', time: '12:00' },
      workRoleId: null,
    },
    ...{ slug: 'a-new-course', email: 'somebody@test.example', reason: 'Because it is tested.' },
    ...{
      liveSessionId,
      sessionKey: 'meeting',
      zone: 'UTC',
      day: '2090-01-02',
      begins: '09:00',
      finishes: '10:00',
    },
    ...{ place: 'Room 4', link: '', hostId: null, capacity: null },
    ...{ marking, revision: 1, base: 1, query: 'word' },
  };
  return { test, actors, things };
}

/** A session of the course with a date ahead for the cohort. */
async function makeSession(
  test: TestDatabase,
  course: { courseId: string; versionId: string },
  cohortId: string,
) {
  const { db } = test.worker;
  const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.versionId, course.versionId));
  await db.insert(activities).values({
    ...{ id: newId(), versionId: course.versionId, unitId: unit?.id ?? '', key: 'meeting', kind: 'session' },
    ...{ position: 9, required: false, titles: { en: 'Meeting' }, settings: {} },
  });
  const id = newId();
  const startsAt = new Date(Date.now() + 90 * 86_400_000);
  await db.insert(liveSessions).values({
    ...{ id, courseId: course.courseId, activityKey: 'meeting', cohortId, startsAt, timeZone: 'UTC' },
    ...{ endsAt: new Date(+startsAt + 3_600_000), place: 'Room 4', revision: 1 },
  });
  return id;
}

async function makeCohort(test: TestDatabase, courseId: string, partyId: string): Promise<string> {
  const id = newId();
  const startsAt = new Date(Date.now() + 90 * 86_400_000);
  await test.worker.db
    .insert(cohorts)
    .values({ id, courseId, nameEn: 'Spring', nameFr: 'Printemps', startsAt, reofferDays: null });
  await test.worker.db.insert(cohortParties).values({ cohortId: id, partyId, seats: 3 });
  return id;
}

class Undone extends Error {}

/** Services whose every transaction is rolled back once its answer is known, so that no call changes what the next finds. */
export function undoing(test: TestDatabase) {
  const services = servicesOf(test);
  const { app } = services;
  const db = new Proxy(app.db, {
    get: (target, key) => (key === 'transaction' ? undone(target) : Reflect.get(target, key)),
  });
  return { ...services, app: { ...app, db } };
}

type Committing = { session: { client: { commit: () => Promise<void> } } };
type Db = ReturnType<typeof servicesOf>['app']['db'];

function undone(db: Db) {
  return async <Result>(work: (tx: Parameters<Parameters<Db['transaction']>[0]>[0]) => Promise<Result>) => {
    let answer: { result: Result } | undefined;
    await db
      .transaction(async (tx) => {
        // A command sends its COMMIT along with its last statements: not here.
        (tx as unknown as Committing).session.client.commit = async () => undefined;
        answer = { result: await work(tx) };
        throw new Undone();
      })
      .catch((error: unknown) => {
        if (!(error instanceof Undone)) throw error;
      });
    return answer?.result;
  };
}
