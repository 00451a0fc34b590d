import { type Placeholder, type SQL, sql } from 'drizzle-orm';

/**
 * How far a person has read, as a place; nothing read is place 0. Told by CASE: row security takes COALESCE for
 * something that could give away rows it has not let through, and would read a whole thread before it asks.
 */
export const readTo = (lastPlace: SQL): SQL =>
  sql`(case when ${lastPlace} is null then 0 else ${lastPlace} end)`;

/** What is unread of a contribution `c`: after the place read up to, by another, and not removed. */
export const isUnread = (personId: string | Placeholder, lastPlace: SQL): SQL =>
  sql`c.place > ${readTo(lastPlace)} and c.author_id <> ${personId} and c.removed_at is null`;
