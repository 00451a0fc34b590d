import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';

/** Somebody who directs or teaches a course. */
export type CourseStaff = { id: string; name: string; role: 'courseDirector' | 'instructor' };

/** Who directs and teaches a course that the person may read, directors first: whom one may ask. */
export async function courseStaff(ctx: SignedIn, courseId: string): Promise<CourseStaff[]> {
  const rows = await ctx.tx.execute<CourseStaff>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name,
      case when bool_or(s.role = 'courseDirector') then 'courseDirector' else 'instructor' end as role
    from concord.course_staff(${courseId}::uuid) s join person p on p.id = s.person_id
    group by p.id, p.given_name, p.family_name
    order by bool_or(s.role = 'courseDirector') desc, p.family_name, p.id limit 20`);
  return [...rows];
}
