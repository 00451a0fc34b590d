import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { recordEntries } from '@concord/db/schema/system';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotation } from '../features/contributions/rules.ts';
import { requestAs, servicesOf } from '../testing/caller.ts';
import { type Consultation, consultation, failure, say } from '../testing/consultation.ts';
import { unpack } from '../zip.ts';
import { threadPaperEndpoint } from './thread-paper.ts';

let scene: Consultation;
let server: Server;
let base: string;

beforeAll(async () => {
  scene = await consultation();
  const { api, threadId, parties, people } = scene;
  await say(api.author, threadId, `**We** ask for time, @[${people.ally.id}].`);
  const remark = await say(api.ally, threadId, 'I would not wait.', { kind: 'personal' });
  const from = { threadId, contributionId: remark.contributionId, author: 'Tomas Varga' };
  await say(api.author, threadId, `${quotation('I would not wait.', from)}Noted.`);
  await say(api.author, threadId, 'Nordmark will sign.', { kind: 'statement' });
  await say(api.author, threadId, 'Ours alone.', {
    marking: { level: 1, releasableTo: [parties.nor.id] },
  });
  server = createServer((req, res) => {
    threadPaperEndpoint(servicesOf(scene.test), req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await scene.test.close();
});

async function get(as: { id: string } | null, ending: string, threadId = scene.threadId) {
  const cookie = as ? `concord-session=${(await requestAs(scene.test, as)).sessionToken}` : '';
  return fetch(`${base}/api/threads/${threadId}.${ending}`, { headers: { cookie } });
}

type Labelled = {
  label: { value: { ConfidentialityInformation: { Category: { GenericValue: string[] }[] } } };
  text: string;
};
type Entry = Labelled & { kind: string; by: { name: string } | null; parts?: Labelled[] };
type Told = Pick<Labelled, 'label'> & { entries: Entry[] };

describe('a thread that leaves the portal', () => {
  it('holds what the reader may read, marked for that alone: no place is left for the rest', async () => {
    const { people, parties } = scene;
    const own = (await (await get(people.author, 'json')).json()) as Told;
    const theirs = (await (await get(people.ally, 'json')).json()) as Told;
    expect(own.entries).toHaveLength(5);
    expect(theirs.entries).toEqual(own.entries.slice(0, 4));
    const released = (told: Told) => told.label.value.ConfidentialityInformation.Category[0]?.GenericValue;
    expect(released(own)).toEqual([parties.nor.code]);
    expect(released(theirs)).toEqual([parties.nor.code, parties.cal.code].sort());
  });

  it('labels an entry for all that is read of it, and each part of it apart', async () => {
    const { api, body, marking, parties, people } = scene;
    const { threadId } = await api.author.threads.start({
      ...{ commandId: newId(), bodyCode: body.code, title: 'Parts', marking, needToKnow: { kind: 'body' } },
    });
    await say(api.author, threadId, `Open.\n\n:::R ${parties.nor.code}\nOurs.\n:::`);
    const released = ({ label }: Pick<Told, 'label'>) =>
      label.value.ConfidentialityInformation.Category[0]?.GenericValue;
    const both = [parties.nor.code, parties.cal.code].sort();
    const own = (await (await get(people.author, 'json', threadId)).json()) as Told;
    const [entry] = own.entries;
    expect(entry && released(entry)).toEqual([parties.nor.code]);
    expect(entry?.parts?.map((part) => [part.text, released(part)])).toEqual([
      ['Open.', both],
      ['Ours.', [parties.nor.code]],
    ]);
    const [theirs] = ((await (await get(people.ally, 'json', threadId)).json()) as Told).entries;
    expect(theirs && released(theirs)).toEqual(both);
    expect(theirs).not.toHaveProperty('parts');
  });

  it('attributes statements, and personal remarks to nobody, quoted ones neither', async () => {
    const { entries } = (await (await get(scene.people.author, 'json')).json()) as Told;
    expect(entries.map(({ kind, by }) => [kind, by?.name ?? null])).toEqual([
      ['entry', 'Ilse Varga'],
      ['personal', null],
      ['entry', 'Ilse Varga'],
      ['statement', 'Ilse Varga'],
      ['entry', 'Ilse Varga'],
    ]);
    expect(entries[0]?.text).toBe('**We** ask for time, @Tomas Varga.');
    expect(entries[2]?.text).toContain('Personal remark, not attributed:\n\n> I would not wait.');
    expect(JSON.stringify(entries.slice(1))).not.toContain('Tomas');
  });

  it('is a Word file with its marking on every page, each entry’s own, and a label', async () => {
    const answer = await get(scene.people.author, 'docx');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="ALLIANCE-RESTRICTED_thread-${scene.threadId.slice(-8)}.docx"`,
    );
    const files = await unpack(Buffer.from(await answer.arrayBuffer()));
    const read = (name: string) => new TextDecoder().decode(files.get(name));
    const { nor } = scene.parties;
    for (const name of ['word/header1.xml', 'word/footer1.xml'])
      expect(read(name)).toContain(`ALLIANCE RESTRICTED — Releasable to ${nor.code}`);
    expect(read('customXml/concord-label.xml')).toContain('slab:originatorConfidentialityLabel');
    expect(read('word/document.xml')).toContain('Nordmark will sign.');
    expect(read('word/document.xml')).toContain('Formal statement by');
  });

  it('is printed the same, and its going out is recorded', async () => {
    const { api, threadId, test, people } = scene;
    const printed = await api.ally.word.thread({ threadId });
    expect(printed.entries).toHaveLength(4);
    expect(printed.entries[1]).toMatchObject({ kind: 'personal', by: null });
    expect(printed.entries[2]?.html).not.toContain('Tomas');
    await get(people.ally, 'docx');
    const rows = await test.worker.db
      .select({ details: recordEntries.details })
      .from(recordEntries)
      .where(and(eq(recordEntries.action, 'thread.takeOut'), eq(recordEntries.actorId, people.ally.id)));
    expect(rows).toContainEqual({ details: { format: 'docx', entries: 4 } });
  });

  it('does not exist for who may not read it', async () => {
    const { api, people, threadId } = scene;
    const [hidden, absent] = [
      await get(people.outsider, 'json'),
      await get(people.outsider, 'json', newId()),
    ];
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
    expect(hidden.status).toBe(404);
    expect((await get(null, 'docx')).status).toBe(401);
    expect((await get(people.author, 'pdf')).status).toBe(404);
    expect(await failure(api.outsider.word.thread({ threadId }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
