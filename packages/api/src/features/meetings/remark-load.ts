import { meetingEvents, meetingItems, meetingOutcomes } from '@concord/db/schema/meetings';
import { parties } from '@concord/db/schema/parties';
import { summaryRemarks } from '@concord/db/schema/summary-remarks';
import { and, asc, eq, gt, inArray, max, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { opener } from '../../sealing/sealing.ts';
import { instantNow } from '../texts/authority.ts';
import type { LoadedMeeting } from './load.ts';
import { answerAad, remarkAad } from './rules.ts';
import { stands, summaryAt } from './summary-state.ts';

/** What a summary record says besides outcomes: once one of these changed, it is laid before the members again. */
const TOLD = ['renamed', 'moved', 'placed', 'itemAdded', 'itemChanged', 'itemRemoved'] as const;

/**
 * Holds everybody else's acts on a meeting's summary record until the transaction ends. A delegate has no right to the
 * meeting's row, so the lock has a name of its own; the clock is read after it (DESIGN 3, invariant 3).
 */
export async function lockSummary(ctx: SignedIn, meetingId: string): Promise<Date> {
  await ctx.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`summary ${meetingId}`}, 0))`);
  return instantNow(ctx);
}

type Laid = Pick<LoadedMeeting, 'id' | 'summaryOpenedAt' | 'summaryUntil'>;

/** Where a summary record stands, over what the person may read of it: what is hidden from them is not told. */
export async function summaryStanding(ctx: SignedIn, meeting: Laid, now: Date) {
  const { id, summaryOpenedAt: openedAt, summaryUntil: until } = meeting;
  const remarks = openedAt ? await rowsOf(ctx, id) : [];
  const changedAt = openedAt ? await changedSince(ctx, id, openedAt) : null;
  return { ...summaryAt({ openedAt, until, changedAt, remarks }, now), remarks };
}

export type SummaryStanding = Awaited<ReturnType<typeof summaryStanding>>;

/** What was agreed stays as it is: refuses to change it. */
export async function assertNotAgreed(ctx: SignedIn, meeting: Laid): Promise<void> {
  if (!meeting.summaryOpenedAt) return;
  const { state } = await summaryStanding(ctx, meeting, await lockSummary(ctx, meeting.id));
  if (state === 'agreed') throw new AppError('PRECONDITION_FAILED', 'meetings.summaryAgreed');
}

function rowsOf(ctx: SignedIn, meetingId: string) {
  return ctx.tx
    .select()
    .from(summaryRemarks)
    .where(eq(summaryRemarks.meetingId, meetingId))
    .orderBy(asc(summaryRemarks.id));
}

/** The last change to what the record tells, since it was laid; null where there was none that the person may read. */
async function changedSince(ctx: SignedIn, meetingId: string, openedAt: Date): Promise<Date | null> {
  const [outcome] = await ctx.tx
    .select({ at: max(meetingOutcomes.recordedAt) })
    .from(meetingOutcomes)
    .innerJoin(meetingItems, eq(meetingItems.id, meetingOutcomes.itemId))
    .where(and(eq(meetingItems.meetingId, meetingId), gt(meetingOutcomes.recordedAt, openedAt)));
  const [event] = await ctx.tx
    .select({ at: max(meetingEvents.at) })
    .from(meetingEvents)
    .where(
      and(
        eq(meetingEvents.meetingId, meetingId),
        gt(meetingEvents.at, openedAt),
        inArray(meetingEvents.kind, [...TOLD]),
      ),
    );
  return outcome?.at ?? event?.at ?? null;
}

type Standing = Pick<SummaryStanding, 'remarks'>;

/** Remarks with their words, for whoever reads the record: in the nation's name, with what came of each. */
export async function remarkViews(ctx: SignedIn, meeting: Laid, { remarks }: Standing, mine: boolean) {
  if (remarks.length === 0) return [];
  const open = await opener(ctx, meeting.id);
  const names = await nationsOf(
    ctx,
    remarks.map(({ partyId }) => partyId),
  );
  return remarks.map((row) => {
    const { id, itemId, late, answerSealed } = row;
    const standing = stands(row, meeting.summaryOpenedAt);
    return {
      ...{ id, itemId, late, standing },
      nation: names.get(row.partyId) ?? { code: '', name: '' },
      words: open(row.sealed, remarkAad(id)),
      madeAt: row.madeAt.toISOString(),
      answer: answerSealed && open(answerSealed, answerAad(id)),
      takenBackAt: row.takenBackAt?.toISOString() ?? null,
      mayTakeBack: mine && standing && row.partyId === ctx.actor.partyId,
    };
  });
}

export type RemarkView = Awaited<ReturnType<typeof remarkViews>>[number];

async function nationsOf(ctx: SignedIn, ids: string[]) {
  const rows = await ctx.tx
    .select({ id: parties.id, code: parties.code, en: parties.nameEn, fr: parties.nameFr })
    .from(parties)
    .where(inArray(parties.id, ids));
  return new Map(rows.map(({ id, code, ...name }) => [id, { code, name: name[ctx.locale] }]));
}
