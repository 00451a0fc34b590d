import { readFile } from 'node:fs/promises';
import { childrenOf, statOf } from '../processes.ts';

/** Clock ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK = 10;

/** Processor time that processes have used so far, in milliseconds; of a database, its ended servers too. */
export async function processorTime(pids: readonly number[], database: number): Promise<number> {
  const own = await Promise.all(pids.map((pid) => ticks(pid, false)));
  const servers = await Promise.all((await childrenOf(database)).map((pid) => ticks(pid, false)));
  const sum = [...own, ...servers, await ticks(database, true)].reduce((total, one) => total + one, 0);
  return sum * TICK;
}

async function ticks(pid: number, withEnded: boolean): Promise<number> {
  const fields = await statOf(pid);
  if (!fields) return 0;
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15).map(Number);
  const own = (user ?? 0) + (system ?? 0);
  return withEnded ? own + (endedUser ?? 0) + (endedSystem ?? 0) : own;
}

/** Resident memory of processes, in megabytes. A database's shared buffers are counted once. */
export async function memory(pids: readonly number[]): Promise<number> {
  const each = await Promise.all(pids.map((pid) => proportional(pid)));
  return Math.round(each.reduce((total, one) => total + one, 0) / 1024);
}

async function proportional(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
}
