import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsJob } from '../../email/news-job.ts';
import { servicesOf } from '../../testing/caller.ts';
import { createSilence, type SilenceScene, silenceScene, wall } from '../../testing/silence.ts';
import { textScene } from '../../testing/texts.ts';
import { tellOfSilence } from './jobs.ts';

let test: TestDatabase;
let base: Awaited<ReturnType<typeof textScene>>;
beforeAll(async () => {
  test = await testDatabase();
  base = await textScene(test);
});
afterAll(() => test.close());

const scene = () => silenceScene(test, base);

/** Who was told so, by name of the scene. */
async function told(one: SilenceScene, kind: string): Promise<string[]> {
  const rows = await test.worker
    .sql`select person_id, params::text as params from notification where kind = ${kind} and subject_id = ${one.text.id}`;
  for (const { params } of rows) expect(String(params)).not.toContain('undersea');
  const ids = rows.map(({ person_id }) => String(person_id));
  const names = Object.keys(one.people) as (keyof SilenceScene['people'])[];
  return names.filter((name) => ids.includes(one.people[name].id)).sort();
}

describe('what is told', () => {
  it('at its opening: everyone who sits in the body, and no partner', async () => {
    const one = await scene();
    await one.api.chair.silence.open({
      ...{ commandId: newId(), textId: one.text.id, versionId: one.version.id, until: wall(4) },
    });
    expect(await told(one, 'silenceOpened')).toEqual(
      ['ally', 'deputy', 'desk', 'head', 'outsider', 'secretary'].sort(),
    );
  });

  it('as the end draws near: only nations that have not said that they have it, once however many workers run', async () => {
    const one = await scene();
    const silenceId = await createSilence(one, 3_600_000 - 1_000);
    // As if it had been opened long ago: what counts is when the end was set.
    await test.owner.sql`alter table silence_event disable trigger silence_event_append_only`;
    await test.owner
      .sql`update silence_event set at = at - interval '3 days' where silence_id = ${silenceId}`;
    await test.owner.sql`alter table silence_event enable trigger silence_event_append_only`;
    await one.api.desk.silence.acknowledge({ commandId: newId(), silenceId });
    await Promise.all([tellOfSilence(servicesOf(test)), tellOfSilence(servicesOf(test))]);
    await tellOfSilence(servicesOf(test));
    const rows = await test.worker
      .sql`select person_id from notification where kind = 'silenceEnds' and subject_id = ${one.text.id}`;
    expect(new Set(rows.map((row) => row.person_id))).toEqual(
      new Set([one.people.ally.id, one.people.outsider.id]),
    );
    expect(rows).toHaveLength(2);
  });

  it('at its adoption: once, when nobody has looked', async () => {
    const one = await scene();
    await createSilence(one, 50);
    await test.worker.sql`select pg_sleep(0.1)`;
    await tellOfSilence(servicesOf(test));
    await tellOfSilence(servicesOf(test));
    expect(await told(one, 'silenceAdopted')).toContain('head');
    const [row] = await test.worker
      .sql`select count(*)::int as n from notification where kind = 'silenceAdopted' and subject_id = ${one.text.id}`;
    expect(row?.n).toBe((await told(one, 'silenceAdopted')).length);
  });

  it('by mail with the deadline, in the zone that counts, and no word of the text', async () => {
    const one = await scene();
    await test.worker.sql`update account set activated_at = now() where person_id = ${one.people.head.id}`;
    await one.api.chair.silence.announce({
      ...{ commandId: newId(), textId: one.text.id, versionId: one.version.id, until: wall(4) },
    });
    const jobs = await test.worker.sql`
      select data::text as data from pgboss.job where name = 'news' and data->>'kind' = 'silenceAnnounced'
        and data->>'personId' = ${one.people.head.id}`;
    expect(jobs).toHaveLength(1);
    for (const { data } of jobs) await newsJob.work(servicesOf(test), JSON.parse(String(data)));
    const [mail] = await test.worker.sql`
      select data->>'sealed' as sealed, data->>'mailId' as id from pgboss.job where name = 'mail'
      order by created_on desc limit 1`;
    const words = servicesOf(test)
      .keys.openSmall(Buffer.from(String(mail?.sealed), 'base64'), `mail:${mail?.id}`)
      .toString();
    expect(JSON.parse(words)).toMatchObject({ about: 'silenceAnnounced', zone: 'UTC' });
    expect(JSON.parse(words).until).toMatch(/T12:00:00/);
    expect(words).not.toContain('undersea');
  });
});
