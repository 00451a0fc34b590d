import { newId } from '@concord/db/ids';
import { surveyAnswers } from '@concord/db/schema/surveys';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { day } from '../../testing/exercises.ts';
import { type PlayedScene, playedScene } from '../../testing/lessons.ts';
import { surveyCsv } from './csv.ts';
import { type Answers, answerProblem, type Question, resultsOf } from './rules.ts';

const question = (id: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  ...{ id, kind, required: true, choices: kind === 'choice' ? 3 : 0 },
  ...more,
});

describe('answers', () => {
  const asked = [question('s', 'scale'), question('c', 'choice'), question('t', 'text', { required: false })];
  it.each([
    [{ s: 3, c: 0 }, null],
    [{ s: 3, c: 2, t: 'Well' }, null],
    [{ c: 0 }, { id: 's', key: 'required' }],
    [
      { s: 0, c: 0 },
      { id: 's', key: 'invalid' },
    ],
    [
      { s: 6, c: 0 },
      { id: 's', key: 'invalid' },
    ],
    [
      { s: 2.5, c: 0 },
      { id: 's', key: 'invalid' },
    ],
    [
      { s: 3, c: 3 },
      { id: 'c', key: 'invalid' },
    ],
    [
      { s: '3', c: 0 },
      { id: 's', key: 'invalid' },
    ],
    [
      { s: 3, c: 0, t: 4 },
      { id: 't', key: 'invalid' },
    ],
    [
      { s: 3, c: 0, x: 1 },
      { id: 'x', key: 'invalid' },
    ],
  ])('%j: %j', (given, problem) => {
    expect(answerProblem(asked, given)).toEqual(problem);
  });

  it('are counted by step and choice, and texts stand in no order of their own', () => {
    const all: Answers[] = [
      { s: 1, c: 2, t: 'b' },
      { s: 4, c: 2 },
      { s: 4, c: 0, t: 'a' },
    ];
    expect(resultsOf(asked, all)).toMatchObject([
      { counts: [1, 0, 0, 2, 0], mean: 3, answered: 3 },
      { counts: [1, 0, 2], mean: null },
      { answered: 2, texts: ['a', 'b'] },
    ]);
  });
});

let scene: PlayedScene;
beforeAll(async () => {
  scene = await playedScene();
});
afterAll(() => scene.test.close());

describe('a survey', () => {
  let surveyId: string;
  const fields = (more: object = {}) => ({
    ...scene.of(),
    ...{ surveyId: null, titleEn: 'How it was', titleFr: 'Votre avis', threshold: 3 },
    ...{ opensAt: day(-1), closesAt: day(5) },
    questions: [
      { kind: 'scale' as const, wordsEn: 'Worth it?', wordsFr: 'Utile ?', choices: [], required: true },
      { kind: 'text' as const, wordsEn: 'Why?', wordsFr: 'Pourquoi ?', choices: [], required: false },
    ],
    ...more,
  });
  const page = (api: PlayedScene['api']['player']) => api.surveys.byId({ surveyId });
  const answers = async (step: number, words: string) => {
    const [scale, text] = (await page(scene.api.planner)).questions;
    return { commandId: newId(), surveyId, answers: { [scale?.id ?? '']: step, [text?.id ?? '']: words } };
  };

  it('is kept by its planners and seen by those in the exercise alone', async () => {
    const { api } = scene;
    expect(await failure(api.player.surveys.save(fields()))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(api.outsider.surveys.save(fields()))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.planner.surveys.save(fields({ closesAt: day(-2) })))).toMatchObject({
      fields: [{ path: 'closesAt' }],
    });
    ({ surveyId } = await api.planner.surveys.save(fields()));
    await api.planner.surveys.save(fields({ surveyId, titleEn: 'How was it?' }));
    expect((await page(api.player)).survey.title).toBe('How was it?');
    for (const other of [api.manager, api.coordinator, api.outsider])
      expect(await failure(page(other))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is answered once by each, without a name, and shows nothing below the number it asks for', async () => {
    const { api, test } = scene;
    const first = await answers(5, 'All of it');
    const tries = await Promise.allSettled([
      api.player.surveys.answer(first),
      api.player.surveys.answer({ ...first, commandId: newId() }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await api.opponent.surveys.answer(await answers(4, 'The start'));
    expect((await page(api.director)).results).toBeNull();
    const direct = await inTransaction(
      servicesOf(test),
      await requestAs(test, scene.people.director),
      ({ tx }) =>
        tx
          .select()
          .from(surveyAnswers)
          .catch((error: Error) => String(error.cause)),
    ).catch(String);
    expect(String(direct)).toContain('permission denied');
    await api.evaluator.surveys.answer(await answers(3, ''));
    const { results } = await page(api.director);
    expect(results).toMatchObject([
      { counts: [0, 0, 1, 1, 1], mean: 4 },
      { texts: ['All of it', 'The start'] },
    ]);
    expect((await page(api.player)).results).toBeNull();
    const rows = await test.worker.db.select().from(surveyAnswers);
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['id', 'sealed', 'surveyId']);
    expect(rows.every(({ id }) => id[14] === '4')).toBe(true);
    expect(await failure(api.planner.surveys.save(fields({ surveyId })))).toMatchObject({
      messageKey: 'surveys.answered',
    });
  });

  it('goes out as a table without anybody in it, for the staff', async () => {
    const { test, people } = scene;
    const csv = await inTransaction(servicesOf(test), await requestAs(test, people.director), (ctx) => {
      if (!ctx.actor) throw new Error('Nobody');
      return surveyCsv({ ...ctx, actor: ctx.actor }, surveyId);
    });
    expect(csv).toMatch(/^\ufeff?EXERCISE · /);
    expect(csv).toContain('Worth it?,scale,5,1');
    expect(csv).not.toContain(people.players[0].id);
    const late = await scene.api.planner.surveys.save(fields({ opensAt: day(-5), closesAt: day(-4) }));
    const closed = { commandId: newId(), surveyId: late.surveyId, answers: {} };
    expect(await failure(scene.api.player.surveys.answer(closed))).toMatchObject({
      messageKey: 'surveys.closed',
    });
  });
});
