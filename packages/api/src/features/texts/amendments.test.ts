import { newId } from '@concord/db/ids';
import { bodies } from '@concord/db/schema/consultation';
import { appointments } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, failure } from '../../testing/consultation.ts';
import {
  makeVersion,
  type Table,
  type TextScene,
  tableAmendment,
  textScene,
  words,
} from '../../testing/text-scene.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
});
afterAll(() => scene.test.close());

const table = (api: Api, more: Partial<Table> = {}) => tableAmendment(scene, api, more);
const all = async (api: Api) =>
  (await api.texts.amendments({ textId: scene.textId })).groups.flatMap((group) => group.amendments);
const one = async (api: Api, id: string) => (await all(api)).find((amendment) => amendment.id === id);
const act = (amendmentId: string) => ({ commandId: newId(), amendmentId });

describe('an amendment', () => {
  it('is tabled by a delegate and read, with what it would change, by those who sit in the body', async () => {
    const { api, parties } = scene;
    const { amendmentId } = await table(api.author);
    expect(await one(api.ally, amendmentId)).toMatchObject({
      nation: { code: parties.nor.code },
      own: false,
      reason: 'It says why.',
      outcome: null,
      runs: [
        { op: 'same', text: 'Allies recognise that cables ' },
        { op: 'removed', text: 'matter' },
        { op: 'added', text: 'carry our trade' },
        { op: 'same', text: '.' },
      ],
    });
    expect((await one(api.author, amendmentId))?.own).toBe(true);
    expect(await all(api.contributor)).toEqual([]);
    expect(await failure(all(api.outsider))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is tabled by nobody else', async () => {
    const { api, test } = scene;
    for (const by of [api.chair, api.secretary, api.contributor])
      expect(await failure(table(by))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(table(api.outsider))).toEqual(
      await failure(table(api.outsider, { textId: newId() })),
    );
    expect(await failure(table(await callerAs(test, null)))).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it.each([
    ['without words', { words: ' ' }, { path: 'words', key: 'required' }],
    [
      'that changes nothing',
      { words: 'Allies recognise that cables matter.' },
      { key: 'texts.nothingChanged' },
    ],
    ['about no paragraph', { paragraphId: newId() }, { key: 'texts.noParagraph' }],
    ['to delete nothing', { kind: 'delete' as const, paragraphId: null }, { key: 'texts.noParagraph' }],
  ])('%s is refused', async (_, more, field) => {
    expect(await failure(table(scene.api.author, more))).toMatchObject({
      code: 'BAD_REQUEST',
      fields: [field],
    });
  });

  it('is marked no wider than its text, and read under its own marking', async () => {
    const { api, parties } = scene;
    const wide = { level: 0, releasableTo: [parties.nor.id] };
    expect(await failure(table(api.author, { marking: wide }))).toMatchObject({
      fields: [{ path: 'marking', key: 'marking.widerThanText' }],
    });
    const before = await api.ally.texts.byId({ textId: scene.textId });
    const own = { level: 1, releasableTo: [parties.nor.id] };
    const { amendmentId } = await table(api.author, { marking: own });
    expect(await one(api.author, amendmentId)).toBeDefined();
    expect(await one(api.ally, amendmentId)).toBeUndefined();
    expect(await api.ally.texts.byId({ textId: scene.textId })).toEqual(before);
    const absent = await failure(api.ally.texts.join(act(newId())));
    expect(await failure(api.ally.texts.join(act(amendmentId)))).toEqual(absent);
  });

  it('that fewer may read than the text is not taken into a version of it, and nothing is made', async () => {
    const { api, parties, textId, paragraphs, body } = scene;
    const marking = { level: 1, releasableTo: [parties.nor.id] };
    const { amendmentId } = await table(api.author, { marking });
    const same = await table(api.author);
    const make = (takesIn: string[]) => makeVersion(api.chair, textId, { base: 1, paragraphs, takesIn });
    expect(await failure(make([same.amendmentId, amendmentId]))).toMatchObject({
      code: 'BAD_REQUEST',
      fields: [{ path: 'takesIn', key: 'texts.takesInNarrower', params: { nation: parties.nor.code } }],
    });
    expect(await one(api.author, same.amendmentId)).toMatchObject({ outcome: null });
    expect((await api.ally.texts.list({ bodyCode: body.code })).texts[0]).toMatchObject({ version: 1 });
  });

  it('is joined and left by other nations, once each', async () => {
    const { api, parties } = scene;
    const { amendmentId } = await table(api.author);
    await api.ally.texts.join(act(amendmentId));
    await api.ally.texts.join(act(amendmentId));
    expect((await one(api.author, amendmentId))?.sponsors).toMatchObject([{ code: parties.cal.code }]);
    await api.ally.texts.leave(act(amendmentId));
    expect((await one(api.author, amendmentId))?.sponsors).toEqual([]);
    expect(await failure(api.author.texts.join(act(amendmentId)))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(api.chair.texts.join(act(amendmentId)))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is withdrawn by its own nation alone, and then stands', async () => {
    const { api } = scene;
    const { amendmentId } = await table(api.author);
    expect(await failure(api.ally.texts.withdraw(act(amendmentId)))).toMatchObject({ code: 'FORBIDDEN' });
    await api.author.texts.withdraw(act(amendmentId));
    const again = await failure(api.author.texts.withdraw(act(amendmentId)));
    expect(again).toMatchObject({ code: 'CONFLICT', messageKey: 'texts.alreadyDecided' });
  });

  it('is decided by the chair alone, once, with a reason', async () => {
    const { api } = scene;
    const { amendmentId } = await table(api.author);
    const decide = (by: Api, outcome: 'accepted' | 'rejected', reason: string) =>
      by.texts.decide({ ...act(amendmentId), outcome, reason });
    for (const by of [api.author, api.ally, api.secretary])
      expect(await failure(decide(by, 'accepted', ''))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(decide(api.chair, 'rejected', ''))).toMatchObject({ fields: [{ path: 'reason' }] });
    const results = await Promise.allSettled([
      decide(api.chair, 'rejected', 'Not now.'),
      decide(api.chair, 'accepted', ''),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await one(api.author, amendmentId))?.outcome).toMatch(/accepted|rejected/);
  });

  it('has one effect where the command is sent twice', async () => {
    const commandId = newId();
    const first = await table(scene.api.author, { commandId, reason: 'Once.' });
    expect(await table(scene.api.author, { commandId, reason: 'Once.' })).toEqual(first);
    expect((await all(scene.api.author)).filter((amendment) => amendment.reason === 'Once.')).toHaveLength(1);
  });

  it('counts no more for a delegate whose appointment has ended', async () => {
    const { test, parties, body } = scene;
    const { createPerson } = await import('@concord/db/testing/fixtures');
    const held = { role: 'delegate' as const, scope: 'body' as const, scopeId: body.id };
    const person = await createPerson(test, { party: parties.nor, level: 1, appointments: [held] });
    const api = await callerAs(test, person);
    const { amendmentId } = await table(api);
    await test.worker.db
      .update(appointments)
      .set({ validUntil: new Date(Date.now() - 1000) })
      .where(eq(appointments.personId, person.id));
    expect(await failure(api.texts.withdraw(act(amendmentId)))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(table(api))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names its nation to its own people and the chair alone where the body says so', async () => {
    const { api, test, body, parties } = scene;
    const { amendmentId } = await table(api.author);
    await api.ally.texts.join(act(amendmentId));
    await test.worker.db.update(bodies).set({ amendmentsNamed: false }).where(eq(bodies.id, body.id));
    expect((await one(api.author, amendmentId))?.nation?.code).toBe(parties.nor.code);
    expect((await one(api.chair, amendmentId))?.nation?.code).toBe(parties.nor.code);
    const seen = await one(api.ally, amendmentId);
    expect(seen).toMatchObject({ nation: null, sponsors: [{ code: parties.cal.code }] });
    expect(JSON.stringify(seen)).not.toContain(parties.nor.id);
    await test.worker.db.update(bodies).set({ amendmentsNamed: true }).where(eq(bodies.id, body.id));
  });

  it('that is taken in is noted by its version, and one written for an older version is refused', async () => {
    const { api, textId, paragraphs } = scene;
    const { amendmentId: open } = await table(api.author);
    const { amendmentId: merged } = await table(api.ally);
    await api.chair.texts.decide({ ...act(merged), outcome: 'merged', reason: 'With the other.' });
    await makeVersion(api.chair, textId, {
      base: 1,
      paragraphs: [words('Allies see.', { id: paragraphs[0]?.id }), ...paragraphs.slice(1)],
      takesIn: [open, merged],
    });
    expect(await one(api.ally, open)).toMatchObject({ outcome: 'accepted', inVersion: 2 });
    expect(await one(api.ally, merged)).toMatchObject({
      outcome: 'merged',
      inVersion: 2,
      decision: 'With the other.',
    });
    expect(await failure(table(api.author))).toMatchObject({ code: 'CONFLICT', params: { number: 2 } });
    const { amendments } = await api.chair.texts.editing({ textId });
    expect(amendments.map((amendment) => amendment.id)).not.toContain(merged);
  });
});
