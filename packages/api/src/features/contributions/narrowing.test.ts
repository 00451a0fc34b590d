import { newId } from '@concord/db/ids';
import { levels } from '@concord/db/schema/markings';
import { files } from '@concord/db/schema/system';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
let own: { level: number; releasableTo: string[] };
beforeAll(async () => {
  scene = await consultation();
  own = { level: 1, releasableTo: [scene.parties.nor.id] };
});
afterAll(() => scene.test.close());

const narrow = (api: Api, contributionId: string, marking: { level: number; releasableTo: string[] } = own) =>
  api.contributions.narrow({ commandId: newId(), contributionId, marking });

async function attach(contributionId: string) {
  const { test, threadId, people } = scene;
  const id = newId();
  await test.worker.db.insert(files).values({
    id,
    container: 'thread',
    containerId: threadId,
    contributionId,
    name: 'note.txt',
    mediaType: 'text/plain',
    size: 1,
    sha256: id,
    storageKey: id,
    createdBy: people.author.id,
  });
  return id;
}

/** All that the ally could learn of an entry. */
async function traces(id: string, word: string) {
  const { api, threadId, people, body } = scene;
  const page = await api.ally.threads.page({ threadId });
  const readers = await scene.test.worker
    .sql`select 1 from concord.readers_of(array[${id}::uuid], array[${people.ally.id}::uuid], array[2])`;
  const { entries } = await api.ally.record.list({});
  const told = await api.ally.notifications.list({});
  return {
    onPage: page.contributions.some((one) => one.id === id),
    files: page.contributions.flatMap((one) => one.files).length,
    found: (await api.ally.search.contributions({ query: word })).results.length,
    told: told.items.length,
    marked: Object.values(told.markings).map(({ level }) => level),
    counted: (await api.ally.threads.ofBody({ bodyCode: body.code })).threads[0]?.contributions,
    live: readers.length,
    recorded: entries.filter((entry) => entry.subjectId === id).length,
    history: (await api.ally.threads.about({ threadId })).events.length,
  };
}

describe('an entry narrowed after it was written', () => {
  it('leaves no trace for who is left out, and everything for the others', async () => {
    const { api, threadId, people, parties, body, test } = scene;
    await say(api.author, threadId, 'stays for both');
    const { contributionId: id } = await say(api.author, threadId, `ocarina @[${people.ally.id}]`);
    const fileId = await attach(id);
    const before = await traces(id, 'ocarina');
    expect(before).toMatchObject({
      onPage: true,
      files: 1,
      found: 1,
      told: 1,
      marked: [1],
      counted: 2,
      live: 1,
      history: 0,
    });
    await narrow(api.author, id);
    const none = {
      onPage: false,
      files: 0,
      found: 0,
      told: 0,
      marked: [],
      counted: 1,
      live: 0,
      recorded: 0,
      history: 0,
    };
    expect(await traces(id, 'ocarina')).toEqual(none);
    const gone = await failure(api.ally.contributions.source({ contributionId: newId() }));
    expect(await failure(api.ally.contributions.source({ contributionId: id }))).toEqual(gone);
    expect(await failure(api.ally.contributions.history({ contributionId: id }))).toEqual(gone);
    const events = await test.worker
      .sql`select topic from live_event where person_id = ${people.ally.id} order by id desc limit 1`;
    expect(events).toMatchObject([{ topic: 'notifications' }]);

    const same = await createPerson(test, {
      party: parties.nor,
      level: 1,
      appointments: [{ role: 'delegate', scope: 'body', scopeId: body.id }],
    });
    const compatriot = await callerAs(test, same);
    expect((await compatriot.search.contributions({ query: 'ocarina' })).results).toHaveLength(1);
    expect((await compatriot.threads.about({ threadId })).events).toMatchObject([
      { kind: 'narrowed', contributionId: id, by: 'Ilse Varga' },
    ]);
    const [file] = await test.worker.db.select().from(files).where(eq(files.id, fileId));
    const [entry] = await test.worker.sql`select marking_id from contribution where id = ${id}`;
    expect(file?.markingId).toBe(entry?.marking_id);
  });

  it('takes along what quotes it', async () => {
    const { api, threadId } = scene;
    const { contributionId: first } = await say(api.author, threadId, 'the bassoon');
    const { contributionId: second } = await say(api.ally, threadId, '> the bassoon', { quotes: [first] });
    const { contributionId: third } = await say(api.author, threadId, '> > the bassoon', {
      quotes: [second],
    });
    expect(await narrow(api.author, first)).toEqual({ contributionId: first, also: 2 });
    expect((await api.ally.search.contributions({ query: 'bassoon' })).results).toEqual([]);
    const { results } = await api.author.search.contributions({ query: 'bassoon' });
    expect(results.map((one) => one.id).sort()).toEqual([first, second, third].sort());
  });

  it('is never widened by one person alone, and never out of its originator’s hands', async () => {
    const { api, threadId, parties } = scene;
    const { contributionId } = await say(api.author, threadId, 'narrow', { marking: own });
    const wider = { level: 1, releasableTo: [parties.nor.id, parties.cal.id] };
    const refused = (key: string) => ({ fields: [{ path: 'marking', key: `marking.${key}` }] });
    expect(await failure(narrow(api.author, contributionId, wider))).toMatchObject(refused('widens'));
    expect(await failure(narrow(api.author, contributionId))).toMatchObject(refused('same'));
    const { contributionId: theirs } = await say(api.ally, threadId, 'of another nation');
    expect(await failure(narrow(api.chair, theirs))).toMatchObject(refused('originatorOut'));
  });

  it('is for its author, chair, secretariat and its party’s security officer', async () => {
    const { api, threadId, parties, body, test } = scene;
    const { contributionId } = await say(api.author, threadId, 'whose');
    expect(
      await failure(
        narrow(api.ally, contributionId, { level: 1, releasableTo: [parties.nor.id, parties.cal.id] }),
      ),
    ).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(narrow(api.outsider, contributionId))).toEqual(
      await failure(narrow(api.outsider, newId())),
    );
    const seat = { role: 'contributor', scope: 'body', scopeId: body.id } as const;
    const officer = (party: { id: string }) =>
      createPerson(test, {
        party,
        level: 1,
        appointments: [seat, { role: 'securityOfficer', scope: 'party', scopeId: party.id }],
      });
    const foreign = await callerAs(test, await officer(parties.cal));
    expect(await failure(narrow(foreign, contributionId))).toMatchObject({ code: 'FORBIDDEN' });
    const api2 = await callerAs(test, await officer(parties.nor));
    await narrow(api2, contributionId);
    expect(await failure(api.ally.contributions.source({ contributionId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('takes its words out of the index where the new level has none', async () => {
    const { api, test, body, parties } = scene;
    const marking = { level: 0, releasableTo: [parties.nor.id, parties.cal.id] };
    const { threadId } = await api.author.threads.start({
      commandId: newId(),
      bodyCode: body.code,
      title: 'Low',
      marking,
      needToKnow: { kind: 'body' },
    });
    const { contributionId } = await say(api.author, threadId, 'theorbo');
    await test.worker.db.update(levels).set({ searchIndex: false }).where(eq(levels.rank, 1));
    await narrow(api.author, contributionId, { ...marking, level: 1 });
    await test.worker.db.update(levels).set({ searchIndex: true }).where(eq(levels.rank, 1));
    const rows = await test.worker.sql`select 1 from search_entry where contribution_id = ${contributionId}`;
    expect(rows).toHaveLength(0);
  });
});

it('a thread narrowed is gone with all that is in it', async () => {
  const { api, threadId, people, test } = scene;
  await say(api.author, threadId, 'sackbut');
  const input = { commandId: newId(), threadId, marking: own };
  expect(await failure(api.ally.threads.narrow({ ...input, commandId: newId() }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  await api.author.threads.narrow(input);
  expect(await failure(api.ally.threads.page({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await api.ally.search.contributions({ query: 'sackbut' })).results).toEqual([]);
  const { entries } = await api.ally.record.list({});
  expect(entries.filter((entry) => entry.subjectId === threadId)).toEqual([]);
  const events = await test.worker
    .sql`select topic from live_event where person_id = ${people.ally.id} order by id desc limit 1`;
  expect(events).toMatchObject([{ topic: 'notifications' }]);
  expect((await api.author.threads.about({ threadId })).readers).toEqual({
    people: expect.any(Number),
    nations: 1,
    organisations: 0,
  });
});
