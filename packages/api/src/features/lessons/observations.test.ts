import { newId } from '@concord/db/ids';
import { observations } from '@concord/db/schema/lessons';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { type PlayedScene, playedScene } from '../../testing/lessons.ts';

let scene: PlayedScene;
beforeAll(async () => {
  scene = await playedScene();
});
afterAll(() => scene.test.close());

type Api = PlayedScene['api']['player'];
const seenBy = async (api: Api) =>
  (await api.lessons.observations({ code: scene.code })).observations.map(({ what }) => what).sort();
const command = () => ({ commandId: newId() });

describe('what was seen', () => {
  it('is noted by whoever is in the exercise, and read by its author and the staff until the hot wash', async () => {
    const { api, seen, teams, objectiveId } = scene;
    const one = seen('The picture was late', { teamId: teams.north, objectiveId, evidence: '/exercise' });
    const first = await api.player.lessons.observe(one);
    expect(await api.player.lessons.observe(one)).toEqual(first);
    await api.opponent.lessons.observe(seen('Good handover', { kind: 'sustain' }));
    await api.evaluator.lessons.observe(seen('Nobody logged it'));
    expect(await seenBy(api.player)).toEqual(['The picture was late']);
    expect(await seenBy(api.opponent)).toEqual(['Good handover']);
    expect(await seenBy(api.planner)).toEqual(['Good handover', 'Nobody logged it', 'The picture was late']);
    for (const other of [api.manager, api.coordinator, api.outsider]) {
      expect(await failure(seenBy(other))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await failure(other.lessons.observe(seen('From outside')))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('lies sealed, names only what is of the exercise, and is never marked wider than it', async () => {
    const { api, seen, test, parties, teams } = scene;
    const [row] = await test.worker.db.select().from(observations).limit(1);
    expect(row?.sealed.toString('latin1')).not.toContain('late');
    const wider = { level: 0, releasableTo: [parties.nordmark.id, parties.calder.id, parties.outside.id] };
    // An inject that has not reached the team is not there to be named.
    for (const [more, path] of [
      [{ teamId: newId() }, 'teamId'],
      [{ objectiveId: newId() }, 'objectiveId'],
      [{ injectId: newId() }, 'injectId'],
      [{ injectId: scene.aheadId, teamId: teams.north }, 'injectId'],
      [{ marking: wider }, 'marking'],
    ] as const)
      expect(await failure(api.player.lessons.observe(seen('Wrong', more)))).toMatchObject({
        fields: [{ path }],
      });
    await api.evaluator.lessons.observe(seen('Not yet sent', { injectId: scene.aheadId }));
    for (const evidence of ['javascript:alert(1)', '//elsewhere.example', 'http://plain.example'])
      expect(await failure(api.player.lessons.observe(seen('Wrong', { evidence })))).toMatchObject({
        code: 'BAD_REQUEST',
      });
  });

  it('is shown to all who took part once the hot wash is open, but for what is marked for fewer', async () => {
    const { api, seen, of, parties } = scene;
    const marking = { level: 0, releasableTo: [parties.calder.id] };
    await api.evaluator.lessons.observe(seen('For Calder alone', { marking }));
    expect(await failure(api.player.lessons.openWash(of()))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(api.evaluator.lessons.openWash(of()))).toMatchObject({ code: 'FORBIDDEN' });
    expect((await api.player.lessons.hotWash({ code: scene.code })).observations).toEqual([]);
    const twice = of();
    await api.control.lessons.openWash(twice);
    await api.control.lessons.openWash(twice);
    expect(await failure(api.control.lessons.openWash(of()))).toMatchObject({
      messageKey: 'lessons.washOpen',
    });
    expect(await seenBy(api.player)).toEqual([
      'Good handover',
      'Nobody logged it',
      'Not yet sent',
      'The picture was late',
    ]);
    expect(await seenBy(api.opponent)).toContain('For Calder alone');
    expect(await failure(api.manager.lessons.hotWash({ code: scene.code }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is grouped, sorted and merged by who leads, and changed by its author alone until it is over', async () => {
    const { api, of } = scene;
    const wash = () => api.player.lessons.hotWash({ code: scene.code });
    const byWhat = async (what: string) =>
      (await wash()).observations.find((one) => one.what === what)?.id ?? '';
    const [late, logged] = [await byWhat('The picture was late'), await byWhat('Nobody logged it')];
    const { groupId } = await api.control.lessons.saveGroup({ ...of(), groupId: null, title: 'Reporting' });
    const { groupId: other } = await api.control.lessons.saveGroup({
      ...of(),
      groupId: null,
      title: 'Tools',
    });
    await api.control.lessons.moveGroup({ ...command(), groupId: other, at: 0 });
    await api.control.lessons.place({ ...command(), observationId: late, groupId, at: 0 });
    await api.control.lessons.merge({ ...command(), observationId: logged, intoId: late });
    await api.control.lessons.point({ ...of(), groupId });
    const after = await wash();
    expect(after.groups.map(({ title }) => title)).toEqual(['Tools', 'Reporting']);
    expect(after.wash?.groupId).toBe(groupId);
    expect(after.observations.find(({ id }) => id === logged)).toMatchObject({ intoId: late, groupId });
    expect(
      await failure(api.control.lessons.merge({ ...command(), observationId: late, intoId: logged })),
    ).toMatchObject({ fields: [{ path: 'intoId' }] });
    for (const act of [
      () => api.player.lessons.place({ ...command(), observationId: late, groupId: null, at: 0 }),
      () => api.player.lessons.saveGroup({ ...of(), groupId: null, title: 'Mine' }),
      () => api.control.lessons.removeObservation({ ...command(), observationId: late }),
    ])
      expect(await failure(act())).toMatchObject({ code: 'FORBIDDEN' });
    await api.control.lessons.closeWash(of());
    const { commandId: _, exerciseId: __, ...said } = scene.seen('Otherwise');
    expect(
      await failure(api.player.lessons.changeObservation({ ...command(), observationId: late, ...said })),
    ).toMatchObject({ messageKey: 'lessons.washClosed' });
  });
});
