import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process told apart from a later one that was given the same number. */
export interface ProcessMark {
  pid: number;
  startedAt: string;
}

/** Kernel start time of a process, or undefined when there is none (a zombie counts as none). */
export async function startOf(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** The mark of the process that runs this code. */
export async function ownMark(): Promise<ProcessMark> {
  return { pid: process.pid, startedAt: (await startOf(process.pid)) ?? '' };
}

/** Whether the very process that was marked still runs. */
export async function isAlive(mark: ProcessMark): Promise<boolean> {
  const started = await startOf(mark.pid);
  return started !== undefined && started === mark.startedAt;
}

/** Waits until a process is gone; false when it is still there after the time allowed. */
export async function waitForEnd(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (Date.now() < until) {
    if ((await startOf(pid)) === undefined) return true;
    await sleep(50);
  }
  return (await startOf(pid)) === undefined;
}

/** Sends a signal; a process that has gone meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
