import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { courses } from '@concord/db/schema/courses';
import { credentialProofs, credentials } from '@concord/db/schema/learning';
import { notifications, recordEntries } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { credentialPdfEndpoint } from '../../http/credential-pdf.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { createEnrolment, createQuizCourse } from '../../testing/courses.ts';
import { issueCredential } from './commands.ts';

let test: TestDatabase;
let party: { id: string };
let administrator: { id: string };

beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
  administrator = await createPerson(test, {
    party,
    appointments: [{ role: 'administrator', scope: 'alliance' }],
  });
});
afterAll(() => test.close());

async function earn(more: { validityMonths?: number | null } = {}) {
  const person = await createPerson(test, { party, givenName: 'Żaneta', familyName: 'Łącka' });
  const course = await createQuizCourse(test, { party, ...more });
  const enrolment = await createEnrolment(test, { person, course });
  const request = await requestAs(test, person);
  const issue = () =>
    inTransaction(servicesOf(test), request, (ctx) => issueCredential(ctx, { enrolmentId: enrolment.id }));
  const { credentialId } = await issue();
  const [row] = await test.worker.db.select().from(credentials).where(eq(credentials.id, credentialId));
  if (!row) throw new Error('not issued');
  return { person, course, issue, credential: row };
}

describe('issuing', () => {
  it('happens once for an enrolment, also when asked twice at once', async () => {
    const { issue, credential, person } = await earn();
    const again = await Promise.all([issue(), issue(), issue()]);
    expect(new Set(again.map(({ credentialId }) => credentialId))).toEqual(new Set([credential.id]));
    const db = test.worker.db;
    expect(await db.select().from(notifications).where(eq(notifications.personId, person.id))).toHaveLength(
      1,
    );
    expect(
      await db.select().from(recordEntries).where(eq(recordEntries.subjectId, credential.id)),
    ).toHaveLength(1);
  });

  it('is listed to its holder alone, with until when it is valid', async () => {
    const { person, credential, course } = await earn();
    const mine = await (await callerAs(test, person)).credentials.mine();
    expect(mine).toMatchObject([
      { id: credential.id, slug: course.slug, state: 'valid', titles: { fr: 'Repérer une porte' } },
    ]);
    const [issued, until] = [new Date(mine[0]?.issuedAt ?? 0), new Date(mine[0]?.validUntil ?? 0)];
    expect(until.getUTCFullYear() - issued.getUTCFullYear()).toBe(1);
    const other = await createPerson(test, { party });
    expect(await (await callerAs(test, other)).credentials.mine()).toEqual([]);
    await expect(
      (await callerAs(test, other)).credentials.byId({ credentialId: credential.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await callerAs(test, null)).credentials.mine()).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
  });

  it('is listed to administrators, who may revoke it, and to no other', async () => {
    const { person, credential } = await earn();
    const { items, can } = await (await callerAs(test, administrator)).credentials.ofPerson({
      personId: person.id,
    });
    expect([items.map(({ id }) => id), can.revoke]).toEqual([[credential.id], true]);
    const own = await (await callerAs(test, person)).credentials.ofPerson({ personId: person.id });
    expect(own.can.revoke).toBe(false);
    const other = await createPerson(test, { party });
    await expect(
      (await callerAs(test, other)).credentials.ofPerson({ personId: person.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stays when the course is archived', async () => {
    const { person, course } = await earn({ validityMonths: null });
    await test.worker.db
      .update(courses)
      .set({ archivedAt: new Date() })
      .where(eq(courses.id, course.courseId));
    const mine = await (await callerAs(test, person)).credentials.mine();
    expect(mine).toMatchObject([{ slug: null, validUntil: null, state: 'valid' }]);
  });
});

describe('the public proof', () => {
  it('shows the name, the titles and the dates, and nothing else', async () => {
    const { credential } = await earn();
    const anyone = await callerAs(test, null);
    const proof = await anyone.credentials.verify({ publicId: credential.publicId.toUpperCase() });
    expect(Object.keys(proof).sort()).toEqual(
      ['holder', 'issuedAt', 'publicId', 'revokedAt', 'state', 'titles', 'validUntil'].sort(),
    );
    expect(proof).toMatchObject({ state: 'valid', holder: 'Żaneta Łącka' });
    expect(JSON.stringify(proof)).not.toContain(credential.personId);
    expect(JSON.stringify(proof)).not.toContain(credential.id);
  });

  it.each(['', 'nonsense', '00000-00000-00000-00000', 'x'.repeat(200), '\u0000'])(
    'knows nothing of %j',
    async (publicId) =>
      expect(await (await callerAs(test, null)).credentials.verify({ publicId })).toEqual({
        state: 'unknown',
      }),
  );

  it('says when it has expired', async () => {
    const { credential } = await earn();
    await test.worker.db
      .update(credentialProofs)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(eq(credentialProofs.publicId, credential.publicId));
    const proof = await (await callerAs(test, null)).credentials.verify({ publicId: credential.publicId });
    expect(proof.state).toBe('expired');
  });
});

describe('revoking', () => {
  const input = (credentialId: string) => ({ commandId: newId(), credentialId, reason: 'Issued in error.' });

  it('is the administrator’s, once, and shows at once', async () => {
    const { credential, person } = await earn();
    const api = await callerAs(test, administrator);
    const once = input(credential.id);
    await api.credentials.revoke(once);
    expect(await api.credentials.revoke(once)).toEqual({ credentialId: credential.id });
    await expect(api.credentials.revoke(input(credential.id))).rejects.toMatchObject({ code: 'CONFLICT' });
    const [mine] = await (await callerAs(test, person)).credentials.mine();
    expect(mine).toMatchObject({ state: 'revoked', reason: 'Issued in error.' });
    const proof = await (await callerAs(test, null)).credentials.verify({ publicId: credential.publicId });
    expect(proof.state).toBe('revoked');
    expect(JSON.stringify(proof)).not.toContain('error');
    const told = await test.worker.db
      .select()
      .from(notifications)
      .where(eq(notifications.personId, person.id));
    expect(told.map(({ kind }) => kind).sort()).toEqual(['credentialEarned', 'credentialRevoked']);
    expect(told.find(({ kind }) => kind === 'credentialEarned')?.params).toMatchObject({
      ...{ name: 'Spotting a gate', nameFr: 'Repérer une porte', path: '/learn/credentials' },
    });
  });

  it('of two at once takes one', async () => {
    const { credential } = await earn();
    const api = await callerAs(test, administrator);
    const both = await Promise.allSettled([
      api.credentials.revoke(input(credential.id)),
      api.credentials.revoke(input(credential.id)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is nobody else’s', async () => {
    const { credential, person } = await earn();
    const weak = await callerAs(test, administrator, { strength: 1 });
    for (const api of [await callerAs(test, person), weak])
      await expect(api.credentials.revoke(input(credential.id))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect((await callerAs(test, null)).credentials.revoke(input(credential.id))).rejects.toMatchObject(
      { code: 'UNAUTHORIZED' },
    );
  });
});

describe('the paper', () => {
  async function fetchPdf(path: string, person: { id: string } | null, method = 'GET') {
    const services = servicesOf(test);
    const token = person ? (await requestAs(test, person)).sessionToken : null;
    const server = createServer((req, res) => void credentialPdfEndpoint(services, req, res)).listen(0);
    const { port } = server.address() as AddressInfo;
    const cookie = `${services.settings.cookies.session}=${token ?? ''}`;
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { cookie } });
    const body = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    server.close();
    return { status: answer.status, body, headers: answer.headers };
  }

  it('is given to the holder and to administrators, and kept by no cache', async () => {
    const { credential, person } = await earn();
    for (const reader of [person, administrator]) {
      const paper = await fetchPdf(`/api/credentials/${credential.id}.pdf`, reader);
      expect(paper.status).toBe(200);
      expect(paper.body.startsWith('%PDF-')).toBe(true);
      expect(paper.headers.get('cache-control')).toContain('no-store');
      expect(paper.headers.get('content-disposition')).toContain(credential.publicId);
    }
  });

  it('is there for nobody else', async () => {
    const { credential } = await earn();
    const other = await createPerson(test, { party });
    const path = `/api/credentials/${credential.id}.pdf`;
    expect((await fetchPdf(path, other)).status).toBe(404);
    expect((await fetchPdf(path, null)).status).toBe(401);
    expect((await fetchPdf(path, other, 'POST')).status).toBe(405);
    for (const wrong of [`/api/credentials/${newId()}.pdf`, '/api/credentials/x.pdf', `${path}/..`])
      expect((await fetchPdf(wrong, other)).status).toBe(404);
  });

  it('is not printed once revoked', async () => {
    const { credential, person } = await earn();
    const api = await callerAs(test, administrator);
    await api.credentials.revoke({ commandId: newId(), credentialId: credential.id, reason: 'In error.' });
    expect((await fetchPdf(`/api/credentials/${credential.id}.pdf`, person)).status).toBe(404);
  });
});
