import { sql } from 'drizzle-orm';

/** A date of a session as queries over several courses read it. */
export type DateRow = {
  id: string;
  slug: string;
  marking_id: string;
  key: string;
  titles: Record<string, string>;
  language: string;
  starts_at: string;
  ends_at: string;
  place: string;
};

/** What those queries name `l` (the date), `c` (its course) and `a` (the activity); the language is the course's own. */
export const dateColumns = sql`l.id, c.slug, c.marking_id, l.activity_key as key, a.titles, c.source_language as language,
  l.starts_at::text, l.ends_at::text, l.place`;

/** The dates of the sessions in paths people are on (`e`), with how far they are (`p`): those of their cohort, or of anybody. */
export const datesOfPaths = sql`enrolment e join course c on c.id = e.course_id
  join live_session l on l.course_id = e.course_id and (l.cohort_id is null or l.cohort_id = e.cohort_id)
  join activity a on a.version_id = e.version_id and a.key = l.activity_key and a.kind = 'session'
  left join activity_progress p on p.enrolment_id = e.id and p.activity_id = a.id`;
