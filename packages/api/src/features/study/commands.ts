import { newId } from '@concord/db/ids';
import { studyNotes } from '@concord/db/schema/study';
import { and, count, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { demandActivity, noteAad, studiedCourse } from './load.ts';
import type { Passage } from './rules.ts';
import type { AddInput, ChangeInput } from './schemas.ts';

/** How many notes one page may hold. */
const MOST = 300;

/** What lies sealed in a note. */
export type NoteContent = { passage: Passage | null; note: string };

/**
 * Marks a passage of a page or notes something on it: for the person alone, sealed under their own key. What somebody
 * notes for themselves concerns nobody else, so nothing of it stands in the record.
 */
export async function addNote(ctx: SignedIn, input: AddInput): Promise<{ noteId: string }> {
  const course = await studiedCourse(ctx, input.course);
  await demandActivity(ctx, course.versionId, input.activity);
  const { personId } = ctx.actor;
  const place = and(
    eq(studyNotes.personId, personId),
    eq(studyNotes.courseId, course.id),
    eq(studyNotes.activityKey, input.activity),
  );
  const [held] = await ctx.tx.select({ n: count() }).from(studyNotes).where(place);
  if ((held?.n ?? 0) >= MOST) throw new AppError('CONFLICT', 'study.tooMany', { most: MOST });
  const noteId = newId();
  const { passage, note } = input;
  await ctx.tx.insert(studyNotes).values({
    ...{ id: noteId, personId, courseId: course.id, activityKey: input.activity },
    language: input.language,
    anchor: null,
    sealed: await seal(ctx, noteId, 1, { passage, note }),
    createdAt: ctx.now,
    changedAt: ctx.now,
  });
  return { noteId };
}

/** Writes the note of a mark anew. Of two windows, the second is told and loses nothing. */
export async function changeNote(ctx: SignedIn, { noteId, revision, note }: ChangeInput) {
  const row = await lockNote(ctx, noteId);
  if (row.revision !== revision) throw new AppError('CONFLICT', 'study.changed');
  const open = await opener(ctx, ctx.actor.personId);
  const content = JSON.parse(open(row.sealed, noteAad(noteId, row.revision))) as NoteContent;
  const next = revision + 1;
  await ctx.tx
    .update(studyNotes)
    .set({
      sealed: await seal(ctx, noteId, next, { ...content, note }),
      revision: next,
      changedAt: ctx.now,
    })
    .where(eq(studyNotes.id, noteId));
  return { noteId, revision: next };
}

/** Takes a mark and its note away, for good. */
export async function removeNote(ctx: SignedIn, noteId: string): Promise<{ noteId: string }> {
  await lockNote(ctx, noteId);
  await ctx.tx.delete(studyNotes).where(eq(studyNotes.id, noteId));
  return { noteId };
}

async function lockNote(ctx: SignedIn, noteId: string) {
  const [row] = await ctx.tx
    .select({ revision: studyNotes.revision, sealed: studyNotes.sealed })
    .from(studyNotes)
    .where(and(eq(studyNotes.id, noteId), eq(studyNotes.personId, ctx.actor.personId)))
    .for('update');
  return found(row);
}

function seal(ctx: SignedIn, noteId: string, revision: number, content: NoteContent): Promise<Buffer> {
  return sealFor(ctx, ctx.actor.personId, JSON.stringify(content), noteAad(noteId, revision));
}
