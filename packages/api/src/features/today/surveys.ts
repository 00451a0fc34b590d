import { sql } from 'drizzle-orm';
import type { Reading } from './reader.ts';

const SHOWN = 10;

type Row = { id: string; survey: string; exercise: string; markingId: string; due: string };

/** Surveys of exercises the person took part in that are open and not answered yet. */
export async function openSurveys({ tx, personId, locale }: Reading) {
  const rows = await tx.execute<Row>(sql`
    select v.id, ${locale === 'fr' ? sql`v.title_fr` : sql`v.title_en`} as survey, e.code as exercise,
      e.marking_id as "markingId", v.closes_at::text as due
    from exercise_survey v join exercise e on e.id = v.exercise_id
    where v.opens_at <= now() and v.closes_at > now() and e.cancelled_at is null
      and v.exercise_id = any((select concord.exercise_seats())::uuid[])
      and not exists (select from exercise_survey_taker t where t.survey_id = v.id and t.person_id = ${personId}::uuid)
    order by v.closes_at, v.id limit ${SHOWN}`);
  return [...rows].map(({ id, due, ...one }) => ({ ...one, id, surveyId: id, due: new Date(due) }));
}
