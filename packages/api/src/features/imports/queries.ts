import { peopleImportRows, peopleImports } from '@concord/db/schema/people';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { knownByEmail } from './known.ts';
import { changesOf } from './rules.ts';
import { readPerson, readProblems } from './stored.ts';

const SHOWN = 500;
const SAMPLE = 20;

const countOf = (outcome: string) =>
  sql<number>`(count(*) filter (where ${peopleImportRows.outcome} = ${outcome} and ${peopleImportRows.values} <> ''))::int`;

const counts = {
  lines: sql<number>`(count(*) filter (where ${peopleImportRows.values} <> ''))::int`,
  ready: countOf('ready'),
  problem: countOf('problem'),
  created: countOf('created'),
  updated: countOf('updated'),
  unchanged: countOf('unchanged'),
};

/** The imports so far, newest first. */
export async function listImports(ctx: Pick<Context, 'tx'>) {
  const rows = await ctx.tx
    .select({
      id: peopleImports.id,
      fileName: peopleImports.fileName,
      createdAt: peopleImports.createdAt,
      finishedAt: peopleImports.finishedAt,
      ...counts,
    })
    .from(peopleImports)
    .leftJoin(peopleImportRows, eq(peopleImportRows.importId, peopleImports.id))
    .groupBy(peopleImports.id)
    .orderBy(desc(peopleImports.id))
    .limit(20);
  return rows.map(({ createdAt, finishedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}

/** One import: what the file held, each problem by line and column, and how far it is written. */
export async function importById(ctx: Pick<Context, 'tx'>, importId: string) {
  const [row] = await ctx.tx
    .select({
      id: peopleImports.id,
      fileName: peopleImports.fileName,
      encoding: peopleImports.encoding,
      cohortId: peopleImports.cohortId,
      createdAt: peopleImports.createdAt,
      finishedAt: peopleImports.finishedAt,
      ...counts,
    })
    .from(peopleImports)
    .leftJoin(peopleImportRows, eq(peopleImportRows.importId, peopleImports.id))
    .where(eq(peopleImports.id, importId))
    .groupBy(peopleImports.id);
  const { createdAt, finishedAt, ...wanted } = found(row);
  return {
    ...wanted,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    problems: await problemsOf(ctx, importId),
    sample: await sampleOf(ctx, importId),
    ahead: wanted.ready > 0 ? await aheadOf(ctx, importId) : null,
  };
}

async function problemsOf(ctx: Pick<Context, 'tx'>, importId: string) {
  const rows = await ctx.tx
    .select({ line: peopleImportRows.line, problems: peopleImportRows.problems })
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), sql`${peopleImportRows.problems} <> '[]'`))
    .orderBy(asc(peopleImportRows.line))
    .limit(SHOWN);
  return rows.flatMap(({ line, problems }) =>
    readProblems(problems).map((problem) => ({ line, ...problem })),
  );
}

async function sampleOf(ctx: Pick<Context, 'tx'>, importId: string) {
  const rows = await ctx.tx
    .select({
      line: peopleImportRows.line,
      values: peopleImportRows.values,
      outcome: peopleImportRows.outcome,
      personId: peopleImportRows.personId,
    })
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), sql`${peopleImportRows.outcome} <> 'problem'`))
    .orderBy(asc(peopleImportRows.line))
    .limit(SAMPLE);
  return rows.map(({ values, ...row }) => {
    const { givenName, familyName, email, party, jobTitle } = readPerson(values);
    return { ...row, givenName, familyName, email, party, jobTitle };
  });
}

/** What writing the lines that are ready would do, as things stand. */
async function aheadOf(ctx: Pick<Context, 'tx'>, importId: string) {
  const rows = await ctx.tx
    .select({ values: peopleImportRows.values })
    .from(peopleImportRows)
    .where(and(eq(peopleImportRows.importId, importId), eq(peopleImportRows.outcome, 'ready')));
  const wanted = rows.map(({ values }) => readPerson(values));
  const known = await knownByEmail(
    ctx,
    wanted.map(({ email }) => email),
  );
  const ahead = { created: 0, updated: 0, unchanged: 0 };
  for (const person of wanted) {
    const existing = known.get(person.email);
    if (!existing) ahead.created += 1;
    else if (Object.keys(changesOf(existing, { ...person, locale: person.language })).length > 0)
      ahead.updated += 1;
    else ahead.unchanged += 1;
  }
  return ahead;
}
