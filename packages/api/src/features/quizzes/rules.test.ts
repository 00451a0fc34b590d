import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  gradeAttempt,
  learnerQuestion,
  type Question,
  reviewQuestion,
  scoreAnswer,
  shuffled,
} from './rules.ts';
import type { Answer } from './schemas.ts';

const question = (kind: Question['kind'], rights: string, more: Partial<Question> = {}): Question => ({
  key: 'q',
  kind,
  points: 1,
  prompt: 'Which?',
  accepted: [],
  explanation: 'SECRET because',
  choices: [...rights].map((sign, index) => ({
    key: `c${index + 1}`,
    text: `Choice ${index + 1}`,
    correct: sign === 'x',
    feedback: 'SECRET hint',
  })),
  ...more,
});
const picks = (...choices: string[]): Answer => ({ choices });

describe('scoreAnswer', () => {
  it.each<[string, Question, Answer | undefined, number]>([
    ['nothing', question('single', 'x--'), undefined, 0],
    ['right', question('single', 'x--'), picks('c1'), 1],
    ['wrong', question('single', 'x--'), picks('c2'), 0],
    ['two for one', question('single', 'x--'), picks('c1', 'c2'), 0],
    ['unknown choice', question('single', 'x--'), picks('c9'), 0],
    ['text for a choice', question('single', 'x--'), { text: 'c1' }, 0],
    ['true', question('trueFalse', 'x-'), picks('c1'), 1],
    ['all of several', question('multiple', 'xx--'), picks('c1', 'c2'), 1],
    ['half', question('multiple', 'xx--'), picks('c1'), 0.5],
    ['two right, one wrong', question('multiple', 'xx--'), picks('c1', 'c2', 'c3'), 0.5],
    ['everything', question('multiple', 'xx--'), picks('c1', 'c2', 'c3', 'c4'), 0],
    ['only wrong', question('multiple', 'xx--'), picks('c3', 'c4'), 0],
    ['one twice', question('multiple', 'xx--'), picks('c1', 'c1'), 0.5],
    ['none right', question('multiple', '--'), picks(), 0],
    ['typed', question('shortAnswer', '', { accepted: ['Phishing'] }), { text: ' phishing ' }, 1],
    ['typed nothing', question('shortAnswer', '', { accepted: ['', 'a'] }), { text: ' ' }, 0],
  ])('%s', (_, asked, given, score) => expect(scoreAnswer(asked, given)).toBe(score));
});

describe('gradeAttempt', () => {
  const quiz = fc.array(
    fc.record({
      kind: fc.constantFrom('single' as const, 'multiple' as const, 'trueFalse' as const),
      points: fc.integer({ min: 1, max: 10 }),
      correct: fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }),
      picked: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  const build = (drafts: { kind: Question['kind']; points: number; correct: boolean[] }[]) =>
    drafts.map(({ kind, points, correct }, index) =>
      question(kind, correct.map((is) => (is ? 'x' : '-')).join(''), { key: `q${index}`, points }),
    );

  it('stays within its bounds and is passed exactly from the mark on', () => {
    fc.assert(
      fc.property(quiz, fc.integer({ min: 0, max: 100 }), (drafts, passMark) => {
        const given = Object.fromEntries(
          drafts.map(({ picked }, index) => [`q${index}`, { choices: picked.map((n) => `c${n}`) }]),
        );
        const grade = gradeAttempt(build(drafts), given, passMark);
        expect(grade.points).toBeGreaterThanOrEqual(0);
        expect(grade.points).toBeLessThanOrEqual(grade.outOf);
        expect(grade.percent).toBeGreaterThanOrEqual(0);
        expect(grade.percent).toBeLessThanOrEqual(100);
        expect(grade.passed).toBe(grade.percent >= passMark);
        expect(grade.perQuestion).toHaveLength(drafts.length);
      }),
    );
  });

  it('never falls when one more right choice is picked, never rises with one more wrong', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        (correct, chosen, at) => {
          const asked = question('multiple', correct.map((is) => (is ? 'x' : '-')).join(''));
          const index = at % correct.length;
          const picked = correct.flatMap((_, n) => (chosen[n] && n !== index ? [`c${n + 1}`] : []));
          const before = scoreAnswer(asked, picks(...picked));
          const after = scoreAnswer(asked, picks(...picked, `c${index + 1}`));
          if (correct[index]) expect(after).toBeGreaterThanOrEqual(before);
          else expect(after).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  it('rounds down', () => {
    const three = ['a', 'b', 'c'].map((key) => question('single', 'x-', { key }));
    const grade = gradeAttempt(three, { a: picks('c1'), b: picks('c1') }, 67);
    expect(grade).toMatchObject({ points: 2, outOf: 3, percent: 66, passed: false });
    expect(grade.perQuestion[2]).toMatchObject({ answered: false, correct: false });
  });

  it('is never passed without questions, and reads no inherited answer', () => {
    expect(gradeAttempt([], {}, 0).passed).toBe(false);
    expect(gradeAttempt([question('single', 'x-', { key: 'constructor' })], {}, 50).points).toBe(0);
  });
});

describe('learnerQuestion', () => {
  it('tells nothing of the answer', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('single', 'multiple', 'trueFalse', 'shortAnswer'),
        fc.array(fc.boolean(), { maxLength: 6 }),
        fc.string(),
        (kind, correct, seed) => {
          const asked = question(kind as Question['kind'], correct.map((is) => (is ? 'x' : '-')).join(''), {
            accepted: ['SECRET'],
          });
          const seen = learnerQuestion(asked, seed);
          expect(JSON.stringify(seen)).not.toMatch(/SECRET|correct|feedback|accepted|explanation/);
          expect(Object.keys(seen).sort()).toEqual(['choices', 'key', 'kind', 'points', 'prompt']);
          for (const choice of seen.choices) expect(Object.keys(choice).sort()).toEqual(['key', 'text']);
          const inverted = {
            ...asked,
            choices: asked.choices.map((choice) => ({ ...choice, correct: !choice.correct })),
          };
          expect(learnerQuestion(inverted, seed)).toEqual(seen);
        },
      ),
    );
  });

  it('shows the words to a choice only to who made it, and the right ones', () => {
    const review = reviewQuestion(question('single', 'x--'), picks('c2'));
    expect(review.choices.map(({ feedback, chosen }) => [feedback !== '', chosen])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
    expect(review.correct).toBe(false);
  });
});

describe('shuffled', () => {
  it('keeps every item and depends on the seed alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const once = shuffled(items, seed);
        expect([...once].sort()).toEqual([...items].sort());
        expect(shuffled(items, seed)).toEqual(once);
      }),
    );
  });

  it('gives each place to each item about as often', () => {
    const counts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4000; seed += 1)
      counts[shuffled([0, 1, 2, 3], `attempt-${seed}`).indexOf(0)] =
        (counts[shuffled([0, 1, 2, 3], `attempt-${seed}`).indexOf(0)] ?? 0) + 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
