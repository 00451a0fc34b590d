import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { fieldOf } from './columns.ts';
import { decodeText, MAX_BYTES, MAX_ROWS, readPeople, sniffDelimiter } from './csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const known = { parties: ['AVL', 'Bryne'], cohorts: ['Spring'], languages: ['en', 'fr'] };
const read = (text: string) => readPeople(bytes(text), known);
const HEADER = 'given_name,family_name,email,party,job_title,language,cohort\n';
const brief = (text: string) =>
  read(text).rows.map(
    ({ line, problems }) => `${line}: ${problems.map(({ column, code }) => `${column} ${code}`).join(', ')}`,
  );

describe('a good file', () => {
  it('is ready line by line', () => {
    const file = read(`${HEADER}Żaneta,Łącka-Ćwik,Zaneta@Example.org,avl,Analyst,fr,spring\n`);
    expect(file).toMatchObject({
      encoding: 'utf-8',
      delimiter: ',',
      ready: 1,
      withProblems: 0,
      problems: [],
    });
    expect(file.rows[0]).toEqual({
      status: 'ready',
      line: 2,
      problems: [],
      person: {
        givenName: 'Żaneta',
        familyName: 'Łącka-Ćwik',
        email: 'zaneta@example.org',
        party: 'AVL',
        jobTitle: 'Analyst',
        language: 'fr',
        timeZone: null,
        cohort: 'Spring',
      },
    });
  });

  it('may come from an old French spreadsheet, columns in any order', () => {
    const text =
      'Courriel;Nom;Prénom;Pays;Intitulé du poste;Langue\r\nzoe@example.org;Lefèvre;Zoé;Bryne;Chargée d’études;français\r\n';
    const file = readPeople(iconv.encode(text, 'windows-1252'), known);
    expect(file).toMatchObject({ encoding: 'windows-1252', delimiter: ';', ready: 1 });
    expect(file.rows[0]?.person).toMatchObject({
      givenName: 'Zoé',
      familyName: 'Lefèvre',
      jobTitle: 'Chargée d’études',
      language: 'fr',
    });
  });

  it('may be UTF-16 with tabs', () => {
    const text = 'given_name\tfamily_name\temail\tparty\nΕλένη\tΠαππά\teleni@example.org\tAVL\n';
    const file = readPeople(iconv.encode(text, 'utf-16le', { addBOM: true }), known);
    expect(file).toMatchObject({ encoding: 'utf-16le', delimiter: '\t', ready: 1 });
  });

  it('may start with a byte order mark', () => {
    expect(readPeople(bytes(`\ufeff${HEADER}A,B,a@example.org,AVL,,,\n`), known)).toMatchObject({
      ready: 1,
      problems: [],
    });
  });
});

describe('problems name line and column', () => {
  it.each([
    ['missing', 'Ana,,ana@example.org,AVL,,,', ['2: familyName missing']],
    ['bad address', 'Ana,B,ana(at)example.org,AVL,,,', ['2: email emailInvalid']],
    ['unknown party', 'Ana,B,a@example.org,Nowhere,,,', ['2: party partyUnknown']],
    ['unknown cohort', 'Ana,B,a@example.org,AVL,,,Autumn', ['2: cohort cohortUnknown']],
    ['unknown language', 'Ana,B,a@example.org,AVL,,de,', ['2: language languageUnknown']],
    ['300 characters', `${'n'.repeat(300)},B,a@example.org,AVL,,,`, ['2: givenName tooLong']],
    ['control character', 'A\u0007na,B,a@example.org,AVL,,,', ['2: givenName characters']],
    ['turned direction', 'A\u202ena,B,a@example.org,AVL,,,', ['2: givenName characters']],
    ['short line', 'Ana', ['2: familyName missing, email missing, party missing']],
    ['twice', 'Ana,B,a@example.org,AVL,,,\nBea,C,A@example.org ,AVL,,,', ['2: ', '3: email emailTwice']],
  ])('%s', (_, lines, expected) => expect(brief(`${HEADER}${lines}\n`)).toEqual(expected));

  it('counts lines through quotes and empty lines', () => {
    const text = `${HEADER}\n"Ana","B",a@example.org,AVL,"Head of\nsection",,\n,,,,,,\nBea,,b@example.org,AVL,,,\n`;
    expect(brief(text)).toEqual(['3: jobTitle characters', '6: familyName missing']);
  });

  it.each([
    ['nothing', '', ['empty null']],
    ['a missing column', 'given_name,family_name,email\nA,B,a@example.org\n', ['columnMissing 1']],
    ['a column twice', `given_name,prénom,family_name,email,party\n`, ['columnTwice 1']],
    ['an open quote', `${HEADER}"Ana,B,a@example.org,AVL,,,\n`, ['quoteOpen 2']],
    [
      'a column nobody knows',
      'given_name,family_name,email,party,shoe\nA,B,a@example.org,AVL,43\n',
      ['columnUnknown 1'],
    ],
  ])('%s', (_, text, expected) => {
    expect(read(text).problems.map(({ code, line }) => `${code} ${line}`)).toEqual(expected);
  });

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14], 'workbook'],
    ['a workbook of another age', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], 'workbook'],
    ['what is no text', [0x67, 0x00, 0x01, 0x02], 'notCsv'],
  ])('takes nothing from %s', (_, bytes, code) => {
    const { problems, rows } = readPeople(Uint8Array.from(bytes));
    expect({ problems, rows }).toEqual({ problems: [{ line: null, code, params: {} }], rows: [] });
  });

  it('refuses what is too large or too long', () => {
    expect(readPeople(new Uint8Array(MAX_BYTES + 1)).problems[0]?.code).toBe('tooLarge');
    expect(read(`${HEADER}${'A,B,a@example.org,AVL,,,\n'.repeat(MAX_ROWS + 1)}`).problems[0]).toMatchObject({
      code: 'tooManyRows',
      params: { max: MAX_ROWS, rows: MAX_ROWS + 1 },
    });
  });

  it('reads 5,000 lines within two seconds', () => {
    const lines = Array.from(
      { length: MAX_ROWS },
      (_, index) => `Ana,B,a${index}@example.org,AVL,,en,\n`,
    ).join('');
    const started = performance.now();
    expect(read(HEADER + lines).ready).toBe(MAX_ROWS);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('any bytes', () => {
  it('never throw, and no line is lost', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const file = readPeople(noise, known);
        expect(file.ready + file.withProblems).toBe(file.rows.length);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', 'é', ' ', '\u0000') }), {
          maxLength: 20,
        }),
        (cells) => {
          expect(() => read(HEADER + cells.join(','))).not.toThrow();
        },
      ),
    );
  });

  it.each([
    [[0x63, 0x61, 0x66, 0xe9], 'café', 'windows-1252'],
    [[0xe2, 0x82, 0xac], '€', 'utf-8'],
    [[0x80], '€', 'windows-1252'],
    [[0xef, 0xbb, 0xbf, 0x61], 'a', 'utf-8'],
  ])('%j', (raw, text, encoding) => expect(decodeText(Uint8Array.from(raw))).toEqual({ text, encoding }));

  it.each([
    ['a;b,c;d', ';'],
    ['a\tb', '\t'],
    ['"a;b;c",d', ','],
    ['', ','],
    ['alone', ','],
  ])('%j is parted by %j', (header, delimiter) => expect(sniffDelimiter(header)).toBe(delimiter));

  it.each([
    ['Given name', 'givenName'],
    ['PRÉNOM', 'givenName'],
    ['E-mail', 'email'],
    ['Adresse électronique', 'email'],
    ['Cohorte ', 'cohort'],
    ['Fuseau horaire', 'timeZone'],
    ['shoe', null],
  ])('header %s', (header, field) => expect(fieldOf(header)).toBe(field));
});
