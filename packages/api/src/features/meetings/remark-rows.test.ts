import { newId } from '@concord/db/ids';
import { summaryRemarks } from '@concord/db/schema/summary-remarks';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Context, inTransaction } from '../../context.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { about, begin, publishedMeeting } from '../../testing/meetings.ts';
import { type TextScene, textScene } from '../../testing/text-scene.ts';
import { createMembers } from '../../testing/texts.ts';

type Row = typeof summaryRemarks.$inferInsert;
let scene: TextScene;
let meeting: Awaited<ReturnType<typeof publishedMeeting>>;
/** Heads of the delegations of two nations that read the meeting, and of the one that also reads its hidden item. */
let ally: { id: string };
let author: { id: string };

beforeAll(async () => {
  scene = await textScene();
  await createMembers(scene.test, scene.body, [scene.parties.nor, scene.parties.cal]);
  ally = await headOf(scene.parties.cal);
  author = await headOf(scene.parties.nor);
  meeting = await publishedMeeting(scene);
  await begin(scene, meeting.meetingId);
  await scene.api.chair.meetings.openSummary(about(meeting.meetingId));
});
afterAll(() => scene.test.close());

const headOf = (party: { id: string }) =>
  createPerson(scene.test, {
    ...{ party, level: 1 },
    appointments: [{ role: 'headOfDelegation', scope: 'body', scopeId: scene.body.id }],
  });

/** Works on the tables as a person, past every command. */
const as = async <Result>(person: { id: string }, work: (tx: Context['tx']) => Promise<Result>) =>
  inTransaction(servicesOf(scene.test), await requestAs(scene.test, person), (ctx) => work(ctx.tx));

const write = async (by: { id: string }, more: Partial<Row> = {}) => {
  const id = newId();
  const row = { id, meetingId: meeting.meetingId, partyId: scene.parties.cal.id, madeBy: by.id };
  await as(by, (tx) =>
    tx.insert(summaryRemarks).values({
      ...{ ...row, madeAt: new Date(), late: false, sealed: Buffer.from('x') },
      ...more,
    }),
  );
  return id;
};

const change = (by: { id: string }, id: string, set: Partial<Row>) =>
  as(by, (tx) =>
    tx.update(summaryRemarks).set(set).where(eq(summaryRemarks.id, id)).returning({ id: summaryRemarks.id }),
  );
const back = (by: { id: string }) => ({ takenBackBy: by.id, takenBackAt: new Date() });
const answer = (by: { id: string }) => ({
  ...{ answerSealed: Buffer.from('x'), answeredBy: by.id, answeredAt: new Date() },
});

it('lets nobody write a remark for another nation, in another’s name, without the power or on what is hidden', async () => {
  const { people } = scene;
  for (const who of [people.chair, people.ally, people.outsider, author])
    await expect(write(who)).rejects.toThrow();
  await expect(write(ally, { madeBy: people.ally.id })).rejects.toThrow();
  await expect(write(ally, { itemId: meeting.hidden })).rejects.toThrow();
  await expect(write(ally, back(ally))).rejects.toThrow();
  await write(ally, { itemId: meeting.first });
});

it('lets a nation alone take its own back, those who plan it alone answer, and nobody change its words', async () => {
  const { people } = scene;
  const id = await write(ally);
  for (const who of [author, people.outsider, people.ally])
    expect(await change(who, id, back(who))).toEqual([]);
  await expect(change(people.chair, id, back(people.chair))).rejects.toThrow();
  const ours = await write(author, { partyId: scene.parties.nor.id });
  await expect(change(people.chair, ours, back(people.chair)), 'the chair’s own nation').rejects.toThrow();
  await expect(change(ally, id, answer(ally))).rejects.toThrow();
  await expect(change(ally, id, { sealed: Buffer.from('y') })).rejects.toThrow();
  expect(await change(people.chair, id, answer(people.chair))).toHaveLength(1);
  expect(await change(ally, id, back(ally))).toHaveLength(1);
  expect(await change(people.chair, id, answer(people.chair))).toEqual([]);
});

it('shows one on an item to whoever reads that item, and none below the level of the meeting', async () => {
  const { parties, body, test } = scene;
  const id = await write(author, { itemId: meeting.hidden, partyId: parties.nor.id });
  const seen = async (by: { id: string }) =>
    (await as(by, (tx) => tx.select({ id: summaryRemarks.id }).from(summaryRemarks))).map((row) => row.id);
  expect(await seen(author)).toContain(id);
  expect(await seen(ally)).not.toContain(id);
  const low = await createPerson(test, {
    ...{ party: parties.cal, level: 0 },
    appointments: [{ role: 'headOfDelegation', scope: 'body', scopeId: body.id }],
  });
  expect(await seen(low)).toEqual([]);
  await expect(write(low)).rejects.toThrow();
});
