import type { Sql, TransactionSql } from 'postgres';
import { GENESIS, link, type SealableEntry, type SignedHead } from './chain.ts';
import { entryColumns, entryOf } from './entries.ts';
import { keepHead, keptHeads } from './heads.ts';
import type { RecordKeys } from './keys.ts';

/** Where the sealer works and what it signs with. */
export interface SealerOptions {
  /** A connection as concord_sealer. */
  sql: Sql;
  /** Asked for at each signature, so that a key that was replaced is not used again. */
  keys: () => Promise<RecordKeys>;
  dataDir: string;
  /** Entries sealed in one transaction. */
  batch?: number;
}

/** The chain is not what the last kept head says: nothing is sealed on top of it. */
export class RecordBroken extends Error {}

/** One sealer works at a time, in whatever process. */
const LOCK = 7_203_115;

const BATCH = 1_000;

/** Entries may be committed this much later than they were begun; each start looks at all. */
const LATE = '1 hour';

/** Gives entries a sequence, chains them and signs heads; used by one loop in each worker process. */
export class Sealer {
  readonly #options: SealerOptions;
  readonly #batch: number;
  #lookedAtAll = false;
  #kept: SignedHead | undefined;

  constructor(options: SealerOptions) {
    this.#options = options;
    this.#batch = options.batch ?? BATCH;
  }

  /** Seals what is committed and not sealed yet; the number of entries sealed. Another sealer at work means none. */
  async seal(): Promise<number> {
    let sealed = 0;
    for (;;) {
      const count = await this.#sealBatch();
      if (count === undefined) return sealed;
      sealed += count;
      if (count < this.#batch) {
        this.#lookedAtAll = true;
        return sealed;
      }
    }
  }

  /** Signs a head over everything sealed, unless the last head covers it, and keeps it outside the database. */
  async sign(): Promise<SignedHead | undefined> {
    const { sql, dataDir } = this.#options;
    const keys = await this.#options.keys();
    const head = await sql.begin(async (tx) => {
      if (!(await takeLock(tx))) return undefined;
      const tip = await this.#tip(tx);
      const [signed] = await tx`select max(sequence)::text as sequence from record_head`;
      if (tip.sequence === 0 || Number(signed?.sequence ?? 0) >= tip.sequence) return undefined;
      const signedAt = await databaseTime(tx);
      const made = keys.sign({ ...tip, count: tip.sequence, signedAt });
      await tx`insert into record_head (sequence, hash, count, signed_at, key_id, signature)
        values (${made.sequence}, ${made.hash}, ${made.count}, ${made.signedAt}, ${made.keyId}, ${made.signature})`;
      await keepHead(dataDir, made);
      return made;
    });
    this.#kept = head ?? this.#kept;
    return head;
  }

  async #sealBatch(): Promise<number | undefined> {
    return this.#options.sql.begin(async (tx) => {
      if (!(await takeLock(tx))) return undefined;
      const tip = await this.#tip(tx);
      const entries = await this.#unsealed(tx);
      if (entries.length > 0) await append(tx, tip, entries);
      return entries.length;
    });
  }

  /** The chain's end, after comparing it with the head kept outside. */
  async #tip(tx: TransactionSql): Promise<{ sequence: number; hash: string }> {
    this.#kept ??= (await keptHeads(this.#options.dataDir)).at(-1);
    const kept = this.#kept;
    if (kept) {
      const [seal] = await tx`select hash from record_seal where sequence = ${kept.sequence}`;
      if (seal?.hash !== kept.hash) {
        throw new RecordBroken(
          `The record is not what was signed at ${kept.signedAt} (sequence ${kept.sequence}).`,
        );
      }
    }
    const [last] =
      await tx`select s.sequence::text, s.hash from record_seal s order by s.sequence desc limit 1`;
    return last
      ? { sequence: Number(last.sequence), hash: String(last.hash) }
      : { sequence: 0, hash: GENESIS };
  }

  async #unsealed(tx: TransactionSql): Promise<SealableEntry[]> {
    const recent = this.#lookedAtAll ? tx`e.at > clock_timestamp() - ${LATE}::interval and` : tx``;
    const rows = await tx`
      select ${entryColumns(tx)} from record_entry e
      where ${recent} not exists (select from record_seal s where s.entry_id = e.id)
      order by e.at, e.id limit ${this.#batch}`;
    return rows.map(entryOf);
  }
}

async function append(
  tx: TransactionSql,
  tip: { sequence: number; hash: string },
  entries: readonly SealableEntry[],
): Promise<void> {
  const sealedAt = await databaseTime(tx);
  let { sequence, hash } = tip;
  const rows = entries.map((entry) => {
    sequence += 1;
    hash = link(hash, sequence, entry);
    return { sequence, entry_id: entry.id, hash, sealed_at: sealedAt };
  });
  await tx`insert into record_seal ${tx(rows)}`;
}

async function takeLock(tx: TransactionSql): Promise<boolean> {
  const [row] = await tx`select pg_try_advisory_xact_lock(${LOCK}) as taken`;
  return row?.taken === true;
}

async function databaseTime(tx: TransactionSql): Promise<string> {
  const [row] =
    await tx`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`;
  return String(row?.now);
}
