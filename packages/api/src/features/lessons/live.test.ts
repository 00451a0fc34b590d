import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asWorker } from '../../context.ts';
import { publish } from '../../realtime/outbox.ts';
import { servicesOf } from '../../testing/caller.ts';
import { heardBy } from '../../testing/heard.ts';
import { type PlayedScene, playedScene } from '../../testing/lessons.ts';

let scene: PlayedScene;
let people: Record<string, { id: string }>;
beforeAll(async () => {
  scene = await playedScene();
  const { director, manager, coordinator, outsider, players } = scene.people;
  people = {
    ...{ director, ...scene.staff, player: players[0], opponent: scene.opponent },
    ...{ manager, coordinator, outsider },
  };
});
afterAll(() => scene.test.close());

const topic = () => `exercise-wash:${scene.exerciseId}`;
/** Who hears of what was told since `already` events. */
const heard = async (already = 0, strength?: number) =>
  (await heardBy(scene.test, topic(), people, strength)).slice(already);
const STAFF = ['control', 'director', 'evaluator', 'planner'];
/** Marked for Calder alone, which the player is not of. */
const ofCalder = () => ({ marking: { level: 0, releasableTo: [scene.parties.calder.id] } });

describe('news of the hot wash', () => {
  it('come to the staff and to who wrote it while the exercise is played', async () => {
    const { api, seen } = scene;
    await api.player.lessons.observe(seen('Before the talk'));
    await api.evaluator.lessons.observe(seen('By an evaluator'));
    expect(await heard()).toEqual([[...STAFF, 'player'], STAFF]);
  });

  it('come to all who took part from its opening on, but for what they may not read', async () => {
    const { api, seen, of } = scene;
    const before = (await heard()).length;
    await api.control.lessons.openWash(of());
    const { observationId } = await api.evaluator.lessons.observe(seen('For Calder', ofCalder()));
    const { observationId: open } = await api.opponent.lessons.observe(seen('For all'));
    await api.control.lessons.place({ commandId: newId(), observationId, groupId: null, at: 0 });
    await api.control.lessons.merge({ commandId: newId(), observationId: open, intoId: observationId });
    const words = { title: 'Calm', issue: 'Nobody knew', cause: 'No list', proposal: 'Make a list' };
    await api.director.lessons.identify({ ...of(), ...words, observationIds: [observationId] });
    const [all, narrow] = [[...STAFF, 'opponent', 'player'].sort(), [...STAFF, 'opponent'].sort()];
    expect(await heard(before)).toEqual([all, narrow, all, narrow, all, narrow]);
  });

  it('reach an open page at once, and no page of who may not read', async () => {
    const { api, seen, test } = scene;
    const services = servicesOf(test);
    const lines: Record<string, string[]> = {};
    for (const name of ['player', 'opponent', 'outsider']) {
      const own: string[] = [];
      lines[name] = own;
      await services.live.join({
        ...{ personId: people[name]?.id ?? '', sessionId: newId(), strength: 2 },
        write: (bytes) => void own.push(bytes.toString()),
        end: () => undefined,
      });
    }
    await api.evaluator.lessons.observe(seen('Narrow again', ofCalder()));
    await asWorker(services, async (ctx) => {
      for (const name of Object.keys(lines))
        await publish(ctx, { topic: 'last', personId: people[name]?.id ?? '' });
    });
    await vi.waitFor(() => {
      for (const own of Object.values(lines)) expect(own.join('')).toContain('"last"');
    }, 10_000);
    const told = (name: string) => lines[name]?.join('').includes(topic());
    expect([told('player'), told('opponent'), told('outsider')]).toEqual([false, true, false]);
  });
});
