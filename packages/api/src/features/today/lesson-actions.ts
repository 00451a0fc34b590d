import { sql } from 'drizzle-orm';
import { endOfDay } from '../../days.ts';
import { openActions } from '../lessons/jobs.ts';
import { openAcross } from '../lessons/sealed.ts';
import type { Reading } from './reader.ts';

const SHOWN = 20;

type Row = {
  id: string;
  exerciseId: string;
  markingId: string;
  sealed: string;
  dueOn: string;
  zone: string;
  code: string;
  number: number;
};

/** What the person has to do about lessons of exercises, until it is done; due at the end of a day where the exercise was. */
export async function lessonActionsToDo(reading: Reading) {
  const rows = await reading.tx.execute<Row>(sql`
    select a.id, a.exercise_id as "exerciseId", l.marking_id as "markingId", encode(a.sealed, 'base64') as sealed, a.due_on::text as "dueOn",
      e.time_zone as zone, e.code, l.number
    from lesson_action a join lesson l on l.id = a.lesson_id join exercise e on e.id = a.exercise_id
    where a.person_id = ${reading.personId} and ${openActions}
    order by a.due_on, a.id limit ${SHOWN}`);
  const open = await openAcross(
    reading,
    [...rows].map(({ exerciseId }) => exerciseId),
  );
  return [...rows].map(({ id, exerciseId, markingId, sealed, dueOn, zone, code, number }) => ({
    ...{ id, code, number, markingId, due: endOfDay(dueOn, zone) },
    what: open(exerciseId, 'action', { id, sealed: Buffer.from(sealed, 'base64') }).what,
  }));
}
