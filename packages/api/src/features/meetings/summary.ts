import type { SignedIn } from '../../context.ts';
import { AppError, found } from '../../errors.ts';
import { combine } from '../../marking/rules.ts';
import { plansMeetings } from '../../policies/meetings.ts';
import { record } from '../../record/record.ts';
import { rightsIn } from '../positions/load.ts';
import { instantNow } from '../texts/authority.ts';
import { labelJson } from '../word/label.ts';
import { paperMarkings } from '../word/labelling.ts';
import { levelInName } from '../word/take-out.ts';
import { linkedOf } from './links.ts';
import { itemsOf, meetingForReading } from './load.ts';
import { proposedUntil } from './open-summary.ts';
import { type OutcomeView, outcomesOf } from './outcome-views.ts';
import { type RemarkView, remarkViews, summaryStanding } from './remark-load.ts';
import { numbered } from './rules.ts';

/**
 * The summary record as it leaves the portal: each item with its marking and what came of it, and the marking of all of it
 * computed over what this reader may read. Members read it once it was laid before them.
 */
export async function summaryOnPaper(ctx: SignedIn, { meetingId }: { meetingId: string }) {
  const meeting = await meetingForReading(ctx, meetingId);
  if (!meeting.summaryOpenedAt && !plansMeetings(ctx.actor, meeting.bodyId))
    throw new AppError('NOT_FOUND', 'notFound');
  const items = await itemsOf(ctx, meeting.id);
  const outcomes = await outcomesOf(ctx, meeting.id, items);
  const linked = await linkedOf(ctx, items);
  const onPaper = await paperMarkings(ctx);
  const banner = combine([meeting.marking, ...items.map((item) => item.marking)], meeting.marking.originator);
  const { id, title, place, body } = meeting;
  const standing = await summaryStanding(ctx, meeting, await instantNow(ctx));
  const empowered = standing.state !== 'draft' && (await rightsIn(ctx, body.id)).empowered;
  const remarks = await remarkViews(ctx, meeting, standing, empowered);
  return {
    ...{ id, title, place, state: standing.state },
    body: {
      code: body.code,
      name: ctx.locale === 'fr' ? body.nameFr : body.nameEn,
      zone: body.timeZone,
    },
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    openedAt: meeting.summaryOpenedAt?.toISOString() ?? null,
    until: meeting.summaryUntil?.toISOString() ?? null,
    agreedAt: standing.agreedAt?.toISOString() ?? null,
    can: {
      remark: empowered && standing.state !== 'agreed' && meeting.cancelledAt === null,
      answer: plansMeetings(ctx.actor, meeting.bodyId) && meeting.cancelledAt === null,
      open: await proposedUntil(ctx, meeting, standing),
    },
    remarks: remarks.filter(({ itemId }) => itemId === null),
    banner: onPaper(found(banner)),
    items: numbered(items).map(({ id: itemId, number, words, wanted, marking, textId, addedAt }) => ({
      ...{ id: itemId, number, title: words.title, lead: words.lead, wanted },
      marking: onPaper(marking, addedAt),
      outcome: outcomes.get(itemId) ?? null,
      remarks: remarks.filter((one) => one.itemId === itemId),
      decisionId: (textId && linked.texts.get(textId)?.decision?.id) || null,
    })),
  };
}

export type SummaryOnPaper = Awaited<ReturnType<typeof summaryOnPaper>>;

/** The same for its page: words of markings, no labels. */
export async function summaryOf(ctx: SignedIn, input: { meetingId: string }) {
  const { banner, items, ...summary } = await summaryOnPaper(ctx, input);
  return {
    ...summary,
    banner: { level: banner.level, release: banner.release },
    items: items.map(({ marking, ...item }) => ({ ...item, marking: marking.words })),
  };
}

/** The formats a summary record is taken out in. */
export type SummaryFormat = 'docx' | 'json';

/** The summary record to be set as a file; that it went out is recorded. */
export async function takeOutSummary(ctx: SignedIn, meetingId: string, format: SummaryFormat) {
  const summary = await summaryOnPaper(ctx, { meetingId });
  const { markingId } = await meetingForReading(ctx, meetingId);
  await record(ctx, {
    action: 'meeting.takeOut',
    subject: 'meeting',
    subjectId: meetingId,
    markingId,
    details: { format, items: summary.items.length },
  });
  const name = `${levelInName(summary.banner.level)}_meeting-${meetingId.slice(-8)}.${format}`;
  return { name, summary, language: ctx.locale, takenOutAt: ctx.now.toISOString() };
}

/** The format of an exported summary record (docs/formats/consultation.md). */
export const SUMMARY_FORMAT = 'concord-summary-record/1';

/** A summary record for a machine: the label of all of it, then its items, each with its own. */
export function summaryJson(
  { banner, items, can: _, remarks, ...meeting }: SummaryOnPaper,
  takenOutAt: string,
) {
  return {
    ...{ format: SUMMARY_FORMAT, label: labelJson(banner.label), takenOutAt, meeting },
    remarks: remarks.map(remarkJson),
    items: items.map(({ marking, outcome, remarks: own, ...item }) => ({
      ...{ ...item, label: labelJson(marking.label) },
      outcome: outcome && { what: outcome.outcome, note: outcome.note, deferredTo: deferredTo(outcome) },
      remarks: own.map(remarkJson),
    })),
  };
}

const remarkJson = ({ nation, words, madeAt, late, standing, answer, takenBackAt }: RemarkView) => ({
  ...{ nation: nation.code, words, madeAt, late, standing, answer, takenBackAt },
});

const deferredTo = ({ to }: OutcomeView) => to && { id: to.id, title: to.title, startsAt: to.startsAt };
