import { newId } from '@concord/db/ids';
import { createBody } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { dayOn, type PlayedScene, playedScene } from '../../testing/lessons.ts';

let scene: PlayedScene;
/** An action of the exercise's first lesson; a player owns it. */
let actionId: string;
beforeAll(async () => {
  scene = await playedScene();
  const { api, of, people } = scene;
  await api.control.lessons.openWash(of());
  const said = { title: 'Log first', issue: 'Reports came late.', cause: '', proposal: '' };
  const { lessonId } = await api.control.lessons.identify({ ...of(), ...said, observationIds: [] });
  const given = { lessonId, what: 'Write the drill', personId: people.players[0].id, dueOn: dayOn(5) };
  ({ actionId } = await api.control.lessons.giveAction({ ...command(), ...given }));
});
afterAll(() => scene.test.close());

type Api = PlayedScene['api']['player'];
const command = () => ({ commandId: newId() });
const page = (api: Api) => api.lessons.byNumber({ code: scene.code, number: 1 });

describe('what an action becomes', () => {
  it('is a document, an inject elsewhere, and shows it both ways', async () => {
    const { api, exerciseId } = scene;
    await api.player.lessons.become({
      ...command(),
      actionId,
      into: { kind: 'document', what: 'The handbook, chapter 3', address: '/consult' },
    });
    expect(
      await failure(
        api.player.lessons.become({
          ...command(),
          actionId,
          into: { kind: 'unit', courseId: newId(), title: 'Drill' },
        }),
      ),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect((await page(api.opponent)).lesson.actions[0]?.links).toMatchObject([
      { kind: 'document', document: { what: 'The handbook, chapter 3' } },
    ]);
    expect(await api.manager.lessons.behind({ kind: 'inject', id: exerciseId })).toEqual([]);
  });

  it('is a requirement of who may ask it, in one command, and shows it both ways', async () => {
    const { api, person, parties, test } = scene;
    const asked = {
      ...{ titleEn: 'Press drill', titleFr: 'Exercice de presse', subject: 'everyone' as const, role: null },
      ...{
        subjectId: null,
        partyIds: [],
        needs: [{ kind: 'attestation' as const, level: 0 }],
        validOn: null,
      },
      ...{ validMonths: null, renewalDays: 0, remindDays: [], graceDays: 0 },
    };
    const all = async () => (await api.manager.requirements.list({})).requirements.length;
    const before = await all();
    // Its owner may say what it becomes, and may ask nothing of anybody.
    expect(
      await failure(api.player.lessons.becomeRequirement({ ...command(), actionId, ...asked })),
    ).toMatchObject({ code: 'NOT_FOUND' });
    // A coordinator may ask, and has nothing to do with it.
    const coordinator = await callerAs(
      test,
      await person(parties.outside, {
        role: 'trainingCoordinator',
        scope: 'party',
        scopeId: parties.outside.id,
      }),
    );
    for (const stranger of [coordinator, api.outsider]) {
      expect(await failure(stranger.lessons.actionBehind({ actionId }))).toMatchObject({ code: 'NOT_FOUND' });
      expect(
        await failure(stranger.lessons.becomeRequirement({ ...command(), actionId, ...asked })),
      ).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await all()).toBe(before);
    expect((await api.manager.lessons.choices({ actionId })).can.require).toBe(true);
    expect(await api.manager.lessons.actionBehind({ actionId })).toMatchObject({ code: scene.code });
    const twice = { ...command(), actionId, ...asked };
    await api.manager.lessons.becomeRequirement(twice);
    await api.manager.lessons.becomeRequirement(twice);
    expect(await all()).toBe(before + 1);
    const link = (await page(api.manager)).lesson.actions[0]?.links.find(
      ({ kind }) => kind === 'requirement',
    );
    expect(link?.requirement).toBe('Press drill');
    const id = link?.requirementId ?? '';
    expect(await api.manager.lessons.behind({ kind: 'requirement', id })).toHaveLength(1);
  });

  it('is a text before a body of who lays texts there, read by nobody who may not read the lesson', async () => {
    const { api, parties, test, person } = scene;
    const body = await createBody(test, { code: 'PLAN' });
    const runs = (role: 'chair' | 'secretariat') => ({ role, scope: 'body' as const, scopeId: body.id });
    const manages = { role: 'trainingManager' as const, scope: 'alliance' as const };
    const [chair, secretary, elsewhere] = await Promise.all(
      [[runs('chair'), manages], [runs('secretariat'), manages], [runs('chair')]].map(async (held) =>
        callerAs(test, await person(parties.calder, ...held)),
      ),
    );
    if (!chair || !secretary || !elsewhere) throw new Error('Nobody runs the body.');
    const marking = { level: 0, releasableTo: [parties.calder.id] };
    const laid = (more: object = {}) => ({
      ...{ ...command(), actionId, bodyCode: body.code, title: 'Press guide', reference: '' },
      ...{ marking, withThread: false, ...more },
    });
    const texts = async () => (await chair.texts.list({ bodyCode: body.code })).texts.length;
    // Its owner may say what it becomes, and lays no texts; a chair lays texts, and has nothing to do with it.
    expect(await failure(api.player.lessons.becomeText(laid()))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(elsewhere.lessons.becomeText(laid()))).toEqual(
      await failure(elsewhere.lessons.becomeText(laid({ actionId: newId() }))),
    );
    const wide = laid({ marking: { level: 0, releasableTo: [parties.calder.id, parties.outside.id] } });
    expect(await failure(chair.lessons.becomeText(wide))).toMatchObject({
      fields: [{ path: 'marking', key: 'lessons.widerThanLesson' }],
    });
    expect(await texts()).toBe(0);
    expect((await chair.lessons.choices({ actionId })).bodies).toMatchObject([{ code: 'PLAN' }]);
    expect((await api.manager.lessons.choices({ actionId })).bodies).toEqual([]);

    const twice = laid();
    const { linkId } = await chair.lessons.becomeText(twice);
    expect(await chair.lessons.becomeText(twice)).toMatchObject({ linkId });
    expect(await texts()).toBe(1);
    const linked = async (from: Api) =>
      (await page(from)).lesson.actions[0]?.links.find(({ id }) => id === linkId);
    const link = await linked(chair);
    expect(link).toMatchObject({ kind: 'document', text: 'Press guide', document: null });
    const textId = link?.textId ?? '';
    const editing = await chair.texts.editing({ textId });
    expect(editing.kept?.draft).toMatchObject({ base: 0, note: 'Write the drill' });
    expect(await chair.lessons.behind({ kind: 'text', id: textId })).toMatchObject([
      { code: scene.code, number: 1, title: 'Log first' },
    ]);
    // Who reads the lesson and not the text learns that there is one, and nothing of it.
    expect(await linked(api.manager)).toMatchObject({ kind: 'document', text: null, textId: null });
    expect(await api.manager.lessons.behind({ kind: 'text', id: textId })).toEqual([]);
    // Who reads the text and not the lesson learns of none.
    expect((await elsewhere.texts.byId({ textId })).title).toBe('Press guide');
    expect(await elsewhere.lessons.behind({ kind: 'text', id: textId })).toEqual([]);
    // A secretariat makes no versions, so nothing is begun for it.
    await secretary.lessons.becomeText(laid({ title: 'Second guide' }));
    expect(await texts()).toBe(2);
  });
});
