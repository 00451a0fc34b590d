import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisionFilesEndpoint } from '../../http/decision-files.ts';
import { requestAs, servicesOf } from '../../testing/caller.ts';
import { adoption, anotherText, decisionScene } from '../../testing/decisions.ts';
import { unpack } from '../../zip.ts';
import { LIMITS } from '../word/read.ts';
import type { DecisionFile } from './file.ts';

let test: TestDatabase;
let one: Awaited<ReturnType<typeof decisionScene>>;
let folder: string;
let ids: string[];
beforeAll(async () => {
  test = await testDatabase();
  one = await decisionScene(test);
  folder = await mkdtemp(join(tmpdir(), 'concord-decisions-'));
  const second = await anotherText(one, 1);
  const { decisionId } = await second.api.chair.decisions.adopt(adoption(second));
  ids = [one.decisionId, decisionId];
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await test.close();
});

/** A file as the portal sends it to a person. */
async function fetched(person: { id: string } | null, address: string) {
  const services = servicesOf(test);
  const token = person ? (await requestAs(test, person)).sessionToken : null;
  const server = createServer((req, res) => void decisionFilesEndpoint(services, req, res)).listen(0);
  const { port } = server.address() as AddressInfo;
  const headers = token ? { cookie: `${services.settings.cookies.session}=${token}` } : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}/api/decisions/${address}`, { headers });
  const body = Buffer.from(await answer.arrayBuffer());
  server.close();
  return { status: answer.status, type: answer.headers.get('content-type'), body };
}

/** Runs the verifier as a process of its own: no database, no data folder. */
function verify(...args: string[]): Promise<{ code: number; out: string }> {
  const cli = join(import.meta.dirname, '../../cli/main.ts');
  const env = { PATH: process.env.PATH, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, 'decision', 'verify', ...args],
      { env, cwd: folder },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out: out + err }),
    );
  });
}

describe('a decision taken out', () => {
  it('is verified offline by itself and in a row, and one changed byte is found', async () => {
    const paths = await Promise.all(
      ids.map(async (id, index) => {
        const path = join(folder, `${index}.json`);
        await writeFile(path, (await fetched(one.people.head, `${id}.json`)).body);
        return path;
      }),
    );
    const sound = await verify(...paths);
    expect(sound).toMatchObject({ code: 0, out: expect.stringContaining('Sound: 2 decisions') });
    const file = JSON.parse(await readFile(paths[0] ?? '', 'utf8')) as DecisionFile;
    expect((await verify(...paths, '--key', file.signature.fingerprint)).code).toBe(0);
    expect((await verify(...paths, '--key', 'ab'.repeat(32))).out).toContain('none of those given');

    const whole = await readFile(paths[0] ?? '');
    const at = whole.indexOf('Allies will share.');
    const changed = join(folder, 'changed.json');
    await writeFile(
      changed,
      Buffer.concat([whole.subarray(0, at), Buffer.from('a'), whole.subarray(at + 1)]),
    );
    const found = await verify(changed);
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining('hash:') });
    const report = await verify(changed, paths[1] ?? '', '--json');
    expect(JSON.parse(report.out)).toMatchObject({
      sound: false,
      decisions: [{ findings: [{ fault: 'hash' }] }, { sound: true }],
    });
    await writeFile(changed, whole.subarray(0, -20));
    expect(await verify(changed)).toMatchObject({ code: 1, out: expect.stringContaining('no JSON') });
    expect((await verify()).code).toBe(2);
    expect((await verify('--help')).out).toContain('docs/formats/decision.md');
  });

  it('is set as PDF and as Word with its marking and label, and recorded', async () => {
    const pdf = await fetched(one.people.head, `${ids[0]}.pdf`);
    expect(pdf).toMatchObject({ status: 200, type: 'application/pdf' });
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.body.toString('utf8')).toContain('slab:originatorConfidentialityLabel');
    const inside = pdf.body.toString('latin1');
    expect(inside).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(inside).toMatch(/\/OutputIntents \[\d+ 0 R\]/);
    expect(inside).toMatch(/\/S \/GTS_PDFA1/);
    const fonts = inside.match(/\/Type \/FontDescriptor[\s\S]*?endobj/g) ?? [];
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((font) => !/\/FontFile[23]? \d+ 0 R/.test(font))).toEqual([]);
    expect(inside).not.toMatch(/\/Encrypt |\/JavaScript|\/BaseFont \/Helvetica/);
    const docx = await fetched(one.people.head, `${ids[0]}.docx`);
    const parts = await unpack(docx.body, LIMITS);
    const text = [...parts.values()].map((part) => Buffer.from(part).toString('utf8')).join('\n');
    expect(text).toContain('Allies will share.');
    expect(text).toContain('originatorConfidentialityLabel');
    const entries = await test.worker
      .sql`select details->>'format' as format from record_entry where action = 'decision.takeOut' and subject_id = ${ids[0] ?? ''}`;
    expect(entries.map(({ format }) => format)).toEqual(expect.arrayContaining(['json', 'pdf', 'docx']));
  });

  it('is no file to whoever may not read it, and none of another kind', async () => {
    expect((await fetched(null, `${ids[0]}.json`)).status).toBe(401);
    expect((await fetched(one.people.partner, `${ids[0]}.json`)).status).toBe(404);
    expect((await fetched(one.people.head, `${ids[0]}.xml`)).status).toBe(404);
    expect((await fetched(one.people.head, 'nothing.json')).status).toBe(404);
  });
});
