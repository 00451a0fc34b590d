import { newId } from '@concord/db/ids';
import { activities, activityTexts, draftRemovals, questions, units } from '@concord/db/schema/courses';
import { and, eq, inArray } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { activityOf, type Draft, lockDraft, unitOf } from './load.ts';
import { freeKey, moved } from './rules.ts';
import type { Remove } from './schemas.ts';
import { activitiesOf, place, unitsOf } from './structure.ts';

type Rows = {
  at: number;
  unit: typeof units.$inferSelect | null;
  activities: (typeof activities.$inferSelect)[];
  texts: (typeof activityTexts.$inferSelect)[];
  questions: (typeof questions.$inferSelect)[];
};

/** Takes a unit or an activity out of the draft, and keeps it whole until the draft is published. */
export async function remove(ctx: SignedIn, input: Remove) {
  const draft = await lockDraft(ctx, input.courseId);
  const unit = input.part === 'unit' ? await unitOf(ctx, draft, input.id) : null;
  const one = input.part === 'activity' ? await activityOf(ctx, draft, input.id) : null;
  const all = await activitiesOf(ctx, draft);
  const taken = all.filter(({ id, unitId }) => (unit ? unitId === unit.id : id === input.id));
  const content = await rowsOf(ctx, unit ?? one, unit, taken);
  const removal = {
    id: newId(),
    versionId: draft.version.id,
    kind: input.part,
    titles: found(unit ?? one).titles,
    content,
    removedBy: ctx.actor.personId,
    removedAt: ctx.now,
  };
  await ctx.tx.insert(draftRemovals).values(removal);
  const table = unit ? units : activities;
  await ctx.tx.delete(table).where(eq(table.id, input.id));
  return { removalId: removal.id, revision: draft.version.revision };
}

async function rowsOf(
  ctx: SignedIn,
  part: { position: number } | null,
  unit: Rows['unit'],
  taken: Rows['activities'],
): Promise<Rows> {
  const ids = taken.map(({ id }) => id);
  const none = ids.length === 0;
  const texts = none
    ? []
    : await ctx.tx.select().from(activityTexts).where(inArray(activityTexts.activityId, ids));
  const asked = none ? [] : await ctx.tx.select().from(questions).where(inArray(questions.activityId, ids));
  return { at: part?.position ?? 0, unit, activities: taken, texts, questions: asked };
}

/** Puts back what was taken out, where it was: the unit's place, or the end of the draft when its unit is gone. */
export async function restore(ctx: SignedIn, courseId: string, removalId: string) {
  const draft = await lockDraft(ctx, courseId);
  const [removal] = await ctx.tx
    .delete(draftRemovals)
    .where(and(eq(draftRemovals.id, removalId), eq(draftRemovals.versionId, draft.version.id)))
    .returning();
  const rows = found(removal).content as unknown as Rows;
  const unitId = rows.unit ? await putUnit(ctx, draft, rows) : await unitFor(ctx, draft, rows);
  await putActivities(ctx, draft, rows, unitId);
  return { id: rows.unit?.id ?? rows.activities[0]?.id ?? unitId, revision: draft.version.revision };
}

async function putUnit(ctx: SignedIn, draft: Draft, { unit, at }: Rows): Promise<string> {
  const row = found(unit);
  const others = await unitsOf(ctx, draft);
  const key = freeKey(row.key, new Set(others.map((one) => one.key)), 'unit');
  await ctx.tx.insert(units).values({ ...row, key });
  await place(ctx, 'unit', moved([...others.map(({ id }) => id), row.id], row.id, at));
  return row.id;
}

async function unitFor(ctx: SignedIn, draft: Draft, { activities: [activity] }: Rows): Promise<string> {
  const there = await unitsOf(ctx, draft);
  return found(there.find(({ id }) => id === activity?.unitId) ?? there.at(-1)).id;
}

async function putActivities(ctx: SignedIn, draft: Draft, rows: Rows, unitId: string): Promise<void> {
  if (rows.activities.length === 0) return;
  const others = await activitiesOf(ctx, draft);
  const keys = new Set(others.map(({ key }) => key));
  const put = rows.activities.map((row) => {
    const key = freeKey(row.key, keys, row.kind);
    keys.add(key);
    return { ...row, key, unitId };
  });
  await ctx.tx.insert(activities).values(put);
  const texts = rows.texts.map((text) => ({ ...text, savedAt: text.savedAt && new Date(text.savedAt) }));
  if (texts.length > 0) await ctx.tx.insert(activityTexts).values(texts);
  if (rows.questions.length > 0) await ctx.tx.insert(questions).values(rows.questions);
  if (rows.unit) return;
  const [only] = put;
  const inUnit = others.filter((one) => one.unitId === unitId).map(({ id }) => id);
  if (only) await place(ctx, 'activity', moved([...inUnit, only.id], only.id, rows.at));
}
