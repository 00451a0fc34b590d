import { newId } from '@concord/db/ids';
import { reservations } from '@concord/db/schema/texts';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { AppError, fieldError } from '../../errors.ts';
import { record } from '../../record/record.ts';
import { opener, sealFor } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import { type LoadedText, openVersion, versionOf } from '../texts/load.ts';
import { besideAad } from '../texts/seals.ts';
import { assertNewest, textForActing } from './load.ts';
import { ownReservation, reservationRows, silenceRuns, todayAt } from './reservation-rows.ts';
import { scopeIn } from './reservation-rules.ts';
import type { Rights } from './rules.ts';
import type { enterReservationInput } from './schemas.ts';
import { besideMarking, keptMarking, refused, tellSaid } from './write.ts';

type Enter = Omit<z.output<typeof enterReservationInput>, 'commandId'>;

/** Enters a reservation of the person's nation on the newest version. */
export async function enterReservation(ctx: SignedIn, input: Enter) {
  const { text, rights } = await textForActing(ctx, input.textId);
  assertEmpowered(rights);
  await assertNewest(ctx, text.id, input.versionId);
  await assertNoBreak(ctx, text.id, input.breaksSilence);
  const known = await paragraphsNow(ctx, text.id);
  if (!input.paragraphIds.every((id) => known.has(id)))
    throw fieldError('paragraphIds', 'position.paragraph');
  if (input.expectedLift !== null && input.expectedLift < (await todayAt(ctx, text.body.timeZone))) {
    throw fieldError('expectedLift', 'position.datePast');
  }
  const markingId = await besideMarking(ctx, text, input.marking);
  return write(ctx, text, { ...input, markingId, maintains: null });
}

/** Holds a reservation on the newest version: same kind, same words, the paragraphs that are still there. */
export async function maintainReservation(
  ctx: SignedIn,
  input: { reservationId: string; versionId: string },
) {
  const { textId } = await ownReservation(ctx, input.reservationId);
  const { text, rights } = await textForActing(ctx, textId);
  assertEmpowered(rights);
  await assertNewest(ctx, text.id, input.versionId);
  const before = await ownReservation(ctx, input.reservationId);
  const rows = await reservationRows(ctx, text.id);
  const again = rows.some((row) => row.maintains === before.id);
  if (before.liftedAt !== null || before.versionId === input.versionId || again) throw gone();
  const paragraphIds = scopeIn(before.paragraphIds, await paragraphsNow(ctx, text.id));
  if (paragraphIds === null) throw new AppError('CONFLICT', 'position.paragraphsGone');
  const open = await opener(ctx, text.id);
  return write(ctx, text, {
    versionId: input.versionId,
    kind: before.kind,
    paragraphIds,
    words: open(before.sealed, besideAad('reservation', before.id)),
    expectedLift: before.expectedLift,
    markingId: await keptMarking(ctx, text, before.markingId),
    maintains: before.id,
  });
}

/** Lifts a reservation of the person's nation. */
export async function liftReservation(ctx: SignedIn, input: { reservationId: string }) {
  const { textId } = await ownReservation(ctx, input.reservationId);
  const { text, rights } = await textForActing(ctx, textId);
  assertEmpowered(rights);
  const lifted = await ctx.tx
    .update(reservations)
    .set({ liftedBy: ctx.actor.personId, liftedAt: await instantNow(ctx) })
    .where(and(eq(reservations.id, input.reservationId), isNull(reservations.liftedAt)))
    .returning({ markingId: reservations.markingId });
  const [done] = lifted;
  if (!done) throw gone();
  await recordReservation(ctx, text, 'lift', { id: input.reservationId, markingId: done.markingId });
  return { reservationId: input.reservationId };
}

type Written = Pick<Enter, 'versionId' | 'kind' | 'paragraphIds' | 'words' | 'expectedLift'> & {
  markingId: string;
  maintains: string | null;
};

async function write(ctx: SignedIn, text: LoadedText, { words, ...values }: Written) {
  const id = newId();
  await ctx.tx.insert(reservations).values({
    ...values,
    id,
    textId: text.id,
    partyId: ctx.actor.partyId,
    sealed: await sealFor(ctx, text.id, words, besideAad('reservation', id)),
    enteredBy: ctx.actor.personId,
    enteredAt: await instantNow(ctx),
  });
  await recordReservation(ctx, text, values.maintains ? 'maintain' : 'enter', { ...values, id });
  return { reservationId: id };
}

/** Refuses whoever may not speak for the nation. */
export function assertEmpowered(rights: Rights): void {
  if (!rights.delegated) throw refused('position.notMember');
  if (!rights.empowered) throw refused('position.power');
}

/** While silence runs, a doubt is either a break, which has its own way, or said not to be one. */
async function assertNoBreak(ctx: SignedIn, textId: string, breaks: boolean | undefined): Promise<void> {
  if (breaks === false || !(await silenceRuns(ctx, textId))) return;
  throw new AppError('PRECONDITION_FAILED', breaks ? 'position.breakInstead' : 'position.askBreak');
}

async function paragraphsNow(ctx: SignedIn, textId: string): Promise<Set<string>> {
  const { paragraphs } = await openVersion(ctx, await versionOf(ctx, textId));
  return new Set(paragraphs.map((paragraph) => paragraph.id));
}

const gone = () => new AppError('CONFLICT', 'position.reservationGone');

async function recordReservation(
  ctx: SignedIn,
  text: LoadedText,
  done: 'enter' | 'maintain' | 'lift',
  { id, markingId }: { id: string; markingId: string },
): Promise<void> {
  await record(ctx, {
    action: `reservation.${done}`,
    subject: 'reservation',
    subjectId: id,
    threadId: text.threadId ?? undefined,
    markingId,
    details: { textId: text.id },
  });
  await tellSaid(ctx, text, [markingId]);
}
