import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import type { Marking } from '../../marking/rules.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { audienceSet } from '../threads/audience.ts';
import type { LoadedText } from './load.ts';

/** What somebody hears who has a text open: everyone who may read it, or those who sit in its body and may read more. */
export type TextNews = { seatedOnly?: boolean; marking?: Marking };

/** Tells open text rooms that something changed, by ids alone; each fetches what it may read. */
export async function tellText(ctx: SignedIn, text: LoadedText, news: TextNews = {}): Promise<void> {
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from ${readers(text, news.marking)} a ${news.seatedOnly ? seated(text.body.id) : sql``}`,
  );
  await publishTo(
    ctx,
    rows.map((row) => row.person_id),
    { topic: `text:${text.id}`, payload: { textId: text.id } },
  );
}

const readers = (text: LoadedText, marking: Marking = text.marking): SQL =>
  audienceSet({ bodyId: text.body.id, among: null }, marking);

const seated = (bodyId: string): SQL => sql`where exists (
  select 1 from appointment o where o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${bodyId}
    and o.role in ('chair', 'secretariat', 'headOfDelegation', 'delegate')
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))`;
