import { sql } from 'drizzle-orm';
import type { SignedIn } from '../../context.ts';
import { notify } from '../notifications/notify.ts';
import type { Ledger } from './ledger.ts';
import type { Allocation } from './rules.ts';

/** Tells those whose agreement is asked now: training coordinators of the parties, and who decides over the cohort. */
export async function whoAgrees(ctx: SignedIn, { cohort }: Ledger, { lines }: Allocation): Promise<void> {
  const parties = lines.filter(({ state }) => state === 'needsCoordinator').map(({ partyId }) => partyId);
  const director = lines.some(({ state }) => state === 'needsDirector');
  if (parties.length === 0 && !director) return;
  const rows = await ctx.tx.execute<{ person_id: string }>(
    sql`select person_id from concord.seat_deciders(${cohort.id}, ${`{${[...new Set(parties)].join(',')}}`}::uuid[], ${director})`,
  );
  await notify(ctx, {
    personIds: rows.map((row) => row.person_id),
    kind: 'seatRequested',
    path: `/learn/seats/${cohort.id}`,
    subjectId: cohort.id,
    params: { cohort: cohort.nameEn, cohortFr: cohort.nameFr },
  });
}
