import type { Tx } from './client.ts';

/** A query of Drizzle's before it is asked, with `sql.placeholder` where values come. */
type Written<Rows> = { prepare(name: string): Asked<Rows> };
type Asked<Rows> = { execute(values?: Record<string, unknown>): Promise<Rows> };

/**
 * A query that is written once in the life of the process, for each of its few variants, and asked again and again with
 * other values. Drizzle puts its text together anew each time otherwise, which costs as much as asking does.
 */
export function kept<Rows, Variant = undefined>(write: (tx: Tx, variant: Variant) => Written<Rows>) {
  const all = new Map<string, Asked<Rows>>();
  return (tx: Tx, values: Record<string, unknown>, variant: Variant): Promise<Rows> => {
    const key = JSON.stringify(variant) ?? '';
    const written = all.get(key) ?? write(tx, variant).prepare('');
    all.set(key, written);
    // What was written belongs to the transaction it was written in; the same is asked in this one.
    const { client } = (tx as unknown as { session: { client: unknown } }).session;
    const asked: Asked<Rows> = Object.create(written, { client: { value: client } });
    return asked.execute(values);
  };
}
