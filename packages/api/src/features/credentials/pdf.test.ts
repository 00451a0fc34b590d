import { describe, expect, it } from 'vitest';
import { HOUSE, NAMED } from '../credential-templates/rules.ts';
import { charactersWithoutGlyph } from './fonts.ts';
import { type CredentialPaper, credentialPdf } from './pdf.ts';

const NAMES = [
  'Żaneta Łącka-Ćwik',
  'Þórður Ægisson',
  'Ελένη Παππά',
  'Борис Ђурић',
  'გიორგი',
  'Արամ Խաչատրյան',
  'Ștefan Țîrlea',
  'Gülşen İnönü Ağaoğlu',
  'Aoife Ní Dhubhghaill',
  'Ħanna Ġużè',
  'Ķēstutis Žąsytė',
  'Őrsi Űllő',
  'Ляна Їжакевич',
  'Ёлка Ў',
  'Ἀριστοτέλης',
];

const paper = (more: Partial<CredentialPaper> = {}): CredentialPaper => ({
  zone: 'Europe/Brussels',
  id: '01932b6e-4c1a-7b3c-9d4e-5f60718293a4',
  holder: 'Żaneta Łącka-Ćwik',
  party: 'Avelmark',
  course: { en: 'Spotting phishing', fr: 'Repérer l’hameçonnage' },
  issuer: 'Concord, Alliance Headquarters',
  issuedAt: new Date('2026-11-24T09:30:00Z'),
  validUntil: new Date('2027-11-24T09:30:00Z'),
  percent: 92,
  template: HOUSE.course,
  minutes: null,
  version: null,
  courses: [],
  verifyUrl: 'http://localhost:3000/verify/01932b6e-4c1a-7b3c-9d4e-5f60718293a4',
  ...more,
});

const asText = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('glyphs', () => {
  it.each(NAMES)('every character of %s has one, in both weights', async (name) => {
    expect(await charactersWithoutGlyph(name)).toEqual([]);
    expect(await charactersWithoutGlyph(name, 700)).toEqual([]);
  });

  it('covers the alphabets of Europe', async () => {
    const ranges = [
      [0x21, 0x7e],
      [0xa1, 0xac],
      [0xae, 0x17f],
      [0x218, 0x21b],
      [0x386, 0x386],
      [0x388, 0x38a],
      [0x391, 0x3a1],
      [0x3a3, 0x3ce],
      [0x400, 0x45f],
      [0x490, 0x491],
      [0x10d0, 0x10f0],
      [0x531, 0x556],
      [0x561, 0x587],
      [0x1e9e, 0x1e9e],
      [0x2013, 0x2014],
      [0x2018, 0x201a],
      [0x201c, 0x201e],
    ];
    const all = ranges.flatMap(([from = 0, to = 0]) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
    );
    expect(await charactersWithoutGlyph(all.join(''))).toEqual([]);
  });

  it('says what it cannot set', async () => expect(await charactersWithoutGlyph('a漢')).toEqual(['漢']));
});

describe('credentialPdf', () => {
  it('is one A4 page across with embedded fonts', async () => {
    const text = asText(await credentialPdf(paper()));
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(text).toMatch(/\/MediaBox \[0 0 841\.89\d* 595\.2[78]\d*\]/);
    expect(text).toContain('/FontFile');
    expect(text).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it.each([...NAMES, 'N'.repeat(200), 'Anna Maria '.repeat(18).trim()])(
    'sets %s on one page',
    async (holder) => {
      const bytes = await credentialPdf(
        paper({ holder, party: null, percent: null, validUntil: null, course: { en: 'A'.repeat(150) } }),
      );
      expect(asText(bytes).match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    },
  );
});

it('stays on one page, however long names, titles and paths are', async () => {
  const title = 'Reporting an incident of considerable consequence to the Alliance, second edition '.repeat(
    2,
  );
  const courses = Array.from({ length: 50 }, (_, index) => ({ en: `${title} ${index}`, fr: `${title} fr` }));
  const template = { ...HOUSE.path, closing: { en: title, fr: title }, names: [...NAMED] };
  const long = { holder: 'Maximiliana-Alexandra '.repeat(4), course: { en: title, fr: `${title} fr` } };
  const bytes = await credentialPdf(paper({ ...long, courses, template, minutes: 95, version: 3 }));
  expect(asText(bytes).match(/\/Type \/Page\b/g)).toHaveLength(1);
});
