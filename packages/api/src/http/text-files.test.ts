import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@concord/db/ids';
import { recordEntries } from '@concord/db/schema/system';
import { createPerson } from '@concord/db/testing/fixtures';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canonical, canonical } from '../record/canonical.ts';
import { callerAs, requestAs, servicesOf } from '../testing/caller.ts';
import { makeVersion, type TextScene, textScene, words } from '../testing/text-scene.ts';
import { createMembers } from '../testing/texts.ts';
import { unpack } from '../zip.ts';
import { textFilesEndpoint } from './text-files.ts';

let scene: TextScene;
let server: Server;
let base: string;
let contributor: { id: string };

beforeAll(async () => {
  scene = await textScene();
  const { test, api, textId, paragraphs, partner, body } = scene;
  const [first] = paragraphs;
  const newer = { ...words('Allies recognise that cables carry trade.'), id: first?.id ?? '' };
  await makeVersion(api.chair, textId, { base: 1, paragraphs: [newer, words('They meet.')] });
  const appointments = [{ role: 'contributor' as const, scope: 'body' as const, scopeId: body.id }];
  contributor = await createPerson(test, { party: partner, level: 1, appointments });
  server = createServer((req, res) => {
    textFilesEndpoint(servicesOf(test), req, res).catch((error) => res.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await scene.test.close();
});

async function get(
  query: string,
  as: { id: string } | null,
  more: RequestInit = {},
  textId = scene.textId,
  ending = 'docx',
) {
  const cookie = as ? `concord-session=${(await requestAs(scene.test, as)).sessionToken}` : '';
  return fetch(`${base}/api/texts/${textId}.${ending}?${query}`, { headers: { cookie }, ...more });
}

async function partsOf(answer: Response) {
  const files = await unpack(Buffer.from(await answer.arrayBuffer()));
  const read = (name: string) => new TextDecoder().decode(files.get(name));
  return { body: read('word/document.xml'), header: read('word/header1.xml'), read };
}

describe('a text taken out to Word', () => {
  it('carries its marking in header, footer, label and name, and its title in no name', async () => {
    const answer = await get('view=clean', scene.people.author);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="ALLIANCE-RESTRICTED_text-${scene.textId.slice(-8)}_v2_clean.docx"`,
    );
    const { body, header, read } = await partsOf(answer);
    for (const part of [header, read('word/footer1.xml')])
      expect(part).toContain('ALLIANCE RESTRICTED — Releasable to');
    expect(read('customXml/concord-label.xml')).toContain(
      '<slab:Classification>RESTRICTED</slab:Classification>',
    );
    expect(body).toContain('Allies recognise that cables carry trade.');
  });

  it('tracks what changed between any two versions, as the chair’s', async () => {
    const { body } = await partsOf(await get('view=redline&version=2&since=1', scene.people.author));
    expect(body).toMatch(/<w:del [^>]*w:author="Chair, version 2"[^>]*>.*?<w:delText[^>]*>matter/);
    expect(body).toMatch(/<w:ins [^>]*w:date="20\d\d-[^"]*Z"[^>]*>.*?<w:t[^>]*>carry trade/);
    expect((await get('view=redline&version=1', scene.people.author)).status).toBe(404);
    const backwards = await partsOf(await get('view=redline&version=1&since=2', scene.people.author));
    expect(backwards.body).toMatch(/<w:del [^>]*>.*?<w:delText[^>]*>carry trade/);
    expect((await get('view=redline&version=2&since=2', scene.people.author)).status).toBe(404);
    expect((await get('view=redline&version=2&since=9', scene.people.author)).status).toBe(404);
  });

  it('is in the record, with who took out what', async () => {
    await get('view=bracketed&version=1', scene.people.ally);
    const rows = await scene.test.worker.db
      .select({
        details: recordEntries.details,
        action: recordEntries.action,
        markingId: recordEntries.markingId,
      })
      .from(recordEntries)
      .where(eq(recordEntries.actorId, scene.people.ally.id));
    expect(rows).toMatchObject([
      { action: 'text.takeOut', details: { view: 'bracketed', version: 1 }, markingId: expect.any(String) },
    ]);
  });

  it('does not exist for who may not read it, and no more than its newest words do for a contributor', async () => {
    const { outsider } = scene.people;
    const hidden = await get('view=clean', outsider);
    const absent = await get('view=clean', outsider, {}, newId());
    expect([hidden.status, await hidden.text()]).toEqual([absent.status, await absent.text()]);
    expect(hidden.status).toBe(404);
    expect((await get('view=clean', null)).status).toBe(401);
    expect((await get('view=clean', contributor)).status).toBe(200);
    for (const query of ['view=bracketed', 'view=redline', 'view=clean&version=1'])
      expect((await get(query, contributor)).status).toBe(404);
  });

  it('answers nothing that it does not know', async () => {
    const { author } = scene.people;
    for (const query of ['view=pdf', '', 'view=clean&version=x', 'view=clean&more=1'])
      expect((await get(query, author)).status).toBe(404);
    expect((await get('view=clean', author, {}, 'no-id')).status).toBe(404);
    expect((await get('view=clean', author, { method: 'POST' })).status).toBe(405);
  });
});

type Labelled = { value: { ConfidentialityInformation: { Category: { GenericValue: string[] }[] } } };
type Said = { nation: string | null; label: Labelled };
type Told = {
  label: Labelled;
  versions: { number: number; hash: string; hashed: Canonical; note: string }[];
} & Record<'amendments' | 'positions' | 'reservations' | 'statements', Said[] | undefined>;

const json = async (as: { id: string }) => (await (await fetchJson(as)).json()) as Told;
const fetchJson = (as: { id: string } | null, textId?: string) => get('', as, {}, textId, 'json');

describe('a text taken out as JSON', () => {
  beforeAll(async () => {
    const { api, textId, parties, test, body } = scene;
    await createMembers(test, body, [parties.nor]);
    const [newest] = (await api.author.texts.byId({ textId })).versions;
    const about = { textId, versionId: newest?.id ?? '', words: 'In our words.' };
    const ours = { level: 1, releasableTo: [parties.nor.id] };
    const author = await callerAs(test, await delegateWithPowers());
    await author.positions.take({ commandId: newId(), ...about, stance: 'cannotAccept', marking: ours });
    await author.positions.state({ commandId: newId(), ...about, kind: 'explanation' });
    const doubt = { kind: 'scrutiny' as const, paragraphIds: [], expectedLift: null };
    await author.positions.reserve({ commandId: newId(), ...about, ...doubt });
    await author.positions.take({ commandId: newId(), ...about, stance: 'agree', prepareOnly: true });
    await api.ally.texts.table({
      ...{ commandId: newId(), textId, base: 2, kind: 'insert', paragraphId: null },
      ...{ words: 'At the beginning.', reason: 'It is missing.' },
    });
  });

  it('holds what its hashes are over, and what stands beside it under labels of its own', async () => {
    const { people, parties, textId } = scene;
    const told = await json(people.author);
    expect(told).toMatchObject({ format: 'concord-text/1', text: { id: textId, title: 'On cables' } });
    expect(told.versions.map(({ number }) => number)).toEqual([1, 2]);
    for (const { hash, hashed } of told.versions)
      expect(createHash('sha256').update(canonical(hashed)).digest('hex')).toBe(hash);
    expect(told.amendments).toMatchObject([
      { nation: parties.cal.code, words: 'At the beginning.', base: 2 },
    ]);
    expect(told.positions).toMatchObject([{ nation: parties.nor.code, stance: 'cannotAccept' }]);
    expect(told.reservations).toMatchObject([{ nation: parties.nor.code, kind: 'scrutiny', liftedAt: null }]);
    expect(told.statements).toMatchObject([{ nation: parties.nor.code, words: 'In our words.' }]);
    expect(released(told.positions?.[0]?.label)).toEqual([parties.nor.code]);
    expect(released(told.label)).toEqual([parties.nor.code]);
  });

  it('holds for others what they may read alone, and is labelled for that', async () => {
    const { people, parties, partner } = scene;
    const theirs = await json(people.ally);
    expect(theirs.positions).toEqual([]);
    expect(released(theirs.label)).toEqual([parties.nor.code, parties.cal.code, partner.code].sort());
    const partners = await json(contributor);
    expect(partners.versions.map(({ number }) => number)).toEqual([2]);
    for (const what of ['amendments', 'positions', 'reservations', 'statements', 'brackets'])
      expect(partners).not.toHaveProperty(what);
  });

  it('is recorded, and is not there for who may not read it', async () => {
    const { people, test } = scene;
    const rows = await test.worker.sql`select details from record_entry
      where action = 'text.takeOut' and actor_id = ${contributor.id} and details->>'view' = 'json'`;
    expect(rows).toMatchObject([{ details: { view: 'json', versions: 1 } }]);
    const [hidden, absent] = [await fetchJson(people.outsider), await fetchJson(people.outsider, newId())];
    expect([hidden.status, await hidden.text()]).toEqual([404, await absent.text()]);
    expect((await fetchJson(null)).status).toBe(401);
    expect((await get('view=clean', people.author, {}, scene.textId, 'json')).status).toBe(404);
  });
});

const released = (label: Labelled | undefined) =>
  label?.value.ConfidentialityInformation.Category[0]?.GenericValue;

/** A head of the author's delegation, who may speak for it. */
function delegateWithPowers() {
  const { test, parties, body } = scene;
  const appointments = [{ role: 'headOfDelegation' as const, scope: 'body' as const, scopeId: body.id }];
  return createPerson(test, { party: parties.nor, level: 1, appointments });
}
