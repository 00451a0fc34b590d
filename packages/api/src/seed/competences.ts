import { newId } from '@concord/db/ids';
import { competencyMaps } from '@concord/db/schema/competence';
import { demoFramework, demoMappings } from '@concord/db/seed/data/competences';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { writeFramework } from '../features/frameworks/write.ts';

/** The demo alliance's own small framework, and what is mapped to it. */
export async function seedCompetences(ctx: Context): Promise<void> {
  const { frameworkId } = await writeFramework(ctx, demoFramework);
  const { courses, work, parts } = demoMappings;
  const wanted = [
    ...Object.entries(courses).map(([key, items]) => ({ subject: 'course', key, items })),
    ...Object.entries(work).map(([key, items]) => ({ subject: 'workRole', key, items })),
    ...parts.map(({ exercise, part, items }) => ({
      subject: 'exerciseRole',
      key: `${exercise} ${part}`,
      items,
    })),
  ];
  const rows = await ctx.tx.execute<{
    itemId: string;
    subject: 'course' | 'workRole' | 'exerciseRole';
    subjectId: string;
    said: string;
  }>(sql`
    select i.id as "itemId", w->>'subject' as subject, s.id as "subjectId", i.title || E'\n' || i.description as said
    from jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) w
    join lateral (
      select c.id from course c where w->>'subject' = 'course' and c.slug = w->>'key'
      union all select r.id from work_role r where w->>'subject' = 'workRole' and r.code = w->>'key'
      union all select r.id from exercise_role r join exercise e on e.id = r.exercise_id
        where w->>'subject' = 'exerciseRole' and e.code || ' ' || r.name_en = w->>'key') s on true
    cross join lateral jsonb_array_elements_text(w->'items') as x(code)
    join framework_item i on i.framework_id = ${frameworkId}::uuid and i.code = x.code`);
  await ctx.tx.insert(competencyMaps).values([...rows].map((row) => ({ ...row, id: newId() })));
}
