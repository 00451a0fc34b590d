import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

type Place = {
  slug: string;
  title: string;
  language: string;
  version: number;
  published: boolean;
  activityKey: string;
  titles: Record<string, string>;
  number: number;
  drawn: boolean;
};

/**
 * Where a question is asked: each quiz of each course version the author may open, with the version it pins, and how
 * many more there are in courses that are not theirs to open.
 */
export async function usageOf(ctx: SignedIn, questionId: string) {
  const rows = await ctx.tx.execute<Place>(sql`
    select c.slug, coalesce(t.title, c.slug) as title, coalesce(t.language, c.source_language) as language,
      cv.number as version, cv.published_at is not null as published, a.key as "activityKey", a.titles, v.number,
      s.bank_version_id is null as drawn
    from bank_question_version v
    join question s on s.bank_version_id = v.id or v.id = any(s.pool)
    join activity a on a.id = s.activity_id
    join course_version cv on cv.id = a.version_id
    join course c on c.id = cv.course_id
    left join course_text t on t.version_id = cv.id
      and t.language = case when exists (select 1 from course_text o where o.version_id = cv.id and o.language = ${ctx.locale})
        then ${ctx.locale} else c.source_language end
    where v.question_id = ${questionId}
    order by title, c.slug, cv.number desc, a.position, s.position
    limit 200`);
  const [all] = await ctx.tx.execute<{ places: number }>(
    sql`select coalesce(max(places), 0)::int as places from concord.used_questions() where question_id = ${questionId}`,
  );
  const places = [...rows];
  const quizzes = new Set(
    places.map(({ slug, version, activityKey }) => `${slug} ${version} ${activityKey}`),
  );
  return { places, elsewhere: Math.max(0, (all?.places ?? 0) - quizzes.size) };
}
