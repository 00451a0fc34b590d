import { newId } from '@concord/db/ids';
import { lessonActions } from '@concord/db/schema/lessons';
import { notifications, recordEntries } from '@concord/db/schema/system';
import { and, eq, inArray, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { dayOn, type PlayedScene, playedScene } from '../../testing/lessons.ts';
import { remindActions } from './jobs.ts';

let scene: PlayedScene;
beforeAll(async () => {
  scene = await playedScene();
  const { api, seen, of, parties } = scene;
  await api.player.lessons.observe(seen('The picture was late'));
  await api.evaluator.lessons.observe(seen('Nobody logged it'));
  const marking = { level: 0, releasableTo: [parties.calder.id] };
  await api.evaluator.lessons.observe(seen('For Calder alone', { marking }));
  await api.control.lessons.openWash(of());
});
afterAll(() => scene.test.close());

type Api = PlayedScene['api']['player'];
const _seenBy = async (api: Api) =>
  (await api.lessons.observations({ code: scene.code })).observations.map(({ what }) => what).sort();
const command = () => ({ commandId: newId() });

describe('a lesson', () => {
  let lessonId: string;
  let actionId: string;
  const page = (api: Api) => api.lessons.byNumber({ code: scene.code, number: 1 });

  it('is identified from observations, as narrowly marked as they, by who leads or manages training', async () => {
    const { api, of } = scene;
    const all = (await api.control.lessons.observations({ code: scene.code })).observations;
    const observationIds = all
      .filter(({ what }) => what === 'The picture was late' || what === 'Nobody logged it')
      .map(({ id }) => id);
    const lesson = { title: 'Log first', issue: 'Reports came late.', cause: '', proposal: 'Drill it.' };
    expect(await failure(api.player.lessons.identify({ ...of(), ...lesson, observationIds }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const twice = { ...of(), ...lesson, observationIds };
    const made = await api.control.lessons.identify(twice);
    expect(await api.control.lessons.identify(twice)).toEqual(made);
    lessonId = made.lessonId;
    expect((await page(api.player)).observations).toHaveLength(2);
    const narrow = all.filter(({ what }) => what === 'For Calder alone').map(({ id }) => id);
    const second = await api.manager.lessons.identify({ ...of(), ...lesson, observationIds: [] });
    expect(second.number).toBe(2);
    await api.control.lessons.identify({ ...of(), ...lesson, observationIds: narrow });
    const numbers = async (from: Api) =>
      (await from.lessons.list({ code: scene.code })).lessons.map(({ number }) => number);
    expect(await numbers(api.opponent)).toEqual([1, 2, 3]);
    expect(await numbers(api.player)).toEqual([1, 2]);
    for (const other of [api.coordinator, api.outsider])
      expect(await failure(numbers(other))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('waits with its owner, who is told, reminded once, and says when it is done', async () => {
    const { api, people, test } = scene;
    const [owner] = people.players;
    const action = { lessonId, what: 'Write the drill', personId: owner.id, dueOn: dayOn(5) };
    expect(
      await failure(api.control.lessons.giveAction({ ...command(), ...action, dueOn: dayOn(-2) })),
    ).toMatchObject({ fields: [{ path: 'dueOn' }] });
    expect(
      await failure(
        api.control.lessons.giveAction({ ...command(), ...action, personId: people.outsider.id }),
      ),
    ).toMatchObject({ fields: [{ path: 'personId' }] });
    ({ actionId } = await api.control.lessons.giveAction({ ...command(), ...action }));
    expect((await api.player.today.get()).waiting).toMatchObject([
      { kind: 'lessonAction', what: 'Write the drill', code: scene.code, number: 1 },
    ]);
    expect(await remindActions(servicesOf(test))).toBe(1);
    expect(await remindActions(servicesOf(test))).toBe(0);
    await test.worker.db
      .update(lessonActions)
      .set({ dueOn: dayOn(-2) })
      .where(eq(lessonActions.id, actionId));
    expect(await remindActions(servicesOf(test))).toBe(1);
    const told = await test.worker.db
      .select({ kind: notifications.kind })
      .from(notifications)
      .where(and(eq(notifications.personId, owner.id), like(notifications.kind, 'lesson%')));
    expect(told.map(({ kind }) => kind).sort()).toEqual([
      'lessonActionDue',
      'lessonActionGiven',
      'lessonActionLate',
    ]);
    expect((await page(api.player)).lesson.actions[0]).toMatchObject({ state: 'late', can: ['done'] });
    const done = { ...command(), actionId, kind: 'done' as const, reason: 'Written.', evidence: '/learn' };
    expect(await failure(api.opponent.lessons.stepAction({ ...done, ...command() }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await api.player.lessons.stepAction(done);
    await api.player.lessons.stepAction(done);
    expect(await failure(api.player.lessons.stepAction({ ...done, ...command() }))).toMatchObject({
      messageKey: 'lessons.action.done',
    });
    expect((await api.player.today.get()).waiting).toEqual([]);
    expect((await page(api.player)).lesson.state).toBe('done');
  });

  it('is learned with evidence once all is done, and can be taken up again', async () => {
    const { api, test } = scene;
    const word = { lessonId, reason: 'Shown at the drill.', evidence: '' };
    const step = (kind: 'learned' | 'reopened' | 'setAside', more: object = {}) => ({
      ...{ ...command(), ...word, kind },
      ...more,
    });
    expect(await failure(api.player.lessons.step(step('learned', { evidence: '/x' })))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await failure(api.control.lessons.step(step('learned')))).toMatchObject({
      fields: [{ path: 'evidence' }],
    });
    const tries = await Promise.allSettled([
      api.control.lessons.step(step('learned', { evidence: '/x' })),
      api.planner.lessons.step(step('learned', { evidence: '/x' })),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await page(api.player)).lesson.state).toBe('learned');
    const more = { ...command(), lessonId, what: 'More', personId: scene.staff.control.id, dueOn: dayOn(9) };
    expect(await failure(api.control.lessons.giveAction(more))).toMatchObject({
      messageKey: 'lessons.state.learned',
    });
    await api.manager.lessons.step(step('reopened'));
    expect((await page(api.player)).lesson.state).toBe('done');
    const kept = await test.worker.db
      .select({ action: recordEntries.action })
      .from(recordEntries)
      .where(inArray(recordEntries.action, ['lesson.learned', 'lesson.reopened', 'lesson.action.done']));
    expect(kept.map(({ action }) => action).sort()).toEqual([
      'lesson.action.done',
      'lesson.learned',
      'lesson.reopened',
    ]);
    const all = await api.player.lessons.register({});
    expect(all.exercises[0]?.lessons.map(({ state }) => state)).toEqual(['done', 'identified']);
    expect((await api.outsider.lessons.register({})).exercises).toEqual([]);
  });
});
