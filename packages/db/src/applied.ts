import { readFileSync } from 'node:fs';
import type { Sql } from 'postgres';
import { z } from 'zod';

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** When the newest migration of this version was made. */
const newest = Math.max(
  ...journal
    .parse(JSON.parse(readFileSync(new URL('../migrations/meta/_journal.json', import.meta.url), 'utf8')))
    .entries.map((entry) => entry.when),
);

/** Whether a database has every migration of this version; it may have newer ones, while a release rolls. */
export async function isMigrated(sql: Sql): Promise<boolean> {
  const [row] = await sql`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  return Number(row?.last ?? 0) >= newest;
}
