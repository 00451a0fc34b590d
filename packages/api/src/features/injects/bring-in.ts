import { newId } from '@concord/db/ids';
import { injectColumns, injects, storylines } from '@concord/db/schema/injects';
import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { sealerFor } from '../../sealing/sealing.ts';
import { cexfLines } from './cexf.ts';
import { nextNumber, writableExercise } from './commands.ts';
import { allInjects, namesOf } from './queries.ts';
import { type bringInInput, MOST_INJECTS, type previewInput } from './schemas.ts';
import { factsOf, insertInjects, insertVersions, rowOf, type Written } from './sealed.ts';
import { columnName, readSheet, type SheetLine, SheetRefused, unpackSheet } from './sheet.ts';
import { type PlannedLine, readTable, type TableProblem, type TableScene } from './table.ts';
import { tabletopLines } from './tabletop.ts';
import { tellStaff } from './tell.ts';
import { folded, proposeColumns, type SheetField, sheetFields } from './words.ts';

type Given = Pick<z.output<typeof previewInput>, 'exerciseId' | 'content' | 'columns'>;
const SHOWN = 50;

/** What a file holds: its columns and what they were taken for, what would be written, and what is wrong with it. */
async function readFile(ctx: SignedIn, { exerciseId, content, columns }: Given) {
  const exercise = await writableExercise(ctx, exerciseId);
  const names = await namesOf(ctx, exerciseId);
  const all = await allInjects(ctx, exerciseId);
  const scene = { ...names, injects: all, startsAt: exercise.startsAt, timeZone: exercise.timeZone };
  const bytes = Buffer.from(content, 'base64');
  const read = await readAny(ctx, { exerciseId, bytes, columns, scene });
  const problems: TableProblem[] = [...read.problems];
  const added = read.planned.filter(({ injectId }) => injectId === null).length;
  if (all.length + added > MOST_INJECTS)
    problems.unshift({ line: 0, column: null, code: 'tooMany', value: String(MOST_INJECTS) });
  const byId = new Map(all.map((one) => [one.id, one]));
  const titles = new Map(names.storylines.map(({ id, title }) => [id, folded(title)]));
  const numbers = new Map(all.map(({ id, number }) => [id, number]));
  const changed = read.planned.filter(({ injectId, inject, storyline, after }) => {
    const before = injectId === null ? undefined : byId.get(injectId);
    if (!before) return false;
    const named =
      (before.storylineId ? titles.get(before.storylineId) : '') === folded(storyline ?? '') &&
      (before.afterId ? (numbers.get(before.afterId) ?? null) : null) === after;
    return !named || !sameInject(before, inject);
  });
  return { ...read, exercise, scene, byId, problems, added, changed };
}

const sameInject = (before: Omit<Written, 'id' | 'number'>, now: PlannedLine['inject']) =>
  (
    [
      'title',
      'text',
      'from',
      'attention',
      'means',
      'expected',
      'move',
      'minute',
      'trigger',
      'status',
    ] as const
  ).every((field) => before[field] === now[field]) &&
  before.objectiveId === now.objectiveId &&
  before.responsibleId === now.responsibleId &&
  [...before.teamIds].sort().join() === [...now.teamIds].sort().join();

type Bytes = { exerciseId: string; bytes: Buffer; columns: Given['columns']; scene: TableScene };

/** A spreadsheet, a packed tabletop scenario, or an exercise in the common format: told apart by what is in it. */
async function readAny(ctx: SignedIn, { exerciseId, bytes, columns: asked, scene }: Bytes) {
  const free = Math.max(0, ...scene.injects.map(({ number }) => number)) + 1;
  if (bytes[0] !== 0x50) return read(cexfLines(bytes, free), scene, 'notCexf');
  try {
    const files = await unpackSheet(bytes);
    if (!files.has('xl/workbook.xml')) return read(tabletopLines(files, free), scene, 'notASheet');
    const [head, ...lines] = readSheet(files);
    if (!head) return refused('empty');
    const heads = head.cells.map(({ words }) => words.trim());
    const [kept] = await ctx.tx.select().from(injectColumns).where(eq(injectColumns.exerciseId, exerciseId));
    const fits = asked !== null && asked.length === heads.length;
    const columns = fits ? asked : proposeColumns(heads, kept?.columns ?? {});
    if (!columns.includes('title')) return { ...refused('noTitle'), heads, columns };
    return { heads, columns, ...readTable(lines, columns, scene) };
  } catch (error) {
    if (error instanceof SheetRefused) return refused(error.code);
    throw error;
  }
}

function read(
  file: { lines: SheetLine[]; columns: SheetField[] } | null,
  scene: TableScene,
  otherwise: string,
): ReturnType<typeof refused> {
  if (!file) return refused(otherwise);
  return { ...readTable(file.lines, file.columns, scene), heads: [], columns: [] };
}

const refused = (code: string) => ({
  ...{ heads: [] as string[], columns: [] as (SheetField | null)[], planned: [] as PlannedLine[] },
  problems: [{ line: 0, column: null, code, value: '' }] as TableProblem[],
});

/** Shows what a file would do. It changes nothing. */
export async function previewFile(ctx: SignedIn, input: Given) {
  const { heads, columns, planned, problems, added, changed } = await readFile(ctx, input);
  return {
    columns: heads.map((head, index) => ({ letter: columnName(index), head, field: columns[index] ?? null })),
    fields: [...sheetFields],
    ...{ lines: planned.length, added, changed: changed.length },
    problems: problems.slice(0, SHOWN).map(({ line, column, code, value }) => ({
      ...{ line, code, value, column: column === null || column < 0 ? null : columnName(column) },
    })),
    problemCount: problems.length,
    sample: planned
      .slice(0, 8)
      .map(({ number, inject }) => ({ number, minute: inject.minute, title: inject.title })),
  };
}

/** Writes a file whole, or nothing of it; remembers for the exercise what its columns were taken for. */
export async function bringIn(ctx: SignedIn, input: Omit<z.output<typeof bringInInput>, 'commandId'>) {
  const { exerciseId } = input;
  const read = await readFile(ctx, input);
  if (read.problems.length > 0) throw new AppError('PRECONDITION_FAILED', 'injects.fileProblems');
  await rememberColumns(ctx, exerciseId, read.heads, read.columns);
  const toWrite = [...read.changed, ...read.planned.filter(({ injectId }) => injectId === null)];
  const storylineIds = await namedStorylines(ctx, exerciseId, read.scene, toWrite);
  const { next } = await nextNumber(ctx, exerciseId);
  const numbered = numberLines(read.planned, next);
  const idOf = new Map([
    ...read.scene.injects.map(({ id, number }) => [number, id] as const),
    ...[...numbered].map(([, { id, number }]) => [number, id] as const),
  ]);
  const written = toWrite.map((line): Written => {
    const { id, number } = numbered.get(line) ?? { id: '', number: 0 };
    const revision = (read.byId.get(id)?.revision ?? 0) + 1;
    const storylineId = line.storyline === null ? null : (storylineIds.get(folded(line.storyline)) ?? null);
    const afterId = line.after === null ? null : (idOf.get(line.after) ?? null);
    return { ...line.inject, id, number, revision, storylineId, afterId };
  });
  await write(ctx, exerciseId, written);
  await record(ctx, {
    ...{
      action: 'inject.import',
      subject: 'exercise',
      subjectId: exerciseId,
      markingId: read.exercise.markingId,
    },
    details: { added: read.added, changed: read.changed.length },
  });
  await tellStaff(ctx, exerciseId);
  return { added: read.added, changed: read.changed.length };
}

function numberLines(planned: readonly PlannedLine[], next: number) {
  const highest = Math.max(next - 1, ...planned.map(({ number }) => number ?? 0));
  let free = highest + 1;
  return new Map(
    planned.map((line) => [line, { id: line.injectId ?? newId(), number: line.number ?? free++ }] as const),
  );
}

/** New injects first without what they follow, so that two of one file can follow each other in any order. */
async function write(ctx: SignedIn, exerciseId: string, all: readonly Written[]): Promise<void> {
  const of = { exerciseId, by: ctx.actor.personId, at: ctx.now };
  const fresh = all.filter(({ revision }) => revision === 1);
  const changed = all.filter(({ revision }) => revision > 1);
  await insertInjects(ctx, fresh, of);
  if (changed.length === 0) return;
  const rows = await Promise.all(
    changed.map(async (one) => ({ id: one.id, ...(await rowOf(ctx, exerciseId, one)) })),
  );
  const json = JSON.stringify(
    rows.map((row) => ({ ...row, ...factsOf(row), sealed: row.sealed.toString('hex') })),
  );
  await ctx.tx.execute(sql`
    update ${injects} i set move = r.move, storyline_id = r."storylineId", minute = r.minute, trigger = r.trigger,
      team_ids = r."teamIds", objective_id = r."objectiveId", after_id = r."afterId",
      responsible_id = r."responsibleId", status = r.status, sealed = decode(r.sealed, 'hex'), revision = r.revision
    from jsonb_to_recordset(${json}::jsonb) as r(id uuid, move int, "storylineId" uuid, minute int, trigger text,
      "teamIds" uuid[], "objectiveId" uuid, "afterId" uuid, "responsibleId" uuid, status text, sealed text, revision int)
    where i.id = r.id and i.exercise_id = ${exerciseId}::uuid`);
  await insertVersions(ctx, changed, of);
}

async function namedStorylines(
  ctx: SignedIn,
  exerciseId: string,
  scene: TableScene,
  lines: readonly PlannedLine[],
) {
  const known = new Map(scene.storylines.map(({ id, title }) => [folded(title), id]));
  const fresh = new Map<string, { id: string; title: string }>();
  for (const { storyline } of lines) {
    const name = folded(storyline ?? '');
    if (storyline && !known.has(name) && !fresh.has(name)) fresh.set(name, { id: newId(), title: storyline });
  }
  if (fresh.size > 0) {
    const seal = await sealerFor(ctx, exerciseId);
    await ctx.tx.insert(storylines).values(
      [...fresh.values()].map(({ id, title }, index) => ({
        ...{
          id,
          exerciseId,
          position: scene.storylines.length + index,
          sealed: seal(title, `storyline:${id}`),
        },
      })),
    );
  }
  return new Map([...known, ...[...fresh].map(([name, { id }]) => [name, id] as const)]);
}

async function rememberColumns(
  ctx: SignedIn,
  exerciseId: string,
  heads: readonly string[],
  columns: readonly (SheetField | null)[],
): Promise<void> {
  if (heads.length === 0) return;
  const settled = Object.fromEntries(
    heads.flatMap((head, index) => (head === '' ? [] : [[folded(head) || head, columns[index] ?? '']])),
  );
  const row = { exerciseId, columns: settled, savedBy: ctx.actor.personId, savedAt: ctx.now };
  await ctx.tx
    .insert(injectColumns)
    .values(row)
    .onConflictDoUpdate({ target: injectColumns.exerciseId, set: row });
}
