import { bodies } from '@concord/db/schema/consultation';
import { meetingItems, meetings } from '@concord/db/schema/meetings';
import { eq, inArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { SignedIn } from '../../context.ts';
import { openers } from '../../sealing/sealing.ts';
import { highlight, snippetAround } from '../contributions/rules.ts';
import { documentNames } from '../meetings/index-agenda.ts';
import { type ItemWords, itemAad } from '../meetings/rules.ts';
import { markingViews } from '../threads/marking-views.ts';
import { conditionsOf, dayEdge, startOf } from './queries.ts';
import { pageOf, wordsOf } from './rules.ts';
import type { agendaInput } from './schemas.ts';

const SHOWN = 20;
const LOOKED_AT = 100;

type Input = z.infer<typeof agendaInput>;
type Found = { id: string; meeting_id: string; item_id: string | null; kept: boolean };

/** Meetings and items of agendas that hold the words, the newest first, with the names of their papers. */
export async function searchAgenda(ctx: SignedIn, input: Input) {
  const words = wordsOf(input.query);
  const rows = words.length === 0 ? [] : await foundRows(ctx, input);
  const { ids, older } = pageOf(rows, LOOKED_AT, Math.min(input.most ?? SHOWN, SHOWN));
  const results = await resultsOf(
    ctx,
    rows.filter(({ id }) => ids.includes(id)),
    words,
  );
  return {
    searched: words.length > 0,
    results,
    markings: await markingViews(
      ctx,
      results.map(({ markingId }) => markingId),
    ),
    older,
  };
}

async function foundRows(ctx: SignedIn, input: Input): Promise<Found[]> {
  const { body, since } = await conditionsOf(ctx, input);
  const file = input.hasFile
    ? sql`exists (select 1 from meeting_file f where f.meeting_id = s.meeting_id and f.item_id is not distinct from s.item_id)`
    : sql`true`;
  const until = input.until
    ? sql`coalesce(i.added_at, m.created_at) < ${dayEdge(input.until, 1)}`
    : sql`true`;
  return ctx.tx.execute<Found>(sql`
    select s.id, s.meeting_id, s.item_id, (${file} and ${until}) as kept
    from concord.search_agenda(${input.query}, ${startOf(input)}, ${body}::uuid, ${since}, ${LOOKED_AT}) s
    join meeting m on m.id = s.meeting_id left join meeting_item i on i.id = s.item_id order by s.id desc`);
}

async function resultsOf(ctx: SignedIn, rows: readonly Found[], words: readonly string[]) {
  if (rows.length === 0) return [];
  const meetingIds = [...new Set(rows.map((row) => row.meeting_id))];
  const itemIds = rows.flatMap((row) => row.item_id ?? []);
  const [known, items, names, open] = [
    await ctx.tx
      .select({ meeting: meetings, bodyCode: bodies.code, zone: bodies.timeZone })
      .from(meetings)
      .innerJoin(bodies, eq(bodies.id, meetings.bodyId))
      .where(inArray(meetings.id, meetingIds)),
    itemIds.length === 0
      ? []
      : await ctx.tx.select().from(meetingItems).where(inArray(meetingItems.id, itemIds)),
    await documentNames(ctx, meetingIds),
    await openers(ctx, meetingIds),
  ];
  return rows.flatMap((row) => {
    const at = known.find(({ meeting }) => meeting.id === row.meeting_id);
    const item = items.find(({ id }) => id === row.item_id);
    const opened = item && open.get(row.meeting_id)?.(item.sealed, itemAad(item.id));
    if (!at || (row.item_id && opened === undefined)) return [];
    const said = opened === undefined ? null : (JSON.parse(opened) as ItemWords);
    const papers = names.get(row.id) ?? [];
    const text = [said?.lead, said?.note, ...papers].filter(Boolean).join(' · ');
    return {
      id: row.id,
      meeting: { id: at.meeting.id, title: at.meeting.title, startsAt: at.meeting.startsAt.toISOString() },
      item: said && item ? { id: item.id, title: highlight(said.title, words) } : null,
      title: highlight(at.meeting.title, words),
      bodyCode: at.bodyCode,
      markingId: item?.markingId ?? at.meeting.markingId,
      parts: highlight(snippetAround(text, words), words),
    };
  });
}
