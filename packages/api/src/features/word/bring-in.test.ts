import { newId } from '@concord/db/ids';
import { appointments } from '@concord/db/schema/people';
import { recordEntries } from '@concord/db/schema/system';
import { amendments } from '@concord/db/schema/texts';
import { eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, failure } from '../../testing/consultation.ts';
import { makeVersion, type TextScene, textScene, words } from '../../testing/text-scene.ts';
import { del, ins, run, written } from '../../testing/word.ts';
import { changed } from '../../testing/word-file.ts';
import { broughtUp, takenOut } from '../../testing/word-scene.ts';

let scene: TextScene;
const scenes: TextScene[] = [];
beforeEach(async () => {
  scene = await textScene();
  scenes.push(scene);
});
afterAll(async () => {
  for (const one of scenes) await one.test.close();
});

const REASON = 'Instruction of 22 November.';

/** What the author's capital makes of the text: "matter" becomes other words, and a paragraph is added. */
async function fileOf(by = scene.people.author, view: 'clean' | 'bracketed' | 'redline' = 'clean') {
  const { bytes } = await takenOut(scene.test, by, { textId: scene.textId, view });
  const file = await changed(bytes, (body) =>
    body
      .replace(
        /(<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>)Allies recognise that cables matter\.(<\/w:t><\/w:r>)/,
        (whole) => {
          return whole === ''
            ? ''
            : `${run('Allies recognise that cables ')}${del('matter')}${ins('carry our trade')}${run('.')}`;
        },
      )
      .replace(/<w:sectPr/, `<w:p>${ins('They meet once a year.')}</w:p><w:sectPr`),
  );
  return broughtUp(scene.test, by, file);
}

type Preview = Awaited<ReturnType<Api['word']['preview']>>;
const laidOf = ({ laid }: Preview) => {
  if (!laid) throw new Error('It was refused.');
  return laid;
};

const bringIn = (
  api: Api,
  fileId: string,
  preview: Preview,
  more: { commandId?: string; base?: number } = {},
) =>
  api.word.bringIn({
    commandId: newId(),
    textId: scene.textId,
    fileId,
    base: laidOf(preview).base,
    chosen: laidOf(preview)
      .proposals.filter(({ state }) => state === 'fresh' || state === 'changed')
      .map(({ key }) => ({ key, reason: REASON })),
    ...more,
  });

describe('a capital’s file', () => {
  it('is shown paragraph by paragraph, with who changed it, and changes nothing by itself', async () => {
    const { api, textId, paragraphs } = scene;
    const fileId = await fileOf();
    const { laid, name, refused } = await api.author.word.preview({ textId, fileId });
    expect([name, refused]).toEqual(['capital.docx', null]);
    expect(laid).toMatchObject({ base: 1, takenOut: { version: 1, view: 'clean' }, notPlaced: [] });
    expect(laid?.proposals).toMatchObject([
      {
        kind: 'replace',
        paragraphId: paragraphs[0]?.id,
        number: '1',
        state: 'fresh',
        authors: ['T. Halvorsen'],
        dates: ['2026-11-22T10:00:00Z'],
        words: 'Allies recognise that cables carry our trade.',
        untracked: false,
      },
      { kind: 'insert', paragraphId: paragraphs[1]?.id, state: 'fresh', words: 'They meet once a year.' },
    ]);
    expect(laid?.proposals[0]?.runs).toEqual([
      { op: 'same', text: 'Allies recognise that cables ' },
      { op: 'removed', text: 'matter' },
      { op: 'added', text: 'carry our trade' },
      { op: 'same', text: '.' },
    ]);
    expect((await api.author.texts.amendments({ textId })).groups).toEqual([]);
  });

  it('becomes one’s nation’s amendments, all at once and once', async () => {
    const { api, textId, test } = scene;
    const fileId = await fileOf();
    const preview = await api.author.word.preview({ textId, fileId });
    const commandId = newId();
    const done = await bringIn(api.author, fileId, preview, { commandId });
    expect(done.amendmentIds).toHaveLength(2);
    expect(await bringIn(api.author, fileId, preview, { commandId })).toEqual(done);
    const { groups } = await api.ally.texts.amendments({ textId });
    expect(groups.flatMap((group) => group.amendments)).toMatchObject([
      {
        kind: 'replace',
        source: 'word',
        reason: REASON,
        words: 'Allies recognise that cables carry our trade.',
      },
      { kind: 'insert', source: 'word', words: 'They meet once a year.' },
    ]);
    const recorded = await test.worker.db
      .select({ action: recordEntries.action })
      .from(recordEntries)
      .where(inArray(recordEntries.subjectId, [textId, ...done.amendmentIds]));
    expect(
      recorded.map(({ action }) => action).filter((action) => action === 'amendment.table'),
    ).toHaveLength(2);
    expect(recorded.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['text.takeOut', 'text.bringIn']),
    );
  });

  it('says what one’s nation has tabled already, also where two bring it in at the same time', async () => {
    const { api, textId, test } = scene;
    const fileId = await fileOf();
    const preview = await api.author.word.preview({ textId, fileId });
    const both = await Promise.allSettled([
      bringIn(api.author, fileId, preview),
      bringIn(api.author, fileId, preview),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const again = laidOf(await api.author.word.preview({ textId, fileId }));
    expect(again.proposals.map(({ state }) => state)).toEqual(['tabled', 'tabled']);
    const rows = await test.worker.db.select().from(amendments).where(eq(amendments.textId, textId));
    expect(rows).toHaveLength(2);
  });

  it('read for an older version says so, and shows what has moved on', async () => {
    const { api, textId, paragraphs } = scene;
    const fileId = await fileOf();
    const before = await api.author.word.preview({ textId, fileId });
    const [first] = paragraphs;
    await makeVersion(api.chair, textId, {
      base: 1,
      paragraphs: [{ ...words('Allies recognise that cables matter to all.'), id: first?.id ?? '' }],
    });
    expect(await failure(bringIn(api.author, fileId, before))).toMatchObject({
      code: 'CONFLICT',
      messageKey: 'texts.amendedOlder',
    });
    const after = await api.author.word.preview({ textId, fileId });
    expect(after.laid).toMatchObject({ base: 2, takenOut: { version: 1 } });
    expect(laidOf(after).proposals.map(({ state }) => state)).toEqual(['changed', 'gone']);
    expect(laidOf(after).proposals[0]?.runs.map(({ op, text }) => `${op} ${text}`)).toContain(
      'removed matter to all',
    );
    const done = await bringIn(api.author, fileId, after);
    expect(done.amendmentIds).toHaveLength(1);
  });

  it('goes on from a redline, whose own changes are the chair’s and no proposal', async () => {
    const { api, textId, paragraphs } = scene;
    const [first, second] = paragraphs;
    const newer = { ...words('Each nation names one authority.'), id: second?.id ?? '' };
    await makeVersion(api.chair, textId, { base: 1, paragraphs: [first ?? newer, newer] });
    const fileId = await fileOf(scene.people.author, 'redline');
    const laid = laidOf(await api.author.word.preview({ textId, fileId }));
    expect(laid.takenOut).toEqual({ version: 2, view: 'redline' });
    expect(laid.proposals.map(({ kind, number }) => [kind, number])).toEqual([
      ['replace', '1'],
      ['insert', '2'],
    ]);
  });

  it('is compared with the brackets that stood when it was taken out', async () => {
    const { api, textId, parties, paragraphs } = scene;
    const option = { id: newId(), text: ' without delay' };
    const bracket = { bracket: newId(), kind: 'contested' as const, options: [option] };
    const kept = [{ bracketId: bracket.bracket, optionId: option.id, partyIds: [parties.cal.id] }];
    const contested = words('', { parts: [{ text: 'They tell' }, bracket, { text: '.' }] });
    await makeVersion(api.chair, textId, { base: 1, paragraphs: [...paragraphs, contested], kept });
    const { bytes, text } = await takenOut(scene.test, scene.people.author, { textId, view: 'bracketed' });
    expect(text.paragraphs.at(-1)?.segments).toContainEqual({ text: ` ${parties.cal.code}`, keepers: true });
    const fileId = await broughtUp(scene.test, scene.people.author, bytes);
    await api.ally.texts.letGo({
      commandId: newId(),
      textId,
      bracketId: bracket.bracket,
      optionId: option.id,
    });
    const laid = laidOf(await api.author.word.preview({ textId, fileId }));
    expect([laid.proposals, laid.notPlaced]).toEqual([[], []]);
  });
});

describe('who brings changes in', () => {
  it('is a delegate for their nation, and nobody else; what may not be read does not exist', async () => {
    const { api, textId, people } = scene;
    const fileId = await fileOf();
    const of = async (name: 'ally' | 'chair') =>
      broughtUp(scene.test, people[name], await written(run('x')), 'x.docx');
    expect(await failure(api.chair.word.preview({ textId, fileId: await of('chair') }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await failure(api.contributor.word.preview({ textId, fileId }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const hidden = await failure(api.outsider.word.preview({ textId, fileId }));
    expect(hidden).toEqual(await failure(api.outsider.word.preview({ textId: newId(), fileId })));
    expect(hidden).toMatchObject({ code: 'NOT_FOUND' });
    // A file of somebody else's is not there either, even for a delegate of another nation.
    expect(await failure(api.ally.word.preview({ textId, fileId }))).toMatchObject({ code: 'NOT_FOUND' });
    const nobody = await callerAs(scene.test, null);
    expect(await failure(nobody.word.preview({ textId, fileId }))).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('no longer does once the appointment has ended', async () => {
    const { api, textId, people, test } = scene;
    const fileId = await fileOf();
    const preview = await api.author.word.preview({ textId, fileId });
    await test.worker.db
      .update(appointments)
      .set({ validUntil: sql`now() - interval '1 second'` })
      .where(eq(appointments.personId, people.author.id));
    expect(await failure(bringIn(api.author, fileId, preview))).toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|NOT_FOUND/),
    });
    expect(await test.worker.db.select().from(amendments).where(eq(amendments.textId, textId))).toEqual([]);
  });
});

describe('a file that is not taken', () => {
  it('says why, and what was shown otherwise is not tabled', async () => {
    const { api, textId, people } = scene;
    const refusal = async (bytes: Uint8Array) => {
      const fileId = await broughtUp(scene.test, people.author, bytes);
      return (await api.author.word.preview({ textId, fileId })).refused;
    };
    expect(await refusal(Buffer.from('no zip'))).toEqual({ code: 'notWord', line: null });
    expect(await refusal(await written('', { 'word/vbaProject.bin': 'x' }))).toEqual({
      code: 'macros',
      line: null,
    });
    expect(await refusal(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual({ code: 'locked', line: null });
    const other = await textScene();
    scenes.push(other);
    const { bytes } = await takenOut(other.test, other.people.author, {
      textId: other.textId,
      view: 'clean',
    });
    expect(await refusal(bytes)).toEqual({ code: 'otherText', line: null });
    const fileId = await fileOf();
    const chosen = [{ key: 'made-up', reason: REASON }];
    const made = { commandId: newId(), textId, fileId, base: 1, chosen };
    expect(await failure(api.author.word.bringIn(made))).toMatchObject({ messageKey: 'word.shownOtherwise' });
  });
});
