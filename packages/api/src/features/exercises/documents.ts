import { newId } from '@concord/db/ids';
import { exerciseDocuments, exerciseDocumentVersions } from '@concord/db/schema/joining';
import { files } from '@concord/db/schema/system';
import { asc, desc, eq } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { internMarking } from '../../marking/intern.ts';
import { record } from '../../record/record.ts';
import { attachFiles, removeFile } from '../../storage/store.ts';
import { assertAttachable } from '../contributions/sources.ts';
import { assertReadable, expandMarking } from '../threads/expand-marking.ts';
import { plannedExercise } from './planning.ts';
import type { DocumentInput, VersionInput } from './schemas.ts';

/** The documents of an exercise the person may read, by title, each with its versions from the newest. */
export async function documentsOf(ctx: SignedIn, exerciseId: string) {
  const rows = await ctx.tx
    .select({
      ...{ id: exerciseDocuments.id, title: exerciseDocuments.title, audience: exerciseDocuments.audience },
      markingId: exerciseDocuments.markingId,
      ...{ number: exerciseDocumentVersions.number, note: exerciseDocumentVersions.note },
      addedAt: exerciseDocumentVersions.addedAt,
      ...{ fileId: files.id, name: files.name, size: files.size },
    })
    .from(exerciseDocuments)
    .innerJoin(exerciseDocumentVersions, eq(exerciseDocumentVersions.documentId, exerciseDocuments.id))
    .innerJoin(files, eq(files.id, exerciseDocumentVersions.fileId))
    .where(eq(exerciseDocuments.exerciseId, exerciseId))
    .orderBy(asc(exerciseDocuments.title), asc(exerciseDocuments.id), desc(exerciseDocumentVersions.number));
  const documents = new Map<string, ReturnType<typeof documentOf>>();
  for (const row of rows) {
    const document = documents.get(row.id) ?? documentOf(row);
    documents.set(row.id, document);
    const { number, note, fileId, name, size, addedAt } = row;
    document.versions.push({ number, note, fileId, name, size, addedAt: addedAt.toISOString() });
  }
  return [...documents.values()];
}

type Head = Pick<typeof exerciseDocuments.$inferSelect, 'id' | 'title' | 'audience' | 'markingId'>;
type Version = { number: number; note: string; fileId: string; name: string; size: number; addedAt: string };
const documentOf = ({ id, title, audience, markingId }: Head) => ({
  ...{ id, title, audience, markingId },
  versions: [] as Version[],
});

/** Adds a document under its own marking, or under the exercise's where none is chosen. */
export async function addDocument(ctx: SignedIn, input: DocumentInput) {
  const exercise = await plannedExercise(ctx, input.exerciseId);
  const markingId = input.marking === null ? exercise.markingId : await ownMarking(ctx, input.marking);
  const id = newId();
  const { title, audience } = input;
  await ctx.tx
    .insert(exerciseDocuments)
    .values({ id, exerciseId: exercise.id, title, audience, markingId, createdAt: ctx.now });
  await addVersion(ctx, { id, exerciseId: exercise.id, markingId }, { fileId: input.fileId, note: '' });
  await recordDocument(ctx, { exerciseId: exercise.id, markingId }, 'add');
  return { documentId: id };
}

async function ownMarking(ctx: SignedIn, chosen: NonNullable<DocumentInput['marking']>): Promise<string> {
  const marking = await expandMarking(ctx, chosen);
  assertReadable(ctx, marking);
  return internMarking(ctx, marking);
}

type Document = { id: string; exerciseId: string; markingId: string };

/** Hangs an upload on a document as its next version; two at once follow one another. */
async function addVersion(
  ctx: SignedIn,
  { id, exerciseId, markingId }: Document,
  { fileId, note }: { fileId: string; note: string },
): Promise<void> {
  await assertAttachable(ctx, [fileId]);
  const [last] = await ctx.tx
    .select({ number: exerciseDocumentVersions.number })
    .from(exerciseDocumentVersions)
    .where(eq(exerciseDocumentVersions.documentId, id))
    .orderBy(desc(exerciseDocumentVersions.number))
    .limit(1);
  const number = (last?.number ?? 0) + 1;
  if (number > 100) throw new AppError('CONFLICT', 'exercises.tooManyVersions');
  await ctx.tx
    .insert(exerciseDocumentVersions)
    .values({ fileId, documentId: id, number, note, addedBy: ctx.actor.personId, addedAt: ctx.now });
  await attachFiles(ctx, [fileId], { container: 'exercise', containerId: exerciseId, markingId });
}

/** A newer version of a document, with what changed; the earlier ones stay. */
export async function renewDocument(ctx: SignedIn, { documentId, ...version }: VersionInput) {
  const document = await plannedDocument(ctx, documentId);
  await addVersion(ctx, document, version);
  await recordDocument(ctx, document, 'renew');
  return { documentId };
}

/** Takes a document away with all its versions; the record keeps that it was there. */
export async function removeDocument(ctx: SignedIn, { documentId }: { documentId: string }) {
  const document = await plannedDocument(ctx, documentId);
  const versions = await ctx.tx
    .select({ fileId: exerciseDocumentVersions.fileId })
    .from(exerciseDocumentVersions)
    .where(eq(exerciseDocumentVersions.documentId, documentId));
  for (const { fileId } of versions) await removeFile(ctx, fileId);
  await ctx.tx.delete(exerciseDocuments).where(eq(exerciseDocuments.id, documentId));
  await recordDocument(ctx, document, 'remove');
  return { documentId };
}

/** A document whose exercise the person plans, the exercise held until the transaction ends. */
async function plannedDocument(ctx: SignedIn, documentId: string): Promise<Document> {
  const [row] = await ctx.tx.select().from(exerciseDocuments).where(eq(exerciseDocuments.id, documentId));
  const document = found(row);
  await plannedExercise(ctx, document.exerciseId);
  return document;
}

const recordDocument = (ctx: SignedIn, { exerciseId, markingId }: Omit<Document, 'id'>, action: string) =>
  record(ctx, {
    action: `exercise.document.${action}`,
    subject: 'exercise',
    subjectId: exerciseId,
    markingId,
  });
