import { newId } from '@concord/db/ids';
import { appointments } from '@concord/db/schema/people';
import { notifications, recordEntries } from '@concord/db/schema/system';
import { threadGlass } from '@concord/db/schema/thread-history';
import { createPerson } from '@concord/db/testing/fixtures';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { turnGlass } from '../../cli/break-glass.ts';
import { hashToken } from '../../context.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { type Api, failure, say } from '../../testing/consultation.ts';
import { type TextScene, textScene } from '../../testing/text-scene.ts';

let scene: TextScene;
let admin: { id: string };
let api: Api;
let contributionId: string;
beforeAll(async () => {
  scene = await textScene();
  const held = [{ role: 'administrator' as const, scope: 'alliance' as const }];
  admin = await createPerson(scene.test, { party: scene.parties.nor, level: 1, appointments: held });
  api = await callerAs(scene.test, admin);
  contributionId = (await say(scene.api.author, scene.threadId, 'A quiet harbour.')).contributionId;
});
afterAll(() => scene.test.close());
beforeEach(() => scene.test.worker.db.delete(threadGlass));

const glass = (by: Api, threadId = scene.threadId, hours: 1 | 4 = 4) =>
  by.threads.breakGlass({ commandId: newId(), threadId, hours, reason: 'A ransom note names this thread.' });
const read = (by: Api) => by.threads.page({ threadId: scene.threadId });
const shift = (until: Date) =>
  scene.test.worker.db.update(threadGlass).set({ openedAt: new Date(until.getTime() - 3_600_000), until });

describe('breaking the glass of a thread', () => {
  it('lets an administrator read and nothing else, and every member sees it at once', async () => {
    const { people, test, threadId } = scene;
    expect(await failure(read(api))).toMatchObject({ code: 'NOT_FOUND' });
    await glass(api);
    const page = await read(api);
    expect(page.contributions).toHaveLength(1);
    expect(page.mayWrite).toBe(false);
    expect((await api.search.contributions({ query: 'harbour' })).results).toHaveLength(1);
    expect(await failure(say(api, threadId, 'x'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(glass(api))).toMatchObject({ messageKey: 'thread.glass.brokenAlready' });
    for (const member of [scene.api.author, scene.api.ally, scene.api.chair]) {
      expect((await read(member)).glass).toMatchObject([{ own: false, until: expect.any(String) }]);
      const { events } = await member.threads.about({ threadId });
      expect(events[0]).toMatchObject({ kind: 'glassBroken', reason: 'A ransom note names this thread.' });
    }
    const told = await test.worker.db
      .select({ personId: notifications.personId })
      .from(notifications)
      .where(and(eq(notifications.subjectId, threadId), eq(notifications.kind, 'glassBroken')));
    const ids = told.map((one) => one.personId);
    expect(ids).toEqual(expect.arrayContaining([people.author.id, people.ally.id, people.chair.id]));
    expect(ids).not.toContain(people.outsider.id);
    expect(ids).not.toContain(admin.id);
    const rows = await test.worker.db
      .select({ actor: recordEntries.actorId })
      .from(recordEntries)
      .where(and(eq(recordEntries.action, 'thread.breakGlass'), eq(recordEntries.subjectId, threadId)));
    expect(rows).toEqual([{ actor: admin.id }]);
  });

  it('writes nothing past row security either', async () => {
    const { test, threadId } = scene;
    await glass(api);
    const { sessionToken: own } = await requestAs(test, admin);
    const attempt = test.app.sql.begin(async (sql) => {
      await sql`select concord.enter(${hashToken(own ?? '')})`;
      const [seen] = await sql`select marking_id from contribution where thread_id = ${threadId}`;
      await sql`insert into contribution (id, thread_id, place, author_id, party_id, marking_id, sealed)
        values (${newId()}, ${threadId}, 99, ${admin.id}, ${scene.parties.nor.id}, ${seen?.marking_id}, ''::bytea)`;
    });
    await expect(attempt).rejects.toThrow(/row-level security/);
  });

  it('ends by the clock, in the middle of a session', async () => {
    await glass(api);
    expect((await read(api)).contributions).toHaveLength(1);
    const [heard] = await hearers();
    expect(heard).toBe(admin.id);
    await shift(new Date(Date.now() - 1));
    const absent = await failure(api.threads.page({ threadId: newId() }));
    expect(await failure(read(api))).toEqual(absent);
    expect((await api.search.contributions({ query: 'harbour' })).results).toEqual([]);
    expect(await failure(api.contributions.source({ contributionId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearers()).toEqual([]);
    expect((await read(scene.api.author)).glass).toEqual([]);
  });

  /** Whether an open stream of the administrator's would hear of the entry. */
  async function hearers(): Promise<string[]> {
    const rows = await scene.test.app.sql`
      select person_id from concord.readers_of(${[contributionId]}, ${[admin.id]}, ${[2]})`;
    return rows.map((row) => row.person_id);
  }

  it('is heard live only with the second factor, and ends with the appointment', async () => {
    await glass(api);
    const weak = await scene.test.app.sql`
      select person_id from concord.readers_of(${[contributionId]}, ${[admin.id]}, ${[1]})`;
    expect([...weak]).toEqual([]);
    const mine = eq(appointments.personId, admin.id);
    await scene.test.worker.db
      .update(appointments)
      .set({ validUntil: new Date(Date.now() - 1) })
      .where(mine);
    expect(await failure(read(api))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await hearers()).toEqual([]);
    await scene.test.worker.db.update(appointments).set({ validUntil: null }).where(mine);
  });

  it('opens need to know alone: a marking that leaves them out is answered like no thread', async () => {
    const { test, parties, body, api: of } = scene;
    const own = { level: 1, releasableTo: [parties.cal.id] };
    const { threadId } = await of.ally.threads.start({
      ...{ commandId: newId(), bodyCode: body.code, title: 'Ours', marking: own },
      needToKnow: { kind: 'body' },
    });
    expect(await failure(glass(api, threadId))).toEqual(await failure(glass(api, newId())));
    const held = [{ role: 'administrator' as const, scope: 'alliance' as const }];
    const uncleared = await createPerson(test, { party: parties.nor, level: 0, appointments: held });
    expect(await failure(glass(await callerAs(test, uncleared)))).toMatchObject({ code: 'NOT_FOUND' });
    await say(of.ally, scene.threadId, 'For Calder alone.', { marking: own });
    await glass(api);
    expect(JSON.stringify(await read(api))).not.toContain('Calder alone');
  });

  it('opens no text, no position and no margin', async () => {
    const { textId, test } = scene;
    await glass(api);
    expect(await failure(api.texts.byId({ textId }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(api.margin.byText({ textId }))).toMatchObject({ code: 'NOT_FOUND' });
    const { sessionToken } = await requestAs(test, admin);
    const counts = await test.app.sql.begin(async (sql) => {
      await sql`select concord.enter(${hashToken(sessionToken ?? '')})`;
      return sql`select (select count(*) from margin_note)::int as notes, (select count(*) from position)::int as positions,
        (select count(*) from draft)::int as drafts, (select count(*) from text_draft)::int as versions`;
    });
    expect(counts[0]).toEqual({ notes: 0, positions: 0, drafts: 0, versions: 0 });
  });

  it('is for administrators who just proved who they are, with a reason and for a day at most', async () => {
    const { api: of, test } = scene;
    for (const by of [of.author, of.chair, of.outsider])
      expect(await failure(glass(by))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(glass(await callerAs(test, null)))).toMatchObject({ code: 'UNAUTHORIZED' });
    const short = { commandId: newId(), threadId: scene.threadId, hours: 1 as const, reason: 'why' };
    expect(await failure(api.threads.breakGlass(short))).toMatchObject({ code: 'BAD_REQUEST' });
    const long = { ...short, hours: 25 as never, reason: 'A reason that says why.' };
    expect(await failure(api.threads.breakGlass(long))).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is ended early by whoever broke it or leads, and by nobody else', async () => {
    const { glassId } = await glass(api);
    const end = (by: Api) => by.threads.endGlass({ commandId: newId(), glassId });
    expect(await failure(end(scene.api.ally))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await failure(end(scene.api.outsider))).toMatchObject({ code: 'NOT_FOUND' });
    await end(scene.api.chair);
    expect(await failure(read(api))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await scene.api.ally.threads.about({ threadId: scene.threadId })).events[0]).toMatchObject({
      kind: 'glassEnded',
    });
    const again = await glass(api);
    await api.threads.endGlass({ commandId: newId(), glassId: again.glassId });
    expect(await failure(read(api))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('can be turned off by the operator, which ends what is open and is written down', async () => {
    const { settings } = servicesOf(scene.test);
    await glass(api);
    expect(await turnGlass(settings, false)).toEqual({ allowed: false, changed: true });
    expect(await turnGlass(settings, false)).toEqual({ allowed: false, changed: false });
    expect(await failure(read(api))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await failure(glass(api))).toMatchObject({ messageKey: 'thread.glass.off' });
    expect((await read(scene.api.author)).glass).toEqual([]);
    expect(await turnGlass(settings, true)).toEqual({ allowed: true, changed: true });
    const rows = await scene.test.worker.db
      .select({ action: recordEntries.action, actorId: recordEntries.actorId })
      .from(recordEntries)
      .where(eq(recordEntries.subject, 'setting'));
    expect(rows.map((one) => one.action).sort()).toEqual(['glass.off', 'glass.on']);
    expect(rows.every((one) => one.actorId === null)).toBe(true);
    // What was open before it was turned off is not open for longer than its hours.
    expect((await read(api)).glass).toHaveLength(1);
  });
});
