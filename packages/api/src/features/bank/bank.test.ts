import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDraftQuiz, part, said, singleBody } from '../../testing/bank.ts';
import { callerAs } from '../../testing/caller.ts';

type Caller = Awaited<ReturnType<typeof callerAs>>;
let test: TestDatabase;
let author: Caller;
let manager: Caller;
let learner: Caller;
let expired: Caller;
let shelf: string;

const id = () => newId();
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'OK',
    (error: { code: string }) => error.code,
  );
const fields = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { fields: { path: string; key: string }[] }) => error.fields.map(({ path, key }) => [path, key]),
  );

beforeAll(async () => {
  test = await testDatabase();
  const party = await createParty(test);
  const { courseId } = await createDraftQuiz(test, party);
  const staff = { role: 'instructor', scope: 'course', scopeId: courseId } as const;
  author = await callerAs(test, await createPerson(test, { party, appointments: [staff] }));
  manager = await callerAs(
    test,
    await createPerson(test, { party, appointments: [{ role: 'trainingManager', scope: 'alliance' }] }),
  );
  learner = await callerAs(test, await createPerson(test, { party }));
  const until = new Date('2024-01-01T00:00:00Z');
  expired = await callerAs(test, await createPerson(test, { party, appointments: [{ ...staff, until }] }));
  shelf = (await author.bank.makeCategory({ commandId: id(), parentId: null, name: 'Incident handling' }))
    .categoryId;
});
afterAll(() => test.close());

const make = (prompt: string, values: object = {}) =>
  author.bank.create({
    commandId: id(),
    categoryId: shelf,
    name: prompt,
    difficulty: 'medium',
    tags: [],
    sourceLanguage: 'en',
    body: singleBody(prompt),
    ...values,
  });

describe('the bank', () => {
  it('does not exist for learners, nor for staff whose appointment has ended', async () => {
    const { questionId } = await make('Hidden?');
    for (const stranger of [learner, expired]) {
      expect(await stranger.bank.mine()).toBe(false);
      expect(await code(stranger.bank.list({}))).toBe('NOT_FOUND');
      expect(await code(stranger.bank.byId({ questionId }))).toBe('NOT_FOUND');
      expect(await code(stranger.bank.categories())).toBe('NOT_FOUND');
      const wish = { commandId: id(), parentId: null, name: 'Mine' };
      expect(await code(stranger.bank.makeCategory(wish))).toBe('NOT_FOUND');
    }
    expect(await manager.bank.mine()).toBe(true);
    expect((await manager.bank.byId({ questionId })).name).toBe('Hidden?');
  });

  it('shows nothing to a learner at the database’s own door', async () => {
    const rows = await test.app.sql`select id from bank_question`;
    expect(rows).toHaveLength(0);
  });

  it('keeps every version and makes none for what is the same', async () => {
    const { questionId } = await make('First wording?');
    const save = (basedOn: number, prompt: string) =>
      author.bank.save({ commandId: id(), questionId, basedOn, note: 'Clearer', body: singleBody(prompt) });
    expect(await save(1, 'First wording?')).toEqual({ questionId, number: 1 });
    expect(await save(1, 'Second wording?')).toEqual({ questionId, number: 2 });
    expect(await code(save(1, 'Third wording?'))).toBe('CONFLICT');
    const first = await author.bank.byId({ questionId, number: 1 });
    expect(first.body.texts.en?.prompt.html).toBe('<p>First wording?</p>');
    expect(first.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await code(author.bank.byId({ questionId, number: 9 }))).toBe('NOT_FOUND');
  });

  it('lets one of two saves at once through', async () => {
    const { questionId } = await make('Raced?');
    const save = (prompt: string) =>
      code(author.bank.save({ commandId: id(), questionId, basedOn: 1, body: singleBody(prompt) }));
    expect((await Promise.all([save('One?'), save('Other?')])).sort()).toEqual(['CONFLICT', 'OK']);
  });

  it('has one effect for a command sent twice', async () => {
    const command = {
      commandId: id(),
      categoryId: shelf,
      name: 'Twice?',
      difficulty: 'easy' as const,
      tags: [],
      sourceLanguage: 'en',
      body: singleBody('Twice?'),
    };
    expect(await author.bank.create(command)).toEqual(await author.bank.create(command));
    expect((await author.bank.list({ words: 'Twice?' })).total).toBe(1);
  });

  it('throws HTML from outside away and shows no picture of another site', async () => {
    const texts = {
      en: {
        ...said('See ![x](https://evil.example/x.png) <script>alert(1)</script>', {
          a: part('A'),
          b: part('B'),
        }),
      },
    };
    texts.en.prompt.html = '<img src=x onerror=alert(1)>';
    const { questionId } = await make('Hostile', { body: { ...singleBody('x'), texts } });
    const { body } = await author.bank.byId({ questionId });
    expect(body.texts.en?.prompt.html).toBe('<p>See x </p>');
  });

  it('names the field that is wrong', async () => {
    const body = singleBody(' ', 'Right', ' ');
    expect(await fields(make('Blank', { body }))).toEqual([
      ['body.texts.en.prompt.source', 'bank.prompt'],
      ['body.texts.en.parts.b.text.source', 'bank.part'],
    ]);
    expect(await fields(make('Elsewhere', { sourceLanguage: 'fr' }))).toEqual([
      ['body.texts.fr.prompt.source', 'bank.prompt'],
    ]);
  });

  it('is narrowed by category with what is below, type, difficulty, tag, words and use', async () => {
    const below = await author.bank.makeCategory({ commandId: id(), parentId: shelf, name: 'Evidence' });
    const { questionId } = await make('Which 100% sure_sign remains?', {
      categoryId: below.categoryId,
      difficulty: 'hard',
      tags: ['logs', ' logs ', 'traces'],
    });
    const names = async (input: Parameters<Caller['bank']['list']>[0]) =>
      (await author.bank.list(input)).questions.map(({ id: found }) => found);
    expect(await names({ categoryId: below.categoryId })).toEqual([questionId]);
    expect(await names({ categoryId: shelf })).toContain(questionId);
    expect(await names({ difficulty: 'hard' })).toEqual([questionId]);
    expect(await names({ tag: 'logs' })).toEqual([questionId]);
    expect(await names({ words: '100% sure_' })).toEqual([questionId]);
    expect(await names({ words: '100_ sure' })).toEqual([]);
    expect(await names({ kind: 'essay' })).toEqual([]);
    expect(await names({ show: 'unused' })).toContain(questionId);
    await author.bank.archive({ commandId: id(), questionId, archived: true });
    expect(await names({ difficulty: 'hard' })).toEqual([]);
    expect(await names({ show: 'archived' })).toEqual([questionId]);
    expect(await author.bank.tags()).toEqual([]);
  });

  it('pages by key without losing or repeating', async () => {
    const { categoryId } = await author.bank.makeCategory({ commandId: id(), parentId: null, name: 'Many' });
    for (let number = 0; number < 35; number += 1) await make(`Same name ${number % 3}`, { categoryId });
    const first = await author.bank.list({ categoryId });
    const second = await author.bank.list({ categoryId, after: first.next ?? '' });
    const seen = [...first.questions, ...second.questions].map((one) => one.id);
    expect([first.total, first.questions.length, new Set(seen).size, second.next]).toEqual([
      35,
      30,
      35,
      null,
    ]);
  });
});

describe('categories', () => {
  it('make a tree without rings or twins, and go only when empty', async () => {
    const make = async (name: string, parentId: string | null) =>
      (await author.bank.makeCategory({ commandId: id(), parentId, name })).categoryId;
    const top = await make('Top', null);
    const middle = await make('Middle', top);
    const leaf = await make('Leaf', middle);
    expect(await code(make('Top', null))).toBe('BAD_REQUEST');
    const move = (categoryId: string, parentId: string | null) =>
      code(author.bank.moveCategory({ commandId: id(), categoryId, parentId }));
    expect(await move(top, leaf)).toBe('BAD_REQUEST');
    expect(await move(top, top)).toBe('BAD_REQUEST');
    expect(await move(leaf, null)).toBe('OK');
    const drop = (categoryId: string) => code(author.bank.dropCategory({ commandId: id(), categoryId }));
    expect(await drop(top)).toBe('PRECONDITION_FAILED');
    expect(await drop(middle)).toBe('OK');
    await author.bank.renameCategory({ commandId: id(), categoryId: leaf, name: 'Leaf, moved' });
    const tree = await author.bank.categories();
    expect(tree.find((one) => one.id === leaf)).toMatchObject({ name: 'Leaf, moved', depth: 0 });
  });

  it('cannot close a ring by two moves at once', async () => {
    const [one, two] = [
      await author.bank.makeCategory({ commandId: id(), parentId: null, name: 'One' }),
      await author.bank.makeCategory({ commandId: id(), parentId: null, name: 'Two' }),
    ];
    const move = (from: string, to: string) =>
      code(author.bank.moveCategory({ commandId: id(), categoryId: from, parentId: to }));
    const both = await Promise.all([
      move(one.categoryId, two.categoryId),
      move(two.categoryId, one.categoryId),
    ]);
    expect(both.sort()).toEqual(['BAD_REQUEST', 'OK']);
  });
});
