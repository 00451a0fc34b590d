import { execFile, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newId } from '@concord/db/ids';
import { commands, files, liveEvents } from '@concord/db/schema/system';
import { type TestDatabase, testDatabase } from '@concord/db/testing/database';
import { createParty, createPerson } from '@concord/db/testing/fixtures';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { asWorker, inTransaction } from '../context.ts';
import { listMail } from '../email/folder.ts';
import { mailJob } from '../email/job.ts';
import { sendMail } from '../email/mails.ts';
import { keptHeads } from '../record/heads.ts';
import { record } from '../record/record.ts';
import { requestAs, servicesOf } from '../testing/caller.ts';
import { cleanUp } from './clean-up.ts';
import { failedJobs, retryFailedJobs } from './failed.ts';
import { defineJob, HopelessJob } from './job.ts';
import { startWork } from './work.ts';

let test: TestDatabase;
let dataDir: string;
let person: { id: string };
const invitation = {
  kind: 'invitation',
  email: 'anna@test.example',
  locale: 'en',
  timeZone: 'Europe/Brussels',
  path: '/invitation/secret-token',
  until: '2026-12-01T10:00:00Z',
} as const;

beforeAll(async () => {
  test = await testDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'concord-jobs-'));
  person = await createPerson(test, { party: await createParty(test) });
});
afterAll(async () => {
  await test.close();
  await rm(dataDir, { recursive: true, force: true });
});

const services = () => servicesOf(test);
const queued = () =>
  test.worker.sql`select id::text, state::text, data::text from pgboss.job where name = 'mail'`;

describe('a job', () => {
  it('exists once its transaction is committed, or never', async () => {
    const request = await requestAs(test, person);
    await inTransaction(services(), request, async (ctx) => {
      await sendMail(ctx, invitation);
      throw new Error('no');
    }).catch(() => undefined);
    expect(await queued()).toEqual([]);
    await inTransaction(services(), request, (ctx) => sendMail(ctx, invitation));
    const [row] = await queued();
    expect(row).toMatchObject({ state: 'created' });
    expect(row?.data).not.toMatch(/secret-token|anna/);
  });

  it('cannot be read, changed or taken away by the application', async () => {
    await expect(test.app.sql`select data from pgboss.job`).rejects.toThrow(/permission/);
    await expect(test.app.sql`delete from pgboss.job`).rejects.toThrow(/permission/);
    await expect(test.app.sql`update pgboss.job set state = 'cancelled'`).rejects.toThrow(/permission/);
  });

  it('that is poisoned stops alone and is seen, while others run', async () => {
    const ran: number[] = [];
    const boom = defineJob(z.strictObject({ n: z.number() }), async (_services, { n }) => {
      if (n === 0) throw new HopelessJob('poison');
      ran.push(n);
    });
    await test.worker.sql`delete from pgboss.job`;
    await asWorker(services(), async (ctx) => {
      for (let n = 0; n < 5; n += 1) await ctx.services.jobs.send(ctx.tx, 'mail', { n });
      await ctx.services.jobs.send(ctx.tx, 'mail', { unknown: true });
    });
    const work = await startWork(services(), { mail: boom });
    await vi.waitFor(() => expect(ran.sort()).toEqual([1, 2, 3, 4]), 10_000);
    await vi.waitFor(async () => expect(await failedJobs(services().worker().sql)).toHaveLength(2), 10_000);
    await work.stop();
    expect((await failedJobs(services().worker().sql)).map(({ message }) => message)).toContain('poison');
    expect(await retryFailedJobs(services().worker().sql)).toBe(2);
    expect(await failedJobs(services().worker().sql)).toEqual([]);
    expect(await retryFailedJobs(services().worker().sql)).toBe(0);
    await test.worker.sql`delete from pgboss.job`;
  });
});

/** As `bin/concord.mjs` starts whatever it starts. */
const AS_STARTED = ['--import', new URL('../../../../bin/quick-imports.mjs', import.meta.url).href];

describe('the worker process', () => {
  it('sends mail, seals the record, signs it, and finishes when told to stop', async () => {
    const { settings } = services();
    const env = {
      PATH: '/usr/bin:/bin',
      DATABASE_APP_URL: test.urls.app,
      DATABASE_WORKER_URL: test.urls.worker,
      DATABASE_SEALER_URL: test.urls.sealer,
      CONCORD_SECRET: settings.secret.toString('base64'),
      CONCORD_KEY: settings.key.toString('base64'),
      CONCORD_DATA: dataDir,
      LOG_LEVEL: 'error',
    };
    const child = fork(new URL('./worker.ts', import.meta.url), {
      env,
      execArgv: AS_STARTED,
    });
    await new Promise((resolve) => child.once('message', resolve));
    await inTransaction(services(), await requestAs(test, person), async (ctx) => {
      await sendMail(ctx, invitation);
      await record(ctx, { action: 'test.act', subject: 'person', subjectId: person.id });
    });
    const folder = join(dataDir, 'mail');
    await vi.waitFor(async () => expect(await listMail(folder)).toHaveLength(1), 10_000);
    expect((await listMail(folder))[0]?.text).toContain('/invitation/secret-token');
    await vi.waitFor(async () => {
      const [row] = await test.sealer.sql`select count(*)::int as sealed from record_seal`;
      expect(row?.sealed).toBe(1);
    }, 5_000);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const heads = await keptHeads(dataDir);
    expect(heads).toHaveLength(1);
    const cli = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
    const args = [...AS_STARTED, cli, 'record', 'verify', '--json', '--head', JSON.stringify(heads[0])];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, checked: 1, uncovered: 0, faults: [] });
  }, 40_000);
});

describe('a mail', () => {
  it('taken over once is not sent again by a retry', async () => {
    await test.worker.sql`delete from pgboss.job`;
    const folder = `/tmp/${test.name}/mail`;
    await asWorker(services(), (ctx) => sendMail(ctx, invitation));
    const [row] = await queued();
    const payload = JSON.parse(String(row?.data));
    await mailJob.work(services(), payload);
    expect(await listMail(folder)).toHaveLength(1);
    await rm(folder, { recursive: true });
    await mailJob.work(services(), payload);
    expect(await listMail(folder)).toHaveLength(0);
  });
});

describe('clean-up', () => {
  it('takes away what has had its use and leaves the rest', async () => {
    const db = test.worker.db;
    const old = new Date(Date.now() - 40 * 86_400_000);
    const of = { personId: person.id, procedure: 'x', inputHash: 'x', result: {} };
    await db.insert(commands).values([
      { ...of, commandId: newId(), createdAt: old },
      { ...of, commandId: newId() },
    ]);
    await db.insert(liveEvents).values([
      { topic: 'shell', personId: person.id, payload: {}, createdAt: old },
      { topic: 'shell', personId: person.id, payload: {} },
    ]);
    const file = {
      container: 'person' as const,
      containerId: person.id,
      name: 'x',
      mediaType: 'x',
      size: 1,
      sha256: 'x',
    };
    const id = newId();
    await db
      .insert(files)
      .values({ ...file, id, storageKey: `person/${id.slice(-2)}/${id}`, createdAt: old });
    expect(await cleanUp(services())).toBe(3);
    const [left] = await db.execute(sql`select (select count(*)::int from command) as commands,
      (select count(*)::int from live_event) as events, (select count(*)::int from file) as files`);
    expect(left).toEqual({ commands: 1, events: 1, files: 0 });
    expect(await cleanUp(services())).toBe(0);
  });
});
