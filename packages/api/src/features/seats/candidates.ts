import { cohorts } from '@concord/db/schema/learning';
import { parties } from '@concord/db/schema/parties';
import { accounts, people } from '@concord/db/schema/people';
import { and, asc, eq, inArray, isNull, notInArray, or } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { found } from '../../errors.ts';
import { directsSeats } from '../../policies/seats.ts';
import { fullName } from '../people/names.ts';
import { matches } from '../people/queries.ts';
import { readLedger, settingsOf } from './ledger.ts';
import { allocate } from './rules.ts';

const MOST = 30;

/** People the actor may ask a seat for and who have no request that stands, by name. */
export async function seatCandidates(ctx: SignedIn, input: { cohortId: string; query?: string | undefined }) {
  const [cohort] = await ctx.tx.select().from(cohorts).where(eq(cohorts.id, input.cohortId));
  const of = found(cohort);
  const spokenFor = ctx.actor.appointments.flatMap(({ role, scopeId }) =>
    role === 'trainingCoordinator' && scopeId !== null ? [scopeId] : [],
  );
  const everybody = directsSeats(ctx.actor, of);
  if (!everybody && spokenFor.length === 0) return [];
  const { lines } = allocate(await readLedger(ctx, of.id), settingsOf(of), ctx.now);
  const standing = lines.filter(({ state }) => state !== 'refused' && state !== 'withdrawn');
  const rows = await ctx.tx
    .select({
      id: people.id,
      givenName: people.givenName,
      familyName: people.familyName,
      jobTitle: people.jobTitle,
      partyCode: parties.code,
    })
    .from(people)
    .innerJoin(parties, eq(parties.id, people.partyId))
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(
      and(
        isNull(people.endedAt),
        everybody ? undefined : or(inArray(people.partyId, spokenFor), inArray(parties.nationId, spokenFor)),
        input.query ? matches(input.query) : undefined,
        standing.length > 0
          ? notInArray(
              people.id,
              standing.map(({ personId }) => personId),
            )
          : undefined,
      ),
    )
    .orderBy(asc(people.familyName), asc(people.id))
    .limit(MOST);
  return rows.map((row) => ({ ...row, name: fullName(row) }));
}
