import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { calendarFeeds } from '@concord/db/schema/study';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashToken, inTransaction, type SignedIn } from '../context.ts';
import { withCalendar } from '../features/calendar/enter.ts';
import { calendarMeetings } from '../features/meetings/calendar.ts';
import { storeFile } from '../storage/store.ts';
import { callerAs, requestAs, servicesOf } from '../testing/caller.ts';
import { type Api, failure } from '../testing/consultation.ts';
import { about, addItem, begin, planMeeting } from '../testing/meetings.ts';
import { type TextScene, textScene } from '../testing/text-scene.ts';
import { unpack } from '../zip.ts';
import { filesEndpoint } from './files.ts';
import { meetingFilesEndpoint } from './meeting-files.ts';

let scene: TextScene;
let server: Server;
let base: string;
let meetingId: string;
let openItem: string;
let hiddenItem: string;

beforeAll(async () => {
  scene = await textScene();
  const { api, parties } = scene;
  meetingId = (await planMeeting(api.chair, scene)).meetingId;
  const { itemId } = await addItem(api.chair, meetingId, { title: 'For all' });
  openItem = itemId;
  const own = { level: 1, releasableTo: [parties.nor.id] };
  hiddenItem = (await addItem(api.chair, meetingId, { title: 'Ours alone', marking: own })).itemId;
  await api.chair.meetings.publish(about(meetingId));
  await begin(scene, meetingId);
  const said = { commandId: newId(), itemId, outcome: 'agreed' as const, note: 'All agreed.' };
  await api.chair.meetings.setOutcome(said);
  server = createServer((req, res) => {
    const endpoint = req.url?.startsWith('/api/files') ? filesEndpoint : meetingFilesEndpoint;
    endpoint(servicesOf(scene.test), req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await scene.test.close();
});

async function get(as: { id: string } | null, path: string) {
  const cookie = as ? `concord-session=${(await requestAs(scene.test, as)).sessionToken}` : '';
  return fetch(`${base}${path}`, { headers: { cookie } });
}

/** A file of the chair's, not yet hung on anything. */
async function upload(name: string): Promise<string> {
  const { test, people } = scene;
  const services = servicesOf(test);
  const request = await requestAs(test, people.chair);
  const bytes = Buffer.from(`What ${name} says`);
  const to = { container: 'person' as const, containerId: people.chair.id, createdBy: people.chair.id };
  const work = (ctx: unknown) => storeFile(ctx as SignedIn, { ...to, name, bytes });
  return (await inTransaction(services, request, work)).id;
}

/** The words of the summary record as Word has them. */
async function wordOf(as: { id: string }): Promise<string> {
  const bytes = Buffer.from(await (await get(as, `/api/meetings/${meetingId}.docx`)).arrayBuffer());
  return new TextDecoder().decode((await unpack(bytes)).get('word/document.xml'));
}

type Labelled = { value: { ConfidentialityInformation: { Category: { GenericValue: string[] }[] } } };

describe('a meeting as a file', () => {
  it('goes into a calendar by its time and body alone, for whoever may read it', async () => {
    const { people, body } = scene;
    const answer = await get(people.ally, `/api/meetings/${meetingId}.ics`);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const text = await answer.text();
    expect(text).toContain(`UID:${meetingId}-meeting@`);
    expect(text).toContain(`SUMMARY:Meeting: ${body.code}`);
    expect(text).not.toContain('Ninth session');
    for (const ending of ['ics', 'docx', 'json']) {
      const [theirs, none] = [
        await get(people.outsider, `/api/meetings/${meetingId}.${ending}`),
        await get(people.outsider, `/api/meetings/${newId()}.${ending}`),
      ];
      expect([theirs.status, await theirs.text()]).toEqual([404, await none.text()]);
    }
    expect((await get(null, `/api/meetings/${meetingId}.ics`)).status).toBe(401);
  });

  it('is taken out to Word as its summary record, marked for what is read of it', async () => {
    const { people, api } = scene;
    expect((await get(people.ally, `/api/meetings/${meetingId}.docx`)).status).toBe(404);
    await api.chair.meetings.openSummary(about(meetingId));
    const theirs = await wordOf(people.ally);
    expect(theirs).toContain('All agreed.');
    expect(theirs).not.toContain('Ours alone');
    expect(theirs).not.toContain('Annex');
    expect(await wordOf(people.author)).toContain('Ours alone');
  });

  it('is taken out as JSON with labels of the whole and of each item, and recorded', async () => {
    const { people, parties, test } = scene;
    const told = async (as: { id: string }) => {
      const answer = await get(as, `/api/meetings/${meetingId}.json`);
      return (await answer.json()) as { label: Labelled; items: { title: string; label: Labelled }[] };
    };
    const released = ({ value }: Labelled) => value.ConfidentialityInformation.Category[0]?.GenericValue;
    const [theirs, own] = [await told(people.ally), await told(people.author)];
    expect(theirs).toMatchObject({
      format: 'concord-summary-record/1',
      meeting: { id: meetingId },
      items: [{ number: 1, title: 'For all', outcome: { what: 'agreed', note: 'All agreed.' } }],
    });
    expect(JSON.stringify(theirs)).not.toContain('Ours alone');
    expect(own.items.map(({ title }) => title)).toEqual(['For all', 'Ours alone']);
    expect([released(own.label), own.items.map(({ label }) => released(label)).at(-1)]).toEqual([
      [parties.nor.code],
      [parties.nor.code],
    ]);
    const rows = await test.worker.sql`select details->>'format' as format from record_entry
      where action = 'meeting.takeOut' and actor_id = ${people.ally.id}`;
    expect(rows.map(({ format }) => format)).toContain('json');
  });
});

/** The head of a delegation of the body, who may speak for its nation. */
async function headOf(party: { id: string }): Promise<{ person: { id: string }; api: Api }> {
  const { test, body } = scene;
  await test.worker.sql`insert into body_member (body_id, party_id, valid_from)
    values (${body.id}, ${party.id}, now() - interval '1 day') on conflict do nothing`;
  const appointments = [{ role: 'headOfDelegation' as const, scope: 'body' as const, scopeId: body.id }];
  const person = await createPerson(test, { party, level: 1, appointments });
  return { person, api: await callerAs(test, person) };
}

/** The lines of a Word file, as somebody reads them. */
const linesOf = (xml: string) =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)]
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, words]) => words).join(''))
    .filter((line) => line !== '');

describe('the remarks on a summary record', () => {
  it('go out with it, by nation, words, answer and what came of each, as far as they are read', async () => {
    const { api, parties } = scene;
    const [ally, author] = [await headOf(parties.cal), await headOf(parties.nor)];
    const say = (by: Api, itemId: string | null, words: string) =>
      by.meetings.remark({ commandId: newId(), meetingId, itemId, words });
    const first = await say(ally.api, openItem, 'Three did.\nNot all.');
    await say(author.api, hiddenItem, 'Only we said so.');
    const whole = await say(ally.api, null, 'The room is wrong.');
    await ally.api.meetings.takeBackRemark({ commandId: newId(), remarkId: whole.remarkId });
    const answer = { commandId: newId(), remarkId: first.remarkId, reason: 'All did.' };
    await api.secretary.meetings.answerRemark(answer);

    const json = async (as: { id: string }) => (await get(as, `/api/meetings/${meetingId}.json`)).json();
    const { code, nameEn } = parties.cal;
    const known = { nation: code, madeAt: expect.any(String), late: false };
    const [open, back] = [
      { standing: true, takenBackAt: null },
      { standing: false, answer: null },
    ];
    const theirs = (await json(ally.person)) as { items: { remarks: object[] }[]; remarks: object[] };
    expect(theirs.items[0]?.remarks).toEqual([
      { ...known, ...open, words: 'Three did.\nNot all.', answer: 'All did.' },
    ]);
    expect(theirs.remarks).toEqual([
      { ...known, ...back, words: 'The room is wrong.', takenBackAt: expect.any(String) },
    ]);
    expect(JSON.stringify(await json(author.person))).toContain('Only we said so.');
    expect(JSON.stringify(theirs)).not.toContain('Only we said so.');

    const lines = linesOf(await wordOf(ally.person));
    const annex = lines.slice(lines.indexOf('Annex: remarks made by nations'));
    expect(annex).toEqual([
      'Annex: remarks made by nations',
      '1.\u00a0For all',
      expect.stringContaining('ALLIANCE'),
      expect.stringMatching(new RegExp(`^${nameEn}, .* · Stands$`)),
      ...['Three did.', 'Not all.', 'Answer: All did.', 'On the whole record'],
      expect.stringContaining('ALLIANCE'),
      expect.stringMatching(new RegExp(`^${nameEn}, .* · Taken back$`)),
      'The room is wrong.',
    ]);
    expect(linesOf(await wordOf(author.person))).toContain('Only we said so.');
  });
});

describe('a document of a meeting', () => {
  it('is read by whoever reads what it hangs on, and by nobody once that is gone', async () => {
    const { people, api } = scene;
    const [forAll, ours] = [await upload('a.txt'), await upload('b.txt')];
    await api.chair.meetings.attach({ ...about(meetingId), itemId: null, fileIds: [forAll] });
    await api.chair.meetings.attach({ ...about(meetingId), itemId: hiddenItem, fileIds: [ours] });
    const status = async (as: { id: string }, id: string) => (await get(as, `/api/files/${id}`)).status;
    expect(await (await get(people.ally, `/api/files/${forAll}`)).text()).toBe('What a.txt says');
    expect(await status(people.ally, ours)).toBe(404);
    expect(await status(people.author, ours)).toBe(200);
    expect(await status(people.outsider, forAll)).toBe(404);
    const detach = (fileId: string) => ({ commandId: newId(), fileId });
    const absent = await failure(api.ally.meetings.detach(detach(newId())));
    expect(await failure(api.ally.meetings.detach(detach(ours)))).toEqual(absent);
    await api.secretary.meetings.detach(detach(forAll));
    expect(await status(people.chair, forAll)).toBe(404);
    await api.chair.meetings.removeItem({ commandId: newId(), itemId: hiddenItem });
    expect(await status(people.author, ours)).toBe(404);
  });
});

describe('a calendar', () => {
  it('holds the meetings its level allows, of the bodies its person sits in, by time and body', async () => {
    const { people, api, test, parties, body } = scene;
    const open = await planMeeting(api.chair, scene, {
      marking: { level: 0, releasableTo: [parties.cal.id, parties.nor.id] },
    });
    await api.chair.meetings.publish(about(open.meetingId));
    const entries = async (person: { id: string }) => {
      const secret = `${person.id}`.padEnd(43, 'x');
      const row = { personId: person.id, tokenHash: hashToken(secret), createdAt: new Date() };
      await test.worker.db.delete(calendarFeeds).where(eq(calendarFeeds.personId, person.id));
      await test.worker.db.insert(calendarFeeds).values(row);
      const request = await requestAs(test, person);
      return withCalendar(servicesOf(test), request, secret, calendarMeetings);
    };
    expect(await entries(people.ally)).toMatchObject([
      { uid: `${open.meetingId}-meeting`, title: body.code },
    ]);
    expect(await entries(people.outsider)).toEqual([]);
    await api.chair.meetings.cancel(about(open.meetingId));
    expect(await entries(people.ally)).toEqual([]);
  });
});
