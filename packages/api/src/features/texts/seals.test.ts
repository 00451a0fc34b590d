import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { VersionContent } from './schemas.ts';
import { contentHash, marginContainer } from './seals.ts';

const marking = { level: 1, releasableTo: ['b', 'a'], onlyFor: [], caveats: [], originator: 'a' };
const content = (words: string): VersionContent => ({
  paragraphs: [{ id: 'p', kind: 'paragraph', parts: [{ text: words }] }],
  note: '',
});

it('hashes what is said, and not the order in which nations are listed or the note', () => {
  const hash = contentHash('Title', marking, content('Allies will share.'));
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(contentHash('Title', { ...marking, releasableTo: ['a', 'b'] }, content('Allies will share.'))).toBe(
    hash,
  );
  expect(contentHash('Title', marking, { ...content('Allies will share.'), note: 'Please read.' })).toBe(
    hash,
  );
});

it('changes with any word, with the title and with the marking', () => {
  const hash = contentHash('Title', marking, content('Allies will share.'));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (more) => {
      expect(contentHash('Title', marking, content(`Allies will share.${more}`))).not.toBe(hash);
    }),
  );
  expect(contentHash('Other title', marking, content('Allies will share.'))).not.toBe(hash);
  expect(contentHash('Title', { ...marking, level: 0 }, content('Allies will share.'))).not.toBe(hash);
});

it('gives each delegation a container of its own for each text', () => {
  const containers = ['t1', 't2'].flatMap((text) =>
    ['p1', 'p2'].map((party) => marginContainer(text, party)),
  );
  expect(new Set(containers).size).toBe(4);
  expect(containers.every((one) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(one))).toBe(true);
});
