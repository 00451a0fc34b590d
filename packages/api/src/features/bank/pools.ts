import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { withBelow } from './queries.ts';
import type { Blueprint } from './schemas.ts';

/** What a blueprint asks of a question, over `bank_question b`. */
function matches({ categoryId, withSubcategories, tags, difficulty }: Blueprint) {
  const shelf = withSubcategories
    ? sql`b.category_id in ${withBelow(categoryId)}`
    : sql`b.category_id = ${categoryId}::uuid`;
  const level = difficulty === null ? sql`true` : sql`b.difficulty = ${difficulty}`;
  const tagged =
    tags.length === 0
      ? sql`true`
      : sql`b.tags @> array[${sql.join(
          tags.map((tag) => sql`${tag}`),
          sql`, `,
        )}]::text[]`;
  return sql`b.archived_at is null and ${shelf} and ${level} and ${tagged}`;
}

/** How many questions a blueprint could draw from now. */
export async function countMatching(ctx: Pick<SignedIn, 'tx'>, blueprint: Blueprint): Promise<number> {
  const [row] = await ctx.tx.execute<{ count: number }>(
    sql`select count(*)::int as count from bank_question b where ${matches(blueprint)}`,
  );
  return row?.count ?? 0;
}

type Drawing = { id: string; key: string; title: string; blueprint: Blueprint };

/**
 * Fixes what the blueprints of a course version draw from: the newest version of every question that matches now. The
 * command that publishes a version calls this in its own transaction, before it sets `published_at`; a blueprint that
 * asks for more than there is refuses the publication and names the quiz.
 */
export async function fixPools(ctx: Pick<SignedIn, 'tx' | 'locale'>, versionId: string): Promise<void> {
  const slots = await ctx.tx.execute<Drawing>(sql`
    select s.id, a.key, coalesce(a.titles->>${ctx.locale}, a.key) as title, s.blueprint
    from question s join activity a on a.id = s.activity_id
    where a.version_id = ${versionId} and s.blueprint is not null
    order by a.position, s.position for update of s`);
  // One statement for each blueprint: they are few, and each asks another question of the bank.
  for (const { id, title, blueprint } of slots) {
    const [fixed] = await ctx.tx.execute<{ size: number }>(sql`
      update question set pool = array(
        select v.id from bank_question b
        join bank_question_version v on v.question_id = b.id and v.number = b.latest
        where ${matches(blueprint)} order by b.id)
      where question.id = ${id} returning coalesce(array_length(pool, 1), 0) as size`);
    const found = fixed?.size ?? 0;
    if (found < blueprint.count)
      throw new AppError('PRECONDITION_FAILED', 'bank.poolTooSmall', {
        quiz: title,
        wanted: blueprint.count,
        found,
      });
  }
}
