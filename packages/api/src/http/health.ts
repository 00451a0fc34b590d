import { isMigrated } from '@concord/db/applied';
import { JOBS_SCHEMA, jobQueues } from '@concord/db/jobs';
import type { Services } from '../services.ts';
import { type Endpoint, json } from './request.ts';

/** The parts a portal needs before it can serve. */
type Part = 'database' | 'migrations' | 'jobs' | 'files';

const PATIENCE_MS = 3_000;

/**
 * `GET /api/health/live`: this process answers. `GET /api/health/ready`: everything it needs is there; otherwise 503
 * with the part that is not, and nothing more than that.
 */
export const healthEndpoint: Endpoint = async (services, req, res) => {
  const path = (req.url ?? '').split('?', 1)[0];
  if (path === '/api/health/live') return json(res, 200, { status: 'live' });
  if (path !== '/api/health/ready') return json(res, 404, { messageKey: 'notFound' });
  const failed = await failedPart(services);
  json(res, failed ? 503 : 200, failed ? { status: 'unready', part: failed } : { status: 'ready' });
};

async function failedPart(services: Services): Promise<Part | undefined> {
  const { sql } = services.app;
  const checks: [Part, () => Promise<boolean>][] = [
    ['database', async () => (await sql`select 1 as one`).length === 1],
    ['migrations', () => isMigrated(sql)],
    ['jobs', () => queuesExist(services)],
    ['files', () => services.storage.check().then(() => true)],
  ];
  for (const [part, check] of checks) {
    const holds = await inTime(check()).catch((err: unknown) => {
      services.log.warn({ err, part }, 'not ready');
      return false;
    });
    if (!holds) return part;
  }
  return undefined;
}

async function queuesExist({ app }: Services): Promise<boolean> {
  const rows = await app.sql`select name from ${app.sql(JOBS_SCHEMA)}.queue`;
  const names = new Set(rows.map((row) => row.name));
  return Object.keys(jobQueues).every((name) => names.has(name));
}

function inTime(check: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer in time.')), PATIENCE_MS);
    check.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
