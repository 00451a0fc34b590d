import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, type Consultation, consultation, say } from '../../testing/consultation.ts';

let scene: Consultation;
let own: { level: number; releasableTo: string[] };
beforeAll(async () => {
  scene = await consultation();
  own = { level: 1, releasableTo: [scene.parties.nor.id] };
});
afterAll(() => scene.test.close());

const listed = async (api: Api, before?: string) =>
  api.threads.ofBody({ bodyCode: scene.body.code, ...(before && { before }) });
const first = async (api: Api) => (await listed(api)).threads.find(({ id }) => id === scene.threadId);
const commandId = newId;

/** The tally beside what a count from end to end says. */
async function expectTallied() {
  const { sql } = scene.test.worker;
  const tallied = await sql`select thread_id, marking_id, entries, last_at from thread_tally
    where author_id is not null order by thread_id, marking_id`;
  const counted = await sql`select thread_id, marking_id,
      count(*) filter (where removed_at is null)::int as entries, max(created_at) as last_at
    from contribution group by thread_id, marking_id order by thread_id, marking_id`;
  expect([...tallied]).toEqual([...counted]);
}

describe('the tally of a thread', () => {
  it('tells each reader of what they may read, and of nothing else', async () => {
    const { api, threadId } = scene;
    await say(api.author, threadId, 'One.');
    const heard = await first(api.ally);
    expect(heard).toMatchObject({ contributions: 1, unread: 1 });
    await say(api.author, threadId, 'Among ourselves.', { marking: own });
    expect(await first(api.chair)).toMatchObject({ contributions: 2, unread: 2 });
    expect(await first(api.ally)).toEqual(heard);
    expect(await first(api.outsider)).toBeUndefined();
    await expectTallied();
  });

  it('follows what is removed and narrowed, the last of its marking too', async () => {
    const { api, threadId } = scene;
    const [gone, narrowed] = [
      await say(api.author, threadId, 'Two.'),
      await say(api.ally, threadId, 'Three.'),
    ];
    await api.author.contributions.remove({ commandId: commandId(), contributionId: gone.contributionId });
    expect(await first(api.ally)).toMatchObject({
      contributions: 2,
      lastBy: expect.stringContaining('Tomas'),
    });
    const marking = { level: 1, releasableTo: [scene.parties.cal.id] };
    const { contributionId } = narrowed;
    await api.ally.contributions.narrow({ commandId: commandId(), contributionId, marking });
    expect(await first(api.ally)).toMatchObject({
      contributions: 2,
      lastBy: expect.stringContaining('Tomas'),
    });
    // Of the narrowed one nothing is left for others, in the order of the list either.
    expect(await first(api.chair)).toMatchObject({
      contributions: 2,
      lastBy: expect.stringContaining('Ilse'),
    });
    await expectTallied();
  });

  it('loses nothing of what is done at once', async () => {
    const { api, threadId } = scene;
    const before = await Promise.all([1, 2, 3].map((n) => say(api.author, threadId, `Before ${n}.`)));
    await Promise.all([
      ...before.map(({ contributionId }) =>
        api.author.contributions.remove({ commandId: commandId(), contributionId }),
      ),
      ...[1, 2, 3].flatMap((n) => [
        say(api.author, threadId, `Own ${n}.`, { marking: own }),
        say(api.ally, threadId, `Ours ${n}.`),
      ]),
    ]);
    await expectTallied();
  });

  it('is written by triggers alone', async () => {
    const { sql } = scene.test.app;
    await expect(sql`update thread_tally set entries = 0`).rejects.toThrow(/permission denied/);
    await expect(sql`select concord.tally_again(${scene.threadId}::uuid, ${newId()}::uuid)`).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe('the list of threads', () => {
  it('goes on after the last shown, the one last written in first', async () => {
    const { api, body } = scene;
    const started: string[] = [];
    for (let number = 1; number <= 35; number += 1) {
      const { threadId } = await api.author.threads.start({
        ...{ commandId: commandId(), bodyCode: body.code, title: `Topic ${number}` },
        ...{ marking: scene.marking, needToKnow: { kind: 'body' } },
      });
      started.unshift(threadId);
    }
    await say(api.author, scene.threadId, 'The oldest has the newest.');
    const wanted = [scene.threadId, ...started];
    const page = await listed(api.ally);
    expect(page.threads.map(({ id }) => id)).toEqual(wanted.slice(0, 30));
    expect(page.threads[1]).toMatchObject({ contributions: 0, lastAt: null, lastBy: null });
    const rest = await listed(api.ally, page.older ?? '');
    expect(rest.threads.map(({ id }) => id)).toEqual(wanted.slice(30));
    expect((await listed(api.outsider)).threads).toEqual([]);
  });

  it('counts what is unread to the last of many', async () => {
    const { api, threadId, people, parties } = scene;
    const before = (await first(api.ally))?.unread ?? 0;
    await scene.test.worker.sql`
      with t as (update thread set last_place = last_place + 120 where id = ${threadId} returning *)
      insert into contribution (id, thread_id, place, author_id, party_id, marking_id, sealed)
      select gen_random_uuid(), t.id, t.last_place - n, ${people.author.id}, ${parties.nor.id}, t.marking_id, ''
      from t, generate_series(0, 119) n`;
    expect((await first(api.ally))?.unread).toBe(before + 120);
    expect((await first(api.ally))?.contributions).toBeGreaterThan(120);
    await expectTallied();
  });
});
