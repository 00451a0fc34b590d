import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../measure/percentile.ts';
import type { Client } from './client.ts';
import type { Outcome } from './main.ts';
import { signedIn, type Targets } from './works.ts';

/** Each learner gives an answer every four seconds: faster than anybody reads a question. */
const PACE = 4_000;
const START_AT_ONCE = 25;

type Learner = { client: Client; attemptId: string; given: Map<string, number> };

/**
 * Learners who answer the same quiz at once, each at a pace of its own within the whole. What counts is the time of one
 * save; afterwards every attempt is read again, and an answer that is not there is a failure.
 */
export async function answering(
  targets: Targets,
  { learners, time }: { learners: number; time: number },
): Promise<Outcome> {
  const all = await startAll(targets, learners);
  const times: number[] = [];
  const tally = { failed: 0, problem: undefined as string | undefined };
  const begun = performance.now();
  await Promise.all(
    all.map((learner, index) => answer(targets, learner, { index, until: begun + time, times, tally })),
  );
  const seconds = (performance.now() - begun) / 1000;
  const lost = await lostAnswers(targets, all);
  if (lost > 0) tally.problem = `${lost} answers were lost.`;
  for (const { client } of all) client.close();
  const sorted = times.toSorted((a, b) => a - b);
  return {
    count: times.length,
    failed: tally.failed + lost * 1_000,
    problem: tally.problem,
    seconds,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
    bytes: 0,
  };
}

async function startAll(targets: Targets, learners: number): Promise<Learner[]> {
  const { quizId, enrolments } = targets.seeded.answering;
  const all: Learner[] = [];
  for (let from = 0; from < Math.min(learners, enrolments.length); from += START_AT_ONCE) {
    const few = enrolments.slice(from, Math.min(from + START_AT_ONCE, learners));
    const started = few.map(async (enrolmentId, place) => {
      const client = signedIn(targets, from + place);
      const input = { commandId: randomUUID(), enrolmentId, activityId: quizId };
      const { attemptId } = await client.command<{ attemptId: string }>('quizzes.start', input);
      return { client, attemptId, given: new Map<string, number>() };
    });
    all.push(...(await Promise.all(started)));
  }
  return all;
}

type Run = {
  index: number;
  until: number;
  times: number[];
  tally: { failed: number; problem: string | undefined };
};

async function answer(
  { seeded }: Targets,
  { client, attemptId, given }: Learner,
  { index, until, times, tally }: Run,
): Promise<void> {
  const keys = seeded.course.questionKeys;
  await sleep((index * 7919) % PACE);
  for (let sequence = 1; performance.now() < until; sequence += 1) {
    const questionKey = keys[sequence % keys.length] ?? '';
    const answer = { choices: [sequence % 3 === 0 ? 'a' : 'b'] };
    const begun = performance.now();
    try {
      await client.command('quizzes.save', { attemptId, questionKey, sequence, answer, certainty: null });
      times.push(performance.now() - begun);
      given.set(questionKey, sequence);
    } catch (error) {
      tally.failed += 1;
      tally.problem ??= error instanceof Error ? error.message : String(error);
    }
    await sleep(Math.max(0, PACE - (performance.now() - begun)));
  }
}

type State = { open: { answers: Record<string, { sequence: number }> } | null };

/** Answers that were said to be saved and do not stand. */
async function lostAnswers(targets: Targets, all: readonly Learner[]): Promise<number> {
  const { quizId, enrolments } = targets.seeded.answering;
  let lost = 0;
  for (const [index, { client, given }] of all.entries()) {
    const answered = await client.query('quizzes.state', {
      enrolmentId: enrolments[index],
      activityId: quizId,
    });
    const body = JSON.parse((await inflated(answered)).toString()) as { result: { data: { json: State } } };
    const { answers = {} } = body.result.data.json.open ?? {};
    for (const [key, sequence] of given) if (answers[key]?.sequence !== sequence) lost += 1;
  }
  return lost;
}

async function inflated({ headers, body }: { headers: { 'content-encoding'?: string }; body: Buffer }) {
  const { brotliDecompressSync, gunzipSync } = await import('node:zlib');
  const how = headers['content-encoding'];
  return how === 'br' ? brotliDecompressSync(body) : how === 'gzip' ? gunzipSync(body) : body;
}
