import { newId } from '@concord/db/ids';
import { appointments } from '@concord/db/schema/people';
import { textVersions } from '@concord/db/schema/texts';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../context.ts';
import { callerAs, requestAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { makeVersion, type TextScene, textScene, words } from '../../testing/text-scene.ts';
import type { Paragraph } from './schemas.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
});
afterAll(() => scene.test.close());

const create = (api: TextScene['api']['chair'], more: { bodyCode?: string; commandId?: string } = {}) =>
  api.texts.create({
    commandId: newId(),
    bodyCode: scene.body.code,
    title: 'Another',
    reference: '',
    marking: scene.textMarking,
    withThread: false,
    ...more,
  });

describe('a text', () => {
  it('is laid before a body by its chair or secretariat, and by nobody else', async () => {
    const { api } = scene;
    expect(await create(api.secretary)).toMatchObject({ textId: expect.any(String) });
    for (const one of [api.author, api.contributor])
      expect(await failure(create(one))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(create(api.chair, { bodyCode: 'NOWHERE' }))).toMatchObject({ code: 'NOT_FOUND' });
    const nobody = await callerAs(scene.test, null);
    expect(await failure(create(nobody))).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('is laid once where the command is sent twice', async () => {
    const commandId = newId();
    const first = await create(scene.api.chair, { commandId });
    expect(await create(scene.api.chair, { commandId })).toEqual(first);
  });

  it('is listed with its newest version, page by page, to those who may read it', async () => {
    const { api, body, textId } = scene;
    const list = await api.author.texts.list({ bodyCode: body.code });
    expect(list.texts.find((one) => one.id === textId)).toMatchObject({ version: 1, title: 'On cables' });
    expect(list.texts.map((one) => one.id)).toEqual(
      list.texts
        .map((one) => one.id)
        .sort()
        .reverse(),
    );
    const [first] = list.texts;
    const next = await api.author.texts.list({ bodyCode: body.code, before: first?.id });
    expect(next.texts).toEqual(list.texts.slice(1));
    expect((await api.outsider.texts.list({ bodyCode: body.code })).texts).toEqual([]);
  });

  it('shows its thread with what is unread there', async () => {
    const { api, textId } = scene;
    const room = await api.author.texts.byId({ textId });
    expect(room.thread).toMatchObject({ title: 'On cables', unread: 0 });
    await api.chair.contributions.contribute({
      commandId: newId(),
      threadId: room.thread?.id ?? '',
      text: 'Look at it.',
    });
    expect((await api.author.texts.byId({ textId })).thread).toMatchObject({ unread: 1 });
  });
});

describe('a version', () => {
  const second = (base: number) => ({ base, paragraphs: [...scene.paragraphs, words('They meet.')] });

  it('is made by the chair alone', async () => {
    const { api, textId } = scene;
    for (const one of [api.secretary, api.author, api.contributor])
      expect(await failure(makeVersion(one, textId, second(1)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(makeVersion(api.outsider, textId, second(1)))).toEqual(
      await failure(makeVersion(api.outsider, newId(), second(1))),
    );
  });

  it('is made of two at once by one; the other learns who was first', async () => {
    const { api, textId, test, parties, body } = scene;
    const { createPerson } = await import('@concord/db/testing/fixtures');
    const held = { role: 'chair' as const, scope: 'body' as const, scopeId: body.id };
    const deputy = await createPerson(test, { party: parties.cal, level: 1, appointments: [held] });
    const other = await callerAs(test, deputy);
    const results = await Promise.allSettled([
      makeVersion(api.chair, textId, second(1)),
      makeVersion(other, textId, second(1)),
    ]);
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((one) => one.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      code: 'CONFLICT',
      messageKey: 'texts.newerVersion',
      params: { number: 2, by: expect.stringMatching(/\w/) },
    });
  });

  it('keeps ids, numbers its paragraphs and tells what changed', async () => {
    const { api, textId, paragraphs } = scene;
    const room = await api.author.texts.byId({ textId, since: 'previous' });
    expect(room.words?.number).toBe(2);
    expect(room.words?.paragraphs.map((one) => one.number)).toEqual(['1', '2', '3']);
    expect(room.words?.paragraphs[0]?.id).toBe(paragraphs[0]?.id);
    expect(room.words?.changes?.paragraphs.map((one) => one.change)).toEqual(['same', 'same', 'inserted']);
    expect((await api.author.texts.byId({ textId, version: 1 })).words?.paragraphs).toHaveLength(2);
    expect(await failure(api.author.texts.byId({ textId, version: 9 }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is not changed and not taken away by anybody', async () => {
    const { test, versionId } = scene;
    const change = test.worker.db
      .update(textVersions)
      .set({ contentHash: 'x' })
      .where(eq(textVersions.id, versionId));
    await expect(change).rejects.toThrow();
  });

  it('refuses ids that stand twice and brackets of the wrong shape', async () => {
    const { api, textId } = scene;
    const one = words('x');
    const twice = makeVersion(api.chair, textId, { base: 2, paragraphs: [one, one] });
    expect(await failure(twice)).toMatchObject({ fields: [{ key: 'texts.idTwice' }] });
    const bracket = { bracket: newId(), kind: 'alternative' as const, options: [{ id: newId(), text: 'a' }] };
    const shape = makeVersion(api.chair, textId, {
      base: 2,
      paragraphs: [words('', { parts: [bracket] })],
    });
    expect(await failure(shape)).toMatchObject({ fields: [{ key: 'texts.bracketShape' }] });
  });

  it('has brackets that nations keep, and no other', async () => {
    const { api, textId, parties, partner } = scene;
    const option = { id: newId(), text: 'without delay' };
    const bracket = { bracket: newId(), kind: 'contested' as const, options: [option] };
    const paragraphs: Paragraph[] = [words('', { parts: [{ text: 'They tell ' }, bracket] })];
    const kept = (partyId: string, optionId = option.id) => [
      { bracketId: bracket.bracket, optionId, partyIds: [partyId] },
    ];
    const make = (more: object) => makeVersion(api.chair, textId, { base: 2, paragraphs, ...more });
    const refused = (key: string) => ({ fields: [{ path: 'kept', key: `texts.${key}` }] });
    expect(await failure(make({}))).toMatchObject(refused('nobodyKeeps'));
    expect(await failure(make({ kept: kept(partner.id) }))).toMatchObject(refused('noNation'));
    expect(await failure(make({ kept: kept(parties.cal.id, newId()) }))).toMatchObject(
      refused('noSuchOption'),
    );
    await make({ kept: kept(parties.cal.id) });
    const parts = (await api.ally.texts.byId({ textId })).words?.paragraphs[0]?.parts ?? [];
    expect(parts[1]).toMatchObject({ options: [{ keptBy: [parties.cal.code], mine: true }] });
    const own = (await api.author.texts.byId({ textId })).words?.paragraphs[0]?.parts[1];
    expect(own).toMatchObject({ options: [{ keptBy: [parties.cal.code], mine: false }] });
  });

  it('is not made by a chair whose appointment has ended', async () => {
    const { test, api, people, textId } = scene;
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(eq(appointments.personId, people.chair.id));
    expect(await failure(makeVersion(api.chair, textId, second(3)))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('row security', () => {
  it('lets a contributor read the text and its versions, and nothing beside them', async () => {
    const { api, textId, test, people } = scene;
    const room = await api.contributor.texts.byId({ textId, version: 3, since: 1 }).catch(() => null);
    expect(room?.words?.number ?? 3).toBe(3);
    const plain = await api.contributor.texts.byId({ textId });
    expect(plain).toMatchObject({ seated: false, beside: null, words: { note: '', changes: null } });
    expect(JSON.stringify(plain.words?.paragraphs)).not.toContain(scene.parties.cal.code);
    const { sessionToken } = await requestAs(test, people.outsider);
    const counts = await test.app.sql.begin(async (tx) => {
      await tx`select concord.enter(${hashToken(sessionToken ?? '')})`;
      return tx`select (select count(*)::int from text) as texts, (select count(*)::int from text_version) as versions,
        (select count(*)::int from bracket_holder) as holders`;
    });
    expect(counts[0]).toEqual({ texts: 0, versions: 0, holders: 0 });
  });

  it('lets nobody but the chair write a version', async () => {
    const { test, people, textId, versionId } = scene;
    const { sessionToken } = await requestAs(test, people.author);
    const write = test.app.db.transaction(async (tx) => {
      await tx.execute(sql`select concord.enter(${hashToken(sessionToken ?? '')})`);
      await tx.execute(sql`insert into text_version (id, text_id, number, content_hash, paragraphs, sealed, marking_id, made_by, made_at)
        select ${newId()}, text_id, 99, content_hash, paragraphs, sealed, marking_id, ${people.author.id}, now()
        from text_version where id = ${versionId} and text_id = ${textId}`);
    });
    await expect(write).rejects.toThrow();
  });
});
