import { newId } from '@concord/db/ids';
import { exercises } from '@concord/db/schema/exercises';
import { clockRows } from '@concord/db/schema/running';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../testing/consultation.ts';
import { addInject, injectScene } from '../../testing/injects.ts';
import { byObjective, figuresOf } from './rules.ts';

const at = (minute: number) => new Date(Date.UTC(2027, 0, 1, 10, minute));
const sent = (objectiveId: string | null, minute: number, answered: number | null) => ({
  ...{ injectId: 'i', teamId: 't', objectiveId, at: at(minute) },
  answeredAt: answered === null ? null : at(answered),
});

describe('figures', () => {
  it.each([
    [[], { sent: 0, answered: 0, minutes: null }],
    [[sent(null, 0, null)], { sent: 1, answered: 0, minutes: null }],
    [[sent(null, 0, 4), sent(null, 0, 10), sent(null, 5, null)], { sent: 3, answered: 2, minutes: 4 }],
    [[sent(null, 0, 4), sent(null, 0, 10), sent(null, 5, 7)], { sent: 3, answered: 3, minutes: 4 }],
  ])('of %# are %j', (all, figures) => {
    expect(figuresOf(all)).toEqual(figures);
  });

  it('stand by objective, and beside them what names none', () => {
    const seen = [
      { objectiveId: 'a', kind: 'improve' as const },
      { objectiveId: null, kind: 'sustain' as const },
    ];
    expect(byObjective([{ id: 'a', title: 'A' }], [sent('a', 0, 1)], seen)).toMatchObject([
      { id: 'a', sent: 1, answered: 1, sustain: 0, improve: 1 },
      { id: null, sent: 0, sustain: 1 },
    ]);
    expect(byObjective([], [], [])).toEqual([]);
  });
});

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
});
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
});
