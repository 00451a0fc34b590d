import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../xml.ts';
import { decodeText } from './decode.ts';
import { escapeMarkdown, toMarkdown } from './markup.ts';
import { readQuestions } from './read.ts';

const file = (name: string) =>
  readQuestions(readFileSync(new URL(`__fixtures__/${name}`, import.meta.url)), 'en');
const read = (text: string) => readQuestions(Buffer.from(text), 'en');
const problemsOf = ({ problems }: ReturnType<typeof read>) => problems.map(({ line, code }) => [line, code]);

describe('GIFT', () => {
  const gift = file('course.gift');
  const named = (name: string) => gift.questions.find((one) => one.name === name);

  it('holds every type', () => {
    expect(gift.format).toBe('gift');
    expect(gift.questions.map(({ name, body }) => [name, body.kind])).toEqual([
      ['Who first?', 'single'],
      ['Signs', 'multiple'],
      ['Logs are evidence.', 'trueFalse'],
      ['Old style', 'trueFalse'],
      ['Port', 'numeric'],
      ['Weight', 'numeric'],
      ['Word', 'shortText'],
      ['Pairs', 'matching'],
      ['Essay', 'essay'],
      ['After the broken one', 'single'],
      ['Scaled', 'multiple'],
    ]);
  });

  it('carries weights, feedback, general feedback, formats, tags, ids and categories', () => {
    const one = named('Who first?');
    expect(one).toMatchObject({
      line: 5,
      key: 'gate-1',
      tags: ['triage', 'first hour'],
      category: ['Incident handling', 'First hour'],
    });
    expect(one?.body).toMatchObject({
      choices: [
        { key: 'a', share: 100 },
        { key: 'b', share: 0 },
        { key: 'c', share: 25 },
        { key: 'd', share: 0 },
      ],
      texts: {
        en: {
          prompt: { source: 'Whom do you call **first**?' },
          explanation: { source: "The duty officer's number is on the card." },
          parts: {
            a: { text: { source: 'The duty officer' }, feedback: { source: 'Right: day and night.' } },
            d: { text: { source: '<div>Nobody, <em>yet</em></div>' } },
          },
        },
      },
    });
    expect(named('Essay')?.category).toEqual(['Incident handling', 'Reports']);
  });

  it('takes escapes, numbers, ranges, wildcards, missing words and spare sides', () => {
    expect(named('Signs')?.body.texts.en?.parts.b?.text.source).toBe('Logs that end at 02:00');
    expect(named('Port')?.body).toMatchObject({
      accepted: [{ value: 443, tolerance: 0 }],
      texts: { en: { prompt: { source: 'Which port does {https} use by default?' } } },
    });
    expect(named('Weight')?.body).toMatchObject({
      accepted: [
        { value: 1, tolerance: 0.5, share: 100 },
        { value: 3, tolerance: 1, share: 50 },
      ],
    });
    expect(named('Word')?.body).toMatchObject({
      accepted: {
        en: [
          { kind: 'folded', text: 'plain text', share: 100 },
          { kind: 'folded', text: 'plaintext', share: 80 },
          { kind: 'wildcard', text: 'clear*', share: 100 },
        ],
      },
      texts: { en: { prompt: { source: 'The opposite of ciphertext is \\_\\_\\_\\_\\_ text.' } } },
    });
    expect(named('Pairs')?.body).toMatchObject({
      pairs: [{ left: 'l-a', right: 'r-a' }, {}, {}],
      spare: ['s-a'],
    });
  });

  it('gives true and false the feedback that is theirs', () => {
    expect(gift.questions[2]?.body).toMatchObject({
      right: true,
      texts: {
        en: {
          parts: {
            true: { feedback: { source: 'Yes: keep them.' } },
            false: { feedback: { source: 'They are evidence.' } },
          },
        },
      },
    });
  });

  it('names by line what it cannot carry', () => {
    expect(problemsOf(gift)).toEqual([
      [26, 'feedbackLeft'],
      [28, 'feedbackLeft'],
      [41, 'descriptionLeft'],
      [43, 'braceOpen'],
      [47, 'sharesScaled'],
      [49, 'fieldInvalid'],
    ]);
  });
});

describe('Aiken', () => {
  const aiken = file('quiz.aiken.txt');

  it('takes one letter or several, and text over several lines', () => {
    expect(aiken.format).toBe('aiken');
    expect(aiken.questions.map(({ line, body }) => [line, body.kind])).toEqual([
      [1, 'single'],
      [7, 'multiple'],
    ]);
    expect(aiken.questions[0]?.body).toMatchObject({ choices: [{ share: 0 }, { share: 100 }, { share: 0 }] });
    expect(aiken.questions[1]?.body.texts.en?.prompt.source).toBe(
      'Which two are evidence?\\\nIt may be several.',
    );
  });

  it('names by line what has no answer', () => {
    expect(problemsOf(aiken)).toEqual([
      [14, 'answerUnknown'],
      [19, 'lineLost'],
      [21, 'answerMissing'],
    ]);
  });
});

describe('Moodle XML', () => {
  const moodle = file('bank.xml');
  const named = (name: string) => moodle.questions.find((one) => one.name === name);

  it('holds every type that is carried', () => {
    expect(moodle.format).toBe('moodle');
    expect(moodle.questions.map(({ name, body }) => [name, body.kind])).toEqual([
      ['Several signs', 'multiple'],
      ['Padlock', 'trueFalse'],
      ['Plain', 'shortText'],
      ['Speed', 'numeric'],
      ['Ports', 'matching'],
      ['Gaps', 'gapText'],
      ['Embedded', 'gapText'],
      ['Report', 'essay'],
      ['Order', 'ordering'],
    ]);
    expect(named('Order')?.category).toEqual(['Network', 'Ports & protocols']);
    expect(named('Several signs')).toMatchObject({ key: 'NET-1', tags: ['signs', 'logs'] });
  });

  it('keeps pictures under the address their text names', () => {
    const [picture] = moodle.pictures;
    expect(picture).toMatchObject({ name: 'gate one.png' });
    const prompt = named('Several signs')?.body.texts.en?.prompt.source ?? '';
    expect(prompt).toContain(`src="/api/files/${picture?.fileId}"`);
  });

  it('keeps words as words and HTML as HTML', () => {
    expect(named('Padlock')?.body.texts.en?.prompt.source).toBe('A padlock means the site is \\*genuine\\*.');
    const parts = named('Several signs')?.body.texts.en?.parts;
    expect(parts?.a?.text.source).toBe('New accounts');
    expect(parts?.c?.text.source).toBe('<div>A <b>new</b> chair</div>');
    expect(named('Report')?.body).toMatchObject({
      minWords: 100,
      maxWords: null,
      guidance: 'Who, what, when.',
    });
  });

  it('carries case, wildcards, units, groups of gaps and embedded answers', () => {
    expect(named('Plain')?.body).toMatchObject({
      accepted: {
        en: [
          { kind: 'exact', text: 'plain text' },
          { kind: 'wildcard', text: 'plain*' },
        ],
      },
    });
    expect(named('Speed')?.body).toMatchObject({
      accepted: [{ value: 1000, tolerance: 10 }],
      units: [
        { name: 'Mbit/s', factor: 1 },
        { name: 'Gbit/s', factor: 1000 },
      ],
      unitPenalty: 10,
    });
    expect(named('Gaps')?.body).toMatchObject({
      texts: { en: { prompt: { source: expect.stringContaining('[[g-1]] calls the [[g-2]]') } } },
      gaps: [
        {
          choices: [
            { key: 'w-a', share: 100 },
            { key: 'w-c', share: 0 },
          ],
        },
        {
          choices: [
            { key: 'w-b', share: 100 },
            { key: 'w-d', share: 0 },
          ],
        },
      ],
    });
    expect(named('Embedded')?.body).toMatchObject({
      gaps: [
        { kind: 'text', accepted: { en: [{ text: '443' }] } },
        { kind: 'text', accepted: { en: [{ text: 'https' }, { text: 'http', share: 50 }] } },
        { kind: 'choice', choices: [{ share: 100 }, { share: 0 }] },
      ],
    });
  });

  it('names by line what it cannot carry, and once what every question has', () => {
    expect(problemsOf(moodle)).toEqual([
      [null, 'penaltyLeft'],
      [null, 'hintsLeft'],
      [7, 'gradeLeft'],
      [7, 'combinedFeedbackLeft'],
      [11, 'fileLeft'],
      [35, 'caseLeft'],
      [71, 'attachmentsLeft'],
      [87, 'descriptionLeft'],
      [91, 'kindLeft'],
    ]);
  });
});

describe('a hostile file', () => {
  it.each<[string, string, string]>([
    ['defines entities', '<!DOCTYPE quiz [<!ENTITY a "aaaa">]><quiz>&a;</quiz>', 'xmlDoctype'],
    ['is cut off', '<quiz><question type="essay">', 'xmlBroken'],
    ['closes what is not open', '<quiz></question></quiz>', 'xmlBroken'],
    ['is deeper than any file', `<quiz>${'<a>'.repeat(100)}`, 'xmlBroken'],
    ['holds nothing', '', 'formatUnknown'],
    ['is a picture', '\u0089PNG', 'formatUnknown'],
  ])('that %s is refused', (_, text, code) => {
    expect(read(text).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('keeps unknown references as they are', () => {
    expect(readXml('<a>&boom; &#65;&#x42;&lt;</a>').text).toBe('&boom; AB<');
  });

  it('of any text is read without a failure', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        read(text);
        read(`::a::${text}{=x ~y}`);
        read(
          `<quiz><question type="cloze"><questiontext><text>${text}</text></questiontext></question></quiz>`,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('with two questions of one name has two questions', () => {
    const { questions } = read('::Same::One? {=a ~b}\n\n::Same::Two? {=a ~b}');
    expect(new Set(questions.map(({ key }) => key)).size).toBe(2);
  });
});

describe('encodings', () => {
  const words = '::Été::Où est l’Œuvre — à 3 € ? {=Là ~Ici}';
  it.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(words), 'UTF-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${words}`), 'UTF-8'],
    ['UTF-16 little end first', Buffer.from(`\ufeff${words}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16 big end first', Buffer.from(`\ufeff${words}`, 'utf16le').swap16(), 'UTF-16BE'],
    ['UTF-16 without a mark', Buffer.from(words, 'utf16le'), 'UTF-16LE'],
    ['Windows-1252', latin(words), 'Windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ text: words, encoding });
    expect(readQuestions(bytes, 'fr').questions[0]?.name).toBe('Été');
  });

  it('of line ends become one', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc')).text).toBe('a\nb\nc');
  });
});

function latin(text: string): Uint8Array {
  const special: Record<string, number> = { '’': 0x92, Œ: 0x8c, '—': 0x97, '€': 0x80 };
  return Uint8Array.from([...text].map((sign) => special[sign] ?? sign.charCodeAt(0)));
}

describe('markup', () => {
  it.each<[string, Parameters<typeof toMarkdown>, string]>([
    ['a paragraph', ['<p>Fish &amp; chips</p>', 'html'], 'Fish & chips'],
    ['two paragraphs', ['<p>a</p>\n\n<p>b</p>', 'html'], '<p>a</p> <p>b</p>'],
    ['code', ['<pre>a\n\nb</pre>', 'html'], '<pre>a&#10;&#10;b</pre>'],
    ['words with signs', ['1. a_b *c*', 'plain'], '1\\. a\\_b \\*c\\*'],
    ['Markdown', [' **a** ', 'markdown'], '**a**'],
    ['less than', ['a < b', 'auto'], 'a \\< b'],
  ])('%s', (_, [text, markup], expected) => {
    expect(toMarkdown(text, markup)).toBe(expected);
  });

  it('leaves words without signs alone', () => {
    expect(escapeMarkdown('Who calls whom?')).toBe('Who calls whom?');
  });
});
