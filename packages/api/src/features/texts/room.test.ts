import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { makeVersion, type TextScene, tableAmendment, textScene, words } from '../../testing/text-scene.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
  const [first, second] = scene.paragraphs;
  if (!first || !second) throw new Error('The scene has two paragraphs.');
  await tableAmendment(scene, scene.api.author);
  await tableAmendment(scene, scene.api.author, { paragraphId: second.id, kind: 'delete', words: '' });
  await makeVersion(scene.api.chair, scene.textId, {
    base: 1,
    paragraphs: [first, { ...second, parts: [{ text: 'Each nation names two.' }] }, words('It is reviewed.')],
    note: 'Two are better than one.',
  });
});
afterAll(() => scene.test.close());

describe('a text room', () => {
  it('compares any two versions, in either direction', async () => {
    const { api, textId } = scene;
    const told = async (version: number, since: number) =>
      (await api.author.texts.byId({ textId, version, since })).words?.changes?.paragraphs.map(
        ({ change, runs }) => [
          change,
          ...runs.filter((run) => run.op !== 'same').map(({ op, text }) => op + text),
        ],
      );
    expect(await told(2, 1)).toEqual([
      ['same'],
      ['changed', 'removedan authority', 'addedtwo'],
      ['inserted', 'addedIt is reviewed.'],
    ]);
    expect(await told(1, 2)).toEqual([
      ['same'],
      ['changed', 'removedtwo', 'addedan authority'],
      ['deleted', 'removedIt is reviewed.'],
    ]);
    expect(await failure(api.author.texts.byId({ textId, version: 2, since: 2 }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('counts what is proposed to each paragraph, and gives it one by one', async () => {
    const { api, textId, paragraphs } = scene;
    const id = paragraphs[0]?.id ?? '';
    const { beside } = await api.ally.texts.byId({ textId });
    expect(beside?.amendments.byParagraph[id]).toEqual({ all: 1, open: 1 });
    expect(beside?.amendments.all).toBe(2);
    const one = await api.ally.texts.amendments({ textId, paragraphId: id });
    expect(one.groups.map((group) => group.paragraphId)).toEqual([id]);
    expect(one.targets).toEqual([{ id, number: '1', words: 'Allies recognise that cables matter.' }]);
    expect((await api.contributor.texts.amendments({ textId, paragraphId: id })).groups).toEqual([]);
  });

  it('lists its versions with what the chair said, for those who sit in the body', async () => {
    const { api, textId } = scene;
    expect(await api.author.texts.versions({ textId })).toMatchObject([
      { number: 2, note: 'Two are better than one.', paragraphs: 3, takenIn: 0 },
      { number: 1, note: '', paragraphs: 2 },
    ]);
    expect(await api.contributor.texts.versions({ textId })).toEqual([]);
    expect(await failure(api.outsider.texts.versions({ textId }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is listed with what stands open about it, to those who sit in the body', async () => {
    const { api, body, textId } = scene;
    const listed = async (caller: typeof api.author) =>
      (await caller.texts.list({ bodyCode: body.code })).texts.find((one) => one.id === textId)?.state;
    expect(await listed(api.author)).toEqual({ brackets: 0, ours: 2, silence: null });
    expect(await listed(api.ally)).toEqual({ brackets: 0, ours: 0, silence: null });
    expect(await listed(api.contributor)).toBeNull();
    const { paragraphs } = scene;
    const [bracketId, optionId] = [newId(), newId()];
    const bracketed = {
      ...words('It ends.'),
      parts: [
        { bracket: bracketId, kind: 'contested' as const, options: [{ id: optionId, text: 'It ends.' }] },
      ],
    };
    await makeVersion(api.chair, textId, {
      base: 2,
      paragraphs: [...paragraphs, bracketed],
      kept: [{ bracketId, optionId, partyIds: [scene.parties.cal.id] }],
    });
    expect(await listed(api.ally)).toEqual({ brackets: 1, ours: 1, silence: null });
    expect(await listed(api.author)).toEqual({ brackets: 1, ours: 2, silence: null });
  });
});
