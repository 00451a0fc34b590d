import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import type { LoadedText } from '../texts/load.ts';
import { audienceSet } from '../threads/audience.ts';

/** Who sits in a text's body and may read it, with their party, by name; of one nation's delegation where it is named. */
export async function seatedReaders({ tx }: Pick<Context, 'tx'>, text: LoadedText, delegationOf?: string) {
  const wanted = delegationOf
    ? sql`where a.party_id = ${delegationOf} and o.role in ('headOfDelegation', 'delegate')`
    : sql``;
  return tx.execute<{ id: string; name: string }>(sql`
    select distinct p.id, p.given_name || ' ' || p.family_name as name, p.family_name
    from ${audienceSet({ bodyId: text.body.id, among: null }, text.marking)} a
    join appointment o on o.person_id = a.person_id and o.scope = 'body' and o.scope_id = ${text.body.id}
      and o.role in ('chair', 'secretariat', 'headOfDelegation', 'delegate')
      and o.valid_from <= now() and (o.valid_until is null or o.valid_until > now())
    join person p on p.id = a.person_id ${wanted} order by p.family_name, p.id`);
}
