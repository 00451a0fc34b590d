import { cohorts } from '@concord/db/schema/learning';
import { systemSettings } from '@concord/db/schema/markings';
import { parties } from '@concord/db/schema/parties';
import { people } from '@concord/db/schema/people';
import { recordEntries, recordHeads, recordSeals } from '@concord/db/schema/system';
import { aliasedTable, and, desc, eq, or, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { readCursor, writeCursor } from '../people/cursor.ts';
import { fullName } from '../people/names.ts';

const PAGE = 50;

export type RecordFilter = {
  action?: string;
  personId?: string;
  from?: string;
  until?: string;
  before?: string;
};

/** The days asked for, whole ones in the headquarters' zone. */
function inPeriod({ from, until }: RecordFilter) {
  const zone = sql`(select ${systemSettings.timeZone} from ${systemSettings})`;
  return [
    from ? sql`${recordEntries.at} >= (${from}::date::timestamp at time zone ${zone})` : undefined,
    until ? sql`${recordEntries.at} < ((${until}::date + 1)::timestamp at time zone ${zone})` : undefined,
  ];
}

/** The record, newest first; row security leaves out every row about what the reader may not read. */
export async function listRecord(ctx: SignedIn, input: RecordFilter) {
  const subjectPeople = aliasedTable(people, 'subject_person');
  const before = readCursor(input.before);
  const rows = await ctx.tx
    .select({
      id: recordEntries.id,
      at: recordEntries.at,
      place: sql<string>`${recordEntries.at}::text`,
      action: recordEntries.action,
      subject: recordEntries.subject,
      subjectId: recordEntries.subjectId,
      details: recordEntries.details,
      partyCode: parties.code,
      actorId: people.id,
      actorGiven: people.givenName,
      actorFamily: people.familyName,
      subjectGiven: subjectPeople.givenName,
      subjectFamily: subjectPeople.familyName,
      cohortEn: cohorts.nameEn,
      cohortFr: cohorts.nameFr,
      sequence: recordSeals.sequence,
    })
    .from(recordEntries)
    .leftJoin(people, eq(people.id, recordEntries.actorId))
    .leftJoin(parties, eq(parties.id, recordEntries.partyId))
    .leftJoin(subjectPeople, eq(subjectPeople.id, recordEntries.subjectId))
    .leftJoin(cohorts, eq(cohorts.id, recordEntries.subjectId))
    .leftJoin(recordSeals, eq(recordSeals.entryId, recordEntries.id))
    .where(
      and(
        input.action ? eq(recordEntries.action, input.action) : undefined,
        input.personId
          ? or(eq(recordEntries.actorId, input.personId), eq(recordEntries.subjectId, input.personId))
          : undefined,
        ...inPeriod(input),
        before
          ? sql`(${recordEntries.at}, ${recordEntries.id}) < (${before.value}::timestamptz, ${before.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(recordEntries.at), desc(recordEntries.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return {
    entries: page.map(
      ({ at, place: _place, actorGiven, actorFamily, subjectGiven, subjectFamily, ...row }) => ({
        ...row,
        at: at.toISOString(),
        actor: nameOf(actorGiven, actorFamily),
        subjectName: nameOf(subjectGiven, subjectFamily),
      }),
    ),
    next: last ? writeCursor(last.place, last.id) : null,
    sealed: await sealedUpTo(ctx),
  };
}

function nameOf(givenName: string | null, familyName: string | null): string | null {
  return familyName === null ? null : fullName({ givenName: givenName ?? '', familyName });
}

/** The newest signed head: every row it counts can be proved unchanged. */
export async function sealedUpTo(ctx: Pick<SignedIn, 'tx'>) {
  const [head] = await ctx.tx.select().from(recordHeads).orderBy(desc(recordHeads.sequence)).limit(1);
  if (!head) return null;
  const { signedAt, signature: _signature, ...rest } = head;
  return { ...rest, signedAt: signedAt.toISOString() };
}

/** The actions that occur among the rows the reader may see, for the filter. */
export async function recordActions(ctx: Pick<SignedIn, 'tx'>): Promise<string[]> {
  const rows = await ctx.tx
    .selectDistinct({ action: recordEntries.action })
    .from(recordEntries)
    .orderBy(recordEntries.action)
    .limit(200);
  return rows.map(({ action }) => action);
}
