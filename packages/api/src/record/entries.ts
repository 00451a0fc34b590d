import type { ISql } from 'postgres';
import type { SealableEntry } from './chain.ts';

/** Every column of an entry as text, the same on every server: what is hashed. */
export const entryColumns = (sql: ISql) => sql`
  e.id::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  e.actor_id::text, e.party_id::text, e.action, e.subject, e.subject_id::text, e.thread_id::text,
  e.marking_id::text, e.details::text, e.request_id`;

/** Takes the entry out of a row that holds more. */
export function entryOf(row: Readonly<Record<string, unknown>>): SealableEntry {
  const column = (name: string) => {
    const value = row[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    id: column('id') ?? '',
    at: column('at') ?? '',
    actorId: column('actor_id'),
    partyId: column('party_id'),
    action: column('action'),
    subject: column('subject'),
    subjectId: column('subject_id'),
    threadId: column('thread_id'),
    markingId: column('marking_id'),
    details: column('details'),
    requestId: column('request_id'),
  };
}
