import { describe, expect, it } from 'vitest';
import { del, first, ins, known, p, placed, run, second, third, words, written } from '../../testing/word.ts';
import { place } from './place.ts';
import { readWord } from './read.ts';

/** What makes a file one of ours. */
const ours = {
  'docProps/custom.xml': `<Properties><property name="ConcordText"><v>${first}</v></property><property name="ConcordVersion"><v>4</v></property><property name="ConcordHash"><v>f</v></property><property name="ConcordTakenOut"><v>2026-11-20T08:00:00Z</v></property></Properties>`,
};

describe('bringing a capital’s changes in', () => {
  it('proposes words for a paragraph, with who changed them', async () => {
    const body = p(
      known(first) + run('Allies ') + del('recognise') + ins('declare') + run(words[0]?.slice(16) ?? ''),
    );
    expect((await placed(body)).proposals).toEqual([
      {
        ...{
          kind: 'replace',
          paragraphId: first,
          before: words[0],
          authors: ['T. Halvorsen'],
          untracked: false,
        },
        words: words[0]?.replace('recognise', 'declare'),
        dates: ['2026-11-22T10:00:00Z'],
      },
    ]);
  });

  it('knows paragraphs by their words where a file has no marks of ours', async () => {
    const body =
      p(run(words[0] ?? '')) +
      p(
        run('Each nation will name ') +
          del('an authority') +
          ins('a point of contact') +
          run(' that can be reached at any hour.'),
      );
    const { proposals } = await placed(body);
    expect(proposals.map(({ kind, paragraphId }) => [kind, paragraphId])).toEqual([['replace', second]]);
  });

  it('places new paragraphs after the one before them, at the beginning too', async () => {
    const body =
      p(ins('Before all.'), 'ins') +
      p(run(words[0] ?? '')) +
      p(ins('Between.'), 'ins') +
      p(run(words[1] ?? ''));
    const { proposals } = await placed(body);
    expect(proposals.map(({ kind, paragraphId, words: said }) => [kind, paragraphId, said])).toEqual([
      ['insert', null, 'Before all.'],
      ['insert', first, 'Between.'],
    ]);
  });

  it('follows a split and a join', async () => {
    const half = 'Allies recognise that undersea cables carry the exchanges';
    const split = p(run(half), 'ins') + p(run(words[0]?.slice(half.length) ?? ''));
    expect((await placed(split)).proposals.map(({ kind, paragraphId }) => [kind, paragraphId])).toEqual([
      ['replace', first],
      ['insert', first],
    ]);
    const joined = p(run(words[0] ?? ''), 'del') + p(run(words[1] ?? ''));
    const [one, other] = (await placed(joined)).proposals;
    expect([one?.kind, other?.kind].sort()).toEqual(['delete', 'replace']);
    expect([one?.paragraphId, other?.paragraphId]).toEqual([first, second]);
    expect(`${one?.words}${other?.words}`).toBe(`${words[0]}${words[1]}`);
  });

  it('proposes a deletion only where the file says so', async () => {
    const gone = p(known(second) + del(words[1] ?? ''), 'del') + p(known(third) + run(words[2] ?? ''));
    const found = await placed(gone, ours);
    expect(found.proposals.map(({ kind, paragraphId }) => [kind, paragraphId])).toEqual([['delete', second]]);
    expect(found.notPlaced).toEqual([{ what: 'missing', at: null, words: words[0] }]);
  });

  it('says what changed without being tracked, and what was put in and taken out again', async () => {
    const untracked = await placed(p(known(first) + run('Allies recognise little.')));
    expect(untracked.proposals[0]).toMatchObject({
      kind: 'replace',
      words: 'Allies recognise little.',
      untracked: true,
    });
    const twice = `<w:ins w:author="A">${del('never mind')}</w:ins>`;
    expect((await placed(p(known(first) + run(words[0] ?? '') + twice))).proposals).toEqual([]);
  });

  it('names tables, footnotes, comments, pictures and moved words, and takes none of them', async () => {
    const table = `<w:tbl><w:tr><w:tc>${p(run('A cell'))}</w:tc></w:tr></w:tbl>`;
    const moved = `<w:moveFrom w:author="A">${run('to another place')}</w:moveFrom>`;
    const marks =
      '<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="7"/></w:r><w:r><w:drawing/></w:r>';
    const comments = `<w:comments><w:comment w:id="7">${p(run('Why this?'))}</w:comment></w:comments>`;
    const body =
      p(known(first) + run(words[0] ?? '') + marks) + table + p(known(second) + run(words[1] ?? '') + moved);
    const found = await placed(body, { 'word/comments.xml': comments });
    expect(found.notPlaced.map(({ what, at, words: said }) => [what, at, said.trim()])).toEqual([
      ['footnote', 1, ''],
      ['comment', 1, 'Why this?'],
      ['picture', 1, ''],
      ['table', 1, 'A cell'],
      ['moved', 2, 'to another place'],
    ]);
  });

  it('stays quick over a long file of somebody else’s, and leaves what it did not compare unplaced', async () => {
    const many = Array.from(
      { length: 2_000 },
      (_, index) => `Words of their own ${index}, and of nobody else.`,
    );
    const held = Array.from({ length: 2_000 }, (_, index) => ({
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
      words: `Something wholly different is said here under number ${index}.`,
    }));
    const file = await readWord(await written(many.map((one) => p(run(one))).join('')));
    const began = performance.now();
    place(file, held);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('takes a paragraph added to our own file for one, tracked or not, and leaves its head alone', async () => {
    const head = p(`<w:bookmarkStart w:id="1" w:name="head_0"/>${run('A title')}`);
    const body = head + p(run('Before.')) + p(known(first) + run(words[0] ?? '')) + p(ins('At the end.'));
    const found = await placed(body, ours);
    expect(found.proposals).toMatchObject([
      { kind: 'insert', paragraphId: null, words: 'Before.', untracked: true },
      { kind: 'insert', paragraphId: first, words: 'At the end.', untracked: false },
    ]);
    expect(found.notPlaced.map(({ what }) => what)).toEqual(['missing', 'missing']);
    const retitled = await placed(head.replace('A title', 'Another') + p(run('Before.')), ours);
    expect(retitled.notPlaced).toEqual([
      { what: 'missing', at: null, words: words[0] },
      { what: 'missing', at: null, words: words[1] },
      { what: 'missing', at: null, words: words[2] },
    ]);
    const tracked = await placed(head.replace(run('A title'), run('A ') + ins('new ') + run('title')), ours);
    expect(tracked.notPlaced[0]).toEqual({ what: 'outside', at: 1, words: 'A new title' });
  });

  it('keeps what is outside the text out of it, and says so', async () => {
    const found = await placed(p(run('Our delegation’s cover ') + ins('page')) + p(run(words[0] ?? '')));
    expect(found.proposals).toEqual([]);
    expect(found.notPlaced).toEqual([{ what: 'outside', at: 1, words: 'Our delegation’s cover page' }]);
    const plain = await placed(p(run('A note that nobody tracked.')) + p(run(words[0] ?? '')));
    expect(plain.notPlaced).toEqual([{ what: 'outside', at: 1, words: 'A note that nobody tracked.' }]);
  });
});
