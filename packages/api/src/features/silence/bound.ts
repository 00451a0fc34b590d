import { bodyMembers } from '@concord/db/schema/consultation';
import { parties } from '@concord/db/schema/parties';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { AppError } from '../../errors.ts';
import { partiesOf } from '../../marking/rules.ts';
import type { LoadedText } from '../texts/load.ts';
import { audienceSet, list } from '../threads/audience.ts';

/** The nations that sit in a body now: whom a silence that opens now binds. Partners and organisations never are. */
export async function membersNow(ctx: SignedIn, bodyId: string) {
  return ctx.tx
    .select({ id: parties.id, code: parties.code, timeZone: parties.timeZone })
    .from(bodyMembers)
    .innerJoin(parties, eq(parties.id, bodyMembers.partyId))
    .where(
      and(
        eq(bodyMembers.bodyId, bodyId),
        eq(parties.kind, 'nation'),
        eq(parties.ally, true),
        sql`${bodyMembers.validFrom} <= clock_timestamp()
          and (${bodyMembers.validUntil} is null or ${bodyMembers.validUntil} > clock_timestamp())`,
      ),
    )
    .orderBy(asc(parties.code));
}

type Nation = { id: string; code: string };

/** The nations among these that a text's marking does not release it to. */
export function notReleasedTo<One extends Nation>(text: LoadedText, members: readonly One[]): One[] {
  const open = new Set(partiesOf(text.marking));
  return members.filter(({ id }) => !open.has(id));
}

/** Refuses a silence over words that a nation it would bind may not read at all: no other channel mends that. */
export function assertReleased(text: LoadedText, members: readonly Nation[]): void {
  if (members.length === 0) throw new AppError('PRECONDITION_FAILED', 'silence.nobodyBound');
  const closed = notReleasedTo(text, members);
  if (closed.length === 0) return;
  const nations = closed.map(({ code }) => code).join(', ');
  throw new AppError('PRECONDITION_FAILED', 'silence.notReleasable', { nations, count: closed.length });
}

/** The nations among these of which nobody may both read the text and break silence. */
export async function notReached<One extends Nation>(
  ctx: SignedIn,
  text: LoadedText,
  members: readonly One[],
) {
  const reached = await nationsReached(ctx, text);
  return members.filter(({ id }) => !reached.has(id));
}

/**
 * Refuses a silence that somebody it binds could not break: every nation needs a person who may break it and may read
 * the text in full, or to have been served by another channel. The nations are named.
 */
export async function assertServed(
  ctx: SignedIn,
  text: LoadedText,
  members: readonly Nation[],
  servedOtherwise: readonly string[],
): Promise<void> {
  const missing = (await notReached(ctx, text, members)).filter(({ id }) => !servedOtherwise.includes(id));
  if (missing.length === 0) return;
  const nations = missing.map(({ code }) => code).join(', ');
  throw new AppError('PRECONDITION_FAILED', 'silence.notServed', { nations, count: missing.length });
}

/** The nations of which somebody may break silence and may read the text. */
async function nationsReached(ctx: SignedIn, text: LoadedText): Promise<Set<string>> {
  const rows = await ctx.tx.execute<{ party_id: string }>(sql`
    select distinct a.party_id from ${audienceSet({ bodyId: text.body.id, among: null }, text.marking)} a
    join appointment o on o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${text.body.id}
      and (o.role = 'headOfDelegation' or o.role = 'delegate' and 'break' = any(o.powers))
      and o.valid_from <= clock_timestamp() and (o.valid_until is null or o.valid_until > clock_timestamp())`);
  return new Set(rows.map((row) => row.party_id));
}

/** Nations by their codes, for what is shown. */
export async function nationsByIds(ctx: SignedIn, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const name = ctx.locale === 'fr' ? parties.nameFr : parties.nameEn;
  return ctx.tx
    .select({ id: parties.id, code: parties.code, name })
    .from(parties)
    .where(sql`${parties.id} = any(${list(ids)}::uuid[])`)
    .orderBy(asc(parties.code));
}
