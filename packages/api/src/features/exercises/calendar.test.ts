import { randomBytes } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exerciseFilesEndpoint } from '../../http/exercise-files.ts';
import { callerAs, requestAs, servicesOf } from '../../testing/caller.ts';
import { failure } from '../../testing/consultation.ts';
import { day, type ExerciseScene, exerciseFields, exerciseScene } from '../../testing/exercises.ts';
import { fetched, unfolded } from '../../testing/fetched.ts';
import { withCalendar } from '../calendar/enter.ts';
import { entriesOf } from '../calendar/entries.ts';
import { icsOf } from '../calendar/ics.ts';

let scene: ExerciseScene;
beforeAll(async () => {
  scene = await exerciseScene();
  const { api, exerciseId } = scene;
  for (const audience of ['staff', 'holders', 'all'] as const)
    await api.director.exercises.saveEvent({
      ...{ commandId: newId(), exerciseId, eventId: null, kind: 'mainConference', audience },
      ...{ title: `For ${audience}`, startsAt: day(20), endsAt: day(20.2), timeZone: 'Europe/Oslo' },
      ...{ place: 'Vardø', link: '' },
    });
});
afterAll(() => scene.test.close());

/** A file as a browser fetches it; its long lines made whole again. */
async function fetchFile(path: string, person: { id: string } | null) {
  const { status, body } = await fetched([exerciseFilesEndpoint, scene.test], path, person);
  return { status, body: unfolded(body) };
}

/** What a calendar program reads at the person's secret address. */
async function feedOf(person: { id: string }): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await (await callerAs(scene.test, person)).calendar.open({ commandId: newId(), secret });
  const services = servicesOf(scene.test);
  const request = await requestAs(scene.test, person);
  const text = await withCalendar(services, request, secret, async (ctx) =>
    icsOf(await entriesOf(ctx), {
      ...{ locale: ctx.locale, zone: 'UTC', now: ctx.now, portal: services.settings.url },
    }),
  );
  return (text ?? '').replace(/\r\n /g, '');
}

it('shows a month with what one may read of, and nothing to who may not know of it', async () => {
  const { api, code } = scene;
  const month = day(20).slice(0, 7);
  const seen = await api.other.exercises.month({ month });
  expect(seen.events.map(({ title }) => title)).toEqual(['For all']);
  expect((await api.director.exercises.month({ month })).events).toHaveLength(3);
  const ahead = await api.other.exercises.month({ month: day(60).slice(0, 7) });
  expect(ahead.exercises.map((one) => one.code)).toContain(code);
  expect(await api.outsider.exercises.month({ month })).toMatchObject({ exercises: [], events: [] });
  expect(await failure(api.nobody.exercises.month({ month }))).toMatchObject({ code: 'UNAUTHORIZED' });
});

it('gives the dates of one exercise, or of all, as a file to whom they are for', async () => {
  const { people, code } = scene;
  const one = await fetchFile(`/api/exercises/${code}/calendar.ics`, people.other);
  expect(one.status).toBe(200);
  expect(one.body).toContain(`SUMMARY:Exercise: Quiet Harbour (${code})`);
  expect(one.body).toContain(`SUMMARY:Planning: For all (${code})`);
  expect(one.body).not.toContain('For staff');
  expect(one.body).toContain('TZID:Europe/Oslo');
  expect((await fetchFile('/api/exercises/calendar.ics', people.other)).body).toContain(code);
  expect((await fetchFile('/api/exercises/calendar.ics', people.outsider)).body).not.toContain(code);
  expect((await fetchFile(`/api/exercises/${code}/calendar.ics`, people.outsider)).status).toBe(404);
  expect((await fetchFile(`/api/exercises/${code}/calendar.ics`, null)).status).toBe(401);
});

it('says the code alone above the lowest level', async () => {
  const { api, both, people, test } = scene;
  await test.worker
    .sql`insert into level (rank, code, name_en, name_fr) values (1, 'R', 'Restricted', 'Restreint')
    on conflict do nothing`;
  const marking = { level: 1, releasableTo: both, onlyFor: [], caveats: [] };
  const { code } = await api.manager.exercises.create(exerciseFields(both, { marking }));
  const { body } = await fetchFile(`/api/exercises/${code}/calendar.ics`, people.manager);
  expect(body).toContain(`SUMMARY:Exercise: ${code}`);
  expect(body).not.toMatch(new RegExp(`Quiet Harbour.*${code}`));
});

it('stands in the private calendar of who has a seat and of the staff, and of nobody else', async () => {
  const { api, people, roleId, code } = scene;
  const seat = { commandId: newId(), roleId, personIds: [people.players[0].id], reason: '' };
  expect(await feedOf(people.players[0])).not.toContain(code);
  await api.director.nominations.nominate(seat);
  const feed = await feedOf(people.players[0]);
  expect(feed).toContain(`SUMMARY:Exercise: Quiet Harbour (${code})`);
  expect(feed).toContain('For holders');
  expect(feed).not.toContain('For staff');
  expect(await feedOf(people.director)).toContain('For staff');
  expect(await feedOf(people.other)).not.toContain(code);
});
