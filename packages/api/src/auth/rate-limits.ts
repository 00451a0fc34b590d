import { createHash } from 'node:crypto';
import type { Database } from '@concord/db/client';
import { AppError } from '../errors.ts';

const MINUTE = 60_000;

/**
 * Tries before a pause. Tight for one account from one address; wide for an account from everywhere, so that a
 * stranger cannot lock a person out, and for an address, behind which a whole headquarters may sit.
 */
const limits = {
  pair: { points: 10, duration: 15 * MINUTE },
  account: { points: 50, duration: 60 * MINUTE },
  address: { points: 300, duration: 15 * MINUTE },
  mail: { points: 3, duration: 60 * MINUTE },
  mailAddress: { points: 30, duration: 60 * MINUTE },
  checkKey: { points: 120, duration: MINUTE },
  checkAddress: { points: 60, duration: 15 * MINUTE },
} as const;
type Limit = keyof typeof limits;

/** Who tries, and what for. Names go into the table as digests. */
export type Attempt = { account: string; address: string };

/** The counters, shared by every process through the database, by the database's clock. */
export type RateLimits = {
  /** Counts a try at a password, a code or a link; throws TOO_MANY_REQUESTS when there were too many. */
  signIn: (attempt: Attempt) => Promise<void>;
  /** Forgets the account's tries once it has proved itself. */
  forgive: (attempt: Attempt) => Promise<void>;
  /** Counts a request for a mail; false when there were too many, which the asker is not told. */
  mail: (attempt: Attempt) => Promise<boolean>;
  /** Counts a delivery of automatic checks by a key; false when there were too many. */
  checks: (secret: string) => Promise<boolean>;
  /** Counts a key that does not hold, from an address; false when there were too many. */
  wrongKey: (address: string) => Promise<boolean>;
};

/** Counters over the application's connections. Never call them while holding one in a transaction. */
export function rateLimits(database: Pick<Database, 'sql'>): RateLimits {
  return {
    signIn: async (attempt) => {
      const keys = keysOf(attempt);
      const within = await count(database, { account: keys.account, address: keys.address, pair: keys.pair });
      if (!within) throw new AppError('TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS');
    },
    forgive: async (attempt) => {
      const { account, address, pair } = keysOf(attempt);
      await database.sql`
        with forgiven as (delete from rate_limit where key in (${`account:${account}`}, ${`pair:${pair}`}))
        update rate_limit set points = greatest(points - 1, 0) where key = ${`address:${address}`}`;
    },
    mail: (attempt) => {
      const { account, address } = keysOf(attempt);
      return count(database, { mail: account, mailAddress: address });
    },
    checks: (secret) => count(database, { checkKey: digest(secret) }),
    wrongKey: (address) => count(database, { checkAddress: digest(address) }),
  };
}

/** Counts one try under each limit; whether all of them still allow it. The order is the same for everybody. */
async function count({ sql }: Pick<Database, 'sql'>, keys: Partial<Record<Limit, string>>): Promise<boolean> {
  const counted = (Object.entries(keys) as [Limit, string][]).map(([limit, key]) => ({ limit, key }));
  const rows = await sql<{ key: string; points: number }[]>`
    insert into rate_limit as held (key, points, expire)
    select tried.key, 1, (extract(epoch from clock_timestamp()) * 1000)::bigint + tried.duration
    from unnest(${counted.map(({ limit, key }) => `${limit}:${key}`)}::text[],
      ${counted.map(({ limit }) => limits[limit].duration)}::bigint[]) as tried (key, duration)
    on conflict (key) do update set
      points = case when held.expire <= (extract(epoch from clock_timestamp()) * 1000)::bigint
        then 1 else held.points + 1 end,
      expire = case when held.expire <= (extract(epoch from clock_timestamp()) * 1000)::bigint
        then excluded.expire else held.expire end
    returning key, points`;
  return rows.every(({ key, points }) => points <= limits[key.split(':', 1)[0] as Limit].points);
}

function keysOf({ account, address }: Attempt) {
  return { account: digest(account), address: digest(address), pair: digest(`${account} ${address}`) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}
