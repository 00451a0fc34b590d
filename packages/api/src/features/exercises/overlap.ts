import { exerciseEvents, exercises } from '@concord/db/schema/exercises';
import { and, gte, lt } from 'drizzle-orm';

const DAY_MS = 86_400_000;

/** A month as instants, with a day on either side, since it begins at another instant in each zone. */
function around(month: string) {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return {
    from: new Date(Date.UTC(year, number - 1, 1) - DAY_MS),
    until: new Date(Date.UTC(year, number, 1) + DAY_MS),
  };
}

/** Exercises that lie in a month (`2027-03`), whole or in part. */
export function overlapping(month: string) {
  const { from, until } = around(month);
  return and(lt(exercises.startsAt, until), gte(exercises.endsAt, from));
}

/** Conferences that lie in a month, whole or in part. */
export function overlappingEvents(month: string) {
  const { from, until } = around(month);
  return and(lt(exerciseEvents.startsAt, until), gte(exerciseEvents.endsAt, from));
}
