import { randomBytes } from 'node:crypto';
import { newId } from '@concord/db/ids';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty } from '@concord/db/testing/fixtures';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { liveSessionEndpoint } from '../../http/live-session.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { fetched, unfolded } from '../../testing/fetched.ts';
import { note, sessionScene } from '../../testing/live-sessions.ts';
import { withCalendar } from './enter.ts';
import { entriesOf } from './entries.ts';
import { icsOf } from './ics.ts';

let test: TestDatabase;
let party: { id: string };
beforeAll(async () => {
  test = await testDatabase();
  party = await createParty(test);
});
afterAll(() => test.close());

/** One date as a browser fetches it; the long lines of the file made whole again. */
async function fetchDate(id: string, person: { id: string } | null) {
  const url = `/api/live-sessions/${id}.ics`;
  const { status, body } = await fetched([liveSessionEndpoint, test], url, person);
  return { status, body: unfolded(body) };
}

const START = { startsAt: new Date('2031-05-06T08:00Z'), endsAt: new Date('2031-05-06T09:30Z') };

it('gives one date to whom it is for, and to nobody else', async () => {
  const { learner, staff, date } = await sessionScene(test, party);
  const id = await date(0, START);
  const { person } = await learner();
  const { status, body } = await fetchDate(id, person);
  expect(status).toBe(200);
  expect(body).toContain('DTSTART;TZID=Europe/Lisbon:20310506T090000');
  expect(body).toContain(`UID:${id}@`);
  expect(body).toContain('BEGIN:VTIMEZONE');
  expect(body).toContain('https://meet.example/secret-link');
  expect((await fetchDate(id, (await staff('cohortManager')).person)).status).toBe(200);
  expect(await fetchDate(id, (await learner(false)).person)).toMatchObject({ status: 404 });
  expect((await fetchDate(id, null)).status).toBe(401);
  expect((await fetchDate(newId(), person)).status).toBe(404);
});

it('strikes out what was cancelled, under the same identity and a higher sequence, in the file and in the calendar', async () => {
  const { learner, staff, date } = await sessionScene(test, party);
  const [id, other] = [await date(0, START), await date(-2)];
  const { person, api, enrolmentId } = await learner();
  const host = await staff('instructor');
  await host.api.liveSessions.cancel({
    ...{ commandId: newId(), liveSessionId: id, revision: 0, reason: 'The host is ill.' },
  });
  const { body } = await fetchDate(id, person);
  for (const line of ['STATUS:CANCELLED', 'SEQUENCE:1', `UID:${id}@`, 'The host is ill.'])
    expect(body).toContain(line);
  const secret = randomBytes(32).toString('base64url');
  await api.calendar.open({ commandId: newId(), secret });
  const services = servicesOf(test);
  const feed = async () => {
    const request = { ...(await requestAs(test, person)), sessionToken: undefined };
    const text = await withCalendar(services, request as never, secret, async (ctx) =>
      icsOf(await entriesOf(ctx), { locale: 'en', zone: 'UTC', now: ctx.now, portal: services.settings.url }),
    );
    return (text ?? '').replace(/\r\n /g, '');
  };
  const before = await feed();
  expect(before).toContain(`UID:${id}@`);
  expect(before).toContain('STATUS:CANCELLED');
  expect(before).toContain(`UID:${other}@`);
  // Once they were somewhere, only that date stays.
  await host.api.liveSessions.note(note(other, [[enrolmentId, 'present']]));
  const after = await feed();
  expect(after).toContain(`UID:${other}@`);
  expect(after).not.toContain(`UID:${id}@`);
});
