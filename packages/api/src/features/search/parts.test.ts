import { newId } from '@concord/db/ids';
import { levels } from '@concord/db/schema/markings';
import { attestations } from '@concord/db/schema/people';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servicesOf } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, say } from '../../testing/consultation.ts';
import { setSearchIndex } from './reindex.ts';

let scene: Consultation;
let own: string;
beforeAll(async () => {
  scene = await consultation();
  own = `:::R ${scene.parties.nor.code}`;
});
afterAll(() => scene.test.close());

const search = (api: Api, query: string) => api.search.contributions({ query });
const ids = async (api: Api, query: string) => (await search(api, query)).results.map((one) => one.id);
const edit = (contributionId: string, revision: number, text: string) =>
  scene.api.author.contributions.edit({ commandId: newId(), contributionId, revision, text });

describe('the words of a part', () => {
  it('find its entry for whoever reads it, with accents or without, under its marking', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(
      api.author,
      threadId,
      `Open.\n\n${own}\nDeux frégates à Vardø.\n:::`,
    );
    for (const query of ['fregates', 'FRÉGATES', '"fregates a vardo"'])
      expect(await ids(api.author, query)).toEqual([contributionId]);
    const found = await search(api.chair, 'fregates');
    expect(found.results[0]?.parts.find((part) => part.match)?.text).toBe('frégates');
    // What is shown carries the part's marking too, so that the page's banner counts it in.
    expect(Object.keys(found.markings)).toHaveLength(2);
    expect(Object.keys((await search(api.ally, 'open')).markings)).toHaveLength(1);
  });

  it('leave no trace for who may not read it: results, snippets, order and pages are those of a world without it', async () => {
    const { api, threadId } = scene;
    const told = async (query: string) => {
      const { results, markings, older, searched } = await search(api.ally, query);
      return JSON.stringify({
        results: results.map(({ id: _, at: __, ...rest }) => rest),
        markings,
        older,
        searched,
      });
    };
    await say(api.author, threadId, 'Beacon one.');
    await say(api.author, threadId, 'Beacon two.');
    const [common, secret] = [await told('beacon'), await told('lodestar')];
    for (let count = 0; count < 30; count += 1)
      await say(api.author, threadId, `Nothing.\n\n${own}\nBeacon lodestar ${count}.\n:::`);
    expect([await told('beacon'), await told('lodestar')]).toEqual([common, secret]);
    expect((await search(api.author, 'lodestar')).results).toHaveLength(20);
    expect((await search(api.author, 'lodestar')).older).not.toBeNull();
  });

  it('go with the part: another wording, its removal, its entry taken away', async () => {
    const { api, threadId } = scene;
    const { contributionId } = await say(api.author, threadId, `Open.\n\n${own}\nAlbatross.\n:::`);
    await edit(contributionId, 1, `Open.\n\n${own}\nPetrel.\n:::`);
    expect([await ids(api.author, 'albatross'), await ids(api.author, 'petrel')]).toEqual([
      [],
      [contributionId],
    ]);
    await edit(contributionId, 2, 'Open.');
    expect(await ids(api.author, 'petrel')).toEqual([]);
    await edit(contributionId, 3, `Open.\n\n${own}\nGannet.\n:::`);
    await api.author.contributions.remove({ commandId: newId(), contributionId });
    expect(await ids(api.author, 'gannet')).toEqual([]);
    expect(
      await scene.test.worker.sql`select 1 from search_part where contribution_id = ${contributionId}`,
    ).toHaveLength(0);
  });

  it('are found no more by whose attestation was lowered', async () => {
    const { api, threadId, people, test } = scene;
    await say(api.author, threadId, `Open.\n\n${own}\nCormorant.\n:::`);
    const mine = eq(attestations.personId, people.chair.id);
    expect(await ids(api.chair, 'cormorant')).toHaveLength(1);
    await test.worker.db.update(attestations).set({ level: 0 }).where(mine);
    expect(await ids(api.chair, 'cormorant')).toEqual([]);
    await test.worker.db.update(attestations).set({ level: 1 }).where(mine);
  });
});

describe('a level whose index is turned off', () => {
  it('leaves no word behind, and gets all of them back when it is turned on', async () => {
    const { api, threadId, test } = scene;
    const entry = await say(api.author, threadId, `Guillemot.\n\n${own}\nPuffin.\n:::`);
    const words = () => test.worker.sql`
      select words::text from search_entry union all select words::text from search_part where words::text like '%puffin%'`;
    expect(await words()).not.toHaveLength(0);
    const off = await setSearchIndex(servicesOf(test), 'R', false);
    expect(off).toEqual({ level: 'R', on: false, entries: 0, parts: 0, meetings: 0 });
    expect(await words()).toHaveLength(0);
    await say(api.author, threadId, 'Razorbill.');
    expect(await words()).toHaveLength(0);
    expect(await ids(api.author, 'guillemot')).toEqual([]);
    const on = await setSearchIndex(servicesOf(test), 'R', true);
    expect(on.entries).toBeGreaterThan(1);
    expect(await ids(api.author, 'guillemot')).toEqual([entry.contributionId]);
    expect(await ids(api.author, 'puffin')).toEqual([entry.contributionId]);
    expect(await ids(api.ally, 'puffin')).toEqual([]);
    expect(await ids(api.author, 'razorbill')).toHaveLength(1);
    await expect(setSearchIndex(servicesOf(test), 'X', false)).rejects.toThrow();
    expect(await test.worker.db.select().from(levels).where(eq(levels.searchIndex, false))).toEqual([]);
  });
});
