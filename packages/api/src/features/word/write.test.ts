import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base, exported, first, ins, plain, second, third } from '../../testing/word.ts';
import { childOf, readXml } from '../../xml.ts';
import { pack, unpack } from '../../zip.ts';
import { place } from './place.ts';
import { LIMITS, readWord } from './read.ts';
import { type ExportedParagraph, writeWord } from './write.ts';

describe('taking a text out to Word', () => {
  it('reads its own file back without a change, and knows where it comes from', async () => {
    const file = await readWord(await writeWord(exported(plain)));
    expect(file.origin).toEqual(exported(plain).origin);
    expect(place(file, base)).toEqual({ proposals: [], notPlaced: [] });
  });

  it('does so for any words', async () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((one) => /\p{L}/u.test(one));
    const clean = text.map((one) => one.replace(/[\p{C}\p{Z}]/gu, ' ').trim()).filter((one) => one !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(clean, { minLength: 1, maxLength: 4 }), async (said) => {
        const paragraphs = said.map((one, index) => ({
          id: `0000000${index}-0000-7000-8000-000000000000`,
          one,
        }));
        const out = paragraphs.map(({ id, one }) => ({
          ...plain[0],
          id,
          number: '1',
          segments: [{ text: one }],
        }));
        const file = await readWord(await writeWord(exported(out as ExportedParagraph[])));
        const held = paragraphs.map(({ id, one }) => ({ id, words: one }));
        expect(place(file, held)).toEqual({ proposals: [], notPlaced: [] });
      }),
      { numRuns: 8 },
    );
  });

  it('tracks a redline with author and date, and gives the newer text when all is accepted', async () => {
    const redline: ExportedParagraph[] = [
      {
        ...plain[0],
        id: first,
        kind: 'paragraph',
        number: '1',
        segments: [
          { text: 'Allies ' },
          { text: 'may', change: 'deleted' },
          { text: 'will', change: 'inserted' },
          { text: ' share.' },
        ],
      },
      { id: second, kind: 'paragraph', number: null, segments: [{ text: 'Gone.' }], change: 'deleted' },
      { id: third, kind: 'paragraph', number: '2', segments: [{ text: 'New.' }], change: 'inserted' },
    ];
    const file = await readWord(await writeWord(exported(redline)));
    const found = place(file, [
      { id: first, words: 'Allies may share.' },
      { id: second, words: 'Gone.' },
    ]);
    expect(found.proposals.map(({ kind, paragraphId, words: said }) => [kind, paragraphId, said])).toEqual([
      ['replace', first, 'Allies will share.'],
      ['delete', second, ''],
      ['insert', second, 'New.'],
    ]);
    expect(found.proposals[0]).toMatchObject({
      authors: ['Maren Varga'],
      dates: ['2026-11-21T08:00:00Z'],
      untracked: false,
    });
  });

  it('takes the changes of its own redline for made, so that a capital may go on from there', async () => {
    const redline: ExportedParagraph[] = [
      {
        id: first,
        kind: 'paragraph',
        number: '1',
        segments: [
          { text: 'Allies ' },
          { text: 'may', change: 'deleted' },
          { text: 'will', change: 'inserted' },
          { text: ' share.' },
        ],
      },
      { id: second, kind: 'paragraph', number: null, segments: [{ text: 'Gone.' }], change: 'deleted' },
      { id: third, kind: 'paragraph', number: '2', segments: [{ text: 'New.' }], change: 'inserted' },
    ];
    const text = exported(redline);
    const bytes = await writeWord({ ...text, origin: { ...text.origin, view: 'redline' } });
    const base = [
      { id: first, words: 'Allies will share.' },
      { id: third, words: 'New.' },
    ];
    expect(place(await readWord(bytes), base)).toEqual({ proposals: [], notPlaced: [] });
    const files = await unpack(bytes, LIMITS);
    const body = new TextDecoder().decode(files.get('word/document.xml'));
    const changed = body.replace(/<w:t xml:space="preserve"> share\.<\/w:t><\/w:r>/, `$&${ins(' At once.')}`);
    files.set('word/document.xml', Buffer.from(changed));
    expect(place(await readWord(await pack(files)), base).proposals).toMatchObject([
      { kind: 'replace', paragraphId: first, words: 'Allies will share. At once.', untracked: false },
    ]);
  });

  it('shows who keeps a wording, and does not read that back', async () => {
    const paragraph: ExportedParagraph = {
      id: first,
      kind: 'paragraph',
      number: '1',
      segments: [{ text: 'Allies ' }, { text: '[will]', bracket: true }, { text: 'CAL', keepers: true }],
    };
    const bytes = await writeWord(exported([paragraph]));
    const body = new TextDecoder().decode((await unpack(bytes, LIMITS)).get('word/document.xml'));
    expect(body).toContain('CAL');
    const known = [{ id: first, words: 'Allies [will]' }];
    expect(place(await readWord(bytes), known)).toEqual({ proposals: [], notPlaced: [] });
  });

  it('carries the marking on every page, and a label', async () => {
    const files = await unpack(await writeWord(exported(plain)), LIMITS);
    const read = (name: string) => new TextDecoder().decode(files.get(name));
    const headers = [...files.keys()].filter((name) => /word\/(header|footer)\d+\.xml/.test(name));
    expect(headers).toHaveLength(2);
    for (const name of headers) expect(read(name)).toContain('ALLIANCE RESTRICTED');
    const written = readXml(read('customXml/concord-label.xml'));
    const information = childOf(written, 'slab:ConfidentialityInformation');
    expect(childOf(information, 'slab:Classification')?.text).toBe('RESTRICTED');
    expect(information?.children.flatMap(({ children }) => children.map(({ text }) => text))).toEqual([
      'CAL',
      'NOR',
      '"Cables" & more',
    ]);
    expect(read('word/_rels/document.xml.rels')).toContain('../customXml/concord-label.xml');
  });
});
