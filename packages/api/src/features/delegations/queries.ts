import { delegationSettings } from '@concord/db/schema/texts';
import { and, eq, sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { headsDelegation, isDelegated } from '../../policies/texts.ts';
import { visibleBody } from '../bodies/queries.ts';
import { namesById } from '../contributions/names.ts';
import { authorityIn } from '../texts/authority.ts';

type Seat = {
  id: string;
  person_id: string;
  given: string;
  family: string;
  role: 'headOfDelegation' | 'delegate';
  powers: ('position' | 'break')[];
  until: string | null;
};

/** The people of the actor's nation who sit for it in a body at this instant, its head first. */
export async function seatsOf(ctx: SignedIn, bodyId: string): Promise<Seat[]> {
  return ctx.tx.execute<Seat>(sql`
    select a.id, a.person_id, p.given_name as given, p.family_name as family, a.role, a.powers,
      a.valid_until::text as until
    from appointment a join person p on p.id = a.person_id join party y on y.id = p.party_id
    where a.scope = 'body' and a.scope_id = ${bodyId} and a.role in ('headOfDelegation', 'delegate')
      and coalesce(y.nation_id, y.id) = ${ctx.actor.partyId} and a.valid_from <= clock_timestamp()
      and (a.valid_until is null or a.valid_until > clock_timestamp())
    order by a.role desc, p.family_name, p.given_name, a.id`);
}

/** The own delegation in a body: who sits in it, what each may do, and whether positions need four eyes. */
export async function ownDelegation(ctx: SignedIn, input: { bodyCode: string }) {
  const body = await visibleBody(ctx, input.bodyCode);
  if (!isDelegated(ctx.actor, body.id)) throw notFound();
  const seats = await seatsOf(ctx, body.id);
  const setting = await settingOf(ctx, body.id);
  const settle = headsDelegation(await authorityIn(ctx, body.id));
  return {
    body: { code: body.code, name: body.name },
    fourEyes: setting?.fourEyes ?? false,
    settled: setting && {
      by: (await namesById(ctx, [setting.changedBy])).get(setting.changedBy) ?? '',
      at: setting.changedAt.toISOString(),
    },
    people: seats.map((seat) => ({
      seatId: seat.id,
      name: `${seat.given} ${seat.family}`,
      me: seat.person_id === ctx.actor.personId,
      role: seat.role,
      powers: seat.role === 'headOfDelegation' ? (['position', 'break'] as const) : seat.powers,
      until: seat.until && new Date(seat.until).toISOString(),
    })),
    may: { settle },
  };
}

async function settingOf(ctx: SignedIn, bodyId: string) {
  const [row] = await ctx.tx
    .select({
      fourEyes: delegationSettings.fourEyes,
      changedBy: delegationSettings.changedBy,
      changedAt: delegationSettings.changedAt,
    })
    .from(delegationSettings)
    .where(and(eq(delegationSettings.bodyId, bodyId), eq(delegationSettings.partyId, ctx.actor.partyId)));
  return row ?? null;
}
