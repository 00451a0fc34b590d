import { type SQL, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { nationsCoordinated, readinessParties, seesReadiness } from '../../policies/readiness.ts';
import { idsIn } from '../frameworks/current.ts';

/** A party as the pages about readiness name it. */
export type Party = {
  id: string;
  code: string;
  kind: string;
  nationId: string | null;
  nameEn: string;
  nameFr: string;
};

/** The parties the reader sees, by their codes: never in the order of how ready they are. NOT_FOUND where there is none. */
export async function partiesSeen(ctx: SignedIn): Promise<Party[]> {
  const own = readinessParties(ctx.actor);
  found(own === null || own.length > 0 || undefined);
  return ctx.tx.execute<Party>(sql`
    select y.id, y.code, y.kind, y.nation_id as "nationId", y.name_en as "nameEn", y.name_fr as "nameFr" from party y
    where ${own === null} or y.id in ${idsIn(own ?? [])} or y.nation_id in ${idsIn(nationsCoordinated(ctx.actor))}
    order by y.code`);
}

/** A party the reader may see, or NOT_FOUND. */
export async function mayOpen(ctx: SignedIn, partyId: string): Promise<Party> {
  const [party] = await ctx.tx.execute<Party>(sql`
    select y.id, y.code, y.kind, y.nation_id as "nationId", y.name_en as "nameEn", y.name_fr as "nameFr"
    from party y where y.id = ${partyId}::uuid`);
  return found(party && seesReadiness(ctx.actor, party) ? party : undefined);
}

/** The people here of these parties, of one kind of work where one is chosen, as a query for their ids. */
export function peopleOf(partyIds: readonly string[], workRoleId?: string): SQL {
  const work = workRoleId
    ? sql`and x.id in (select w.person_id from person_work_role w where w.work_role_id = ${workRoleId}::uuid
        and w.valid_from <= now() and (w.valid_until is null or w.valid_until > now()))`
    : sql``;
  return sql`select x.id from person x where x.party_id = any(array${idsIn(partyIds)})
    and (x.ended_at is null or x.ended_at > now()) ${work}`;
}
