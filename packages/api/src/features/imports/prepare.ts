import { newId } from '@concord/db/ids';
import { cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { peopleImportRows, peopleImports } from '@concord/db/schema/people';
import { eq, isNull } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { foldName } from '../people/columns.ts';
import { type FileProblem, type ReadRow, readPeople } from '../people/csv.ts';
import { knownByEmail } from './known.ts';
import { type KnownPerson, refusalOf } from './rules.ts';
import type { StoredPerson, StoredProblem } from './stored.ts';

const BATCH = 500;

type Names = { parties: Map<string, string>; cohorts: Map<string, string> };

/** What a file may call parties and cohorts: code or either name, without regard to case and accents. */
async function loadNames(ctx: Pick<Context, 'tx'>): Promise<Names> {
  const allParties = await ctx.tx.select().from(parties);
  const allCohorts = await ctx.tx.select().from(cohorts).where(isNull(cohorts.archivedAt));
  const index = (rows: { id: string; names: string[] }[]) =>
    new Map(rows.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));
  return {
    parties: index(allParties.map(({ id, code, nameEn, nameFr }) => ({ id, names: [nameEn, nameFr, code] }))),
    cohorts: index(allCohorts.map(({ id, nameEn, nameFr }) => ({ id, names: [nameEn, nameFr] }))),
  };
}

export type PrepareInput = { fileName: string; bytes: Uint8Array; cohortId: string | null };

/**
 * Reads a file of people and keeps each line with what is wrong with it. Nobody is created or changed: that is the
 * preview, and writing it is another step.
 */
export async function prepareImport(ctx: Context, input: PrepareInput): Promise<{ importId: string }> {
  if (input.cohortId !== null) {
    const [cohort] = await ctx.tx
      .select({ id: cohorts.id })
      .from(cohorts)
      .where(eq(cohorts.id, input.cohortId));
    found(cohort);
  }
  const names = await loadNames(ctx);
  const file = readPeople(input.bytes, {
    parties: names.parties.keys(),
    cohorts: names.cohorts.keys(),
    languages: ['en', 'fr'],
  });
  const importId = newId();
  await ctx.tx.insert(peopleImports).values({
    id: importId,
    createdBy: ctx.actor?.personId ?? null,
    fileName: input.fileName.slice(0, 255),
    encoding: file.encoding,
    cohortId: input.cohortId,
    createdAt: ctx.now,
  });
  const known = await knownByEmail(
    ctx,
    file.rows.map(({ person }) => person.email),
  );
  const rows = [
    ...fileRows(file.problems),
    ...file.rows.map((row) => toRow(row, names, known, input.cohortId)),
  ].map((row) => ({ id: newId(), importId, ...row }));
  for (let from = 0; from < rows.length; from += BATCH)
    await ctx.tx.insert(peopleImportRows).values(rows.slice(from, from + BATCH));
  await record(ctx, {
    action: 'import.prepare',
    subject: 'import',
    subjectId: importId,
    details: { lines: file.rows.length, problems: file.withProblems },
  });
  return { importId };
}

type NewRow = { line: number; values: string; problems: string; outcome: 'ready' | 'problem' };

/** What is wrong with the file itself: kept as lines without values, those of one line together. */
function fileRows(problems: readonly FileProblem[]): NewRow[] {
  const byLine = new Map<number, StoredProblem[]>();
  for (const { line, code, params } of problems)
    byLine.set(line ?? 0, [...(byLine.get(line ?? 0) ?? []), { column: null, code, params }]);
  return [...byLine].map(([line, list]) => ({
    line,
    values: '',
    problems: JSON.stringify(list),
    outcome: 'problem' as const,
  }));
}

function toRow(row: ReadRow, names: Names, known: Map<string, KnownPerson>, cohortId: string | null): NewRow {
  const stored = toStored(row, names, cohortId);
  const problems: StoredProblem[] = [...row.problems];
  const existing = known.get(stored.email);
  const refusal =
    existing && problems.length === 0 ? refusalOf(existing, { ...stored, locale: stored.language }) : null;
  if (refusal)
    problems.push({ column: refusal === 'personElsewhere' ? 'party' : 'email', code: refusal, params: {} });
  return {
    line: row.line,
    values: JSON.stringify(stored),
    problems: JSON.stringify(problems),
    outcome: problems.length === 0 ? 'ready' : 'problem',
  };
}

function toStored({ person }: ReadRow, names: Names, cohortId: string | null): StoredPerson {
  const { cohort, language, ...rest } = person;
  return {
    ...rest,
    partyId: idOf(names.parties, person.party) ?? '',
    language: language === 'en' || language === 'fr' ? language : null,
    cohortId: cohort === null ? cohortId : idOf(names.cohorts, cohort),
  };
}

function idOf(index: Map<string, string>, name: string): string | null {
  const exact = index.get(name);
  if (exact !== undefined) return exact;
  const folded = foldName(name);
  for (const [known, id] of index) if (foldName(known) === folded) return id;
  return null;
}
