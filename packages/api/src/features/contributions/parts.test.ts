import { newId } from '@concord/db/ids';
import { contributionPortions } from '@concord/db/schema/consultation';
import { attestations } from '@concord/db/schema/people';
import { liveEvents } from '@concord/db/schema/system';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callerAs } from '../../testing/caller.ts';
import { type Api, type Consultation, consultation, failure, say } from '../../testing/consultation.ts';

let scene: Consultation;
let own: string;
beforeAll(async () => {
  scene = await consultation();
  own = `:::R ${scene.parties.nor.code}`;
});
afterAll(() => scene.test.close());

/** A thread of its own, so that worlds can be compared. */
async function thread(): Promise<string> {
  const { api, body, marking } = scene;
  const input = { bodyCode: body.code, title: 'Parts', marking, needToKnow: { kind: 'body' as const } };
  return (await api.author.threads.start({ commandId: newId(), ...input })).threadId;
}

/** All that a reader is told of a thread and an entry, with the ids and instants of this world left out. */
async function told(api: Api, threadId: string, contributionId: string) {
  const all = {
    page: await api.threads.page({ threadId }),
    source: await api.contributions.source({ contributionId }),
    history: await api.contributions.history({ contributionId }),
    paper: await api.word.thread({ threadId }),
    list: (await api.threads.ofBody({ bodyCode: scene.body.code })).threads.filter(
      (one) => one.id === threadId,
    ),
    search: (await api.search.contributions({ query: 'harbour' })).results.filter(
      (one) => one.thread.id === threadId,
    ),
    record: (await api.record.list({})).entries.filter((one) => JSON.stringify(one).includes(threadId))
      .length,
  };
  return JSON.stringify(all)
    .replaceAll(threadId, 'THREAD')
    .replaceAll(contributionId, 'ENTRY')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT');
}

const edit = (api: Api, contributionId: string, revision: number, text: string) =>
  api.contributions.edit({ commandId: newId(), contributionId, revision, text });

const onPage = async (api: Api, threadId: string) => (await api.threads.page({ threadId })).contributions[0];

describe('a part of an entry', () => {
  it('is read under its own marking, between the words it stands between', async () => {
    const { api } = scene;
    const threadId = await thread();
    const { contributionId } = await say(
      api.author,
      threadId,
      `The harbour.\n\n${own}\nOur **ships**.\n:::\n\nThe end.`,
    );
    const mine = await onPage(api.author, threadId);
    expect(
      mine?.parts?.map(({ html, portion }) => [html.includes('<strong>ships'), portion !== null]),
    ).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
    const theirs = await onPage(api.ally, threadId);
    expect(theirs?.parts).toBeNull();
    expect(JSON.stringify(await api.ally.threads.page({ threadId }))).not.toContain('ships');
    const { markings } = await api.author.threads.page({ threadId });
    expect(Object.keys(markings)).toHaveLength(2);
    expect(Object.keys((await api.ally.threads.page({ threadId })).markings)).toHaveLength(1);
    expect((await api.author.word.thread({ threadId })).banner).not.toEqual(
      (await api.ally.word.thread({ threadId })).banner,
    );
    expect((await api.ally.search.contributions({ query: 'ships' })).results).toEqual([]);
    expect((await api.author.contributions.source({ contributionId })).source).toBe(
      `The harbour.\n\n${own}\nOur **ships**.\n:::\n\nThe end.`,
    );
  });

  it('leaves answers that are byte for byte those of a world without it, and after every change of it', async () => {
    const { api } = scene;
    const [first, second] = [await thread(), await thread()];
    const lists = '1. one\n2. two';
    const { contributionId: withPart } = await say(
      api.author,
      first,
      `The harbour.\n\n${own}\nOurs.\n:::\n\n${lists}`,
    );
    const { contributionId: without } = await say(api.author, second, `The harbour.\n\n${lists}`);
    const same = async () => {
      const [one, other] = [await told(api.ally, first, withPart), await told(api.ally, second, without)];
      expect(one).toBe(other);
    };
    await same();
    await edit(api.author, withPart, 1, `The harbour.\n\n${own}\nOurs, reworded.\n:::\n\n${lists}`);
    await same();
    await edit(api.author, withPart, 2, `The harbour.\n\n${lists}`);
    await same();
    await edit(api.author, withPart, 3, `The harbour again.\n\n${lists}`);
    await edit(api.author, without, 1, `The harbour again.\n\n${lists}`);
    await same();
    expect((await api.author.contributions.history({ contributionId: withPart })).revisions).toHaveLength(4);
    expect((await api.ally.contributions.history({ contributionId: withPart })).revisions).toHaveLength(2);
  });

  it('is told live to those who read it, and to nobody else', async () => {
    const { api, people, test } = scene;
    const threadId = await thread();
    const { contributionId } = await say(api.author, threadId, `Open.\n\n${own}\nOurs.\n:::`);
    const heard = () =>
      test.worker.db
        .select({ personId: liveEvents.personId, contributionId: liveEvents.contributionId })
        .from(liveEvents)
        .where(eq(liveEvents.topic, `thread:${threadId}`));
    const before = (await heard()).length;
    await edit(api.author, contributionId, 1, `Open.\n\n${own}\nOurs, anew.\n:::`);
    const news = (await heard()).slice(before);
    expect(news.every((one) => one.contributionId === null)).toBe(true);
    expect(news.map((one) => one.personId).sort()).toEqual([people.author.id, people.chair.id].sort());
  });

  it('holds back earlier wordings too, when words move into it', async () => {
    const { api } = scene;
    const threadId = await thread();
    const { contributionId } = await say(api.author, threadId, 'Open.\n\nToo much said.');
    await edit(api.author, contributionId, 1, `Open.\n\n${own}\nToo much said.\n:::`);
    const theirs = await api.ally.contributions.history({ contributionId });
    expect(JSON.stringify(theirs)).not.toContain('Too much');
    expect((await api.author.contributions.history({ contributionId })).revisions).toHaveLength(2);
  });

  it('stays where a wording by somebody who sees it keeps it, as the same row', async () => {
    const { api, test } = scene;
    const threadId = await thread();
    const { contributionId } = await say(api.author, threadId, `One.\n\n${own}\nOurs.\n:::`);
    const { source, revision } = await api.author.contributions.source({ contributionId });
    await edit(api.author, contributionId, revision, source.replace('One', 'First'));
    const rows = await test.worker.db
      .select({ id: contributionPortions.id })
      .from(contributionPortions)
      .where(eq(contributionPortions.contributionId, contributionId));
    expect(rows).toHaveLength(1);
    expect((await onPage(api.author, threadId))?.parts?.[1]?.portion?.id).toBe(rows[0]?.id);
  });

  it.each([
    ['a level that is none', (nor: string) => `a\n\n:::X ${nor}\nb\n:::`, 'levelUnknown'],
    ['a party that is none', () => 'a\n\n:::R NOBODY\nb\n:::', 'partyUnknown'],
    ['a level below the entry’s', (nor: string) => `a\n\n:::U ${nor}\nb\n:::`, 'wider'],
    ['no words outside', (nor: string) => `:::R ${nor}\nb\n:::`, 'onlyParts'],
    ['no end', (nor: string) => `a\n\n:::R ${nor}\nb`, 'fenceOpen'],
  ])('with %s is refused, and nothing is written', async (_, text, key) => {
    const { api, parties } = scene;
    const threadId = await thread();
    expect(await failure(say(api.author, threadId, text(parties.nor.code)))).toMatchObject({
      fields: [{ path: 'text', key: `contribution.portion.${key}` }],
    });
    expect((await api.author.threads.page({ threadId })).contributions).toEqual([]);
  });

  it('is for no party the entry is not for, and mentions nobody who may not read it', async () => {
    const { api, parties, people } = scene;
    const threadId = await thread();
    expect(await failure(say(api.author, threadId, `a\n\n${own} ${parties.out.code}\nb\n:::`))).toMatchObject(
      {
        fields: [{ key: 'contribution.portion.wider' }],
      },
    );
    const mention = (id: string) => say(api.author, threadId, `a\n\n${own}\n@[${id}]\n:::`);
    expect(await failure(mention(people.ally.id))).toMatchObject({
      fields: [{ key: 'contribution.mentionMayNotRead' }],
    });
    await mention(people.chair.id);
  });

  it('is quoted under no wider marking than its own, and by nobody who may not read it', async () => {
    const { api } = scene;
    const threadId = await thread();
    const { contributionId } = await say(api.author, threadId, `One.\n\n${own}\nOurs.\n:::`);
    const id = (await onPage(api.author, threadId))?.parts?.[1]?.portion?.id ?? '';
    const link = `[x](/consult/threads/${threadId}?at=${contributionId}&part=${id}#c-${contributionId}):\n\n> Ours.`;
    expect(await failure(say(api.author, threadId, link))).toMatchObject({
      fields: [{ path: 'text', key: 'contribution.portion.quotedWider' }],
    });
    await say(api.author, threadId, `See.\n\n${own}\n${link}\n:::`);
    const absent = link.replace(id, newId());
    expect(await failure(say(api.ally, threadId, link))).toEqual(
      await failure(say(api.ally, threadId, absent)),
    );
  });
});

describe('an edit by an author who may no longer read a part', () => {
  const lowered = async (work: (api: Api) => Promise<unknown>) => {
    const { test, people } = scene;
    const mine = eq(attestations.personId, people.author.id);
    const rows = await test.worker.db.select().from(attestations).where(mine);
    await test.worker.db.update(attestations).set({ level: 0 }).where(mine);
    await work(await callerAs(test, people.author));
    for (const { id, level } of rows)
      await test.worker.db.update(attestations).set({ level }).where(eq(attestations.id, id));
  };
  const open = async () => {
    const { api, body, parties } = scene;
    const marking = { level: 0, releasableTo: [parties.nor.id, parties.cal.id] };
    const at = { bodyCode: body.code, title: 'Open', marking, needToKnow: { kind: 'body' as const } };
    return (await api.author.threads.start({ commandId: newId(), ...at })).threadId;
  };

  it('leaves it where it stood, and is answered as in a world without it', async () => {
    const { api } = scene;
    const [first, second] = [await open(), await open()];
    const { contributionId: kept } = await say(
      api.author,
      first,
      `The harbour.\n\n${own}\nOurs.\n:::\n\nThe end.`,
    );
    const { contributionId: without } = await say(api.author, second, 'The harbour.\n\nThe end.');
    await lowered(async (author) => {
      expect(await told(author, first, kept)).toBe(await told(author, second, without));
      const { source } = await author.contributions.source({ contributionId: kept });
      for (const id of [kept, without]) await edit(author, id, 1, source.replace('The end', 'The very end'));
      expect(await told(author, first, kept)).toBe(await told(author, second, without));
    });
    expect(await told(api.ally, first, kept)).toBe(await told(api.ally, second, without));
    const whole = `The harbour.\n\n${own}\nOurs.\n:::\n\nThe very end.`;
    expect((await api.author.contributions.source({ contributionId: kept })).source).toBe(whole);
    expect((await onPage(api.chair, first))?.parts?.map(({ portion }) => portion !== null)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('keeps it through a wording without any of the old words', async () => {
    const { api } = scene;
    const threadId = await open();
    const { contributionId } = await say(api.author, threadId, `The harbour.\n\n${own}\nOurs.\n:::`);
    await lowered((author) => edit(author, contributionId, 1, 'All new.'));
    expect((await api.author.contributions.source({ contributionId })).source).toBe(
      `All new.\n\n${own}\nOurs.\n:::`,
    );
  });
});
