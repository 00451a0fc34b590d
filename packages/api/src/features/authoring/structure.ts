import { newId } from '@concord/db/ids';
import { activities, units } from '@concord/db/schema/courses';
import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { kindOf } from './kinds/kinds.ts';
import { activityOf, type Draft, lockDraft, unitOf } from './load.ts';
import { freeKey, moved } from './rules.ts';
import type { AddActivity, AddUnit, Move, Rename, SetActivity } from './schemas.ts';
import { assertUnchanged } from './state.ts';

/** Pages of the course itself, at addresses where its activities would be. */
const RESERVED = ['edit', 'gradebook', 'questions', 'results', 'sessions', 'submissions'];

/** Adds a unit at a place. */
export async function addUnit(ctx: SignedIn, input: AddUnit) {
  const draft = await lockDraft(ctx, input.courseId);
  const rows = await unitsOf(ctx, draft);
  const row = {
    id: newId(),
    versionId: draft.version.id,
    key: freeKey(input.title, new Set(rows.map(({ key }) => key)), 'unit'),
    position: rows.length,
    titles: { [draft.course.sourceLanguage]: input.title },
  };
  await ctx.tx.insert(units).values(row);
  await place(ctx, 'unit', moved([...rows.map(({ id }) => id), row.id], row.id, input.at));
  return { id: row.id, key: row.key, revision: draft.version.revision };
}

/** Adds an activity of a kind to a unit. */
export async function addActivity(ctx: SignedIn, input: AddActivity) {
  const draft = await lockDraft(ctx, input.courseId);
  const unit = await unitOf(ctx, draft, input.unitId);
  const kind = kindOf(input.kind);
  if (!kind) throw new AppError('BAD_REQUEST', 'authoring.kindNotReady');
  const rows = await activitiesOf(ctx, draft);
  const row = {
    id: newId(),
    versionId: draft.version.id,
    unitId: unit.id,
    key: freeKey(input.title, new Set([...RESERVED, ...rows.map(({ key }) => key)]), input.kind),
    kind: input.kind,
    position: rows.length,
    titles: { [draft.course.sourceLanguage]: input.title },
    settings: kind.initial.settings,
    quiz: kind.initial.quiz as typeof activities.$inferInsert.quiz,
  };
  await ctx.tx.insert(activities).values(row);
  const inUnit = rows.filter(({ unitId }) => unitId === unit.id).map(({ id }) => id);
  await place(ctx, 'activity', moved([...inUnit, row.id], row.id, input.at));
  return { id: row.id, key: row.key, revision: draft.version.revision };
}

/** Changes the title of a unit or an activity in one language; an empty one takes the translation away. */
export async function rename(ctx: SignedIn, input: Rename) {
  const draft = await lockDraft(ctx, input.courseId);
  const part =
    input.part === 'unit' ? await unitOf(ctx, draft, input.id) : await activityOf(ctx, draft, input.id);
  const { [input.language]: before, ...others } = part.titles;
  assertUnchanged(input.base ?? '', before ?? '');
  const title = input.title.trim();
  if (title === '' && input.language === draft.course.sourceLanguage)
    throw new AppError('BAD_REQUEST', 'fields', {}, [{ path: 'title', key: 'required' }]);
  const titles = title === '' ? others : { ...others, [input.language]: title };
  const table = input.part === 'unit' ? units : activities;
  await ctx.tx.update(table).set({ titles }).where(eq(table.id, input.id));
  return { id: input.id, revision: draft.version.revision };
}

/** Says how long an activity takes and whether it is required. */
export async function setActivity(ctx: SignedIn, input: SetActivity) {
  const draft = await lockDraft(ctx, input.courseId);
  const { id } = await activityOf(ctx, draft, input.activityId);
  const { minutes, required } = input;
  await ctx.tx.update(activities).set({ minutes, required }).where(eq(activities.id, id));
  return { id, revision: draft.version.revision };
}

/** Puts a unit, or an activity within or into a unit, at another place. */
export async function move(ctx: SignedIn, input: Move) {
  const draft = await lockDraft(ctx, input.courseId);
  if (input.part === 'unit') {
    const ids = (await unitsOf(ctx, draft)).map(({ id }) => id);
    found(ids.find((id) => id === input.id));
    await place(ctx, 'unit', moved(ids, input.id, input.at));
  } else {
    const activity = await activityOf(ctx, draft, input.id);
    const unit = await unitOf(ctx, draft, input.unitId ?? activity.unitId);
    if (unit.id !== activity.unitId)
      await ctx.tx.update(activities).set({ unitId: unit.id }).where(eq(activities.id, activity.id));
    const rows = await activitiesOf(ctx, draft);
    const ids = rows.filter(({ unitId }) => unitId === unit.id).map(({ id }) => id);
    await place(ctx, 'activity', moved(ids, activity.id, input.at));
  }
  return { id: input.id, revision: draft.version.revision };
}

/** The units of a draft in their order. */
export function unitsOf(ctx: SignedIn, { version }: Draft) {
  return ctx.tx.select().from(units).where(eq(units.versionId, version.id)).orderBy(asc(units.position));
}

/** The activities of a draft, in order within their units. */
export function activitiesOf(ctx: SignedIn, { version }: Draft) {
  return ctx.tx
    .select()
    .from(activities)
    .where(eq(activities.versionId, version.id))
    .orderBy(asc(activities.position));
}

/** Numbers parts in the order of their ids, in one statement. */
export async function place(ctx: SignedIn, part: 'unit' | 'activity', ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const table = part === 'unit' ? units : activities;
  const cases = ids.map((id, index): SQL => sql`when ${id}::uuid then ${index}::int`);
  await ctx.tx
    .update(table)
    .set({ position: sql`case ${table.id} ${sql.join(cases, sql` `)} end` })
    .where(inArray(table.id, [...ids]));
}
