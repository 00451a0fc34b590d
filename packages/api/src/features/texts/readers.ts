import { type SQL, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { Marking } from '../../marking/rules.ts';
import { publishTo } from '../../realtime/outbox.ts';
import { audienceSet } from '../threads/audience.ts';
import type { LoadedText } from './load.ts';

/**
 * What somebody hears who has a text open: everyone who may read it, those who sit in its body and may read more, or
 * one nation's delegation alone.
 */
export type TextNews = { seatedOnly?: boolean; marking?: Marking; delegationOf?: string };

/** Tells open text rooms that something changed, by ids alone; each fetches what it may read. */
export async function tellText(ctx: Context, text: LoadedText, news: TextNews = {}): Promise<void> {
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select a.person_id from ${readers(text, news.marking)} a ${among(text.body.id, news)}`,
  );
  await publishTo(
    ctx,
    rows.map((row) => row.person_id),
    { topic: `text:${text.id}`, payload: { textId: text.id } },
  );
}

const readers = (text: LoadedText, marking: Marking = text.marking): SQL =>
  audienceSet({ bodyId: text.body.id, among: null }, marking);

function among(bodyId: string, { seatedOnly, delegationOf }: TextNews): SQL {
  if (delegationOf) return sql`${holding(bodyId, DELEGATED)} and a.party_id = ${delegationOf}`;
  return seatedOnly ? holding(bodyId, [...DELEGATED, 'chair', 'secretariat']) : sql``;
}

const DELEGATED = ['headOfDelegation', 'delegate'];

const holding = (bodyId: string, roles: readonly string[]): SQL => sql`where exists (
  select 1 from appointment o where o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${bodyId}
    and o.role = any(${`{${roles.join(',')}}`}::text[])
    and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now()))`;
