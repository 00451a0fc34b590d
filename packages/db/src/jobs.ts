import { PgBoss } from 'pg-boss';
import type postgres from 'postgres';

/** The schema that holds jobs. */
export const JOBS_SCHEMA = 'pgboss';

/** Every queue, and how patient it is. A job that failed for the last time waits in `failed` to be seen. */
export const jobQueues = {
  notice: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
  news: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
  holders: { retryLimit: 5, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
  mail: { retryLimit: 8, retryDelay: 15, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 120 },
} as const;

/** The name of a queue. */
export type JobName = keyof typeof jobQueues;

/** Installs or brings up to date what jobs need, as the owner of the database, and grants the roles their part of it. */
export async function installJobs(ownerUrl: string, sql: postgres.Sql): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  const errors: unknown[] = [];
  boss.on('error', (error) => errors.push(error));
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const [name, options] of Object.entries(jobQueues)) {
      if (known.has(name)) await boss.updateQueue(name, options);
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: true });
  }
  if (errors.length > 0) throw errors[0];
  await grant(sql);
}

/** The application sends and may not read what waits; the worker does everything that needs no ownership. */
async function grant(sql: postgres.Sql): Promise<void> {
  await sql.unsafe(`
    grant usage on schema ${JOBS_SCHEMA} to concord_app, concord_worker;
    grant execute on all functions in schema ${JOBS_SCHEMA} to concord_app, concord_worker;
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to concord_worker;
    grant usage, select, update on all sequences in schema ${JOBS_SCHEMA} to concord_worker;
    grant select on ${JOBS_SCHEMA}.version, ${JOBS_SCHEMA}.queue to concord_app;
    grant insert on ${JOBS_SCHEMA}.job, ${JOBS_SCHEMA}.job_common to concord_app;
    grant select (id) on ${JOBS_SCHEMA}.job, ${JOBS_SCHEMA}.job_common to concord_app;
  `);
}
