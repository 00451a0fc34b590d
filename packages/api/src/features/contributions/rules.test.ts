import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contributionRights,
  fold,
  highlight,
  mentionsIn,
  quotation,
  quotesIn,
  snippetAround,
  toStored,
  toWritten,
  withoutMentions,
} from './rules.ts';

const ada = '0190aaaa-0000-7000-8000-00000000000a';
const entry = '0190aaaa-0000-7000-8000-0000000000e1';
const thread = '0190aaaa-0000-7000-8000-0000000000f1';

describe('what a text names', () => {
  it('finds each person once', () => {
    expect(mentionsIn(`@[${ada}] and @[${ada.toUpperCase()}], not @[someone]`)).toEqual([ada]);
  });

  it('finds what is quoted by its reference', () => {
    const quoted = quotation('We agree.\n\nIn part.', {
      threadId: thread,
      contributionId: entry,
      author: 'A. [NOR]',
    });
    expect(quotesIn(quoted)).toEqual([entry]);
    expect(quoted).toContain('[A. \\[NOR\\]](');
    expect(quoted.endsWith(':\n\n> We agree.\n>\n> In part.\n\n')).toBe(true);
  });
});

describe('a text while it is written', () => {
  const people = [
    { id: ada, name: 'Ada Lind', party: 'NOR' },
    { id: entry, name: 'Ada Lind', party: 'NOR' },
  ];

  it('names people, and is stored with their ids, namesakes too', () => {
    const stored = `@[${ada}], @[${entry}] and @[nobody]`;
    const written = toWritten(stored, people);
    expect(written).toBe('@[Ada Lind, NOR], @[Ada Lind, NOR (2)] and @[nobody]');
    expect(toStored(written, people)).toBe(stored);
    expect(withoutMentions(stored, people)).toBe('@Ada Lind, @Ada Lind and @[nobody]');
  });
});

describe('rights over a contribution', () => {
  const own = { authorId: ada, removed: false };
  it.each([
    ['the author', own, { personId: ada, mayWrite: true, chairs: false }, { edit: true, remove: true }],
    [
      'an author who may no longer write',
      own,
      { personId: ada, mayWrite: false, chairs: false },
      { edit: false, remove: false },
    ],
    ['the chair', own, { personId: entry, mayWrite: true, chairs: true }, { edit: false, remove: true }],
    ['anybody else', own, { personId: entry, mayWrite: true, chairs: false }, { edit: false, remove: false }],
    [
      'nobody, once removed',
      { ...own, removed: true },
      { personId: ada, mayWrite: true, chairs: true },
      { edit: false, remove: false },
    ],
  ])('of %s', (_who, contribution, actor, rights) => {
    expect(contributionRights(contribution, actor)).toEqual(rights);
  });
});

describe('search results', () => {
  it('mark words without regard to accents, from their beginning', () => {
    expect(highlight('Le réseau, au réseau', ['reseau'])).toEqual([
      { text: 'Le ', match: false },
      { text: 'réseau', match: true },
      { text: ', au ', match: false },
      { text: 'réseau', match: true },
    ]);
    expect(highlight('recable', ['cable'])).toEqual([{ text: 'recable', match: false }]);
  });

  it('show the words around the first match', () => {
    const text = `${'before '.repeat(80)}harbour ${'after '.repeat(80)}`;
    const snippet = snippetAround(text, ['harbour']);
    expect(snippet).toContain('harbour');
    expect(snippet.length).toBeLessThan(230);
    expect(snippet.startsWith('… ')).toBe(true);
  });

  it.each([
    ['ÉCOLE', 'ecole'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Straße', 'straße'],
    ['İzmir', 'izmir'],
    ['ДЁшево', 'дешево'],
  ])('fold %s to %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('fold no text to another length, and nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('keep positions where a letter folds to two', () => {
    expect(highlight('straße Straße', ['straße']).filter((part) => part.match)).toHaveLength(2);
  });
});
