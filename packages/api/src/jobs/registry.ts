import type { JobName } from '@concord/db/jobs';
import type { z } from 'zod';
import { mailJob } from '../email/job.ts';
import { newsJob } from '../email/news-job.ts';
import { noticeJob } from '../email/notice-job.ts';
import { holdersJob } from '../features/seats/jobs.ts';

/** Every job of the portal, by the name of its queue (the queues themselves are in @concord/db/jobs). */
export const jobs = {
  mail: mailJob,
  notice: noticeJob,
  news: newsJob,
  holders: holdersJob,
} as const satisfies Record<JobName, unknown>;

/** What a job is told. */
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]['payload']>;
