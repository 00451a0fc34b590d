import type { ISql, Sql } from 'postgres';
import { GENESIS, link, type SignedHead } from './chain.ts';
import { entryColumns, entryOf } from './entries.ts';
import type { RecordKeys } from './keys.ts';

/** One thing wrong with the record. */
export interface RecordFault {
  kind: 'signature' | 'changed' | 'missing' | 'added' | 'rewritten' | 'count';
  /** The place in the chain, where one can be named. */
  sequence?: number;
  entryId?: string;
  detail: string;
}

/** What a verification found, up to which head. */
export interface RecordReport {
  head: { sequence: number; count: number; signedAt: string; keyId: string };
  checked: number;
  /** Entries sealed after the head, or not sealed yet: the head says nothing about them. */
  uncovered: number;
  faults: RecordFault[];
  sound: boolean;
}

/** What verification needs; older heads narrow down where a rewritten chain departs from what was signed. */
export interface VerifyOptions {
  sql: Sql;
  keys: Pick<RecordKeys, 'verify'>;
  head: SignedHead;
  others?: readonly SignedHead[];
}

const PAGE = 5_000;
const MOST_FAULTS = 100;
/** An entry begun this long before a head was signed was sealed under it. */
const GRACE = '10 minutes';

interface Walk {
  faults: RecordFault[];
  hashes: Map<number, string>;
  checked: number;
}

/** Compares the record with a head from outside the database: every row up to it must be there, unchanged, in its place. */
export async function verifyRecord({ sql, keys, head, others = [] }: VerifyOptions): Promise<RecordReport> {
  const faults: RecordFault[] = [];
  if (!keys.verify(head))
    faults.push({ kind: 'signature', detail: `No key of ours signed this head (${head.keyId}).` });
  const trusted = others.filter((other) => other.sequence < head.sequence && keys.verify(other));
  const wanted = new Set([head.sequence, ...trusted.map((other) => other.sequence)]);
  const walk: Walk = { faults, hashes: new Map(), checked: 0 };
  await sql.begin('isolation level repeatable read read only', async (tx) => {
    await walkChain(tx, head.sequence, wanted, walk);
    faults.push(...compare(head, trusted, walk.hashes));
    if (head.count !== walk.checked) {
      faults.push({
        kind: 'count',
        detail: `The head counts ${head.count} entries, the database holds ${walk.checked}.`,
      });
    }
    faults.push(...(await findAdded(tx, head)));
  });
  const [rest] = await sql`select (select count(*) from record_entry) as entries`;
  const { sequence, count, signedAt, keyId } = head;
  return {
    head: { sequence, count, signedAt, keyId },
    checked: walk.checked,
    uncovered: Math.max(0, Number(rest?.entries ?? 0) - walk.checked),
    faults: faults.slice(0, MOST_FAULTS),
    sound: faults.length === 0,
  };
}

/** Walks the seals in order and judges each against its entry and the seal before it. */
async function walkChain(sql: ISql, last: number, wanted: ReadonlySet<number>, walk: Walk): Promise<void> {
  let previous = { sequence: 0, hash: GENESIS };
  for (;;) {
    const rows = await sql`
      select s.sequence::text, s.hash, s.entry_id::text as sealed_id, ${entryColumns(sql)}
      from record_seal s left join record_entry e on e.id = s.entry_id
      where s.sequence > ${previous.sequence} and s.sequence <= ${last}
      order by s.sequence limit ${PAGE}`;
    for (const row of rows) {
      const sequence = Number(row.sequence);
      judge(row, sequence, previous, walk.faults);
      previous = { sequence, hash: String(row.hash) };
      walk.checked += 1;
      if (wanted.has(sequence)) walk.hashes.set(sequence, previous.hash);
    }
    if (rows.length < PAGE) break;
  }
  if (previous.sequence < last) walk.faults.push(gap(previous.sequence + 1, last));
}

function judge(
  row: Readonly<Record<string, unknown>>,
  sequence: number,
  previous: { sequence: number; hash: string },
  faults: RecordFault[],
): void {
  const entryId = String(row.sealed_id);
  if (sequence !== previous.sequence + 1) faults.push(gap(previous.sequence + 1, sequence - 1));
  else if (row.id === null) {
    faults.push({ kind: 'missing', sequence, entryId, detail: `Entry ${entryId} is not there any more.` });
  } else if (link(previous.hash, sequence, entryOf(row)) !== row.hash) {
    faults.push({
      kind: 'changed',
      sequence,
      entryId,
      detail: `Entry ${entryId} is not what was sealed at ${sequence}.`,
    });
  }
}

function gap(from: number, to: number): RecordFault {
  const places = from === to ? `place ${from}` : `places ${from} to ${to}`;
  return { kind: 'missing', sequence: from, detail: `Nothing is sealed at ${places}.` };
}

/** The chain may be whole in itself and still not the one that was signed. */
function compare(
  head: SignedHead,
  others: readonly SignedHead[],
  hashes: ReadonlyMap<number, string>,
): RecordFault[] {
  const found = hashes.get(head.sequence);
  if (found === undefined || found === head.hash) return [];
  const good = others.filter((other) => hashes.get(other.sequence) === other.hash);
  const from = good.reduce((most, other) => Math.max(most, other.sequence), 0) + 1;
  const detail = `The chain between ${from} and ${head.sequence} is not the one that was signed.`;
  return [{ kind: 'rewritten', sequence: from, detail }];
}

/** Entries that claim to be older than the head and were not under it. */
async function findAdded(sql: ISql, head: SignedHead): Promise<RecordFault[]> {
  const rows = await sql`
    select e.id::text from record_entry e
    where e.at < ${head.signedAt}::timestamptz - ${GRACE}::interval
      and not exists (select from record_seal s where s.entry_id = e.id and s.sequence <= ${head.sequence})
    order by e.at limit ${MOST_FAULTS}`;
  return rows.map((row) => ({
    kind: 'added',
    entryId: String(row.id),
    detail: `Entry ${row.id} says it is older than the head and was not sealed under it.`,
  }));
}
