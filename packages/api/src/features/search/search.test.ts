import { newId } from '@concord/db/ids';
import { contributions, searchEntries } from '@concord/db/schema/consultation';
import { files } from '@concord/db/schema/system';
import { createBody, createMarking, createPerson, createThread } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asWorker } from '../../context.ts';
import { sealFor } from '../../sealing/sealing.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';
import { contributionAad } from '../contributions/content.ts';

let scene: Consultation;
beforeAll(async () => {
  scene = await consultation();
});
afterAll(() => scene.test.close());

type Filters = Omit<Parameters<Api['search']['contributions']>[0], 'query'>;
const ids = async (api: Api, query: string, filters: Filters = {}) =>
  (await api.search.contributions({ query, ...filters })).results.map((one) => one.id);

/** Makes an entry as old as wanted, as if it had been written then. */
async function age(contributionId: string, at: string): Promise<string> {
  const { db } = scene.test.worker;
  const hex = new Date(at).getTime().toString(16).padStart(12, '0');
  const id = `${hex.slice(0, 8)}-${hex.slice(8)}${contributionId.slice(13)}`;
  const [row] = await db.select().from(contributions).where(eq(contributions.id, contributionId));
  const [entry] = await db
    .select()
    .from(searchEntries)
    .where(eq(searchEntries.contributionId, contributionId));
  if (!row || !entry) throw new Error('It was not written.');
  await db.delete(searchEntries).where(eq(searchEntries.contributionId, contributionId));
  const createdAt = new Date(at);
  const sealed = await asWorker(servicesOf(scene.test), (ctx) =>
    sealFor(ctx, row.threadId, JSON.stringify({ source: 'old', html: '' }), contributionAad(id, 1)),
  );
  await db.update(contributions).set({ createdAt, id, sealed }).where(eq(contributions.id, contributionId));
  await db.insert(searchEntries).values({ ...entry, contributionId: id, createdAt });
  return id;
}

async function attach(contributionId: string) {
  const { test, threadId, people } = scene;
  const id = newId();
  const kind = { name: 'note.txt', mediaType: 'text/plain', size: 1, sha256: id, storageKey: id };
  const place = { container: 'thread' as const, containerId: threadId, contributionId };
  await test.worker.db.insert(files).values({ id, ...kind, ...place, createdBy: people.author.id });
}

it('is narrowed by body, party and file, all together', async () => {
  const { api, threadId, body, parties, test, people } = scene;
  const { contributionId: first } = await say(api.author, threadId, 'dulcimer one');
  const { contributionId: second } = await say(api.ally, threadId, 'dulcimer two');
  await attach(second);
  const other = await createBody(test);
  const held = [body, other].map((one) => ({ role: 'delegate', scope: 'body', scopeId: one.id }) as const);
  const person = await createPerson(test, { party: parties.nor, level: 1, appointments: held });
  const reader = await callerAs(test, person);
  const marking = await createMarking(test, { level: 0, releasableTo: [parties.nor] });
  const thread = await createThread(test, { body: other, marking, by: person });
  const { contributionId: third } = await say(reader, thread.id, 'dulcimer three');
  expect(await ids(reader, 'dulcimer')).toEqual([third, second, first]);
  expect(await ids(reader, 'dulcimer', { bodyCode: body.code })).toEqual([second, first]);
  expect(await ids(reader, 'dulcimer', { partyCode: parties.nor.code })).toEqual([third, first]);
  expect(await ids(reader, 'dulcimer', { hasFile: true })).toEqual([second]);
  expect(await ids(reader, 'dulcimer', { hasFile: true, partyCode: parties.nor.code })).toEqual([]);
  const statement = await say(api.author, threadId, 'dulcimer four', { kind: 'statement' });
  const remark = await say(api.ally, threadId, 'dulcimer five', { kind: 'personal' });
  for (const [kind, expected] of [
    ['statement', [statement.contributionId]],
    ['personal', [remark.contributionId]],
    ['entry', [third, second, first]],
  ] as const)
    expect(await ids(reader, 'dulcimer', { kind })).toEqual(expected);
  expect((await reader.search.choices()).bodies.map((one) => one.code).sort()).toEqual(
    [body.code, other.code].sort(),
  );

  const hidden = await failure(api.author.search.contributions({ query: 'dulcimer', bodyCode: other.code }));
  expect(hidden).toEqual(
    await failure(api.author.search.contributions({ query: 'dulcimer', bodyCode: 'NONE' })),
  );
  expect(await ids(api.outsider, 'dulcimer', { bodyCode: body.code })).toEqual([]);
  expect(people.outsider.id).toBeTruthy();
});

it('is narrowed by whole days at headquarters', async () => {
  const { api, threadId } = scene;
  const at = async (when: string) =>
    age((await say(api.author, threadId, 'glockenspiel')).contributionId, when);
  // Brussels is an hour ahead of UTC in winter: the day there begins at 23:00.
  const before = await at('2026-02-09T22:59:00Z');
  const early = await at('2026-02-09T23:00:00Z');
  const late = await at('2026-02-10T22:59:59Z');
  const after = await at('2026-02-10T23:00:00Z');
  expect(await ids(api.ally, 'glockenspiel')).toEqual([after, late, early, before]);
  expect(await ids(api.ally, 'glockenspiel', { from: '2026-02-10', until: '2026-02-10' })).toEqual([
    late,
    early,
  ]);
  expect(await ids(api.ally, 'glockenspiel', { until: '2026-02-09' })).toEqual([before]);
  expect(await ids(api.ally, 'glockenspiel', { from: '2026-02-11' })).toEqual([after]);
  expect(await ids(api.ally, 'glockenspiel', { from: '2026-02-12', until: '2026-02-10' })).toEqual([]);
});

it('goes on from page to page without losing or repeating anything, filtered too', async () => {
  const { api, threadId } = scene;
  const written: string[] = [];
  for (let count = 0; count < 130; count += 1) {
    const { contributionId } = await say(api.author, threadId, 'marimba');
    if (count % 5 === 0) await attach(contributionId);
    if (count % 5 === 0) written.unshift(contributionId);
  }
  const pages: string[][] = [];
  let before: string | undefined;
  do {
    const page = await api.ally.search.contributions({ query: 'marimba', hasFile: true, before });
    pages.push(page.results.map((one) => one.id));
    before = page.older ?? undefined;
  } while (before);
  expect(pages.flat()).toEqual(written);
});

it('says so where there is nothing to look for', async () => {
  expect(await scene.api.ally.search.contributions({ query: '… -marimba' })).toMatchObject({
    searched: false,
    results: [],
    older: null,
  });
});
