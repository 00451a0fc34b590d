import { newId } from '@concord/db/ids';
import { threadMembers } from '@concord/db/schema/consultation';
import { appointments, attestations } from '@concord/db/schema/people';
import { createMarking, createPerson, createThread } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
let contributionId: string;
beforeAll(async () => {
  scene = await consultation();
  contributionId = (await say(scene.api.author, scene.threadId, 'an unusual harbour')).contributionId;
});
afterAll(() => scene.test.close());

/** Everything a thread could be seen by, asked with these ids. */
async function everything(api: Api, bodyCode: string, threadId: string, id: string) {
  const commandId = newId();
  const marking = { level: 0, releasableTo: ['ALLIES' as const] };
  return {
    bodies: await api.bodies.mine(),
    threads: await api.threads.ofBody({ bodyCode }),
    search: await api.search.contributions({ query: 'harbour' }),
    page: await failure(api.threads.page({ threadId })),
    audience: await failure(api.threads.audience({ threadId, marking })),
    mentionable: await failure(api.threads.mentionable({ threadId, query: '' })),
    choices: await failure(api.threads.choices({ threadId })),
    source: await failure(api.contributions.source({ contributionId: id })),
    history: await failure(api.contributions.history({ contributionId: id })),
    preview: await failure(api.contributions.preview({ threadId, text: 'x' })),
    say: await failure(say(api, threadId, 'x')),
    edit: await failure(api.contributions.edit({ commandId, contributionId: id, revision: 1, text: 'x' })),
    remove: await failure(api.contributions.remove({ commandId: newId(), contributionId: id })),
    markRead: await failure(api.threads.markRead({ commandId: newId(), threadId, contributionId: id })),
    follow: await failure(api.threads.follow({ commandId: newId(), threadId, following: 'following' })),
    draft: await failure(api.contributions.saveDraft({ commandId: newId(), threadId, text: 'x' })),
    about: await failure(api.threads.about({ threadId })),
    close: await failure(api.threads.close({ commandId: newId(), threadId, reason: 'x' })),
    reopen: await failure(api.threads.reopen({ commandId: newId(), threadId, reason: 'x' })),
    name: await failure(
      api.threads.name({ commandId: newId(), threadId, personIds: [newId()], mayWrite: true, until: null }),
    ),
    takeOff: await failure(api.threads.takeOff({ commandId: newId(), threadId, personId: newId() })),
    narrowThread: await failure(api.threads.narrow({ commandId: newId(), threadId, marking })),
    narrow: await failure(api.contributions.narrow({ commandId: newId(), contributionId: id, marking })),
    filtered: await api.search.contributions({ query: 'harbour', bodyCode, hasFile: true }),
    record: (await api.record.list({})).entries,
  };
}

describe('what may not be read', () => {
  it('answers byte for byte as what does not exist, to a nation outside the releasable set', async () => {
    const { api, body, threadId } = scene;
    const hidden = await everything(api.outsider, body.code, threadId, contributionId);
    const absent = await everything(api.outsider, body.code, newId(), newId());
    expect(JSON.stringify(hidden)).toBe(JSON.stringify(absent));
    expect(hidden.bodies).toMatchObject([{ threads: 0, unread: 0, unreadThreads: 0, lastAt: null }]);
    expect(hidden.threads.threads).toEqual([]);
    expect(hidden.search.results).toEqual([]);
    expect(hidden.page).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is found, counted and listed inside the set', async () => {
    const { api, body, threadId } = scene;
    expect(await api.ally.bodies.mine()).toMatchObject([{ threads: 1, unread: 1, unreadThreads: 1 }]);
    const list = await api.ally.threads.ofBody({ bodyCode: body.code });
    expect(list.threads).toMatchObject([{ id: threadId, unread: 1, contributions: 1 }]);
    const found = await api.ally.search.contributions({ query: 'harbour' });
    expect(found.results.map((one) => one.id)).toEqual([contributionId]);
    expect(found.results[0]?.parts).toContainEqual({ text: 'harbour', match: true });
  });

  it('leaves no gap where entries are narrower than their thread', async () => {
    const { api, body, threadId, parties } = scene;
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const before = await api.ally.bodies.mine();
    const page = await api.ally.threads.page({ threadId });
    await say(api.author, threadId, 'our harbour only', { marking: own });
    expect(await api.ally.bodies.mine()).toEqual(before);
    expect(await api.ally.threads.page({ threadId })).toEqual(page);
    expect(JSON.stringify(page)).not.toContain('"place"');
    expect((await api.ally.threads.ofBody({ bodyCode: body.code })).threads).toMatchObject([
      { contributions: 1, unread: 1, lastAt: page.contributions[0]?.at },
    ]);
    expect((await api.ally.search.contributions({ query: 'harbour' })).results).toHaveLength(1);
    const audience = await api.author.threads.audience({ threadId, marking: own });
    expect(audience).toEqual({ people: 2, nations: 1, organisations: 0 });
  });

  it('goes at once when an attestation or an appointment ends', async () => {
    const { test, parties, body, threadId } = scene;
    const held = { role: 'delegate' as const, scope: 'body' as const, scopeId: body.id };
    const lower = await createPerson(test, { party: parties.nor, level: 0, appointments: [held] });
    expect(await failure((await callerAs(test, lower)).threads.page({ threadId }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    const person = await createPerson(test, { party: parties.nor, level: 1, appointments: [held] });
    const api = await callerAs(test, person);
    expect((await api.threads.page({ threadId })).unread).toBe(2);
    await test.worker.db
      .update(attestations)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(eq(attestations.personId, person.id));
    expect(await failure(api.threads.page({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await api.bodies.mine())[0]).toMatchObject({ threads: 0, unread: 0 });
    const other = await createPerson(test, { party: parties.nor, level: 1, appointments: [held] });
    const seated = await callerAs(test, other);
    expect(await seated.bodies.mine()).toHaveLength(1);
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(eq(appointments.personId, other.id));
    expect(await seated.bodies.mine()).toEqual([]);
    expect(await failure(seated.threads.ofBody({ bodyCode: body.code }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('asks the signed out to sign in, and a password alone for no more than its level', async () => {
    const { test, people, threadId, body } = scene;
    const nobody = await callerAs(test, null);
    expect(await failure(nobody.threads.page({ threadId }))).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await failure(nobody.search.contributions({ query: 'harbour' }))).toMatchObject({
      code: 'UNAUTHORIZED',
    });
    const weak = await callerAs(test, people.ally, { strength: 1 });
    expect((await weak.threads.ofBody({ bodyCode: body.code })).threads).toEqual([]);
  });
});

describe('threads open to named people', () => {
  it('exist for those named while they are, and for nobody else of the body', async () => {
    const { api, people, body, marking } = scene;
    const input = {
      bodyCode: body.code,
      title: 'Among two',
      marking,
      needToKnow: { kind: 'named' as const, personIds: [people.ally.id] },
    };
    const { threadId } = await api.author.threads.start({ commandId: newId(), ...input });
    await say(api.author, threadId, 'for you alone');
    expect((await api.ally.threads.page({ threadId })).unread).toBe(1);
    expect(await failure(api.chair.threads.page({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await failure(
        api.author.threads.start({
          commandId: newId(),
          ...input,
          needToKnow: { kind: 'named', personIds: [people.outsider.id] },
        }),
      ),
    ).toMatchObject({ fields: [{ path: 'needToKnow.personIds', key: 'thread.memberMayNotRead' }] });
  });

  it('can be read and not written in by one who may only read', async () => {
    const { test, body, people, parties } = scene;
    const marking = await createMarking(test, { level: 0, releasableTo: [parties.nor, parties.cal] });
    const thread = await createThread(test, { body, marking, by: people.author, named: [people.ally] });
    await test.worker.db
      .update(threadMembers)
      .set({ mayWrite: 0 })
      .where(eq(threadMembers.threadId, thread.id));
    expect((await scene.api.ally.threads.page({ threadId: thread.id })).mayWrite).toBe(false);
    expect(await failure(say(scene.api.ally, thread.id, 'x'))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
