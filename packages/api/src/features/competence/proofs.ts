import type { Locale } from '@concord/db/enums';
import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { addMonthsToDay, dayIn, endOfDay } from '../../days.ts';
import { allianceZone } from '../../settings/zone.ts';
import { evidenceOf, type Known, of } from '../readiness/evidence.ts';
import type { shownBy } from './needs.ts';
import { EXERCISE_MONTHS, type Proof } from './rules.ts';

type Shown = Awaited<ReturnType<typeof shownBy>>;
export type ProofsByItem = ReadonlyMap<string, readonly Proof[]>;

/** What a person holds that shows these things, by thing; what is known of the courses among it, and the parts they played. */
export async function proofsOf(
  ctx: Pick<Context, 'tx' | 'now'>,
  personId: string,
  shown: Shown,
): Promise<{ proofs: ProofsByItem; known: Known; played: readonly Part[] }> {
  const idsOf = (subject: Shown[number]['subject']) => [
    ...new Set(shown.filter((one) => one.subject === subject).map(({ subjectId }) => subjectId)),
  ];
  const person = sql`select ${personId}::uuid`;
  const known = await evidenceOf(ctx, person, idsOf('course'), ctx.now);
  const played = await partsPlayed(ctx, personId);
  const parts = new Map(played.map((part) => [part.roleId, part]));
  const questions = await questionsAnswered(ctx, personId);
  const proofs = new Map<string, Proof[]>();
  const add = (itemId: string, proof: Proof) => proofs.set(itemId, [...(proofs.get(itemId) ?? []), proof]);
  for (const { subject, subjectId, itemId } of shown) {
    const part = subject === 'exerciseRole' ? parts.get(subjectId) : undefined;
    if (part) add(itemId, { kind: 'exercise', subjectId, from: part.endsAt, until: part.until });
    if (subject === 'course')
      for (const { issued, until } of known.credentials.get(of(personId, subjectId)) ?? [])
        add(itemId, { kind: 'course', subjectId, from: issued ?? 0, until });
  }
  for (const { itemId, ...proof } of questions) add(itemId, proof);
  return { proofs, known, played };
}

/** A part somebody played, in the reader's languages, and until when it counts. */
type Part = Awaited<ReturnType<typeof partsPlayed>>[number];

/**
 * The parts somebody played in exercises that are over and that the reader may know of, the newest first, each counted to
 * the end of its day so many months on. A seat alone is none: who held it came through the door, or said something in the
 * play (`concord.parts_played`). Nothing of it is stored twice.
 */
async function partsPlayed(ctx: Pick<Context, 'tx'>, personId: string) {
  const rows = await ctx.tx.execute<{
    roleId: string;
    code: string;
    endsAt: string;
    name: Record<Locale, string>;
    role: Record<Locale, string>;
  }>(sql`
    select r.id as "roleId", e.code, e.ends_at::text as "endsAt", json_build_object('en', e.name_en, 'fr', e.name_fr) as name,
      json_build_object('en', r.name_en, 'fr', r.name_fr) as role
    from concord.parts_played(${personId}::uuid) p join exercise e on e.id = p.exercise_id
    join exercise_role r on r.id = p.role_id
    where e.published_at is not null and e.cancelled_at is null and e.ends_at <= now()
    order by e.ends_at desc, r.id`);
  if (rows.length === 0) return [];
  const zone = await allianceZone(ctx);
  return [...rows].map(({ endsAt, ...part }) => {
    const ended = new Date(endsAt);
    const until = endOfDay(addMonthsToDay(dayIn(ended, zone), EXERCISE_MONTHS), zone).getTime();
    return { ...part, endsAt: ended.getTime(), until };
  });
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
