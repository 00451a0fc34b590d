import { newId } from '@concord/db/ids';
import { exerciseSeats, exercises } from '@concord/db/schema/exercises';
import { appointments } from '@concord/db/schema/people';
import { clockRows } from '@concord/db/schema/running';
import { createParty } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { addInject, injectScene } from '../../testing/injects.ts';
import { reportPaper } from './paper.ts';

let scene: Awaited<ReturnType<typeof injectScene>>;
beforeAll(async () => {
  scene = await injectScene();
  const { api, teams, objectiveId, test, exerciseId } = scene;
  const { injectId } = await addInject(scene, 'Cranes stop', {
    ...{ minute: 0, status: 'approved', teamIds: [teams.north, teams.south], objectiveId },
    ...{ text: 'All of them.', expected: 'Told to nobody' },
  });
  await test.worker.db.insert(clockRows).values({
    id: newId(),
    exerciseId,
    place: 1,
    kind: 'start',
    at: new Date(),
    by: scene.people.director.id,
  });
  const of = { commandId: newId(), exerciseId };
  await api.player.running.answer({ ...of, injectId, text: 'We call the harbour master.' });
  await api.opponent.running.inbox({ code: scene.code });
  await judge(objectiveId);
});

/** Both teams are judged by one criterion, and the northern one judges itself. */
async function judge(objectiveId: string) {
  const { api, teams, exerciseId } = scene;
  const levels = ['Late', 'In time'].map((words) => ({ en: words, fr: words, points: null }));
  const { criterionId } = await api.planner.scoring.saveCriterion({
    ...{
      commandId: newId(),
      exerciseId,
      criterionId: null,
      objectiveId,
      titleEn: 'Reports',
      titleFr: 'Rapports',
    },
    ...{ open: true, levels },
  });
  const of = { exerciseId, criterionId, responseId: null, revision: 0 };
  for (const [teamId, level] of [
    [teams.north, 0],
    [teams.south, 1],
  ] as const)
    await api.evaluator.scoring.score({ commandId: newId(), ...of, teamId, level, reason: 'As seen' });
  const { responseId: _, ...own } = of;
  await api.player.scoring.assess({ commandId: newId(), ...own, level: 1, reason: 'We were quick' });
}
afterAll(() => scene.test.close());

const of = () => ({ commandId: newId(), exerciseId: scene.exerciseId });
type Api = typeof scene.api.player;
const page = (api: Api) => api.reports.byCode({ code: scene.code });

describe('the report', () => {
  it('is there for the staff, and for those who took part once it was issued after the hot wash', async () => {
    const { api, test, exerciseId } = scene;
    const whole = (await page(api.evaluator)).report;
    expect(whole?.figures).toMatchObject({ sent: 2, answered: 1 });
    expect(whole?.objectives).toMatchObject([{ sent: 2, answered: 1 }]);
    expect((await page(api.player)).report).toBeNull();
    for (const other of [api.manager, api.coordinator, api.outsider])
      expect(await failure(page(other))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(page(api.nobody))).toMatchObject({ code: 'UNAUTHORIZED' });
    expect(await failure(api.director.reports.issue(of()))).toMatchObject({ messageKey: 'reports.early' });
    const day = (days: number) => new Date(Date.now() + days * 86_400_000);
    const dates = { startsAt: day(-3), endsAt: day(-1), closesAt: day(-5), substitutionUntil: day(-4) };
    await test.worker.db.update(exercises).set(dates).where(eq(exercises.id, exerciseId));
    expect(await failure(api.director.reports.issue(of()))).toMatchObject({
      messageKey: 'reports.noHotWash',
    });
    await api.control.lessons.openWash(of());
    expect(await failure(api.director.reports.issue(of()))).toMatchObject({
      messageKey: 'reports.noSummary',
    });
    expect(await failure(api.player.reports.saveSummary({ ...of(), summary: 'Mine' }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    await api.director.reports.saveSummary({ ...of(), summary: 'It went well.' });
    const twice = of();
    await api.director.reports.issue(twice);
    await api.director.reports.issue(twice);
    expect(await failure(api.director.reports.issue(of()))).toMatchObject({ messageKey: 'reports.issued' });
  });

  it('shows a player the own team’s part and nothing of another’s', async () => {
    const { api, teams } = scene;
    const own = (await page(api.player)).report;
    expect(own).toMatchObject({ summary: 'It went well.', whole: false, figures: { sent: 1, answered: 1 } });
    expect(own?.timeline.map(({ teamId }) => teamId)).toEqual([teams.north]);
    expect((await page(api.opponent)).report?.figures).toMatchObject({ sent: 1, answered: 0 });
    expect(JSON.stringify(own)).not.toContain('Told to nobody');
  });

  it('compares with one’s own alone: the own party’s teams, and all of them for the staff', async () => {
    const { api } = scene;
    expect((await page(api.player)).report?.earlier).toMatchObject([{ whole: false, sent: 1, answered: 1 }]);
    expect((await page(api.opponent)).report?.earlier).toMatchObject([
      { whole: false, sent: 1, answered: 0 },
    ]);
    const staff = (await page(api.evaluator)).report?.earlier.toSorted((one) => (one.whole ? -1 : 1));
    expect(staff).toMatchObject([
      { whole: true, sent: 2, answered: 1 },
      { whole: false, sent: 1, answered: 0 },
    ]);
  });

  it('holds no score that was not released, and then the own team’s alone, with no places where nobody wins', async () => {
    const { api, teams } = scene;
    const results = async (who: Api) => {
      const scores = (await page(who)).report?.scores;
      return scores?.teams.map(({ id, results: [one] }) => [id, one?.official?.level, one?.self?.level]);
    };
    expect(await results(api.evaluator)).toEqual([
      [teams.north, 0, 1],
      [teams.south, 1, undefined],
    ]);
    expect((await page(api.evaluator)).report?.scores).toMatchObject({ withheld: true, places: null });
    expect(await results(api.player)).toEqual([[teams.north, undefined, 1]]);
    expect((await page(api.player)).report?.scores?.withheld).toBe(false);
    await api.director.scoring.act({ ...of(), act: 'release' });
    expect(await results(api.player)).toEqual([[teams.north, 0, 1]]);
    expect(await results(api.opponent)).toEqual([[teams.south, 1, undefined]]);
  });

  it('is read by who coordinates a party that took part, as far as its own teams go', async () => {
    const { api, teams, code, test, person, parties } = scene;
    const { can, report } = await page(api.coordinator);
    expect(can).toMatchObject({ read: true, joined: false, lead: false });
    expect(report).toMatchObject({ whole: false, figures: { sent: 1, answered: 1 } });
    expect(report?.timeline.map(({ teamId }) => teamId)).toEqual([teams.north]);
    expect(report?.scores?.teams.map(({ id }) => id)).toEqual([teams.north]);
    expect(report?.earlier).toMatchObject([{ whole: false, sent: 1, answered: 1 }]);
    const other = (await page(api.other)).report;
    expect(other?.scores?.teams.map(({ id }) => id)).toEqual([teams.south]);
    // Everything else of the exercise stays as it was to them.
    for (const call of [
      () => api.coordinator.lessons.observations({ code }),
      () => api.coordinator.running.inbox({ code }),
      () => api.coordinator.scoring.board({ code }),
      () => api.coordinator.injects.list({ code }),
    ])
      expect(await failure(call())).toMatchObject({ code: 'NOT_FOUND' });
    for (const none of [api.outsider, api.manager])
      expect(await failure(page(none))).toMatchObject({ code: 'NOT_FOUND' });
    const officer = await person(parties.nordmark, {
      ...{ role: 'securityOfficer', scope: 'party', scopeId: parties.nordmark.id },
    });
    expect(await failure(page(await callerAs(test, officer)))).toMatchObject({ code: 'NOT_FOUND' });
    const former = await person(parties.nordmark, {
      ...{ role: 'trainingCoordinator', scope: 'party', scopeId: parties.nordmark.id },
    });
    const before = await callerAs(test, former);
    expect((await page(before)).report?.figures).toMatchObject({ sent: 1 });
    const ended = eq(appointments.personId, former.id);
    await test.worker.db.update(appointments).set({ validUntil: new Date() }).where(ended);
    expect(await failure(page(before))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is read by who coordinates a nation for the seats of its organisations, and not the other way round', async () => {
    const { api, teams, test, person, parties, both } = scene;
    const team = await createParty(test, { kind: 'team', nationId: parties.nordmark.id });
    const own = await person(team, { role: 'trainingCoordinator', scope: 'party', scopeId: team.id });
    const ofTeam = await callerAs(test, own);
    expect(both).not.toContain(team.id);
    expect(await failure(page(ofTeam))).toMatchObject({ code: 'NOT_FOUND' });
    await test.worker.db
      .update(exerciseSeats)
      .set({ partyId: team.id })
      .where(eq(exerciseSeats.personId, scene.people.players[0].id));
    expect((await page(ofTeam)).report?.timeline.map(({ teamId }) => teamId)).toEqual([teams.north]);
    expect((await page(api.coordinator)).report?.figures).toMatchObject({ sent: 1 });
    expect((await page(api.other)).report?.timeline.map(({ teamId }) => teamId)).toEqual([teams.south]);
  });

  it('says on paper what it says on the page, in both languages', async () => {
    const { api, code, staff } = scene;
    const { lessonId } = await api.control.lessons.identify({
      ...{ ...of(), title: 'Call sooner', issue: 'Nobody called.', cause: '', proposal: '' },
      observationIds: [],
    });
    const given = { lessonId, what: 'Write the list', personId: staff.control.id, dueOn: '2040-01-15' };
    const { actionId } = await api.control.lessons.giveAction({ commandId: newId(), ...given });
    const done = { actionId, kind: 'done' as const, reason: 'Written.', evidence: '' };
    await api.control.lessons.stepAction({ commandId: newId(), ...done });
    const { report, ...head } = await page(api.coordinator);
    if (!report) throw new Error('There is no report.');
    for (const [locale, words] of [
      [
        'en',
        ['Scores', 'level 1 of 2', 'level 2 of 2', '15 Jan 2040 (done)', 'Call sooner (to be validated)'],
      ],
      ['fr', ['Évaluation', 'niveau 1 sur 2', '15 janv. 2040 (fait)']],
    ] as const) {
      const paper = reportPaper({ ...head, report }, locale, 'ALLIANCE UNCLASSIFIED');
      const said = JSON.stringify(paper.blocks);
      for (const word of words) expect(said).toContain(word);
      expect(said).not.toContain('South');
      expect(paper).toMatchObject({ number: code, marking: expect.stringContaining('EXERCI') });
    }
  });
});
