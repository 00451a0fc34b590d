import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { type QuestionBody, type QuestionKind, questionBody } from './body.ts';
import { changesBetween } from './changes.ts';
import { countMatching } from './pools.ts';
import type { Difficulty } from './rules.ts';
import type { Blueprint } from './schemas.ts';
import { quizOf } from './slots.ts';

type Row = {
  id: string;
  key: string;
  points: number;
  blueprint: Blueprint | null;
  questionId: string | null;
  name: string | null;
  kind: QuestionKind | null;
  difficulty: Difficulty | null;
  archived: boolean | null;
  number: number | null;
  latest: number | null;
  category: string | null;
  poolSize: number | null;
};

/** What a quiz asks, slot by slot: the version each pins and whether there is a newer one, or what it draws from. */
export async function slotsOf(ctx: SignedIn, activityId: string) {
  const quiz = await quizOf(ctx, activityId);
  const rows = await ctx.tx.execute<Row>(sql`
    select s.id, s.key, s.points, s.blueprint, b.id as "questionId", b.name, b.kind, b.difficulty,
      b.archived_at is not null as archived, v.number, b.latest, c.name as category,
      array_length(s.pool, 1) as "poolSize"
    from question s
    left join bank_question_version v on v.id = s.bank_version_id
    left join bank_question b on b.id = v.question_id
    left join question_category c on c.id = coalesce(b.category_id, (s.blueprint->>'categoryId')::uuid)
    where s.activity_id = ${activityId}
    order by s.position, s.id`);
  const slots = [];
  // Blueprints are few, and each asks another question of the bank.
  for (const { blueprint, poolSize, ...slot } of rows) {
    const matching =
      blueprint === null ? null : quiz.published ? (poolSize ?? 0) : await countMatching(ctx, blueprint);
    slots.push({ ...slot, blueprint, matching });
  }
  return { editable: quiz.editable && !quiz.published, published: quiz.published, slots };
}

/** What the newest version of a pinned question changes: shown before it is taken. */
export async function slotChanges(ctx: SignedIn, slotId: string) {
  const [row] = await ctx.tx.execute<{
    activityId: string;
    number: number;
    latest: number;
    before: QuestionBody;
    after: QuestionBody;
  }>(sql`
    select s.activity_id as "activityId", v.number, b.latest, v.body as before, n.body as after
    from question s join bank_question_version v on v.id = s.bank_version_id
    join bank_question b on b.id = v.question_id
    join bank_question_version n on n.question_id = b.id and n.number = b.latest
    where s.id = ${slotId}`);
  const { activityId, number, latest, before, after } = found(row);
  await quizOf(ctx, activityId);
  return { number, latest, changes: changesBetween(questionBody.parse(before), questionBody.parse(after)) };
}
