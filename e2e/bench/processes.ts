import { readdir, readFile } from 'node:fs/promises';

/** The processes a process has started and that still run. */
export async function childrenOf(pid: number): Promise<number[]> {
  const entries = await readdir('/proc');
  const pids = entries.filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(async (child) => ({ child, parent: await parentOf(child) })));
  return parents.filter(({ parent }) => parent === pid).map(({ child }) => child);
}

async function parentOf(pid: number): Promise<number | undefined> {
  const fields = await statOf(pid);
  return fields && Number(fields[1]);
}

/** The fields of /proc/<pid>/stat from the state on. */
export async function statOf(pid: number): Promise<string[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}
