import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken } from '../../context.ts';
import { requestAs } from '../../testing/caller.ts';
import { type Api, failure } from '../../testing/consultation.ts';
import { makeVersion, type TextScene, tableAmendment, textScene, words } from '../../testing/text-scene.ts';

let scene: TextScene;
beforeAll(async () => {
  scene = await textScene();
});
afterAll(() => scene.test.close());

describe('a bracket', () => {
  it('stands while a nation keeps it, and vanishes when the last one lets go', async () => {
    const { api, textId, parties } = scene;
    const option = { id: newId(), text: 'soon' };
    const bracket = { bracket: newId(), kind: 'contested' as const, options: [option] };
    const kept = [{ bracketId: bracket.bracket, optionId: option.id, partyIds: [parties.cal.id] }];
    await makeVersion(api.chair, textId, {
      base: 1,
      paragraphs: [words('', { parts: [{ text: 'They tell ' }, bracket] })],
      kept,
    });
    const hold = () => ({ commandId: newId(), textId, bracketId: bracket.bracket, optionId: option.id });
    await api.author.texts.hold(hold());
    await api.author.texts.hold(hold());
    const parts = async () => (await api.ally.texts.byId({ textId })).words?.paragraphs[0]?.parts;
    expect((await parts())?.[1]).toMatchObject({
      options: [{ keptBy: [parties.cal.code, parties.nor.code].sort(), mine: true }],
    });
    for (const by of [api.chair, api.contributor])
      expect(await failure(by.texts.hold(hold()))).toMatchObject({ code: 'FORBIDDEN' });
    await api.ally.texts.letGo(hold());
    await api.author.texts.letGo(hold());
    expect(await parts()).toEqual([{ text: 'They tell soon' }]);
    expect(await failure(api.ally.texts.hold(hold()))).toMatchObject({ messageKey: 'texts.bracketGone' });
  });
});

describe('where a paragraph stands', () => {
  it('is said by the chair, and the last word counts', async () => {
    const { api, textId } = scene;
    const id = (await api.chair.texts.byId({ textId })).words?.paragraphs[0]?.id ?? '';
    const say = (by: Api, standing: 'adReferendum' | 'agreed' | 'open', paragraphId = id) =>
      by.texts.setStanding({ commandId: newId(), textId, paragraphId, standing });
    await say(api.chair, 'adReferendum');
    await say(api.chair, 'agreed');
    const { beside } = await api.ally.texts.byId({ textId });
    expect(beside?.standings[id]).toMatchObject({ standing: 'agreed' });
    expect(await failure(say(api.author, 'open'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(say(api.chair, 'open', newId()))).toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('a draft of a version', () => {
  it('is kept for its writer alone and gone when the version is made', async () => {
    const { api, textId } = scene;
    const draft = {
      base: 2,
      rows: [{ id: newId(), kind: 'paragraph' as const, typed: 'Typed.' }],
      note: '',
      kept: [],
      takesIn: [],
    };
    await api.chair.texts.saveDraft({ commandId: newId(), textId, draft });
    expect((await api.chair.texts.editing({ textId })).kept?.draft).toEqual(draft);
    expect(await failure(api.author.texts.saveDraft({ commandId: newId(), textId, draft }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await failure(api.author.texts.editing({ textId }))).toMatchObject({ code: 'NOT_FOUND' });
    await makeVersion(api.chair, textId, { base: 2, paragraphs: [words('Typed.')] });
    expect((await api.chair.texts.editing({ textId })).kept).toBeNull();
  });
});

describe('row security', () => {
  /** The rows of each table as a person of the scene may read or change them. */
  async function as<Result>(
    person: { id: string },
    run: (sql: TextScene['test']['app']['sql']) => Promise<Result>,
  ) {
    const { sessionToken } = await requestAs(scene.test, person);
    return scene.test.app.sql.begin(async (tx) => {
      await tx`select concord.enter(${hashToken(sessionToken ?? '')})`;
      return run(tx as unknown as TextScene['test']['app']['sql']);
    });
  }

  it('hides amendments, brackets and drafts from whoever does not sit in the body', async () => {
    const { api, people } = scene;
    const base = (await api.author.texts.byId({ textId: scene.textId })).words?.number ?? 0;
    await tableAmendment(scene, api.author, { kind: 'insert', paragraphId: null, base });
    const counts = (person: { id: string }) =>
      as(person, async (sql) => [
        ...(await sql`select (select count(*)::int from amendment) as amendments,
          (select count(*)::int from bracket_holder) as holders, (select count(*)::int from text_draft) as drafts`),
      ]);
    expect(await counts(people.outsider)).toEqual([{ amendments: 0, holders: 0, drafts: 0 }]);
    expect((await counts(people.ally))[0]).toMatchObject({ amendments: 1, drafts: 0 });
  });

  it('lets nobody decide on another nation’s amendment, nor let go for another', async () => {
    const { api, people, parties } = scene;
    const base = (await api.author.texts.byId({ textId: scene.textId })).words?.number ?? 0;
    const { amendmentId } = await tableAmendment(scene, api.author, {
      kind: 'insert',
      paragraphId: null,
      base,
    });
    const decided = await as(
      people.ally,
      (
        sql,
      ) => sql`update amendment set outcome = 'withdrawn', decided_by = ${people.ally.id}, decided_at = now()
        where id = ${amendmentId} returning id`,
    );
    expect(decided).toHaveLength(0);
    const dropped = await as(
      people.author,
      (sql) => sql`update bracket_holder set dropped_by = ${people.author.id}, dropped_at = now()
        where party_id = ${parties.cal.id} and dropped_at is null returning id`,
    );
    expect(dropped).toHaveLength(0);
    const own = as(
      people.author,
      (
        sql,
      ) => sql`update amendment set outcome = 'accepted', decided_by = ${people.author.id}, decided_at = now()
        where id = ${amendmentId} returning id`,
    );
    await expect(own).rejects.toThrow(/row-level security/);
  });
});
