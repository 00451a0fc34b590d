import { accounts } from '@concord/db/schema/people';
import { cohortMessages, digestItems } from '@concord/db/schema/seats';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listMail } from '../../email/folder.ts';
import { mailJob } from '../../email/job.ts';
import { newsJob } from '../../email/news-job.ts';
import { callerAs, servicesOf } from '../../testing/caller.ts';
import { id, type SeatScene, seatScene } from '../../testing/seats.ts';

let scene: SeatScene;
let cohortId: string;
let learner: { id: string };
let other: { id: string };
const fails = (code: string, messageKey?: string) =>
  expect.objectContaining(messageKey ? { code, messageKey } : { code });

beforeAll(async () => {
  scene = await seatScene();
  cohortId = await scene.makeCohort(5);
  [learner, other] = [await scene.learner(), await scene.learner()];
  await scene.ask(learner, cohortId);
  await scene.ask(other, cohortId);
  await scene.test.worker.sql`delete from pgboss.job`;
});
afterAll(() => scene.test.close());

const en = { subject: 'Bring the **forms**', text: 'We meet at *nine*. <script>alert(1)</script>' };
const written = (audience: 'all' | 'notBegun' | 'overdue' = 'all') => ({ cohortId, audience, en, fr: null });

async function send(input: Partial<ReturnType<typeof written>> = {}) {
  return (await callerAs(scene.test, scene.director)).cohorts.send({ ...id(), ...written(), ...input });
}

async function work(name: 'news' | 'mail'): Promise<void> {
  const job = name === 'news' ? newsJob : mailJob;
  const rows = await scene.test.worker.sql`
    delete from pgboss.job where name = ${name} returning data::text`;
  for (const row of rows) await job.work(servicesOf(scene.test), JSON.parse(String(row.data)));
}

describe('a message to a cohort', () => {
  it('is previewed as it will be read, and to whom', async () => {
    const { cohorts } = await callerAs(scene.test, scene.director);
    const shown = await cohorts.previewMessage(written());
    expect(shown.to.map(({ personId }) => personId).sort()).toEqual([learner.id, other.id].sort());
    expect(shown.html.en).toContain('<em>nine</em>');
    expect(shown.html.en).not.toContain('<script>');
    expect(shown.html.fr).toBeNull();
    expect(await cohorts.messages({ cohortId })).toEqual([]);
  });

  it('is sent once, kept sealed, and read by whom it went to', async () => {
    const { cohorts } = await callerAs(scene.test, scene.director);
    const command = { ...id(), ...written() };
    const { messageId, people } = await cohorts.send(command);
    expect(await cohorts.send(command)).toMatchObject({ messageId });
    expect(people).toBe(2);
    const [row] = await scene.test.worker.db
      .select()
      .from(cohortMessages)
      .where(eq(cohortMessages.id, messageId));
    expect(row?.sealed.includes(Buffer.from('nine'))).toBe(false);
    expect(await cohorts.messages({ cohortId })).toMatchObject([
      { id: messageId, people: 2, subject: en.subject },
    ]);
    const reader = await callerAs(scene.test, learner);
    expect(await reader.cohorts.message({ messageId })).toMatchObject({
      subject: en.subject,
      language: 'en',
      to: null,
    });
    expect(await reader.cohorts.ownMessages({ cohortId })).toMatchObject([{ id: messageId }]);
    const told = await reader.notifications.list({});
    expect(told.items[0]).toMatchObject({
      kind: 'cohortMessage',
      params: { path: `/learn/messages/${messageId}` },
    });
    expect((await cohorts.message({ messageId })).to?.map(({ personId }) => personId).sort()).toEqual(
      [learner.id, other.id].sort(),
    );
  });

  it('does not exist for who came later, for another nation, or for who is signed out', async () => {
    const { messageId } = await send();
    const late = await scene.learner();
    await scene.ask(late, cohortId);
    for (const who of [late, scene.coordinator, await scene.person(scene.calder)]) {
      const { cohorts } = await callerAs(scene.test, who);
      await expect(cohorts.message({ messageId })).rejects.toEqual(fails('NOT_FOUND'));
      await expect(cohorts.send({ ...id(), ...written() })).rejects.toEqual(fails('NOT_FOUND'));
      await expect(cohorts.previewMessage(written())).rejects.toEqual(fails('NOT_FOUND'));
      expect(await cohorts.ownMessages({ cohortId })).toEqual([]);
    }
    const nobody = await callerAs(scene.test, null);
    await expect(nobody.cohorts.message({ messageId })).rejects.toEqual(fails('UNAUTHORIZED'));
  });

  it('goes to those it is for, and is refused where that is nobody', async () => {
    await expect(send({ audience: 'overdue' })).rejects.toEqual(fails('CONFLICT', 'cohorts.messageNobody'));
    const { cohorts } = await callerAs(scene.test, scene.director);
    await cohorts.enrol({ ...id(), cohortId });
    await scene.test.worker
      .sql`update enrolment set due_at = now() - interval '1 day', last_seen_at = now() where person_id = ${learner.id}`;
    const overdue = await cohorts.previewMessage(written('overdue'));
    expect(overdue.to.map(({ personId }) => personId)).toEqual([learner.id]);
    const notBegun = await cohorts.previewMessage(written('notBegun'));
    expect(notBegun.to.map(({ personId }) => personId)).not.toContain(learner.id);
  });

  it('is written in at least one language', async () => {
    const { cohorts } = await callerAs(scene.test, scene.director);
    await expect(cohorts.previewMessage({ cohortId, audience: 'all', en: null, fr: null })).rejects.toEqual(
      fails('BAD_REQUEST'),
    );
  });

  it('is mailed at once or waits for the daily mail, as each has chosen, and mail says nothing of it', async () => {
    const set = (who: { id: string }, mailing: 'each' | 'daily') =>
      scene.test.worker.db
        .update(accounts)
        .set({ mailing, activatedAt: new Date() })
        .where(eq(accounts.personId, who.id));
    await set(learner, 'each');
    await set(other, 'daily');
    await scene.test.worker.sql`delete from pgboss.job`;
    await send();
    await work('news');
    await work('mail');
    const mails = await listMail(`/tmp/${scene.test.name}/mail`);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/\/learn\/messages\//);
    expect(mails[0]?.text).not.toMatch(/nine|forms/);
    const waiting = await scene.test.worker.db.select().from(digestItems);
    const waits = waiting.map(({ personId }) => personId);
    expect(waits).toContain(other.id);
    expect(waits).not.toContain(learner.id);
  });
});
