import { JOBS_SCHEMA, type JobName } from '@concord/db/jobs';
import { type JobResult, PgBoss } from 'pg-boss';
import { ZodError } from 'zod';
import { namedByKey } from '../sealing/processes.ts';
import type { Services } from '../services.ts';
import { HopelessJob, type Job } from './job.ts';
import { jobs } from './registry.ts';

type AnyJob = Pick<Job<object>, 'work'>;

const POLL_SECONDS = 1;
const BATCH = 10;
const AT_ONCE = 2;
const STOP_MS = 10_000;

/** Works on every queue until stopped; jobs under way are finished, or handed back when they take too long. */
export async function startWork(
  services: Services,
  known: Readonly<Record<string, AnyJob>> = jobs,
): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: services.settings.database.workerUrl,
    application_name: namedByKey('concord-jobs', services.keys),
    schema: JOBS_SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (err) => services.log.error({ err }, 'job queue'));
  boss.on('warning', (warning) => services.log.warn({ warning }, 'job queue'));
  await boss.start();
  for (const [name, job] of Object.entries(known)) await workOn(boss, services, name as JobName, job);
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_MS }) };
}

async function workOn(boss: PgBoss, services: Services, name: JobName, job: AnyJob): Promise<void> {
  const options = {
    batchSize: BATCH,
    localConcurrency: AT_ONCE,
    pollingIntervalSeconds: POLL_SECONDS,
    perJobResults: true,
  } as const;
  await boss.work<object, unknown, typeof options>(name, options, (batch) =>
    Promise.all(batch.map(({ id, data }) => settle(services, name, job, id, data))),
  );
}

/** One job's outcome. A failure is one job's own: the next in the queue runs. */
async function settle(
  services: Services,
  name: JobName,
  job: AnyJob,
  id: string,
  data: unknown,
): Promise<JobResult> {
  try {
    await job.work(services, data);
    return { id, status: 'completed' };
  } catch (error) {
    const hopeless = error instanceof HopelessJob || error instanceof ZodError;
    services.log.error({ job: name, jobId: id, err: error, hopeless }, 'job failed');
    const output = { message: error instanceof Error ? error.message : String(error) };
    return { id, status: hopeless ? 'deadletter' : 'failed', output };
  }
}
