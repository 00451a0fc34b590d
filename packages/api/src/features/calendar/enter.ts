import type { Tx } from '@concord/db/client';
import type { Locale } from '@concord/db/enums';
import { sql } from 'drizzle-orm';
import { hashToken, type RequestInfo, type SignedIn } from '../../context.ts';
import type { Services } from '../../services.ts';

type Entered = { now: string; personId: string; partyId: string; locale: Locale; timeZone: string };

/**
 * Works as the person whose calendar has this address: at the lowest level and without any appointment, so that row
 * security names nothing stronger. Null where no address is like this, or its person is no longer here.
 */
export async function withCalendar<Result>(
  services: Services,
  request: RequestInfo,
  secret: string,
  work: (ctx: SignedIn) => Promise<Result>,
): Promise<Result | null> {
  return services.app.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ entered: Entered | null }>(
      sql`select concord.enter_calendar(${hashToken(secret)}) as entered`,
    );
    return row?.entered ? work(contextOf(services, request, tx, row.entered)) : null;
  });
}

function contextOf(services: Services, request: RequestInfo, tx: Tx, entered: Entered): SignedIn {
  const { personId, partyId, locale, timeZone } = entered;
  const now = new Date(entered.now);
  return {
    ...{ ...request, services, tx, now, locale },
    claimed: null,
    afterCommit: () => undefined,
    actor: {
      ...{ personId, partyId, ownPartyId: partyId, locale, timeZone },
      ...{ name: '', theme: 'system', sessionId: '', strength: 0, verifiedAt: new Date(0), level: 0 },
      caveats: [],
      appointments: [],
      exerciseId: null,
    },
  };
}
