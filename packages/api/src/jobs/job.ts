import type { z } from 'zod';
import type { Services } from '../services.ts';

/** What works on a queue. It may see a job more than once, so doing it twice has one effect. */
export interface Job<Payload extends object> {
  payload: z.ZodType<Payload>;
  work(services: Services, data: unknown): Promise<void>;
}

/** A job whose payload is checked before it runs. */
export function defineJob<Payload extends object>(
  payload: z.ZodType<Payload>,
  run: (services: Services, payload: Payload) => Promise<void>,
): Job<Payload> {
  return { payload, work: async (services, data) => run(services, payload.parse(data)) };
}

/** Trying again would change nothing: the job fails at once and waits to be seen. */
export class HopelessJob extends Error {}
