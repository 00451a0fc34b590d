import { activityProgress, attemptResponses, attempts, enrolments } from '@concord/db/schema/learning';
import { people as peopleSeeds } from '@concord/db/seed/data/people';
import { personas } from '@concord/db/seed/data/personas';
import type { Context } from '../context.ts';
import type { QuestionAnswer, QuestionBody } from '../features/bank/body.ts';
import { issueCredential } from '../features/credentials/commands.ts';
import { shuffled } from '../features/quizzes/order.ts';
import { gradeAttempt } from '../features/quizzes/rules.ts';
import type { Ids, Pinned } from './night-watch.ts';
import type { World } from './world.ts';

const TAKERS = 48;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** People of different ability, most of them marked; the last few wait for a marker. */
export async function seedTakers(
  ctx: Context,
  world: World,
  { id, asked }: { id: Ids; asked: readonly Pinned[] },
) {
  const takers = shuffled(peopleSeeds, 'night-watch')
    .filter(({ key }) => !Object.values(personas).includes(key as never))
    .slice(0, TAKERS);
  const rows = takers.map((taker, index) => attemptOf(taker.key, index, { world, id, asked }));
  await ctx.tx.insert(enrolments).values(rows.map(({ enrolment }) => enrolment));
  await ctx.tx.insert(activityProgress).values(rows.map(({ progress }) => progress));
  await ctx.tx.insert(attempts).values(rows.map(({ attempt }) => attempt));
  await ctx.tx.insert(attemptResponses).values(rows.flatMap(({ responses }) => responses));
  for (const { enrolment } of rows)
    if (enrolment.completedAt)
      await issueCredential({ ...ctx, now: enrolment.completedAt }, { enrolmentId: enrolment.id });
}

type Making = { world: World; id: Ids; asked: readonly Pinned[] };

function attemptOf(key: string, index: number, { world, id, asked }: Making) {
  const startedAt = new Date(world.daysAgo(40 - index * 0.7).getTime());
  const submittedAt = new Date(startedAt.getTime() + (12 + (index % 9)) * MINUTE);
  const luck = shuffled(
    Array.from({ length: 100 }, (_, one) => one),
    key,
  );
  const ability = 0.25 + (0.7 * (luck[99] ?? 0)) / 100;
  const waits = index >= TAKERS - 4;
  const given = new Map(
    asked.map((question, place) => {
      const knows = (luck[place] ?? 0) / 100 < ability;
      const byHand = question.read.kind === 'essay' || question.read.kind === 'file';
      const marked = byHand && !waits ? Math.round(ability * question.points) : null;
      return [
        question.key,
        { answer: answerTo(question.read, knows, place), certainty: null, marked },
      ] as const;
    }),
  );
  const bodies = asked.map(({ key: name, points, read }) => ({ key: name, points, body: read }));
  const { perQuestion, ...grade } = gradeAttempt(bodies, given, { passMark: 60 });
  const completedAt = grade.passed ? submittedAt : null;
  const personId = world.person(key);
  const [attemptId, enrolmentId] = [id(`attempt ${key}`), id(`enrolment ${key}`)];
  return {
    enrolment: {
      id: enrolmentId,
      personId,
      courseId: id('course'),
      versionId: id('version'),
      enrolledAt: new Date(startedAt.getTime() - (1 + (index % 6)) * DAY),
      dueAt: index % 3 === 0 ? null : new Date(startedAt.getTime() + (14 + (index % 5) * 7) * DAY),
      lastSeenAt: submittedAt,
      completedAt,
    },
    progress: {
      enrolmentId,
      activityId: id('quiz'),
      firstSeenAt: new Date(startedAt.getTime() - MINUTE),
      seenAt: submittedAt,
      completedAt,
    },
    attempt: {
      id: attemptId,
      enrolmentId,
      activityId: id('quiz'),
      personId,
      number: 1,
      seed: index + 1,
      startedAt,
      submittedAt,
      ...grade,
      gradedAt: grade.percent === null ? null : submittedAt,
      drawn: asked.map((one) => ({ key: one.key, versionId: one.versionId, points: one.points })),
    },
    responses: perQuestion.map((result, place) => ({
      attemptId,
      versionId: asked[place]?.versionId ?? '',
      sequence: 600 * (place + 1),
      answer: given.get(result.key)?.answer ?? null,
      milliseconds: 15_000 + (luck[place] ?? 0) * 900,
      savedAt: submittedAt,
      ...result,
      ...(given.get(result.key)?.marked === null
        ? {}
        : { markedBy: world.person(personas.courseDirector), markedAt: submittedAt }),
    })),
  };
}

const ESSAY =
  'I wake the duty officer, because somebody has to decide, and the response team, because memory does not wait. The press office may sleep: nothing is said outside before morning.';

/** What somebody who knows, or does not, would give. */
function answerTo(body: QuestionBody, knows: boolean, place: number): QuestionAnswer | null {
  switch (body.kind) {
    case 'single':
    case 'multiple': {
      const right = body.choices.filter(({ share }) => share > 0).map(({ key }) => key);
      const wrong = body.choices.filter(({ share }) => share <= 0).map(({ key }) => key);
      return { choices: knows ? right : wrong.slice(place % 2, (place % 2) + 1) };
    }
    case 'trueFalse':
      return { choices: [String(knows === body.right)] };
    case 'shortText':
      return { text: knows ? 'the duty officer' : 'my chief' };
    case 'numeric':
      return knows ? { number: '1,5', unit: 'h' } : { number: '130', unit: 'min' };
    case 'matching':
      return {
        pairs: Object.fromEntries(
          body.pairs.map(({ left, right }, index) => [
            left,
            knows || index === 0 ? right : (body.spare[0] ?? right),
          ]),
        ),
      };
    case 'ordering':
      return { order: knows ? body.order : body.order.toReversed() };
    case 'gapText':
      return { gaps: { when: knows ? 'when' : 'why', whom: 'who' } };
    case 'hotspot':
      return { choices: [knows ? 'cable' : 'power'] };
    case 'essay':
      return { text: ESSAY };
    default:
      return null;
  }
}
