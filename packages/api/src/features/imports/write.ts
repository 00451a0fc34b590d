import { newId } from '@concord/db/ids';
import { parties } from '@concord/db/schema/parties';
import { accounts, people, peopleImportRows, peopleImports } from '@concord/db/schema/people';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { invite } from '../../auth/invitations.ts';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { placeInCohort } from '../cohorts/commands.ts';
import { lockAccounts } from '../people/locks.ts';
import { knownByEmail } from './known.ts';
import { type Changes, changesOf, type KnownPerson, refusalOf } from './rules.ts';
import { readPerson, type StoredPerson, type StoredProblem } from './stored.ts';

/** How many lines one transaction writes. */
export const CHUNK = 50;

type Line = { id: string; line: number; values: string };
type Outcome = 'created' | 'updated' | 'unchanged' | 'problem';
type Done = { outcome: Outcome; personId: string | null; problems: StoredProblem[]; cohortId: string | null };

/**
 * Writes the next lines of an import. A line is marked in the transaction that writes it, so after a crash the next
 * call goes on where the last one ended, and two at once wait for each other.
 */
export async function writeChunk(ctx: Context, importId: string) {
  const [row] = await ctx.tx.select().from(peopleImports).where(eq(peopleImports.id, importId)).for('update');
  const wanted = found(row);
  const lines = await ctx.tx
    .select({ id: peopleImportRows.id, line: peopleImportRows.line, values: peopleImportRows.values })
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), eq(peopleImportRows.outcome, 'ready')))
    .orderBy(asc(peopleImportRows.line))
    .limit(CHUNK);
  await lockAccounts(ctx);
  const done = await writeLines(ctx, lines);
  await placeLines(ctx, done);
  for (const [id, { outcome, personId, problems }] of done)
    await ctx.tx
      .update(peopleImportRows)
      .set({ outcome, personId, problems: JSON.stringify(problems), doneAt: ctx.now })
      .where(eq(peopleImportRows.id, id));
  const remaining = await countReady(ctx, importId);
  if (remaining === 0 && wanted.finishedAt === null) await finish(ctx, importId);
  return { importId, written: done.size, remaining };
}

async function countReady(ctx: Context, importId: string): Promise<number> {
  const [row] = await ctx.tx
    .select({ count: sql<number>`count(*)::int` })
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), eq(peopleImportRows.outcome, 'ready')));
  return row?.count ?? 0;
}

async function finish(ctx: Context, importId: string): Promise<void> {
  await ctx.tx
    .update(peopleImports)
    .set({ finishedAt: ctx.now })
    .where(and(eq(peopleImports.id, importId), isNull(peopleImports.finishedAt)));
  await record(ctx, { action: 'import.finish', subject: 'import', subjectId: importId });
}

async function writeLines(ctx: Context, lines: readonly Line[]): Promise<Map<string, Done>> {
  const read = lines.map((line) => ({ id: line.id, person: readPerson(line.values) }));
  const known = await knownByEmail(
    ctx,
    read.map(({ person }) => person.email),
  );
  const zones = await zonesOf(
    ctx,
    read.map(({ person }) => person.partyId),
  );
  const done = new Map<string, Done>();
  for (const { id, person } of read) {
    const existing = known.get(person.email);
    const result = existing
      ? await update(ctx, existing, person)
      : await create(ctx, person, zones.get(person.partyId) ?? 'UTC');
    done.set(id, { ...result, cohortId: person.cohortId });
  }
  return done;
}

async function zonesOf(ctx: Context, partyIds: readonly string[]): Promise<Map<string, string>> {
  if (partyIds.length === 0) return new Map();
  const rows = await ctx.tx
    .select({ id: parties.id, timeZone: parties.timeZone })
    .from(parties)
    .where(inArray(parties.id, [...new Set(partyIds)]));
  return new Map(rows.map(({ id, timeZone }) => [id, timeZone]));
}

type Result = Omit<Done, 'cohortId'>;

async function create(ctx: Context, person: StoredPerson, partyZone: string): Promise<Result> {
  const personId = newId();
  await ctx.tx.insert(people).values({
    id: personId,
    partyId: person.partyId,
    givenName: person.givenName,
    familyName: person.familyName,
    jobTitle: person.jobTitle,
  });
  await ctx.tx.insert(accounts).values({
    personId,
    email: person.email,
    locale: person.language ?? 'en',
    timeZone: person.timeZone ?? partyZone,
  });
  await invite(ctx, personId);
  return { outcome: 'created', personId, problems: [] };
}

async function update(ctx: Context, known: KnownPerson, person: StoredPerson): Promise<Result> {
  const wanted = { ...person, locale: person.language };
  const refusal = refusalOf(known, wanted);
  if (refusal)
    return { outcome: 'problem', personId: null, problems: [{ column: 'email', code: refusal, params: {} }] };
  const changes = changesOf(known, wanted);
  const { personId } = known;
  if (Object.keys(changes).length === 0) return { outcome: 'unchanged', personId, problems: [] };
  await apply(ctx, personId, changes);
  await record(ctx, { action: 'person.correct', subject: 'person', subjectId: personId });
  return { outcome: 'updated', personId, problems: [] };
}

async function apply(ctx: Context, personId: string, changes: Changes): Promise<void> {
  const { locale, timeZone, ...names } = changes;
  if (Object.keys(names).length > 0) await ctx.tx.update(people).set(names).where(eq(people.id, personId));
  const settings = { ...(locale ? { locale } : {}), ...(timeZone ? { timeZone } : {}) };
  if (Object.keys(settings).length > 0)
    await ctx.tx.update(accounts).set(settings).where(eq(accounts.personId, personId));
}

/** Gives seats to who was written; without a seat the person stays, and the line says why. */
async function placeLines(ctx: Context, done: Map<string, Done>): Promise<void> {
  const cohortIds = new Set([...done.values()].map(({ cohortId }) => cohortId));
  for (const cohortId of cohortIds) {
    if (cohortId === null) continue;
    const placed = [...done.values()].filter((line) => line.cohortId === cohortId && line.personId !== null);
    const ids = placed.map(({ personId }) => personId).filter((id) => id !== null);
    if (ids.length === 0) continue;
    const lines = await placeInCohort(ctx, cohortId, [...new Set(ids)]);
    const reasons = new Map(lines.map(({ personId, reason }) => [personId, reason]));
    for (const line of placed) {
      const reason = reasons.get(line.personId ?? '');
      if (reason === 'seatsTaken') line.problems.push({ column: 'cohort', code: 'seatTaken', params: {} });
      if (reason === 'partyWithoutSeats')
        line.problems.push({ column: 'cohort', code: 'seatNone', params: {} });
    }
  }
}
