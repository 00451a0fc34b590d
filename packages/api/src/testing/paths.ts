import { randomUUID } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { testDatabase } from '@concord/db/testing/database';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { callerAs } from './caller.ts';
import { createQuizCourse } from './courses.ts';
import { peopleScene } from './people.ts';

const DAY = 86_400_000;
type Course = Awaited<ReturnType<typeof createQuizCourse>>;

/** A path of two courses that go in order, who manages training, and people of one nation to walk it. */
export async function pathScene() {
  const test = await testDatabase();
  const scene = await peopleScene(test);
  const newPerson = (more: object = {}) => createPerson(test, { party: scene.nation, ...more });
  const manager = await newPerson({ appointments: [{ role: 'trainingManager', scope: 'alliance' }] });
  const first = await createQuizCourse(test, { party: scene.nation });
  const second = await createQuizCourse(test, { party: scene.nation });
  await test.worker.sql`update course set open_enrolment = true`;
  const path = await (await callerAs(test, manager)).paths.make({
    ...{ commandId: randomUUID(), slug: 'in-order', titleEn: 'In order', titleFr: 'Dans l’ordre' },
    ...{ summaryEn: '', summaryFr: '', inOrder: true, awards: false, validityMonths: null, templateId: null },
    steps: [first, second].map(({ courseId }) => ({ courseId, required: true })),
  });
  const enrolmentsOf = (personId: string) =>
    test.worker.db.select().from(enrolments).where(eq(enrolments.personId, personId));

  /** Gives somebody the credential of a course, for so many days. */
  async function hold(person: { id: string }, { courseId, versionId }: Course = first, days = 100) {
    const known = (await enrolmentsOf(person.id)).find((one) => one.courseId === courseId);
    const id = known?.id ?? newId();
    const of = { personId: person.id, courseId, versionId };
    if (!known) await test.worker.db.insert(enrolments).values({ id, ...of, completedAt: new Date() });
    await test.worker.db.insert(credentials).values({
      ...{ id: newId(), enrolmentId: id, ...of, publicId: randomUUID(), issuedAt: new Date() },
      validUntil: new Date(Date.now() + days * DAY),
    });
  }
  return { test, scene, manager, first, second, path, newPerson, enrolmentsOf, hold };
}
