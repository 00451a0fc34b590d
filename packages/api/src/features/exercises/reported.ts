import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Whether the reader coordinates the training of a party that held a seat in an exercise and its report is issued: what
 * lets them read that without having been there.
 */
export function isReported(exerciseId: SQLWrapper | string): SQL<boolean> {
  const id = typeof exerciseId === 'string' ? sql`${exerciseId}::uuid` : exerciseId;
  return sql<boolean>`${id} = any((select concord.exercises_reported())::uuid[])`;
}
