import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDraftQuiz, part, said, singleBody } from '../../testing/bank.ts';
import { callerAs } from '../../testing/caller.ts';
import { dot } from '../../testing/courses.ts';
import { type QuestionBody, type QuestionBodyInput, questionBody } from './body.ts';
import { lossesOf, toGift } from './gift-export.ts';
import { readQuestions } from './import/read.ts';
import { bodyProblems } from './rules.ts';

const words = fc
  .string({ unit: fc.constantFrom(...'abcé 1%~=#{}:\\*[]->/_<&"’'), minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const share = fc.constantFrom(0, 25, 50, -50);
const keys = (count: number, prefix = '') => [...'abcdef'].slice(0, count).map((key) => `${prefix}${key}`);

const choices = fc.array(fc.record({ text: words, feedback: fc.oneof(fc.constant(''), words), share }), {
  minLength: 1,
  maxLength: 4,
});
const explained = fc.record({ prompt: words, explanation: fc.oneof(fc.constant(''), words) });

/** Questions that GIFT can hold without a loss. */
const inGift: fc.Arbitrary<QuestionBodyInput> = fc.oneof(
  fc.tuple(explained, words, choices).map(([{ prompt, explanation }, right, others]): QuestionBodyInput => {
    const all = [{ text: right, feedback: '', share: 100 }, ...others];
    const named = keys(all.length);
    const parts = Object.fromEntries(
      all.map(({ text, feedback }, at) => [named[at] ?? '', part(text, feedback)]),
    );
    const listed = all.map((one, at) => ({ key: named[at] ?? '', share: one.share }));
    return {
      kind: 'single',
      texts: { en: said(prompt, parts, explanation) },
      choices: listed,
      shuffle: true,
    };
  }),
  explained.map(
    ({ prompt, explanation }): QuestionBodyInput => ({
      kind: 'essay',
      texts: { en: said(prompt, {}, explanation) },
    }),
  ),
  fc
    .tuple(explained, fc.array(fc.tuple(words, words), { minLength: 2, maxLength: 4 }))
    .map(([{ prompt }, rows]): QuestionBodyInput => {
      const [lefts, rights] = [keys(rows.length, 'l-'), keys(rows.length, 'r-')];
      const parts = Object.fromEntries(
        rows.flatMap(([left, right], at) => [
          [lefts[at] ?? '', part(left)],
          [rights[at] ?? '', part(right)],
        ]),
      );
      const pairs = lefts.map((left, at) => ({ left, right: rights[at] ?? '' }));
      return { kind: 'matching', texts: { en: said(prompt, parts) }, pairs };
    }),
  fc.tuple(explained, words, fc.boolean(), fc.boolean()).map(
    ([{ prompt }, told, right, toRight]): QuestionBodyInput => ({
      kind: 'trueFalse',
      right,
      texts: {
        en: said(prompt, {
          true: part('', right === toRight ? told : ''),
          false: part('', right === toRight ? '' : told),
        }),
      },
    }),
  ),
  fc.tuple(explained, fc.integer(), fc.integer({ min: 0, max: 99 })).map(
    ([{ prompt }, value, tolerance]): QuestionBodyInput => ({
      kind: 'numeric',
      texts: { en: said(prompt) },
      accepted: [{ value: value / 100, tolerance: tolerance / 10 }],
    }),
  ),
  fc.tuple(explained, fc.array(words, { minLength: 1, maxLength: 3 })).map(
    ([{ prompt }, taken]): QuestionBodyInput => ({
      kind: 'shortText',
      texts: { en: said(prompt) },
      accepted: { en: taken.map((text) => ({ kind: 'folded', text, share: 100 })) },
    }),
  ),
);

const question = (body: QuestionBody) => ({
  name: 'A name',
  category: ['Some / where'],
  tags: ['x]y'],
  sourceLanguage: 'en',
  body,
});

describe('GIFT', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(inGift, (input) => {
        const body = questionBody.parse(input);
        fc.pre(bodyProblems(body, 'en').length === 0 && lossesOf(body, 'en').length === 0);
        const { questions, problems } = readQuestions(Buffer.from(toGift([question(body)])), 'en');
        expect(problems).toEqual([]);
        expect(questions).toEqual([
          expect.objectContaining({ name: 'A name', category: ['Some / where'], tags: ['x]y'], body }),
        ]);
      }),
      { numRuns: 600, seed: 20_261_124 },
    );
  });

  it('takes arrows and weights in answers as words, or says at the question that it cannot', () => {
    const words = (...taken: string[]) =>
      questionBody.parse({
        kind: 'shortText',
        texts: { en: said('What?') },
        accepted: { en: taken.map((text) => ({ kind: 'folded', text, share: 100 })) },
      });
    const back = (body: QuestionBody) => readQuestions(Buffer.from(toGift([question(body)])), 'en');
    const weights = words('%50%', '%-33.3% of it');
    expect(lossesOf(weights, 'en')).toEqual([]);
    expect(back(weights)).toMatchObject({ problems: [], questions: [{ body: weights }] });
    const arrows = words('north -> south', '%10%->');
    expect(toGift([question(arrows)])).toContain(
      '// Not in GIFT: arrows (->) in its answers, which stand as →\n',
    );
    expect(back(arrows)).toMatchObject({
      problems: [],
      questions: [{ body: words('north → south', '%10%→') }],
    });
  });

  it('names what it cannot hold, where it was', () => {
    const body = questionBody.parse({
      ...singleBody('What?'),
      texts: { en: said('What?', { a: part('A'), b: part('B') }), fr: said('Quoi ?') },
      shuffle: false,
    });
    const ordering = questionBody.parse({
      kind: 'ordering',
      texts: { en: said('?', { a: part('A'), b: part('B') }) },
      order: ['a', 'b'],
    });
    const gift = toGift([question(body), question(ordering)]);
    expect(gift).toContain(
      '// Not in GIFT: its texts in fr\n// Not in GIFT: that the order of choices stays\n',
    );
    expect(gift).toContain('// Not in GIFT: this type of question\n');
    expect(readQuestions(Buffer.from(gift), 'en').questions).toHaveLength(1);
  });
});

describe('a file', () => {
  let test: TestDatabase;
  let author: Awaited<ReturnType<typeof callerAs>>;
  let learner: Awaited<ReturnType<typeof callerAs>>;
  const id = () => newId();
  const shelf = async (name: string) =>
    (await author.bank.makeCategory({ commandId: id(), parentId: null, name })).categoryId;
  const send = (text: string, categoryId: string) => ({
    categoryId,
    language: 'en',
    content: Buffer.from(text).toString('base64'),
  });
  const gift =
    '$CATEGORY: Below/Deeper\n\n::One::First? {=a ~b}\n\n::Two::Second? {=c ~d}\n\n::Text::Only text.';

  beforeAll(async () => {
    test = await testDatabase();
    const party = await createParty(test);
    const { courseId } = await createDraftQuiz(test, party);
    const appointments = [{ role: 'instructor', scope: 'course', scopeId: courseId } as const];
    author = await callerAs(test, await createPerson(test, { party, appointments }));
    learner = await callerAs(test, await createPerson(test, { party }));
  });
  afterAll(() => test.close());

  it('is shown before anything is written, then written, then updated by its keys', async () => {
    const categoryId = await shelf('Imports');
    const preview = await author.bank.previewImport(send(gift, categoryId));
    expect(preview).toMatchObject({
      format: 'gift',
      encoding: 'UTF-8',
      counts: { created: 2, updated: 0, unchanged: 0 },
    });
    expect(preview.problems).toEqual(
      [{ line: 7, code: 'descriptionLeft', params: { name: '' } }].map((one) => ({
        ...one,
        params: expect.anything(),
      })),
    );
    expect((await author.bank.list({ categoryId })).total).toBe(0);
    expect(await author.bank.import({ commandId: id(), ...send(gift, categoryId) })).toMatchObject({
      created: 2,
    });
    const changed = gift.replace('Second?', 'Second, really?');
    expect(
      (await author.bank.previewImport(send(changed, categoryId))).questions.map(({ change }) => change),
    ).toEqual(['unchanged', 'updated']);
    const again = await author.bank.import({ commandId: id(), ...send(changed, categoryId) });
    expect(again).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    const { questions } = await author.bank.list({ categoryId });
    expect(questions.map(({ name, latest, category }) => [name, latest, category])).toEqual([
      ['One', 1, 'Deeper'],
      ['Two', 2, 'Deeper'],
    ]);
  });

  it('is not taken from a learner, nor into a category that is not there', async () => {
    const categoryId = await shelf('Shut');
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'OK',
        (error: { code: string }) => error.code,
      );
    expect(await code(learner.bank.previewImport(send(gift, categoryId)))).toBe('NOT_FOUND');
    expect(await code(learner.bank.import({ commandId: id(), ...send(gift, categoryId) }))).toBe('NOT_FOUND');
    expect(await code(learner.bank.export({ format: 'json' }))).toBe('NOT_FOUND');
    expect(await code(author.bank.import({ commandId: id(), ...send(gift, id()) }))).toBe('NOT_FOUND');
    expect(await code(author.bank.import({ commandId: id(), ...send('nothing', categoryId) }))).toBe(
      'BAD_REQUEST',
    );
  });

  it('of our own comes back with every language and its pictures, somewhere else', async () => {
    const [from, to] = [await shelf('From'), await shelf('To')];
    const kept = await author.bank.keepPicture({
      commandId: id(),
      name: 'dot.png',
      content: Buffer.from(dot).toString('base64'),
    });
    const body: QuestionBodyInput = {
      kind: 'hotspot',
      imageFileId: kept.fileId,
      alternatives: { en: 'A dot' },
      areas: [{ key: 'a', shape: { is: 'box', x: 1, y: 2, width: 3, height: 4 }, share: 100 }],
      texts: {
        en: said(`Where? ![dot](/api/files/${kept.fileId})`, { a: part('Here') }),
        fr: said('Où ?', { a: part('Ici') }),
      },
    };
    const made = {
      commandId: id(),
      categoryId: from,
      name: 'Dot',
      difficulty: 'hard' as const,
      tags: ['pictures'],
      sourceLanguage: 'en',
      body,
    };
    await author.bank.create(made);
    const file = await author.bank.export({ categoryId: from, format: 'json' });
    await author.bank.import({ commandId: id(), ...send(file.text, to) });
    const [copy] = (await author.bank.list({ categoryId: to })).questions;
    expect(copy).toMatchObject({
      name: 'Dot',
      difficulty: 'hard',
      tags: ['pictures'],
      languages: ['en', 'fr'],
    });
    const original = (await author.bank.list({ categoryId: from })).questions[0];
    const read = async (questionId = '') => (await author.bank.byId({ questionId })).body;
    expect(await read(copy?.id)).toEqual(await read(original?.id));
    expect(JSON.parse(file.text).pictures).toHaveLength(1);
  });

  it('holds no picture that is none', async () => {
    const content = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64');
    const work = author.bank.keepPicture({ commandId: id(), name: 'x.svg', content });
    await expect(work).rejects.toMatchObject({ fields: [{ key: 'bank.pictureKind' }] });
  });
});
