import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { addMonthsToDay, dayIn, endOfDay } from '../../days.ts';
import { allianceZone } from '../../settings/zone.ts';
import { idsIn } from '../frameworks/current.ts';
import { evidenceOf, type Known, of } from '../readiness/evidence.ts';
import type { shownBy } from './needs.ts';
import { EXERCISE_MONTHS, type Proof } from './rules.ts';

type Shown = Awaited<ReturnType<typeof shownBy>>;
export type ProofsByItem = ReadonlyMap<string, readonly Proof[]>;

/** What a person holds that shows these things, by thing; and what is known of the courses among it. */
export async function proofsOf(
  ctx: Pick<Context, 'tx' | 'now'>,
  personId: string,
  shown: Shown,
): Promise<{ proofs: ProofsByItem; known: Known }> {
  const idsOf = (subject: Shown[number]['subject']) => [
    ...new Set(shown.filter((one) => one.subject === subject).map(({ subjectId }) => subjectId)),
  ];
  const person = sql`select ${personId}::uuid`;
  const known = await evidenceOf(ctx, person, idsOf('course'), ctx.now);
  const parts = await partsPlayed(ctx, personId, idsOf('exerciseRole'));
  const questions = await questionsAnswered(ctx, personId);
  const proofs = new Map<string, Proof[]>();
  const add = (itemId: string, proof: Proof) => proofs.set(itemId, [...(proofs.get(itemId) ?? []), proof]);
  for (const { subject, subjectId, itemId } of shown) {
    const part = subject === 'exerciseRole' ? parts.get(subjectId) : undefined;
    if (part) add(itemId, part);
    if (subject === 'course')
      for (const { issued, until } of known.credentials.get(of(personId, subjectId)) ?? [])
        add(itemId, { kind: 'course', subjectId, from: issued ?? 0, until });
  }
  for (const { itemId, ...proof } of questions) add(itemId, proof);
  return { proofs, known };
}

/** Seats in exercises that are over, each counted to the end of its day so many months on. */
async function partsPlayed(ctx: Pick<Context, 'tx'>, personId: string, roleIds: readonly string[]) {
  if (roleIds.length === 0) return new Map<string, Proof>();
  const rows = await ctx.tx.execute<{ roleId: string; endsAt: string }>(sql`
    select s.role_id as "roleId", e.ends_at::text as "endsAt" from exercise_seat s join exercise e on e.id = s.exercise_id
    where s.person_id = ${personId}::uuid and s.role_id in ${idsIn(roleIds)}
      and e.published_at is not null and e.cancelled_at is null and e.ends_at <= now()`);
  const zone = await allianceZone(ctx);
  return new Map(
    [...rows].map(({ roleId, endsAt }): [string, Proof] => {
      const ended = new Date(endsAt);
      const until = endOfDay(addMonthsToDay(dayIn(ended, zone), EXERCISE_MONTHS), zone).getTime();
      return [roleId, { kind: 'exercise', subjectId: roleId, from: ended.getTime(), until }];
    }),
  );
}

/**
 * Questions answered rightly in quizzes that were passed, while the course's credential holds. Only the database may look
 * at what questions are mapped to for a learner; it names the thing and the course, never the question.
 */
async function questionsAnswered(ctx: Pick<Context, 'tx'>, personId: string) {
  const rows = await ctx.tx.execute<{
    itemId: string;
    courseId: string;
    at: string;
    until: string | null;
  }>(sql`
    select q.item_id as "itemId", q.course_id as "courseId", q.answered_at::text as at, q.valid_until::text as until
    from concord.questions_shown(${personId}::uuid) q`);
  return [...rows].map(({ itemId, courseId, at, until }) => ({
    ...{ itemId, kind: 'questions' as const, subjectId: courseId, from: Date.parse(at) },
    until: until === null ? null : Date.parse(until),
  }));
}
