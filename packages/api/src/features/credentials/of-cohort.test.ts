import { newId } from '@concord/db/ids';
import { credentials, enrolments } from '@concord/db/schema/learning';
import { people } from '@concord/db/schema/people';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { credentialPdfEndpoint } from '../../http/credential-pdf.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { fetched } from '../../testing/fetched.ts';
import { sessionScene } from '../../testing/live-sessions.ts';
import { issueCredential } from './commands.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

async function fetchFile(cohortId: string, person: { id: string } | null, file = 1) {
  const url = `/api/credentials/cohort/${cohortId}/${file}.pdf`;
  const { status, body } = await fetched([credentialPdfEndpoint, test], url, person);
  return { status, pages: (body.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length };
}

async function scene(names: readonly string[]) {
  const made = await sessionScene(test, party);
  const earned = [];
  for (const familyName of names) {
    const { person, enrolmentId } = await made.learner();
    await test.worker.db.update(people).set({ familyName }).where(eq(people.id, person.id));
    const issued = await inTransaction(servicesOf(test), await requestAs(test, person), (ctx) =>
      issueCredential(ctx, { enrolmentId }),
    );
    earned.push({ person, id: issued.credentialId });
  }
  return { ...made, earned };
}

it('prints a cohort’s credentials a page each, whatever alphabet the names are written in', async () => {
  const { cohortId, staff, earned } = await scene([
    'Παππά-Οικονόμου',
    'Ђурић',
    'Խաչատրյան',
    'გიორგაძე',
    'Łącka-Ćwikowska von und zu Hohenlohe-Langenburg',
  ]);
  for (const role of ['courseDirector', 'instructor', 'cohortManager'] as const) {
    const { person, api } = await staff(role);
    expect(await fetchFile(cohortId, person)).toEqual({ status: 200, pages: 5 });
    expect(await api.cohorts.byId({ cohortId })).toMatchObject({ credentialFiles: 1 });
  }
  const [first, second] = earned;
  await test.worker.db
    .update(credentials)
    .set({ revokedAt: new Date() })
    .where(eq(credentials.id, first?.id ?? ''));
  await test.worker.db
    .update(credentials)
    .set({ validUntil: new Date(Date.now() - 1000) })
    .where(eq(credentials.id, second?.id ?? ''));
  const { person } = await staff('instructor');
  expect(await fetchFile(cohortId, person)).toEqual({ status: 200, pages: 3 });
  expect(await fetchFile(cohortId, person, 2)).toMatchObject({ status: 404 });
});

it('is not there for anybody else, nor where nobody has earned one', async () => {
  const { cohortId, earned } = await scene(['Rinne']);
  const other = await sessionScene(test, party);
  const coordinator = await createPerson(test, {
    party,
    appointments: [{ role: 'trainingCoordinator', scope: 'party', scopeId: party.id }],
  });
  const elsewhere = (await other.staff('courseDirector')).person;
  const [holder] = earned;
  for (const person of [holder?.person ?? null, coordinator, elsewhere])
    expect(await fetchFile(cohortId, person)).toMatchObject({ status: 404 });
  expect(await fetchFile(cohortId, null)).toMatchObject({ status: 401 });
  expect(await fetchFile(newId(), elsewhere)).toMatchObject({ status: 404 });
  expect(await fetchFile(other.cohortId, elsewhere)).toMatchObject({ status: 404 });
  const rows = await test.worker.db.select().from(enrolments).where(eq(enrolments.cohortId, cohortId));
  expect(rows).toHaveLength(1);
});
