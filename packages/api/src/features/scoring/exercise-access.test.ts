import { newId } from '@concord/db/ids';
import { injects, injectVersions, storylines } from '@concord/db/schema/injects';
import { deliveries, responses } from '@concord/db/schema/running';
import { checkKeys, checkResults, scores } from '@concord/db/schema/scoring';
import { createAppointment } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { addInject } from '../../testing/injects.ts';
import { type ScoringScene, scoringScene } from '../../testing/scoring.ts';

/**
 * Every kind of person × what must not be seen of a running competition before anything is released: `+` it is there, `.` it
 * is not. Pages are asked through the API; rows through the person's own connection, whatever any page would ask.
 */
const table = {
  // director, planner, control, evaluator | north, south, observer | former, manager, coordinator, outsider, administrator
  list: '++++ ... .....',
  board: '++++ ... .....',
  expected: '++++ ... .....',
  inbox: '.... ++. .....',
  southInject: '++++ .+. .....',
  ahead: '++++ ... .....',
  southAnswer: '++++ .+. .....',
  scores: '++++ ... .....',
  scoreOfNorth: '++++ ... .....',
  selfOfNorth: '++++ +.. .....',
  scoreboard: '++++ ... .....',
  checks: '++++ ... .....',
  keys: '+... ... .....',
  injectRows: '++++ ... .....',
  versionRows: '++++ ... .....',
  storyRows: '++++ ... .....',
  officialRows: '++++ ... .....',
} as const;
type Thing = keyof typeof table;

let scene: ScoringScene;
let people: Record<string, { id: string }>;
beforeAll(async () => {
  scene = await scoringScene();
  const { api, teams, person, parties, exerciseId, code, test } = scene;
  const approved = { status: 'approved' as const, text: 'It burns.', expected: 'They hope.' };
  await api.planner.injects.saveStoryline({
    commandId: newId(),
    exerciseId,
    storylineId: null,
    title: 'Fire',
  });
  const { injectId } = await addInject(scene, 'For South', { ...approved, teamIds: [teams.south] });
  await addInject(scene, 'Lies ahead', { ...approved, teamIds: [teams.north, teams.south], minute: 600 });
  await api.control.running.turn({ commandId: newId(), exerciseId, turn: 'start' });
  await api.opponent.running.inbox({ code });
  await api.opponent.running.answer({ commandId: newId(), exerciseId, injectId, text: 'We call.' });
  await api.evaluator.scoring.score(scene.judged());
  await api.player.scoring.assess(scene.assessed());
  await api.director.checks.makeKey({
    ...{ commandId: newId(), exerciseId, secret: 'a'.repeat(43), name: 'Checker', days: 1 },
  });
  const observer = await person(parties.calder);
  await scene.sit(observer.id, { teamId: null, partyId: parties.calder.id });
  const former = await person(parties.calder);
  for (const role of ['exerciseDirector', 'exercisePlanner', 'exerciseControl', 'evaluator'] as const)
    await createAppointment(test, former, {
      ...{ role, scope: 'exercise', scopeId: exerciseId },
      ...{ from: new Date('2020-01-01'), until: new Date('2021-01-01') },
    });
  const { manager, director, coordinator, outsider, players } = scene.people;
  people = {
    ...{
      director,
      planner: scene.staff.planner,
      control: scene.staff.control,
      evaluator: scene.staff.evaluator,
    },
    ...{ north: players[0], south: scene.opponent, observer, former, manager, coordinator, outsider },
    admin: await person(parties.calder, { role: 'administrator', scope: 'alliance' }),
  };
});
afterAll(() => scene.test.close());

type Caller = Awaited<ReturnType<typeof callerAs>>;
const text = (answer: Promise<unknown>, words: string) =>
  answer.then(
    (found) => JSON.stringify(found).includes(words),
    () => false,
  );
const there = (answer: Promise<unknown>) =>
  answer.then(
    () => true,
    (error: { code?: string }) => {
      expect(error.code).toBe('NOT_FOUND');
      return false;
    },
  );

async function seenBy(api: Caller): Promise<Partial<Record<Thing, boolean>>> {
  const code = { code: scene.code };
  const anything = async (words: string) =>
    (await text(api.running.inbox(code), words)) || (await text(api.running.board(code), words));
  return {
    list: await there(api.injects.list(code)),
    board: await there(api.running.board(code)),
    expected: await anything('They hope.'),
    inbox: await there(api.running.inbox(code)),
    southInject: await anything('For South'),
    ahead: await anything('Lies ahead'),
    southAnswer: await anything('We call.'),
    scores: await there(api.scoring.board(code)),
    scoreOfNorth:
      (await text(api.scoring.own(code), 'Half an hour late')) ||
      (await text(api.scoring.team({ ...code, teamId: scene.teams.north }), 'Half an hour late')),
    selfOfNorth:
      (await text(api.scoring.own(code), 'We were in time')) ||
      (await text(api.scoring.team({ ...code, teamId: scene.teams.north }), 'We were in time')),
    scoreboard: await there(api.scoring.scoreboard(code)),
    checks: await there(api.checks.byCode(code)),
    keys: await text(api.checks.byCode(code), 'Checker'),
  };
}

async function rowsOf(who: { id: string }): Promise<Partial<Record<Thing, boolean>>> {
  const request = await requestAs(scene.test, who as never);
  return inTransaction(servicesOf(scene.test), request, async ({ tx }) => {
    expect(await tx.$count(checkResults)).toBe(0);
    const others = await tx.$count(deliveries, eq(deliveries.teamId, scene.teams.south));
    const said = await tx.$count(responses, eq(responses.teamId, scene.teams.south));
    const [keys, southSelf] = [
      await tx.$count(checkKeys),
      await tx.$count(scores, and(eq(scores.teamId, scene.teams.south), eq(scores.kind, 'self'))),
    ];
    expect(southSelf).toBe(0);
    return {
      injectRows: (await tx.$count(injects)) > 0,
      versionRows: (await tx.$count(injectVersions)) > 0,
      storyRows: (await tx.$count(storylines)) > 0,
      officialRows: (await tx.$count(scores, eq(scores.kind, 'official'))) > 0,
      southInject: others > 0,
      southAnswer: said > 0,
      keys: keys > 0,
    };
  });
}

describe('before anything is released', () => {
  it('each sees what is theirs and no more, by pages and by rows', async () => {
    const marks = new Map<Thing, string[]>();
    const put = (found: Partial<Record<Thing, boolean>>) => {
      for (const [thing, seen] of Object.entries(found) as [Thing, boolean][])
        marks.set(thing, [...(marks.get(thing) ?? []), seen ? '+' : '.']);
    };
    for (const who of Object.values(people)) {
      const pages = await seenBy(await callerAs(scene.test, who as never));
      const rows = await rowsOf(who);
      for (const both of ['southInject', 'southAnswer', 'keys'] as const)
        expect([both, rows[both]]).toEqual([both, pages[both]]);
      put({ ...rows, ...pages });
    }
    for (const [thing, line] of Object.entries(table) as [Thing, string][])
      expect([thing, marks.get(thing)?.join('')]).toEqual([thing, line.replaceAll(' ', '')]);
  });
});
