import { JOBS_SCHEMA } from '@concord/db/jobs';
import type { Sql } from 'postgres';

/** A job that will not be tried again: which, when, and what it said. Its payload is not shown. */
export interface FailedJob {
  id: string;
  name: string;
  failedAt: Date;
  message: string;
}

const MOST = 100;

/** Jobs that failed for the last time, newest first, as the worker's role. */
export async function failedJobs(worker: Sql): Promise<FailedJob[]> {
  const rows = await worker`
    select id::text, name, completed_on::text as at, coalesce(output->>'message', '') as message
    from ${worker(JOBS_SCHEMA)}.job where state = 'failed' order by completed_on desc limit ${MOST}`;
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    failedAt: new Date(String(row.at)),
    message: String(row.message),
  }));
}

/** Gives jobs that failed for the last time one more try; how many there were. Doing a job twice has one effect. */
export async function retryFailedJobs(worker: Sql): Promise<number> {
  const rows = await worker`
    update ${worker(JOBS_SCHEMA)}.job
    set state = 'retry', retry_limit = retry_count + 1, start_after = now(), completed_on = null
    where state = 'failed' returning id`;
  return rows.length;
}
