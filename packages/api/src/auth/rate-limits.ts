import { createHash } from 'node:crypto';
import type { Database } from '@concord/db/client';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';

const MINUTE = 60;

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
} as const;
type Limit = keyof typeof limits;

/** Who tries, and what for. Names go into the table as digests. */
export type Attempt = { account: string; address: string };

/** The counters, shared by every process through the database. */
export type RateLimits = {
  /** Counts a try at a password, a code or a link; throws TOO_MANY_REQUESTS when there were too many. */
  signIn: (attempt: Attempt) => Promise<void>;
  /** Forgets the account's tries once it has proved itself. */
  forgive: (attempt: Attempt) => Promise<void>;
  /** Counts a request for a mail; false when there were too many, which the asker is not told. */
  mail: (attempt: Attempt) => Promise<boolean>;
};

/** Makes the limiters over the application's connections. Never call them while holding one in a transaction. */
export function rateLimits(database: Pick<Database, 'sql'>): RateLimits {
  const limiter = (name: Limit) =>
    new RateLimiterPostgres({
      storeClient: { query: query(database) },
      storeType: 'client',
      tableName: 'rate_limit',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      ...limits[name],
    });
  const [pair, account, address, mail, mailAddress] = (
    ['pair', 'account', 'address', 'mail', 'mailAddress'] as const
  ).map(limiter) as [
    RateLimiterPostgres,
    RateLimiterPostgres,
    RateLimiterPostgres,
    RateLimiterPostgres,
    RateLimiterPostgres,
  ];
  return {
    signIn: async (attempt) => {
      const keys = keysOf(attempt);
      const tries = [address.consume(keys.address), account.consume(keys.account), pair.consume(keys.pair)];
      const results = await Promise.allSettled(tries);
      refuseIfSpent(results);
    },
    forgive: async (attempt) => {
      const keys = keysOf(attempt);
      await Promise.all([pair.delete(keys.pair), account.delete(keys.account), address.reward(keys.address)]);
    },
    mail: async (attempt) => {
      const keys = keysOf(attempt);
      const results = await Promise.allSettled([
        mail.consume(keys.account),
        mailAddress.consume(keys.address),
      ]);
      return !isSpent(results);
    },
  };
}

function keysOf({ account, address }: Attempt) {
  return { account: digest(account), address: digest(address), pair: digest(`${account} ${address}`) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 32);
}

function isSpent(results: PromiseSettledResult<unknown>[]): boolean {
  const failed = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
  const broken = failed.find((reason) => !(reason instanceof RateLimiterRes));
  if (broken) throw broken;
  return failed.length > 0;
}

function refuseIfSpent(results: PromiseSettledResult<unknown>[]): void {
  if (isSpent(results)) throw new AppError('TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS');
}

/** The little of node-postgres that the limiter uses, over our driver. */
function query({ sql }: Pick<Database, 'sql'>) {
  return async ({ text, values }: { text: string; values?: (string | number | null)[] }) => {
    const rows = await sql.unsafe(text, values ?? []);
    return {
      rows: rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) })),
      rowCount: rows.count,
    };
  };
}
