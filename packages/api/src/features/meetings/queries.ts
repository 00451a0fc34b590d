import { bodies } from '@concord/db/schema/consultation';
import { meetings } from '@concord/db/schema/meetings';
import { and, asc, desc, eq, gt, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { authorize, found } from '../../errors.ts';
import { plansMeetings } from '../../policies/meetings.ts';
import { makesVersions } from '../../policies/texts.ts';
import { partyViews, usableLevels, visibleBody } from '../bodies/queries.ts';
import { markingViews } from '../threads/marking-views.ts';
import { documentsOf } from './documents.ts';
import { changesOf } from './events.ts';
import { linkable, linkedOf } from './links.ts';
import { itemsOf, type LoadedMeeting, meetingForReading } from './load.ts';
import { outcomesOf } from './outcome-views.ts';
import { laterMeetings } from './outcomes.ts';
import { type SummaryStanding, summaryStanding } from './remark-load.ts';
import { numbered, stateOf, timing } from './rules.ts';
import type { meetingsOfBodyInput } from './schemas.ts';

const SHOWN = 20;

const listed = {
  id: meetings.id,
  title: meetings.title,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  place: meetings.place,
  markingId: meetings.markingId,
  publishedAt: meetings.publishedAt,
  cancelledAt: meetings.cancelledAt,
  summaryOpenedAt: meetings.summaryOpenedAt,
  zone: bodies.timeZone,
};

function rowsWhere(ctx: SignedIn, where: SQL | undefined, order: SQL[], limit: number) {
  return ctx.tx
    .select(listed)
    .from(meetings)
    .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
    .where(where)
    .orderBy(...order)
    .limit(limit);
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number];

const viewOf = ({ startsAt, endsAt, publishedAt, cancelledAt, summaryOpenedAt, ...row }: Row, now: Date) => ({
  ...row,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  state: stateOf({ startsAt, endsAt, publishedAt, cancelledAt }, now),
  summary: summaryOpenedAt !== null,
});

/** A body's meetings: those ahead in the order they come, then the past ones, the newest first. */
export async function meetingsOfBody(ctx: SignedIn, input: z.infer<typeof meetingsOfBodyInput>) {
  const body = await visibleBody(ctx, input.bodyCode);
  const of = eq(meetings.bodyId, body.id);
  const before = input.before ? new Date(input.before) : ctx.now;
  const ahead = input.before
    ? []
    : await rowsWhere(
        ctx,
        and(of, gt(meetings.endsAt, ctx.now)),
        [asc(meetings.startsAt), asc(meetings.id)],
        100,
      );
  const past = await rowsWhere(
    ctx,
    and(of, lte(meetings.endsAt, ctx.now), lte(meetings.startsAt, before)),
    [desc(meetings.startsAt), desc(meetings.id)],
    SHOWN + 1,
  );
  const shown = past.slice(0, SHOWN);
  const views = (rows: Row[]) => rows.map((row) => viewOf(row, ctx.now));
  return {
    body,
    mayPlan: plansMeetings(ctx.actor, body.id),
    ahead: views(ahead),
    past: views(shown),
    markings: await markingViews(
      ctx,
      [...ahead, ...shown].map((row) => row.markingId),
    ),
    older: past.length > SHOWN ? (past[SHOWN]?.startsAt.toISOString() ?? null) : null,
  };
}

/** The body's meeting that is on, or the next one that was published; null without one the person may read. */
export async function nextMeeting(ctx: SignedIn, { bodyCode }: { bodyCode: string }) {
  const body = await visibleBody(ctx, bodyCode);
  const live = and(isNotNull(meetings.publishedAt), isNull(meetings.cancelledAt));
  const where = and(eq(meetings.bodyId, body.id), live, gt(meetings.endsAt, ctx.now));
  const [row] = await rowsWhere(ctx, where, [asc(meetings.startsAt), asc(meetings.id)], 1);
  if (!row) return { meeting: null };
  const views = await markingViews(ctx, [row.markingId]);
  return { meeting: { ...viewOf(row, ctx.now), marking: found(views[row.markingId]) } };
}

/** A meeting with its agenda as far as the person may read it: numbers, minutes and changes are counted over that alone. */
export async function meetingById(ctx: SignedIn, { meetingId }: { meetingId: string }) {
  const meeting = await meetingForReading(ctx, meetingId);
  const items = await itemsOf(ctx, meeting.id);
  const [documents, outcomes, linked, changes] = [
    await documentsOf(ctx, meeting.id),
    await outcomesOf(ctx, meeting.id, items),
    await linkedOf(ctx, items),
    await changesOf(ctx, meeting, new Set(items.map(({ id }) => id))),
  ];
  const standing = await summaryStanding(ctx, meeting, ctx.now);
  const titles = [...linked.threads.values(), ...linked.texts.values()];
  return {
    ...headOf(ctx, meeting, standing.state),
    markings: await markingViews(ctx, [
      meeting.markingId,
      ...items.map((item) => item.markingId),
      ...titles.map((one) => one.markingId),
    ]),
    timing: timing(items, meeting),
    documents: documents.filter(({ itemId }) => itemId === null),
    items: numbered(items).map(({ id, number, words, wanted, minutes, markingId, threadId, textId }) => ({
      ...{ id, number, ...words, wanted, minutes, markingId },
      thread: (threadId && linked.threads.get(threadId)) || null,
      text: (textId && linked.texts.get(textId)) || null,
      documents: documents.filter(({ itemId }) => itemId === id),
      outcome: outcomes.get(id) ?? null,
    })),
    changes,
  };
}

function headOf(ctx: SignedIn, meeting: LoadedMeeting, summary: SummaryStanding['state']) {
  const { id, title, place, link, markingId, body } = meeting;
  const state = stateOf(meeting, ctx.now);
  return {
    ...{ id, title, place, link, markingId, state },
    body: {
      code: body.code,
      name: ctx.locale === 'fr' ? body.nameFr : body.nameEn,
      zone: body.timeZone,
    },
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    summaryOpenedAt: meeting.summaryOpenedAt?.toISOString() ?? null,
    mayPlan: plansMeetings(ctx.actor, body.id) && state !== 'cancelled',
    mayRecord:
      plansMeetings(ctx.actor, body.id) &&
      meeting.publishedAt !== null &&
      state !== 'cancelled' &&
      summary !== 'agreed' &&
      ctx.now >= meeting.startsAt,
    mayAdopt: makesVersions(ctx.actor, body.id),
  };
}

/** What a meeting's forms choose from: markings, threads and texts of the body, and later meetings. */
export async function planningChoices(ctx: SignedIn, { meetingId }: { meetingId: string }) {
  const meeting = await meetingForReading(ctx, meetingId);
  authorize(plansMeetings(ctx.actor, meeting.bodyId));
  const open = new Set(meeting.marking.releasableTo);
  const { onlyFor } = meeting.marking;
  return {
    levels: (await usableLevels(ctx)).filter(({ rank }) => rank >= meeting.marking.level),
    parties: (await partyViews(ctx)).filter(
      ({ id }) => open.has(id) && (onlyFor.length === 0 || onlyFor.includes(id)),
    ),
    ...(await linkable(ctx, meeting.bodyId)),
    later: await laterMeetings(ctx, meeting),
  };
}

/** Meetings with a date in the days ahead, of all bodies the person sits in: for Today. */
export function meetingsAhead(ctx: Pick<SignedIn, 'tx' | 'now'>, until: Date) {
  return ctx.tx
    .select({
      ...{ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt },
      ...{ markingId: meetings.markingId },
    })
    .from(meetings)
    .where(
      and(
        isNotNull(meetings.publishedAt),
        isNull(meetings.cancelledAt),
        gt(meetings.startsAt, ctx.now),
        lte(meetings.startsAt, sql`${until.toISOString()}::timestamptz`),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
    .limit(20);
}
