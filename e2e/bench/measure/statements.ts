import { open, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresAt } from '@concord/db/address';
import { clusterPaths } from '@concord/db/embedded/cluster';
import { administratorUrl } from '../portal.ts';

/** Counts statements by PostgreSQL's own log, which a superuser turns on for a while. */
export interface StatementCounter {
  /** Statements of the portal's role while the work runs: without begin and commit, and without sign-in's. */
  during(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

const STATEMENT = /^bench-log (\S+) LOG: {2}(?:statement|execute [^:]+): (.*)$/;
const FRAME = /^(begin|commit|rollback|savepoint|release)\b/i;

/** Opens the counter on a bench's own cluster. */
export async function statementCounter(ownerUrl: string, dataDir: string): Promise<StatementCounter> {
  const url = await administratorUrl(ownerUrl, dataDir);
  const sql = postgresAt(url, { max: 1, onnotice: () => undefined });
  const set = async (on: boolean) => {
    await sql.unsafe(`alter system set log_line_prefix = 'bench-log %u '`);
    await sql.unsafe(`alter system set log_statement = '${on ? 'all' : 'none'}'`);
    await sql`select pg_reload_conf()`;
    await sleep(300);
  };
  const log = clusterPaths(dataDir).log;
  return {
    async during(work) {
      await set(true);
      const { size } = await stat(log);
      try {
        await work();
        await sleep(200);
      } finally {
        await set(false);
      }
      return (await linesFrom(log, size)).filter(isQuery).length;
    },
    close: () => sql.end(),
  };
}

function isQuery(line: string): boolean {
  const [, role, text = ''] = STATEMENT.exec(line) ?? [];
  return role === 'concord_app' && !FRAME.test(text) && !text.includes('concord.enter(');
}

async function linesFrom(path: string, start: number): Promise<string[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.max(0, size - start));
    await file.read(buffer, 0, buffer.length, start);
    return buffer.toString('utf8').split('\n');
  } finally {
    await file.close();
  }
}
