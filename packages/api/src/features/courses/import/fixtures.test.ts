import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFormat, readCourse } from './detect.ts';
import { folderSource, memorySource } from './source.ts';
import type { ImportProblem } from './types.ts';

const fixture = async (path: string) =>
  readCourse(await folderSource(join(import.meta.dirname, '__fixtures__', path)));
const brief = (problems: ImportProblem[]) =>
  problems.map(({ code, file, line }) => `${code} ${file}:${line}`).sort();

/** One long file with a quiz of one question, and these lines beneath its marker. */
const longFile = (lines: readonly string[]) => {
  const head = [
    '# Gates and Fences',
    '# Part I: Gates',
    '# Opening',
    'Learn to open.',
    '#### Quiz 1.1: Match',
  ];
  const text = [...head, '\\>\\>Match them.<<', ...lines].join('\n\n');
  return readCourse(memorySource('gates', { 'gates.md': text }));
};

describe('our own folder', () => {
  it('reads everything and names what is wrong', async () => {
    const { format, course, report } = await fixture('concord');
    expect(format).toBe('concord');
    expect(report).toMatchObject({
      units: 1,
      pages: 1,
      quizzes: 1,
      questions: 2,
      images: 1,
      languages: ['en', 'fr'],
    });
    expect(brief(report.problems)).toEqual([
      'imageMissing en/what-lies-there.md:7',
      'questionWithoutAnswer quiz/check.json:null',
    ]);
    const [page, quiz] = course?.units[0]?.activities ?? [];
    expect(page?.texts.en?.markdown).toContain('![A desk](images/desk.png)');
    expect(page?.texts.en?.markdown).toContain('*Gone*');
    expect(page?.texts.fr).toEqual({ title: 'Ce qui s’y trouve', markdown: 'Rien qu’une lampe.\n' });
    expect(quiz?.quiz).toMatchObject({ passMark: 80, maxAttempts: 3, shuffle: true });
    expect(quiz?.quiz?.questions[1]?.texts.fr?.accepted).toEqual(['armoire', 'coffre']);
    expect(quiz?.quiz?.questions[0]?.texts.fr?.choices.false?.feedback).toBe('Oui : gardez-le sur vous.');
  });

  it.each([
    ['broken JSON', '{ "slug": ', 'courseFileInvalid'],
    ['a field too many', '{ "extra": 1 }', 'fieldInvalid'],
    ['not text', '\u0000', 'courseFileMissing'],
  ])('refuses %s', async (_, json, code) => {
    const { course, report } = await readCourse(memorySource('x', { 'course.json': json }));
    expect(course).toBeNull();
    expect(report.problems.map((problem) => problem.code)).toContain(code);
    expect(report.problems.every(({ file }) => file === 'course.json')).toBe(true);
  });
});

describe('numbered lessons', () => {
  it('makes units and leaves out what it says', async () => {
    const { format, course, report } = await fixture('numbered');
    expect(format).toBe('numberedLessons');
    expect(course).toMatchObject({ slug: 'numbered', languages: ['en', 'fr'], licence: 'MIT' });
    expect(course?.attribution).toMatchObject({
      title: 'Walls for beginners',
      author: 'harbour-school',
      url: 'https://github.com/harbour-school/walls',
    });
    expect(course?.attribution?.note).toContain('(fr)');
    expect(course?.texts.en?.objectives).toEqual(['What a wall is', 'What a wall is not']);
    expect(course?.units.map(({ titles }) => titles.en)).toEqual(['Basics of walls', 'Walls & doors']);
    expect(course?.units[1]?.activities[0]?.texts.en?.title).toBe('Doors, as listed');
    expect(report.images).toBe(2);
    expect(brief(report.problems)).toEqual([
      'imageElsewhere 1.1 What a wall is.md:8',
      'imageMissing 1.1 What a wall is.md:3',
      'imageMissing translations/fr/1.1 What a wall is.md:7',
      'languageMissing translations/fr/2.1 Doors.md:null',
      'linkedQuizLeftOut 1.2 Quiz.md:3',
      'translationWithoutLesson translations/fr/9.9 Nowhere.md:null',
    ]);
  });

  it('keeps a video’s link, drops what the translator put around', async () => {
    const { course } = await fixture('numbered');
    const texts = course?.units[0]?.activities[0]?.texts;
    expect(texts?.fr).toEqual({
      title: 'Ce qu’est un mur',
      markdown:
        '[Voir](https://video.example/1)\n\nUn mur tient debout.\n\n![image](translated_images/wall.abc.fr.png)',
    });
    expect(texts?.en?.markdown).toContain('*Far*');
    expect(texts?.en?.markdown).toContain('`![not an image](x.png)`');
  });
});

describe('one long file', () => {
  it('makes parts, pages and quizzes', async () => {
    const { format, course, report } = await fixture('long/gates.md');
    expect(format).toBe('longMarkdown');
    expect(course).toMatchObject({ slug: 'gates-and-fences', licence: 'CC-BY-4.0' });
    expect(course?.attribution).toMatchObject({
      author: 'Ada Gatekeeper',
      url: 'https://github.com/harbour-school/gates',
    });
    expect(course?.texts.en).toMatchObject({
      summary: 'A course about gates.',
      objectives: ['Open a gate', 'Close a gate'],
    });
    expect(course?.units.map(({ titles }) => titles.en)).toEqual(['Part I: Gates', 'Part II: Fences']);
    expect(course?.units[0]?.activities.map(({ kind, texts }) => `${kind} ${texts.en?.title}`)).toEqual([
      'page Opening',
      'page Oil',
      'quiz Quiz: Opening',
    ]);
    expect(report).toMatchObject({ questions: 4, images: 1 });
    expect(brief(report.problems).map((line) => line.split(':')[0])).toEqual([
      'questionKindUnknown gates.md',
      'questionWithoutAnswer gates.md',
    ]);
    const pages = JSON.stringify(
      course?.units.map((unit) => unit.activities.map(({ texts }) => texts.en?.markdown)),
    );
    expect(pages).toContain('>>not a question<<');
    expect(pages).toContain('Use a pencil.');
    expect(pages).not.toMatch(/Glossary|Not here|badge|\(#what/);
  });

  it('reads each kind of question', async () => {
    const { course } = await fixture('long/gates.md');
    const questions = course?.units[0]?.activities.at(-1)?.quiz?.questions ?? [];
    expect(questions.map(({ kind, key }) => [kind, key])).toEqual([
      ['trueFalse', 'quiz-1-1-hinges'],
      ['multiple', 'quiz-1-2-oil'],
      ['single', 'quiz-1-2-oil-2'],
      ['matching', 'quiz-1-3-match'],
    ]);
    expect(questions[0]?.choices.map(({ correct }) => correct)).toEqual([true, false]);
    expect(questions[0]?.texts.en?.choices.c2).toEqual({ text: 'False', feedback: 'It does.' });
    expect(questions[0]?.texts.en?.explanation).toBe('It turns.\n\n(x) is not a choice here.');
    expect(questions[1]?.texts.en?.prompt).toBe('Which oil?\n\nCheck all that fit.');
    expect(questions[1]?.texts.en?.choices.c1).toEqual({ text: 'Thin oil, in drops.' });
    expect(questions[1]?.texts.en?.choices.c2?.feedback).toBe('No, not mud.');
    expect(questions[2]?.texts.en?.prompt).toBe('Pick one.\n\nMore of the question.');
    expect(questions[2]?.choices.map(({ correct }) => correct)).toEqual([false, true, false]);
  });

  it('reads terms to be matched, of which two may belong to the same', async () => {
    const lines = ['Bolt : closes', 'Hinge : turns', 'Latch : closes'];
    const { course } = await longFile(lines);
    const [question] = course?.units[0]?.activities.at(-1)?.quiz?.questions ?? [];
    expect(question).toMatchObject({
      kind: 'matching',
      pairs: [
        { left: 'a1', right: 'b1' },
        { left: 'a2', right: 'b2' },
        { left: 'a3', right: 'b1' },
      ],
      texts: { en: { prompt: 'Match them.', choices: { a3: { text: 'Latch' }, b2: { text: 'turns' } } } },
    });
    const { report } = await longFile([...lines, 'Then write down why.']);
    expect(brief(report.problems)).toContain('questionKindUnknown gates.md:11');
  });
});

describe('a broken image', () => {
  it.each([
    ['empty', ''],
    ['a page in disguise', '<html>'],
  ])('%s is reported by line and left out', async (_, bytes) => {
    const files = {
      '1.1 A.md': '# A\n\nWords.\n\n![Door](images/door.png)\n',
      'images/door.png': bytes,
      LICENSE: 'MIT License',
    };
    const { course, report } = await readCourse(memorySource('doors', files));
    expect(brief(report.problems)).toEqual(['imageBroken 1.1 A.md:5']);
    expect(course?.units[0]?.activities[0]?.texts.en?.markdown).toBe('Words.\n\n*Door*');
  });
});

describe('a source', () => {
  it('says when no format fits', async () => {
    const { report } = await readCourse(memorySource('x', { 'a.txt': 'a' }));
    expect(report.problems).toEqual([{ code: 'formatUnknown', file: 'x', line: null, params: {} }]);
    expect(await detectFormat(memorySource('x', {}))).toBeNull();
  });

  it('never reads outside its folder', async () => {
    const source = await folderSource(join(import.meta.dirname, '__fixtures__', 'concord'));
    expect(await source.read('../numbered/README.md')).toBeNull();
    expect(await source.read('course.json')).not.toBeNull();
  });
});
